// SPDX-License-Identifier: Apache-2.0
/** What is limited by what on a day, and what by nothing; from the standing of each mechanism. */
@NullMarked
package org.parley.gap;

import org.jspecify.annotations.NullMarked;
