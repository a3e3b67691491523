// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.Text;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a party or another voice says that is no number: an act's legal effect, a duty's fate,
 * words.
 *
 * @param says the claim in a word, or empty where there are only words
 * @param about the ref or provision it is about
 */
public record Position(
        String by,
        String says,
        String about,
        Optional<LocalDate> date,
        Optional<Text> words,
        String statement) {}
