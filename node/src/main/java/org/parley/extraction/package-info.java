// SPDX-License-Identifier: Apache-2.0

/**
 * Documents in, claims out: who says what, about when, how certain, in which words. Pure functions
 * of a document and a lexicon; nothing is guessed that the text does not say, and an undated text
 * stays undated.
 *
 * <p>Here stands what comes out, {@link org.parley.extraction.FoundClaim}. The rooms, each knowing
 * only those before it: {@code numbers} and {@code dates} read what texts write, {@code words}
 * holds a sentence with what was found in it, {@code voices} says who says what, {@code reading}
 * makes claims of it, {@code score} judges them.
 */
@NullMarked
package org.parley.extraction;

import org.jspecify.annotations.NullMarked;
