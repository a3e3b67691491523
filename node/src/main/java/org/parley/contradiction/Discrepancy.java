// SPDX-License-Identifier: Apache-2.0
package org.parley.contradiction;

import org.parley.Text;
import org.parley.evidence.Claim;
import org.parley.evidence.Document;
import org.parley.evidence.Fact;
import org.parley.evidence.Link;
import org.parley.evidence.Quote;
import org.parley.evidence.Verdict;
import org.parley.evidence.Word;
import org.parley.extraction.FoundClaim;
import org.parley.time.Edtf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A place at which documents, or a document and the record, do not say the same; or where nothing
 * here can tell. The first verdict that fits is given, innocent explanations before others.
 *
 * @param sides what is said, with its words; all with equal weight
 * @param rule why that verdict, as a sentence of the rule
 * @param reason why the rule fits
 * @param beside entries of the record
 */
public record Discrepancy(
        Kind kind,
        List<Side> sides,
        Verdict verdict,
        String ruleWord,
        Text rule,
        Text reason,
        List<Fact> beside) {

    /** The word of the rule where one text has no date, so that time may explain it. */
    static final String UNDATED = "undated";

    /** More entries of the record than one reads at a glance are left to its own page. */
    private static final int BESIDE_MAX = 6;

    public Discrepancy {
        sides = List.copyOf(sides);
        beside = List.copyOf(beside.subList(0, Math.min(BESIDE_MAX, beside.size())));
    }

    /** Between what. */
    public enum Kind implements Word {
        BETWEEN("between documents", "文件之间"),
        WITHIN("within one document", "同一文件之内"),
        RECORD("between a document and the record", "文件与记录之间"),
        CALENDAR("between a document and the calendar", "文件与历法之间");

        private final String english;
        private final String chinese;

        Kind(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }

        @Override
        public Text text() {
            return Text.of(english, chinese);
        }
    }

    /**
     * One that says something.
     *
     * @param claim id of the found claim; empty where the words alone are looked at
     * @param also other documents that say the same: copies of this one, or relays of one voice
     * @param times how often the document itself says it
     */
    public record Side(
            Document document,
            Optional<String> claim,
            Quote quote,
            Text says,
            List<Link> chain,
            Edtf said,
            List<Document> also,
            int times,
            boolean exercise) {
        public Side {
            chain = List.copyOf(chain);
            also = List.copyOf(also);
        }

        /** The same with other documents that say it. */
        Side alsoIn(Document other, List<Document> others) {
            List<Document> all = new ArrayList<>(also);
            all.add(other);
            all.addAll(others);
            List<Document> distinct =
                    all.stream().distinct().filter(one -> !one.equals(document)).toList();
            return new Side(document, claim, quote, says, chain, said, distinct, times, exercise);
        }

        /** Who says so, outermost first. */
        public String who(String language) {
            List<String> links = new ArrayList<>();
            for (Link link : chain) {
                links.add(link.who().in(language) + " (" + link.type().text().in(language) + ")");
            }
            return String.join(" < ", links);
        }
    }

    /** Whether an innocent explanation was found. */
    public boolean explained() {
        return ruleWord.equals(UNDATED)
                || switch (verdict) {
                    case CHANGED_OVER_TIME,
                            DIFFERENT_QUANTITY,
                            DIFFERENT_ESTIMATOR,
                            NO_CONTRADICTION,
                            AS_RECORDED ->
                            true;
                    case DATES_DIFFER,
                            AMBIGUOUS,
                            IMPRECISE,
                            CONTRADICTS_RECORD,
                            DISPUTE,
                            ERROR_IN_SOURCE,
                            CHECK,
                            INCONSISTENT_WITHIN,
                            AUTHOR_JUDGEMENT,
                            TENSION,
                            NOT_IN_RECORD,
                            NOT_VERIFIABLE,
                            IMPOSSIBLE ->
                            false;
                };
    }

    /** The same with another document in which its one side stands. */
    Discrepancy alsoIn(Document other) {
        List<Side> all = sides.stream().map(side -> side.alsoIn(other, List.of())).toList();
        return new Discrepancy(kind, all, verdict, ruleWord, rule, reason, beside);
    }

    public boolean exercise() {
        return sides.stream().anyMatch(Side::exercise);
    }

    /** A claim with where it stands. */
    record Placed(Claim claim, FoundClaim found, ReadText text, int times, List<Document> also) {
        Placed {
            also = List.copyOf(also);
        }

        Side side() {
            return new Side(
                    text.document(),
                    Optional.of(found.id()),
                    claim.quote().orElseThrow(),
                    claim.says(),
                    claim.chain(),
                    claim.timing().said(),
                    also,
                    times,
                    claim.exercise());
        }
    }
}
