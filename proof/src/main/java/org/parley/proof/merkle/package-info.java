// SPDX-License-Identifier: Apache-2.0
/** The tree of RFC 6962: hashes, growth, proofs that an entry is in it and that it only grew. */
@NullMarked
package org.parley.proof.merkle;

import org.jspecify.annotations.NullMarked;
