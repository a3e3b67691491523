// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction;

import org.parley.evidence.Assertion;
import org.parley.evidence.Link;
import org.parley.evidence.Status;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Something that a document is found to say, with the words that say it.
 *
 * @param id hash of document, place and content: the same text gives the same id
 * @param actors codes of the library, {@code CN}, {@code US}; in the order of the text
 * @param mechanism id of the library, if it names one; {@code named:} and a name of a treaty that
 *     the library does not have
 * @param about what further slots say it: {@code action}, {@code level}, {@code format}, {@code
 *     place}, {@code topic}, {@code channel}, {@code step}, {@code scope}
 * @param figure the number, of quantities and limits
 * @param status what is said to have happened to the thing; empty where none is said
 * @param denied whether it is said not to be so
 * @param chain who says so, outermost first; empty for the document's own voice
 * @param rules which patterns or frames found it
 * @param certainty from 0 to 100: how many of its slots the sentence itself gives
 */
public record FoundClaim(
        String id,
        Kind kind,
        List<String> actors,
        List<Participant> participants,
        Optional<String> mechanism,
        About about,
        Optional<When> when,
        Optional<Figure> figure,
        Optional<Status> status,
        Assertion assertion,
        boolean denied,
        List<Voice> chain,
        Anchor anchor,
        List<String> rules,
        int certainty) {

    public FoundClaim {
        actors = List.copyOf(actors);
        participants = List.copyOf(participants);
        chain = List.copyOf(chain);
        rules = List.copyOf(rules);
    }

    /** What stands before the name of a treaty that the library does not have. */
    public static final String NAMED = "named:";

    /**
     * The name that a mechanism has which is known by nothing else; empty of one of the library.
     */
    public static Optional<String> nameIn(String mechanism) {
        return Optional.of(mechanism)
                .filter(id -> id.startsWith(NAMED))
                .map(id -> id.substring(NAMED.length()));
    }

    /** What stands before who proposed a claim that no rule found, in place of a rule. */
    public static final String PROPOSED = "proposed-by:";

    /** Who proposed it, {@code model NAME}, where no rule found it: it counts for nothing yet. */
    public Optional<String> proposedBy() {
        return rules.stream()
                .filter(rule -> rule.startsWith(PROPOSED))
                .map(rule -> rule.substring(PROPOSED.length()))
                .findFirst();
    }

    /** {@code USA} for {@code US}, as ISO 3166-1 has it; other codes stay. */
    public static String three(String code) {
        return Codes.three(code);
    }

    /** The same with where else the document says it. */
    public FoundClaim alsoAt(List<int[]> again) {
        Anchor there =
                new Anchor(
                        anchor.document(),
                        anchor.from(),
                        anchor.to(),
                        anchor.exact(),
                        anchor.shown(),
                        anchor.prefix(),
                        anchor.suffix(),
                        anchor.page(),
                        again);
        return new FoundClaim(
                id,
                kind,
                actors,
                participants,
                mechanism,
                about,
                when,
                figure,
                status,
                assertion,
                denied,
                chain,
                there,
                rules,
                certainty);
    }

    /** What sort of thing is said. */
    public enum Kind {
        MEETING,
        QUANTITY,
        TREATY_ACTION,
        STATEMENT,
        COMMITMENT,
        POSITION,
        PARTICIPATION,
        CHANNEL,
        DEADLINE,
        LIMIT,
        NO_RESPONSE,
        /** That a meeting is the first of its sort. */
        MEETING_CLAIM,
        /** That a date should be looked at twice. */
        DATE_SUSPECT,
        /** That somebody takes an office, or leaves it. */
        OFFICE;

        /** As written in files: {@code treaty_action}. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * Somebody who takes part, or speaks.
     *
     * @param name as the text has it
     * @param latin the Latin name that stands beside it, if any
     * @param side code of the party, if known
     * @param role as the text has it
     */
    public record Participant(
            String name, Optional<String> latin, Optional<String> side, Optional<String> role) {}

    /**
     * Who says so.
     *
     * @param by as the text has it
     * @param type what sort of voice
     * @param of party whose office it is
     * @param on when it was said, if the text says
     * @param verb with which it is said
     */
    public record Voice(
            String by,
            Link.Type type,
            Optional<String> of,
            Optional<When> on,
            Optional<String> verb) {

        /** The same voice in another verb. */
        public Voice with(String other) {
            return new Voice(by, type, of, on, Optional.of(other));
        }

        /** The same voice on a day. */
        public Voice on(When day) {
            return new Voice(by, type, of, Optional.of(day), verb);
        }
    }

    /**
     * A number with what it takes to compare it.
     *
     * @param value the number, exactly as written; the lower one of a range
     * @param high the upper one of a range
     * @param unit {@code warheads}, {@code USD}, {@code intercepts}
     * @param measure what is counted, in which state: {@code nuclear-warheads-deployed}
     * @param qualifier {@code exact}, {@code about}, {@code more-than}, {@code less-than}, {@code
     *     at-least}, {@code at-most}, {@code range}
     * @param asOf date for which it holds
     * @param basis {@code declared}, {@code estimate}, {@code limit}, {@code projection}, {@code
     *     stated}
     * @param against party to which it was done
     */
    public record Figure(
            BigDecimal value,
            Optional<BigDecimal> high,
            String unit,
            String measure,
            String qualifier,
            Optional<When> asOf,
            String basis,
            Optional<String> against) {
        public Figure {
            value = plain(value);
            high = high.map(Figure::plain);
        }

        /** So that 500 and 500.0 are the same figure, and neither is written 5E+2. */
        public static BigDecimal plain(BigDecimal number) {
            BigDecimal stripped = number.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }
    }

    /**
     * A date as the text has it, and what it comes to.
     *
     * @param edtf the date; empty as long as the text has no date of its own to reckon from
     * @param relative what is to be reckoned, {@code week+1}, where it has to be
     * @param shown the words
     * @param basis how it is known
     */
    public record When(
            Optional<String> edtf,
            Optional<String> relative,
            String shown,
            org.parley.evidence.Basis basis) {}

    /**
     * Where the words stand. All offsets count Unicode code points of the raw text from 0, as
     * {@link org.parley.evidence.Quote} does.
     *
     * @param document {@code sha256:…} of the raw bytes
     * @param exact the words, exactly as the raw text has them, mark-up and all
     * @param shown the same without mark-up, in simplified characters
     * @param prefix up to 32 characters before
     * @param suffix up to 32 characters after
     * @param page of a PDF, from 1
     * @param alsoAt where the same document says the same again: from, to
     */
    public record Anchor(
            String document,
            int from,
            int to,
            String exact,
            String shown,
            String prefix,
            String suffix,
            Optional<Integer> page,
            List<int[]> alsoAt) {
        public Anchor {
            alsoAt = List.copyOf(alsoAt);
        }
    }

    /** Slots that some kinds have. */
    public record About(
            Optional<String> action,
            Optional<String> level,
            Optional<String> format,
            Optional<String> place,
            Optional<String> topic,
            Optional<String> channel,
            Optional<String> step,
            Optional<String> scope) {
        public static final About NOTHING =
                new About(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());

        /** An act, or a topic, and nothing else. */
        public static About of(
                Optional<String> action, Optional<String> topic, Optional<String> scope) {
            return new About(
                    action,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    topic,
                    Optional.empty(),
                    Optional.empty(),
                    scope);
        }
    }
}
