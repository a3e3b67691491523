// SPDX-License-Identifier: Apache-2.0
package org.parley.contradiction;

import org.parley.Place;
import org.parley.Text;
import org.parley.evidence.Assertion;
import org.parley.evidence.Basis;
import org.parley.evidence.Document;
import org.parley.evidence.Status;
import org.parley.extraction.FoundClaim;
import org.parley.extraction.reading.Extractor;
import org.parley.time.Edtf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A document with what was found in it and when it was published, as far as that is known.
 *
 * @param dated whether the day is stated, or given by a person; else only bounds of it are known
 */
public record ReadText(Document document, Extractor.Extraction extraction, boolean dated) {
    private static final Pattern AHEAD =
            Pattern.compile("将|拟|计划|预计|到期前|之前|will |plan|expect|before 20|by 20");

    /**
     * A document that was read.
     *
     * @param name under which it is at hand
     * @param given the day that a person gave it
     * @param readOn the day by which it was at hand; it was not published later
     */
    public static ReadText of(
            Extractor.Extraction extraction, String name, Optional<Edtf> given, LocalDate readOn) {
        Optional<Edtf> stated = given.or(() -> extraction.published());
        Edtf published = stated.orElseGet(() -> bounds(extraction, readOn));
        String title =
                extraction.document().metadata().title().filter(t -> !t.isBlank()).orElse(name);
        return new ReadText(
                new Document(
                        extraction.document().id(),
                        Text.same(title),
                        name,
                        extraction.document().language(),
                        published),
                extraction,
                stated.isPresent());
    }

    /**
     * Between which days an undated text was written: not before what it tells as past with a date
     * of its own, not after what it tells as still to come, nor after it was read. Nothing is
     * guessed in between.
     */
    static Edtf bounds(Extractor.Extraction extraction, LocalDate readOn) {
        LocalDate first = LocalDate.MIN;
        List<LocalDate> ends = new ArrayList<>();
        for (FoundClaim claim : extraction.claims()) {
            Optional<Edtf> when =
                    claim.when()
                            .filter(w -> w.basis() == Basis.STATED)
                            .flatMap(FoundClaim.When::edtf)
                            .map(text -> Edtf.parse(text, Place.of(extraction.document().name())));
            if (when.isEmpty()) {
                continue;
            }
            if (isAhead(claim)) {
                when.get().latest().ifPresent(ends::add);
            } else if (claim.assertion() == Assertion.ASSERTED
                    || claim.assertion() == Assertion.DENIED) {
                LocalDate begin = when.get().earliest().orElse(first);
                first = begin.isAfter(first) ? begin : first;
            }
        }
        // What was planned before something past is no bound: the text looks back on the plan.
        LocalDate begin = first.isAfter(readOn) ? LocalDate.MIN : first;
        LocalDate last =
                ends.stream()
                        .filter(end -> !end.isBefore(begin) && end.isBefore(readOn))
                        .min(LocalDate::compareTo)
                        .orElse(readOn);
        return Edtf.parse(
                (begin.equals(LocalDate.MIN) ? ".." : begin) + "/" + last, Place.of("a text"));
    }

    private static boolean isAhead(FoundClaim claim) {
        return claim.status()
                        .filter(s ->
                                s == Status.SCHEDULED
                                        || s == Status.ANNOUNCED
                                        || s == Status.PROPOSED)
                        .isPresent()
                || claim.assertion() == Assertion.PROJECTED
                || AHEAD.matcher(claim.anchor().shown()).find();
    }

    /** The same file; its claims follow from it. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ReadText that
                && document.id().equals(that.document.id())
                && document.file().equals(that.document.file());
    }

    @Override
    public int hashCode() {
        return document.id().hashCode() + document.file().hashCode();
    }
}
