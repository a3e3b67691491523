// SPDX-License-Identifier: Apache-2.0
/**
 * The one fold: where an agreement stands under a view, computed from statements by its own rules.
 */
@NullMarked
package org.parley.standing;

import org.jspecify.annotations.NullMarked;
