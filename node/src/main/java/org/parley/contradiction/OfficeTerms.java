// SPDX-License-Identifier: Apache-2.0
package org.parley.contradiction;

import org.parley.evidence.Aspect;
import org.parley.evidence.Status;
import org.parley.evidence.Subject;
import org.parley.extraction.FoundClaim;
import org.parley.extraction.reading.Offices;

import java.util.List;
import java.util.Optional;

/** Who takes an office or leaves it: one matter for each person. */
public final class OfficeTerms {
    /** What tenures are about, of whomever; which person it is stands in the event. */
    public static final String OFFICE = "office";

    private OfficeTerms() {}

    /** The subject of a tenure's end or beginning. */
    public static Subject subject(Aspect aspect, List<String> of, String person) {
        return new Subject(OFFICE, aspect, of, Optional.of(person), false);
    }

    static Optional<FoundAsClaim.What> of(FoundClaim found) {
        Aspect aspect =
                found.about().action().filter(Offices.BEGAN::equals).isPresent()
                        ? Aspect.OFFICE_BEGAN
                        : Aspect.OFFICE_ENDED;
        return Offices.person(found)
                .map(person ->
                        new FoundAsClaim.What(
                                subject(aspect, found.actors(), person),
                                found.status().orElse(Status.HELD),
                                Optional.empty(),
                                Optional.empty(),
                                found.denied(),
                                FoundAsClaim.when(found)));
    }
}
