// SPDX-License-Identifier: Apache-2.0

/**
 * Who says what. {@code Sources} finds who stands behind a part of a sentence, with {@code
 * Speakers} (verbs of saying), {@code Apposition}, {@code Earlier} (who spoke before), {@code
 * Together} (both sides), {@code Scopes} (how far the words go), {@code Unsaid} and {@code
 * Feelings}; {@code Voices} says what kind of voice that is; {@code Names} and {@code Persons} are
 * who was named.
 */
@NullMarked
package org.parley.extraction.voices;

import org.jspecify.annotations.NullMarked;
