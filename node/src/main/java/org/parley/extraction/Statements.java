// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction;

import org.parley.evidence.Link;
import org.parley.extraction.FoundClaim.Participant;
import org.parley.extraction.FoundClaim.Voice;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Hit;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody in office says on a matter of the field: a sentence with a verb of saying, and a
 * word of the list of topics within what is said. Words of media and experts stay quotations.
 */
final class Statements {
    private static final Set<Link.Type> IN_OFFICE =
            Set.of(
                    Link.Type.OFFICIAL_NAMED,
                    Link.Type.OFFICIAL_READOUT,
                    Link.Type.OFFICIAL_ANONYMOUS);
    private static final int LENGTH_MIN = 8;

    private Statements() {}

    /** Words said, and by whom. */
    record Found(
            Voice voice,
            List<Voice> chain,
            Optional<Participant> speaker,
            String verb,
            String topic,
            Optional<String> mechanism,
            int from,
            int to) {}

    static Optional<Found> in(Analysed sentence, List<Sources.Scoped> said, Memory memory) {
        List<Sources.Scoped> speaking = said.isEmpty() ? memory.speaking() : said;
        if (speaking.isEmpty() || said.isEmpty() && !goesOn(sentence, memory)) {
            return Optional.empty();
        }
        Sources.Scoped last = speaking.getLast();
        if (!IN_OFFICE.contains(last.voice().type()) || !last.spoken()) {
            return Optional.empty();
        }
        if (!isSpeech(sentence, said, last)) {
            return Optional.empty();
        }
        int from = said.isEmpty() ? sentence.sentence().from() : last.from();
        while (from < sentence.sentence().to()
                && "了，：“,: \"".indexOf(sentence.text().charAt(from)) >= 0) {
            from++;
        }
        int to = sentence.sentence().to();
        while (to > from && "。”\".！".indexOf(sentence.text().charAt(to - 1)) >= 0) {
            to--;
        }
        List<Hit> topics = sentence.of("topic", from, to);
        List<Hit> mechanisms = sentence.of("mechanism", from, to);
        if (to - from < LENGTH_MIN || topics.isEmpty() && mechanisms.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> mechanism =
                mechanisms.stream()
                        .flatMap(hit -> hit.as("mechanism").stream())
                        .map(Entry::id)
                        .findFirst();
        String topic =
                topics.stream()
                        .flatMap(hit -> hit.as("topic").stream())
                        .map(Entry::id)
                        .findFirst()
                        .orElse("treaty");
        Optional<Participant> speaker =
                last.voice().type() == Link.Type.OFFICIAL_NAMED
                        ? Optional.of(
                                new Participant(
                                        last.voice().by(),
                                        Optional.empty(),
                                        last.voice().of(),
                                        Optional.empty()))
                        : Optional.empty();
        return Optional.of(
                new Found(
                        last.voice(),
                        speaking.stream().map(Sources.Scoped::voice).toList(),
                        speaker,
                        last.voice().verb().orElse(""),
                        topic,
                        mechanism,
                        from,
                        to));
    }

    /**
     * Whether a verb of saying brings words with it: in Chinese a party alone must be followed by a
     * comma, a colon or a quotation mark, or it is the author who tells what it holds.
     */
    private static boolean isSpeech(
            Analysed sentence, List<Sources.Scoped> said, Sources.Scoped last) {
        boolean chinese = sentence.text().charAt(sentence.sentence().from()) > 0x2e80;
        if (said.isEmpty() || !chinese || last.voice().type() == Link.Type.OFFICIAL_NAMED) {
            return true;
        }
        return last.from() < sentence.sentence().to()
                && "，：“「".indexOf(sentence.text().charAt(last.from())) >= 0;
    }

    private static boolean goesOn(Analysed sentence, Memory memory) {
        return memory.inQuote()
                || memory.isTranscript()
                || memory.recent()
                        && sentence.hits().stream().limit(2).anyMatch(hit -> hit.is("goes-on"));
    }
}
