// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.document.Block;
import org.parley.document.NoteMark;
import org.parley.document.ReadDocument;
import org.parley.evidence.Link;
import org.parley.extraction.FoundClaim.Voice;
import org.parley.extraction.FoundClaim.When;
import org.parley.extraction.dates.Dates;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Hit;
import org.parley.lexicon.Lexicon;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the footnote of a sentence says of its figures: whose they are, and of when. */
final class Footnotes {
    private final ReadDocument document;
    private final Lexicon lexicon;
    private final Optional<LocalDate> anchor;

    Footnotes(ReadDocument document, Lexicon lexicon, Optional<LocalDate> anchor) {
        this.document = document;
        this.lexicon = lexicon;
        this.anchor = anchor;
    }

    /** Source and date that a footnote gives; each may be missing. */
    record Source(Optional<Voice> voice, Optional<When> asOf) {
        static final Source NONE = new Source(Optional.empty(), Optional.empty());
    }

    /** The source named by the first footnote whose mark stands in or just after a sentence. */
    Source of(Part sentence) {
        for (NoteMark mark : document.notes()) {
            boolean held = mark.block() >= 0;
            if (held && mark.at() >= sentence.from() && mark.at() <= sentence.to() + 1) {
                return read(document.blocks().get(mark.block()));
            }
        }
        return Source.NONE;
    }

    private Source read(Block note) {
        String text = document.text().value();
        List<Dates.Found> dates = Dates.in(text, note.from(), note.to());
        Optional<When> asOf =
                dates.stream()
                        .findFirst()
                        .map(date ->
                                new Reckoner(anchor, false)
                                        .reckon(
                                                date.date(),
                                                text.substring(date.from(), date.to()),
                                                false))
                        .map(when ->
                                new When(
                                        when.edtf(),
                                        when.relative(),
                                        when.shown(),
                                        org.parley.evidence.Basis.FOOTNOTE));
        Optional<Voice> voice =
                lexicon.hits(text, note.from(), note.to(), List.of()).stream()
                        .filter(hit -> hit.as("organisation").isPresent())
                        .findFirst()
                        .map(hit -> voice(text, hit));
        return new Source(voice, asOf);
    }

    private static Voice voice(String text, Hit hit) {
        boolean official =
                hit.as("organisation")
                        .flatMap(entry -> entry.of("type"))
                        .filter("official"::equals)
                        .isPresent();
        return new Voice(
                text.substring(hit.from(), hit.to()),
                official ? Link.Type.OFFICIAL_READOUT : Link.Type.ORGANISATION,
                hit.as("organisation").flatMap(entry -> entry.of("party")),
                Optional.empty(),
                Optional.empty());
    }
}
