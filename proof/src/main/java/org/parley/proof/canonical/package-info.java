// SPDX-License-Identifier: Apache-2.0
/** Canonical JSON: the one way in which a statement is written down before it is hashed. */
@NullMarked
package org.parley.proof.canonical;

import org.jspecify.annotations.NullMarked;
