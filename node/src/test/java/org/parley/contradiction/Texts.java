// SPDX-License-Identifier: Apache-2.0
package org.parley.contradiction;

import org.parley.Place;
import org.parley.document.DocumentReader;
import org.parley.document.ReadDocument;
import org.parley.evidence.Assertion;
import org.parley.evidence.Basis;
import org.parley.evidence.Fact;
import org.parley.evidence.Link;
import org.parley.evidence.RecordLookup;
import org.parley.evidence.Status;
import org.parley.extraction.FoundClaim;
import org.parley.extraction.reading.Extractor;
import org.parley.extraction.reading.Suspects;
import org.parley.record.Folders;
import org.parley.record.Library;
import org.parley.time.Edtf;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Short neutral texts with found claims given by hand, so that only the comparing is tested. */
final class Texts {
    static final Path LIBRARY = Path.of(System.getProperty("parley.root", "..")).resolve("library");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    private final List<FoundClaim> claims = new ArrayList<>();
    private final ReadDocument document;
    private final Optional<Edtf> published;

    private Texts(String name, String text, Optional<Edtf> published) {
        this.document = DocumentReader.read(text.getBytes(StandardCharsets.UTF_8), name);
        this.published = published;
    }

    static Texts dated(String name, String text, String day) {
        return new Texts(name, text, Optional.of(Edtf.parse(day, Place.of(name))));
    }

    static Texts undated(String name, String text) {
        return new Texts(name, text, Optional.empty());
    }

    /** A found claim of these words, with the rest as plain as can be. */
    final class Found {
        private final FoundClaim.Kind kind;
        private final String words;
        private List<String> actors = List.of();
        private Optional<String> mechanism = Optional.empty();
        private Optional<String> action = Optional.empty();
        private Optional<String> topic = Optional.empty();
        private Optional<String> place = Optional.empty();
        private Optional<FoundClaim.When> when = Optional.empty();
        private Optional<FoundClaim.Figure> figure = Optional.empty();
        private Optional<Status> status = Optional.empty();
        private Assertion assertion = Assertion.ASSERTED;
        private boolean denied;
        private List<FoundClaim.Voice> chain = List.of();

        private Found(FoundClaim.Kind kind, String words) {
            this.kind = kind;
            this.words = words;
        }

        Found of(String... codes) {
            actors = List.of(codes);
            return this;
        }

        Found under(String id) {
            mechanism = Optional.of(id);
            return this;
        }

        Found action(String word) {
            action = Optional.of(word);
            return this;
        }

        Found topic(String word) {
            topic = Optional.of(word);
            return this;
        }

        Found at(String where) {
            place = Optional.of(where);
            return this;
        }

        Found on(String edtf) {
            when = Optional.of(when(edtf));
            return this;
        }

        Found status(Status word) {
            status = Optional.of(word);
            return this;
        }

        Found put(Assertion how) {
            assertion = how;
            return this;
        }

        Found denied() {
            denied = true;
            return this;
        }

        Found saidBy(String who, Link.Type type) {
            return saidBy(who, type, Optional.empty());
        }

        /** Officially, for a party. */
        Found saidFor(String party) {
            return saidBy(party, Link.Type.OFFICIAL_READOUT, Optional.of(party));
        }

        private Found saidBy(String who, Link.Type type, Optional<String> party) {
            chain =
                    List.of(
                            new FoundClaim.Voice(
                                    who, type, party, Optional.empty(), Optional.empty()));
            return this;
        }

        Found figure(long value, String qualifier, String unit, String measure) {
            figure =
                    Optional.of(
                            new FoundClaim.Figure(
                                    BigDecimal.valueOf(value),
                                    Optional.empty(),
                                    unit,
                                    measure,
                                    qualifier,
                                    when,
                                    "stated",
                                    Optional.empty()));
            return this;
        }

        Texts and() {
            String raw = document.raw();
            int from = raw.indexOf(words);
            if (from < 0) {
                throw new AssertionError("not in the text: " + words);
            }
            int first = raw.codePointCount(0, from);
            FoundClaim.About about =
                    new FoundClaim.About(
                            action,
                            Optional.empty(),
                            Optional.empty(),
                            place,
                            topic,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty());
            claims.add(
                    new FoundClaim(
                            "id" + claims.size(),
                            kind,
                            actors,
                            List.of(),
                            mechanism,
                            about,
                            when,
                            figure,
                            status,
                            assertion,
                            denied,
                            chain,
                            new FoundClaim.Anchor(
                                    document.id(),
                                    first,
                                    first + words.codePointCount(0, words.length()),
                                    words,
                                    words,
                                    "",
                                    "",
                                    Optional.empty(),
                                    List.of()),
                            List.of("by-hand"),
                            100));
            return Texts.this;
        }
    }

    private static FoundClaim.When when(String edtf) {
        return new FoundClaim.When(Optional.of(edtf), Optional.empty(), edtf, Basis.STATED);
    }

    Found found(FoundClaim.Kind kind, String words) {
        return new Found(kind, words);
    }

    ReadText read() {
        List<FoundClaim> all = new ArrayList<>(claims);
        all.addAll(Suspects.in(document));
        return ReadText.of(
                new Extractor.Extraction(document, all, Optional.empty()),
                document.name(),
                published,
                TODAY);
    }

    static Contradictions compare(List<Fact> record, Texts... texts) {
        return Contradictions.of(List.of(texts).stream().map(Texts::read).toList(), record, TODAY);
    }

    /** What the shipped library has, where contradictions.yaml asks it. */
    static List<Fact> record() {
        Path file = LIBRARY.resolve("contradictions.yaml");
        return RecordLookup.read(
                        "contradictions.yaml",
                        Folders.text(file),
                        Library.open(LIBRARY, Path.of("no-such-home")))
                .knownOn(TODAY);
    }
}
