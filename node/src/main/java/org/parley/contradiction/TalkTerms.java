// SPDX-License-Identifier: Apache-2.0
package org.parley.contradiction;

import org.parley.evidence.Aspect;
import org.parley.evidence.Status;
import org.parley.evidence.Subject;
import org.parley.extraction.FoundClaim;

import java.util.Optional;
import java.util.regex.Pattern;

/** Meetings, channels, positions: talks of one field between the same sides are one matter. */
final class TalkTerms {
    static final String ARMS_CONTROL = "arms-control-talks";
    static final String MILITARY = "military-talks";
    static final String ANY = "talks";

    private static final Pattern ARMS_WORDS =
            Pattern.compile("军控|防扩散|战略武器|战略稳定|arms[- ]control|proliferation|strategic stability");
    private static final Pattern MILITARY_WORDS =
            Pattern.compile("两军|军方|军事|防务|国防|解放军|militar|defen[cs]e");

    /** "Not on a bilateral basis" refuses bilateral talks, not talks altogether. */
    private static final Pattern NOT_BILATERAL =
            Pattern.compile(
                    "不[^，。；]{0,8}双边[^，。；]{0,10}(?:讨论|谈|对话|磋商)" + "|not [^.;]{0,40}bilateral");

    private TalkTerms() {}

    static Optional<FoundAsClaim.What> of(FoundClaim found) {
        return switch (found.kind()) {
            case MEETING -> Optional.of(meeting(found));
            case CHANNEL -> Optional.of(what(found, Aspect.CONTACT, status(found, Status.HELD)));
            case POSITION -> position(found);
            case PARTICIPATION ->
                    found.mechanism()
                            .map(mechanism ->
                                    new FoundAsClaim.What(
                                            new Subject(
                                                    mechanism,
                                                    Aspect.PARTICIPATION,
                                                    found.actors(),
                                                    Optional.empty(),
                                                    false),
                                            Status.HELD,
                                            Optional.empty(),
                                            Optional.empty(),
                                            found.denied(),
                                            FoundAsClaim.when(found)));
            case MEETING_CLAIM -> Optional.of(what(found, Aspect.MEETING_HELD, Status.HELD));
            case QUANTITY,
                    TREATY_ACTION,
                    STATEMENT,
                    COMMITMENT,
                    DEADLINE,
                    LIMIT,
                    NO_RESPONSE,
                    DATE_SUSPECT,
                    OFFICE ->
                    Optional.empty();
        };
    }

    private static FoundAsClaim.What meeting(FoundClaim found) {
        Status status = status(found, Status.HELD);
        Aspect aspect =
                switch (status) {
                    case PROPOSED, ANNOUNCED, SCHEDULED, POSTPONED -> Aspect.MEETING_PLANNED;
                    case HELD, CANCELLED -> Aspect.MEETING_HELD;
                    case SUSPENDED, RESUMED, EXPIRED -> Aspect.CONTACT;
                    case REFUSED -> Aspect.WILLINGNESS_TO_TALK;
                };
        return what(found, aspect, status);
    }

    private static Optional<FoundAsClaim.What> position(FoundClaim found) {
        String topic = found.about().topic().orElse("");
        if (topic.equals("talks")) {
            boolean refused =
                    found.denied() || NOT_BILATERAL.matcher(found.anchor().shown()).find();
            Status status = refused ? Status.REFUSED : Status.HELD;
            return Optional.of(
                    new FoundAsClaim.What(
                            subject(found, Aspect.WILLINGNESS_TO_TALK),
                            status,
                            Optional.empty(),
                            Optional.empty(),
                            false,
                            FoundAsClaim.when(found)));
        }
        return topic.isEmpty() || topic.equals("treaty")
                ? Optional.empty()
                : Optional.of(
                        new FoundAsClaim.What(
                                new Subject(
                                        topic,
                                        Aspect.POSITION,
                                        found.actors(),
                                        Optional.empty(),
                                        false),
                                Status.HELD,
                                Optional.empty(),
                                Optional.empty(),
                                found.denied(),
                                FoundAsClaim.when(found)));
    }

    private static Status status(FoundClaim found, Status otherwise) {
        return found.status().orElse(otherwise);
    }

    private static FoundAsClaim.What what(FoundClaim found, Aspect aspect, Status status) {
        return new FoundAsClaim.What(
                subject(found, aspect),
                status,
                Optional.empty(),
                Optional.empty(),
                found.denied(),
                FoundAsClaim.when(found));
    }

    private static Subject subject(FoundClaim found, Aspect aspect) {
        return new Subject(field(found), aspect, found.actors(), found.mechanism(), false);
    }

    private static String field(FoundClaim found) {
        String words = found.anchor().shown();
        if (ARMS_WORDS.matcher(words).find()) {
            return ARMS_CONTROL;
        }
        boolean officers = found.about().level().filter("top-military"::equals).isPresent();
        return officers || MILITARY_WORDS.matcher(words).find() ? MILITARY : ANY;
    }
}
