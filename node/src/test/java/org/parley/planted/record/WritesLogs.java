// SPDX-License-Identifier: Apache-2.0
package org.parley.planted.record;

import java.util.Date;
import java.util.logging.Logger;

/** Planted: must be caught by the architecture rules. */
record WritesLogs(Logger logger, Date date) {}
