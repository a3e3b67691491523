// SPDX-License-Identifier: Apache-2.0
/** What leaves Parley as a file: tables, workbooks, calendars and JSON, each with its view. */
@NullMarked
package org.parley.web.export;

import org.jspecify.annotations.NullMarked;
