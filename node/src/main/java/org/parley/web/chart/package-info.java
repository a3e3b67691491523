// SPDX-License-Identifier: Apache-2.0
/** Charts as marks on a sheet, written as SVG or painted as PNG from the same marks. */
@NullMarked
package org.parley.web.chart;

import org.jspecify.annotations.NullMarked;
