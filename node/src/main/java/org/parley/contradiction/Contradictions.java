// SPDX-License-Identifier: Apache-2.0
package org.parley.contradiction;

import org.parley.Text;
import org.parley.contradiction.Discrepancy.Placed;
import org.parley.evidence.AgainstRecord;
import org.parley.evidence.Aspect;
import org.parley.evidence.Claim;
import org.parley.evidence.Document;
import org.parley.evidence.Fact;
import org.parley.evidence.Link;
import org.parley.evidence.Status;
import org.parley.extraction.FoundClaim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What documents say otherwise than each other or than the record, and what the record does not
 * have. A pure function of the documents, the record and a day; nothing is corrected.
 *
 * @param compared claims that could be compared
 * @param asRecorded of them, those that the record has too
 * @param leftOut found claims that have no terms in which they could be compared, by kind
 * @param discrepancies those without an innocent explanation first
 * @param news what the record has nothing like, by the day of the document
 */
public record Contradictions(
        LocalDate knownOn,
        List<ReadText> texts,
        Map<Document, Document> copies,
        int compared,
        int asRecorded,
        Map<String, Integer> leftOut,
        List<Discrepancy> discrepancies,
        List<Discrepancy.Side> news) {

    public Contradictions {
        texts = List.copyOf(texts);
        discrepancies = List.copyOf(discrepancies);
        news = List.copyOf(news);
    }

    /**
     * Compares.
     *
     * @param texts documents that were read; those published later than the day are left out
     * @param record what was known by that day
     */
    public static Contradictions of(List<ReadText> texts, List<Fact> record, LocalDate knownOn) {
        List<ReadText> known =
                texts.stream()
                        .filter(text ->
                                text.document()
                                        .published()
                                        .earliest()
                                        .map(day -> !day.isAfter(knownOn))
                                        .orElse(true))
                        .toList();
        return new Work(record, knownOn).on(known);
    }

    private static final class Work {
        private final List<Fact> record;
        private final LocalDate knownOn;
        private final List<Placed> placed = new ArrayList<>();
        private final Map<ReadText, List<Integer>> where = new HashMap<>();
        private final Map<String, Integer> leftOut = new TreeMap<>();
        private final List<Discrepancy> found = new ArrayList<>();
        private final List<Discrepancy.Side> news = new ArrayList<>();
        private final Map<List<Object>, Integer> told = new HashMap<>();
        private final Set<List<Object>> seen = new HashSet<>();
        private int asRecorded;

        Work(List<Fact> record, LocalDate knownOn) {
            this.record = record.stream().filter(fact -> fact.knownOn(knownOn)).toList();
            this.knownOn = knownOn;
        }

        Contradictions on(List<ReadText> texts) {
            Map<ReadText, ReadText> first = Copies.of(texts);
            texts.forEach(text -> place(text, first.getOrDefault(text, text)));
            placed.forEach(this::besideRecord);
            Candidates.in(placed).forEach(this::compare);
            found.addAll(CalendarChecks.of(placed));
            found.addAll(CalendarChecks.of(first, record));
            found.sort(
                    Comparator.comparing(Discrepancy::explained)
                            .thenComparing(one -> one.kind() == Discrepancy.Kind.WITHIN));
            Map<Document, Document> copies = new LinkedHashMap<>();
            first.forEach((copy, of) -> {
                if (!copy.equals(of)) {
                    copies.put(copy.document(), of.document());
                }
            });
            return new Contradictions(
                    knownOn, texts, copies, placed.size(), asRecorded, leftOut, found, news);
        }

        /** Of states, one difference between a claim and a text is enough: the rest repeat it. */
        private void compare(Candidates.Two two) {
            Optional<Discrepancy> one = Comparing.of(two, record);
            if (one.isPresent() && two.one().content().amount().isEmpty()) {
                String verdict = one.get().verdict().word();
                boolean a = seen.add(List.of(two.a(), two.b().text(), verdict));
                boolean b = seen.add(List.of(two.b(), two.a().text(), verdict));
                one = one.filter(_ -> a && b);
            }
            one.ifPresent(found::add);
        }

        private void place(ReadText text, ReadText original) {
            int number = 0;
            for (FoundClaim claim : text.extraction().claims()) {
                number++;
                Optional<Claim> made = FoundAsClaim.of(text, claim, number);
                if (made.isEmpty()) {
                    leftOut.merge(claim.kind().word(), 1, Integer::sum);
                    continue;
                }
                int at = before(made.get(), text, original);
                int times = 1 + claim.anchor().alsoAt().size();
                if (at < 0) {
                    where.computeIfAbsent(text, _ -> new ArrayList<>()).add(placed.size());
                    placed.add(new Placed(made.get(), claim, text, times, List.of()));
                } else {
                    placed.set(at, again(placed.get(at), text, times));
                }
            }
        }

        /** Where the same was said already, in this text or in the one that it copies. */
        private int before(Claim claim, ReadText text, ReadText original) {
            List<Integer> near = new ArrayList<>(where.getOrDefault(original, List.of()));
            if (!text.equals(original)) {
                near.addAll(where.getOrDefault(text, List.of()));
            }
            for (int i : near) {
                Placed one = placed.get(i);
                if (one.claim().subject().equals(claim.subject())
                        && one.claim().content().equals(claim.content())
                        && one.claim().timing().when().equals(claim.timing().when())
                        && (!one.text().equals(text)
                                || one.claim().chain().equals(claim.chain()))) {
                    return i;
                }
            }
            return -1;
        }

        private static Placed again(Placed one, ReadText text, int times) {
            if (one.text().equals(text)) {
                return new Placed(
                        one.claim(), one.found(), one.text(), one.times() + times, one.also());
            }
            List<Document> also = new ArrayList<>(one.also());
            if (!also.contains(text.document())) {
                also.add(text.document());
            }
            return new Placed(one.claim(), one.found(), one.text(), one.times(), also);
        }

        private void besideRecord(Placed one) {
            Claim claim = one.claim();
            if (!isCheckable(claim)) {
                return;
            }
            LocalDate day = one.text().dated() ? AgainstRecord.day(claim) : knownOn;
            List<Fact> known =
                    record.stream()
                            .filter(fact ->
                                    fact.exercise() == claim.exercise() && fact.knownOn(day))
                            .toList();
            if (AgreementDates.has(claim, known)) {
                asRecorded++;
                return;
            }
            Optional<Discrepancy> otherwise = AgreementDates.otherwise(one, known);
            if (otherwise.isPresent()) {
                found.add(otherwise.get());
                return;
            }
            if (claim.timing().when().isEmpty()
                    && claim.content().amount().isEmpty()
                    && known.stream().noneMatch(fact -> isOf(fact, claim))) {
                return;
            }
            Claim read = Quantities.read(claim, known).claim();
            AgainstRecord beside = AgainstRecord.of(read, Quantities.beside(read, known));
            switch (beside.rule()) {
                case AS_RECORDED -> asRecorded++;
                case PROJECTION, NOT_IN_RECORD -> news(one);
                case SEVERAL_READINGS,
                        SPENT,
                        QUANTITY_NOT_STATED,
                        AGAINST_RULES,
                        RECORD_OTHERWISE,
                        RECORD_OTHER_DATE,
                        OTHER_QUANTITY,
                        LATER_FIGURE,
                        OTHER_ESTIMATOR,
                        NUMBER_OTHERWISE ->
                        found.add(
                                new Discrepancy(
                                        Discrepancy.Kind.RECORD,
                                        List.of(one.side()),
                                        beside.verdict(),
                                        beside.rule().word(),
                                        beside.rule().text(),
                                        reason(one, beside),
                                        beside.beside()));
            }
        }

        /** One voice that two texts relay is one voice: what it says is new once. */
        private void news(Placed one) {
            Claim claim = one.claim();
            List<Object> key =
                    List.of(
                            claim.subject(),
                            claim.content(),
                            claim.timing().when(),
                            claim.voice().type() == Link.Type.AUTHOR
                                    ? one.text().document().id()
                                    : claim.voice());
            Integer before = told.putIfAbsent(key, news.size());
            if (before == null) {
                news.add(one.side());
            } else {
                news.set(before, news.get(before).alsoIn(one.text().document(), one.also()));
            }
        }

        private static boolean isOf(Fact fact, Claim claim) {
            return fact.subject()
                            .thing()
                            .equals(claim.subject().event().orElse(claim.subject().thing()))
                    && fact.subject().aspect().family().equals(claim.subject().aspect().family());
        }

        /**
         * To exchange data and to publish them are two acts; a text may name both in one breath.
         */
        private static Text reason(Placed one, AgainstRecord beside) {
            String words = one.found().anchor().shown();
            boolean both =
                    words.contains("交换") && words.contains("公布")
                            || words.contains("exchange") && words.contains("publish");
            return beside.claim().subject().aspect() == Aspect.EXCHANGE_OF_DATA && both
                    ? Text.of(
                            beside.reason().en()
                                    + " The text names exchange and publication"
                                    + " together; they are different acts.",
                            beside.reason().zh() + "文中并提交换与公布，二者为不同行为。")
                    : beside.reason();
        }

        /**
         * Positions are not in the record, and an event needs a date or a name to be found there.
         */
        private static boolean isCheckable(Claim claim) {
            boolean dated = claim.timing().when().isPresent();
            return switch (claim.subject().aspect().kind()) {
                case FIGURE -> true;
                case EVENT ->
                        dated
                                || claim.subject().aspect() == Aspect.EXTENSION
                                        && claim.content().status() == Status.SUSPENDED
                                || claim.subject().event().isPresent()
                                        && claim.content().isAffirmed();
                case STATE ->
                        claim.subject().aspect() == Aspect.IMPLEMENTATION
                                && dated
                                && claim.content().status() == Status.SUSPENDED;
                case JUDGEMENT -> false;
            };
        }
    }
}
