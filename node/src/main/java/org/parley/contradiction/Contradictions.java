// SPDX-License-Identifier: Apache-2.0
package org.parley.contradiction;

import org.parley.contradiction.Discrepancy.Placed;
import org.parley.evidence.AgainstRecord;
import org.parley.evidence.Claim;
import org.parley.evidence.Document;
import org.parley.evidence.Fact;
import org.parley.evidence.Link;
import org.parley.extraction.FoundClaim;
import org.parley.time.Edtf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
        Map<FoundClaim.Kind, Integer> leftOut,
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
                        .filter(text -> out(text).map(day -> !day.isAfter(knownOn)).orElse(true))
                        .toList();
        return new Work(record, knownOn).on(known);
    }

    /** When a text was out: the last day of a month or year that it states, else the first. */
    private static Optional<LocalDate> out(ReadText text) {
        Edtf published = text.document().published();
        return text.dated() ? published.latest() : published.earliest();
    }

    private static final class Work {
        private static final int SAME_WORDS_MIN = 20;

        private final List<Fact> record;
        private final LocalDate knownOn;
        private final List<Placed> placed = new ArrayList<>();
        private final Map<ReadText, List<Integer>> where = new HashMap<>();
        private final Map<FoundClaim.Kind, Integer> leftOut = new EnumMap<>(FoundClaim.Kind.class);
        private final List<Discrepancy> found = new ArrayList<>();
        private final List<Discrepancy.Side> news = new ArrayList<>();
        private final Map<LocalDate, List<Fact>> byDay = new HashMap<>();
        private final Map<List<Object>, Integer> words = new HashMap<>();
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
            Optional<Discrepancy> one = Comparing.of(two, this::known);
            if (one.isPresent() && two.one().content().amount().isEmpty()) {
                String verdict = one.get().verdict().word();
                boolean a = seen.add(List.of(key(two.a()), two.b().text(), verdict));
                boolean b = seen.add(List.of(key(two.b()), two.a().text(), verdict));
                one = one.filter(_ -> a && b);
            }
            one.ifPresent(found::add);
        }

        private static List<Object> key(Placed one) {
            return List.of(one.text(), one.claim().ref());
        }

        /** Of the record, what was known by a day; many claims are of one day. */
        private List<Fact> known(LocalDate day) {
            return byDay.computeIfAbsent(
                    day, _ -> record.stream().filter(fact -> fact.knownOn(day)).toList());
        }

        private void place(ReadText text, ReadText original) {
            int number = 0;
            for (FoundClaim claim : text.extraction().claims()) {
                number++;
                if (claim.kind() == FoundClaim.Kind.DATE_SUSPECT) {
                    // Set beside the calendar, not beside another claim.
                    continue;
                }
                Optional<Claim> made = FoundAsClaim.of(text, claim, number);
                if (made.isEmpty()) {
                    leftOut.merge(claim.kind(), 1, Integer::sum);
                    continue;
                }
                int at = before(made.get(), claim, text, original);
                int times = 1 + claim.anchor().alsoAt().size();
                if (at < 0) {
                    where.computeIfAbsent(text, _ -> new ArrayList<>()).add(placed.size());
                    words.putIfAbsent(words(made.get(), claim), placed.size());
                    placed.add(new Placed(made.get(), claim, text, times, List.of()));
                } else {
                    placed.set(at, again(placed.get(at), text, times));
                }
            }
        }

        /**
         * Where the same was said already: in this text, in the one that it copies, or in any in
         * the very same words, for nobody writes a long sentence twice by chance.
         */
        private int before(Claim claim, FoundClaim found, ReadText text, ReadText original) {
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
            return found.anchor().shown().length() < SAME_WORDS_MIN
                    ? -1
                    : words.getOrDefault(words(claim, found), -1);
        }

        private static List<Object> words(Claim claim, FoundClaim found) {
            return List.of(
                    found.anchor().shown(),
                    claim.subject(),
                    claim.content(),
                    claim.timing().when(),
                    claim.voice().type() == Link.Type.AUTHOR ? "" : claim.voice());
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
            LocalDate day = one.text().dated() ? AgainstRecord.day(one.claim()) : knownOn;
            switch (BesideRecord.of(one, known(day))) {
                case BesideRecord.Silent _ -> {}
                case BesideRecord.Same _ -> asRecorded++;
                case BesideRecord.News _ -> news(one);
                case BesideRecord.Otherwise(Discrepancy discrepancy) -> found.add(discrepancy);
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
    }
}
