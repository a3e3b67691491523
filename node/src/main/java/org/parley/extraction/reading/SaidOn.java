// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.evidence.Basis;
import org.parley.evidence.Link;
import org.parley.extraction.FoundClaim.Voice;
import org.parley.extraction.FoundClaim.When;
import org.parley.extraction.voices.Sources;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** On which day somebody said what is given without a day of its own. */
final class SaidOn {
    private final Optional<When> today;
    private final Map<String, When> days = new HashMap<>();
    private final Set<String> several = new HashSet<>();

    /**
     * Knows of no words yet.
     *
     * @param today the day of the text, if it is dated to the day
     */
    SaidOn(Optional<LocalDate> today) {
        this.today =
                today.map(day ->
                        new When(
                                Optional.of(day.toString()), Optional.empty(), "", Basis.INFERRED));
    }

    /**
     * The day of the words; else, of a person, the only one on which the text has had the same one
     * speak; else, in an answer, the day of the press conference. A ministry speaks on many days.
     */
    Optional<When> of(Voice voice, boolean answer) {
        if (voice.on().isPresent()) {
            hear(voice.by(), voice.on().get());
            return voice.on();
        }
        boolean person = voice.type() == Link.Type.OFFICIAL_NAMED;
        if (!person || several.contains(voice.by())) {
            return Optional.empty();
        }
        boolean answers = answer || voice.verb().filter(Sources.COLON::equals).isPresent();
        return Optional.ofNullable(days.get(voice.by()))
                .or(() -> answers ? today : Optional.empty());
    }

    private void hear(String by, When day) {
        When before = days.put(by, day);
        if (before != null && !before.edtf().equals(day.edtf())) {
            several.add(by);
        }
    }
}
