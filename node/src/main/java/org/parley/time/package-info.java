// SPDX-License-Identifier: Apache-2.0
/**
 * Treaty dates: the date language of the agreement file, deadlines, periods and uncertain dates.
 */
@NullMarked
package org.parley.time;

import org.jspecify.annotations.NullMarked;
