// SPDX-License-Identifier: Apache-2.0
/** What a node keeps: its own log, copies of others' logs, and what was said out of line. */
@NullMarked
package org.parley.log;

import org.jspecify.annotations.NullMarked;
