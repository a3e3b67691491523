// SPDX-License-Identifier: Apache-2.0
/** What a log signs, who must have seen it, and what shows that it lied. */
@NullMarked
package org.parley.proof.checkpoint;

import org.jspecify.annotations.NullMarked;
