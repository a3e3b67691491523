// SPDX-License-Identifier: Apache-2.0

/**
 * What stands in a text before it means anything: {@code Sentences} divides it, {@code Analysed} is
 * a sentence with all that the lexicon, the numbers and the dates find in it, {@code Entries} asks
 * what an entry of the lexicon may do, {@code Bodies}, {@code Abbreviated} and {@code
 * NamedTreaties} know what no list has.
 */
@NullMarked
package org.parley.extraction.words;

import org.jspecify.annotations.NullMarked;
