// SPDX-License-Identifier: Apache-2.0

/**
 * Documents in, claims out: who says what, about when, how certain, in which words. Pure functions
 * of a document and a lexicon; nothing is guessed that the text does not say, and an undated text
 * stays undated.
 */
@NullMarked
package org.parley.extraction;

import org.jspecify.annotations.NullMarked;
