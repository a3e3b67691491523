// SPDX-License-Identifier: Apache-2.0
/**
 * What documents say that somebody said: claims with their chain and quote, and how two of them
 * compare. Nothing here picks a winner.
 */
@NullMarked
package org.parley.evidence;

import org.jspecify.annotations.NullMarked;
