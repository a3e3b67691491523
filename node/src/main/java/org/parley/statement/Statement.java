// SPDX-License-Identifier: Apache-2.0
package org.parley.statement;

import org.parley.Place;
import org.parley.Text;
import org.parley.time.Edtf;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who says what, when, under which provision, with which source, to whom. Immutable.
 *
 * @param id SHA-256 of the canonical text
 * @param ref the local name under which the record knows it
 * @param by the author; never more than one
 * @param under the provision it is made under, such as {@code duties.half_yearly_data}
 * @param caseId the case of a procedure it belongs to
 * @param place where in the record it stands
 */
public record Statement(
        Id id,
        String ref,
        Kind kind,
        Optional<String> form,
        String by,
        List<String> to,
        Optional<String> under,
        Optional<String> caseId,
        Optional<String> re,
        Times times,
        Body body,
        Optional<Text> text,
        List<Reporter> reported,
        Source source,
        String audience,
        Optional<Text> note,
        boolean unverified,
        Place place) {

    public Statement {
        to = List.copyOf(to);
        reported = List.copyOf(reported);
    }

    /**
     * When it was said and who could know it.
     *
     * @param received by party; treaty time runs on receipt
     * @param published when the public could know; bounds receipt from above
     * @param publishedAssumed the date is an assumption, and shown as one
     * @param delivery of one that was said on a node
     */
    public record Times(
            Optional<Edtf> made,
            Map<String, Edtf> received,
            Optional<Edtf> published,
            boolean publishedAssumed,
            Optional<Delivery> delivery) {
        public static final Times NONE =
                new Times(Optional.empty(), Map.of(), Optional.empty(), false);

        public Times {
            received = Map.copyOf(received);
        }

        /** Of a statement in a record written by people. */
        public Times(
                Optional<Edtf> made,
                Map<String, Edtf> received,
                Optional<Edtf> published,
                boolean publishedAssumed) {
            this(made, received, published, publishedAssumed, Optional.empty());
        }
    }

    /**
     * One that is made up, for exercises: public, without source, remark or case; its id is its
     * ref.
     */
    public static Statement plain(
            String ref,
            Kind kind,
            Optional<String> form,
            String by,
            Optional<String> under,
            Times times,
            Body body) {
        return new Statement(
                Id.of(ref),
                ref,
                kind,
                form,
                by,
                List.of(),
                under,
                Optional.empty(),
                Optional.empty(),
                times,
                body,
                Optional.empty(),
                List.of(),
                Source.NONE,
                "public",
                Optional.empty(),
                false,
                Place.of("exercise"));
    }

    /** The same under the id that its author signed. */
    public Statement withId(Id signed) {
        return new Statement(
                signed,
                ref,
                kind,
                form,
                by,
                to,
                under,
                caseId,
                re,
                times,
                body,
                text,
                reported,
                source,
                audience,
                note,
                unverified,
                place);
    }

    /** The same, delivered by nodes. */
    public Statement delivered(Delivery delivery) {
        return new Statement(
                id,
                ref,
                kind,
                form,
                by,
                to,
                under,
                caseId,
                re,
                new Times(
                        times.made(),
                        times.received(),
                        times.published(),
                        times.publishedAssumed(),
                        Optional.of(delivery)),
                body,
                text,
                reported,
                source,
                audience,
                note,
                unverified,
                place);
    }

    /** Whom its figures are of: its author, unless it says otherwise. */
    public String subject() {
        return body instanceof Body.Declare declare ? declare.party().orElse(by) : by;
    }

    /** The moment of receipt by a party, where the record has one that is exact to the second. */
    public Optional<Instant> receivedAt(String party) {
        return Optional.ofNullable(times.received().get(party)).flatMap(Edtf::instant);
    }

    /** The first day by which it was surely received by the given party, if the record says so. */
    public Optional<LocalDate> receivedDay(String party, ZoneId zone) {
        return Optional.ofNullable(times.received().get(party)).flatMap(edtf -> edtf.lastDay(zone));
    }

    /**
     * The day from whose end on a view knows this statement. In a party's view that is its receipt,
     * and for its own words the day it said them; in the public view it is publication. Where the
     * record has neither, the earliest date that it does have stands in.
     */
    public LocalDate knownFrom(Optional<String> accordingTo, ZoneId zone) {
        if (accordingTo.isPresent()) {
            String viewer = accordingTo.get();
            Optional<LocalDate> own =
                    by.equals(viewer)
                            ? times.made().flatMap(edtf -> edtf.lastDay(zone))
                            : receivedDay(viewer, zone);
            if (own.isPresent()) {
                return own.get();
            }
        }
        return times.published()
                .flatMap(edtf -> edtf.lastDay(zone))
                .or(() -> firstReceipt(zone))
                .or(() -> times.made().flatMap(edtf -> edtf.lastDay(zone)))
                .orElseGet(() -> about(zone).orElse(LocalDate.MIN));
    }

    private Optional<LocalDate> firstReceipt(ZoneId zone) {
        return times.received().values().stream()
                .flatMap(edtf -> edtf.lastDay(zone).stream())
                .min(LocalDate::compareTo);
    }

    /** The day that the statement is about: as-of, event or effect. */
    public Optional<LocalDate> about(ZoneId zone) {
        return switch (body) {
            case Body.Act act ->
                    act.effective()
                            .or(act::notified)
                            .or(act::decided)
                            .flatMap(edtf -> edtf.lastDay(zone));
            case Body.Declare declare -> Optional.of(declare.asOf());
            case Body.Change change -> Optional.of(change.day());
            case Body.Totals totals -> Optional.of(totals.asOf());
            case Body.Filled filled -> filled.asOf();
            case Body.Decide decide -> decide.from().flatMap(edtf -> edtf.lastDay(zone));
            case Body.Dispute dispute -> Optional.empty();
            case Body.Claim claim -> Optional.empty();
            case Body.Said said -> Optional.empty();
            case Body.Contact contact -> contact.on().flatMap(edtf -> edtf.lastDay(zone));
            case Body.Account account -> account.on().lastDay(zone);
            case Body.Unknown unknown -> Optional.empty();
        };
    }
}
