// SPDX-License-Identifier: Apache-2.0
/** A party's node: what it says, what it received from whom, and what can be proven of both. */
@NullMarked
package org.parley.party;

import org.jspecify.annotations.NullMarked;
