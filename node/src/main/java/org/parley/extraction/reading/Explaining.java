// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.extraction.FoundClaim;
import org.parley.extraction.reading.Extractor.Explanation;
import org.parley.extraction.voices.Sources;
import org.parley.extraction.words.Analysed;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Hit;
import org.parley.lexicon.Lexicon;
import org.parley.lexicon.Match;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Words why a sentence was read as it was: entries and patterns with their file and line. */
final class Explaining {
    private Explaining() {}

    static Explanation of(
            Analysed sentence,
            Lexicon lexicon,
            List<Sources.Scoped> said,
            ClaimBuilder builder,
            Memory memory,
            List<FoundClaim> claims) {
        List<String> hits = new ArrayList<>();
        for (Hit hit : sentence.hits()) {
            for (Entry sense : hit.senses()) {
                hits.add(
                        sentence.words(hit)
                                + "  "
                                + sense.category()
                                + (sense.category().equals("date")
                                        ? " " + shown(sentence.dates().get(hit.from()))
                                        : sense.id().isEmpty() ? "" : ":" + sense.id())
                                + (sense.place().line() > 0
                                                && sense.place().origin().endsWith(".yaml")
                                        ? "  " + sense.place()
                                        : ""));
            }
        }
        List<String> matches = new ArrayList<>();
        List<String> forms = new ArrayList<>();
        for (Match match : lexicon.matches(sentence.text(), sentence.hits())) {
            Optional<Draft> draft = Frames.of(sentence, match, memory, builder::parties);
            draft.ifPresent(found -> forms.add(match.form().place().toString()));
            matches.add(
                    match.pattern().id()
                            + "  "
                            + match.form().place()
                            + "  \""
                            + sentence.text()
                                    .substring(match.from(), Math.max(match.from(), match.to()))
                            + "\""
                            + draft.map(found -> "")
                                    .orElse(
                                            "  lacks what it needs: "
                                                    + new TreeSet<>(match.pattern().needs())));
        }
        return new Explanation(
                sentence.text().substring(sentence.sentence().from(), sentence.sentence().to()),
                hits,
                matches,
                forms,
                said.stream()
                        .map(scoped -> scoped.voice().by() + "  " + scoped.voice().type().word())
                        .toList(),
                claims);
    }

    private static String shown(FoundClaim.@org.jspecify.annotations.Nullable When when) {
        return when == null ? "" : when.edtf().orElse(when.relative().orElse(""));
    }
}
