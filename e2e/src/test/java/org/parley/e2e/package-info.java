// SPDX-License-Identifier: Apache-2.0
/** The pages in a real browser. */
@NullMarked
package org.parley.e2e;

import org.jspecify.annotations.NullMarked;
