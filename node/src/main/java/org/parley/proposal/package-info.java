// SPDX-License-Identifier: Apache-2.0
/**
 * What a model proposes that a document claims. A model gives words and a kind; all values are read
 * in the words by the rules' own parsers, and nothing counts until a person accepts it.
 */
@NullMarked
package org.parley.proposal;

import org.jspecify.annotations.NullMarked;
