// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.extraction.Codes;
import org.parley.extraction.numbers.Sought;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Hit;
import org.parley.lexicon.Match;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Under which treaty, body or line something is done. */
final class Mechanisms {
    /** What is held or used, and not joined or left. */
    static final Set<String> TALKS = Set.of("dialogue", "channel", "meeting", "forum");

    private static final Sought UNKNOWN =
            Sought.of(
                    "《[^》《]{1,30}(?:条约|公约|协定|协议|议定书)》|\\b(?!Warsaw Pact)(?:[A-Z][\\w-]+"
                            + " ){1,4}(?:Treaty|Convention|Agreement|Protocol|Pact)\\b");

    /** What is done in talks and at conferences as well as to treaties. */
    private static final Set<String> OF_TALKS = Set.of("resume", "adopt");

    /** What is done to a text, and so to no organisation. */
    private static final Set<String> OF_TEXTS =
            Set.of("sign", "ratify", "open_for_signature", "enter_into_force", "expire", "extend");

    /** What has members of its own, though it is no treaty. */
    private static final Pattern BODY =
            Pattern.compile(
                    "理事会|委员会|安理会|大会|\\b(?:[Cc]ouncil|[Bb]oard|[Cc]ommittee|[Cc]ommission)\\b");

    /** What has members and no parties. */
    static final Set<String> REGIMES =
            Set.of("mtcr", "nsg", "wassenaar", "psi", "cend", "ipndv", "npdi", "stockholm", "opcw");

    private static final Pattern AGREED = Pattern.compile("Agreement|Memorandum|协定|协议|备忘录");

    private static final String SAFEGUARDS = "iaea-safeguards";

    private Mechanisms() {}

    static List<String> of(Analysed sentence, Match match, Part clause, Memory memory) {
        String fixed = match.pattern().set().get("mechanism");
        if (fixed != null) {
            return List.of(fixed);
        }
        List<Hit> inside = fitting(sentence, match, match.from(), match.to());
        List<Hit> near =
                !inside.isEmpty() ? inside : fitting(sentence, match, clause.from(), clause.to());
        if (!near.isEmpty()) {
            return listed(sentence, nearest(near, match, clause));
        }
        if (namesAnother(sentence, match, clause)) {
            return List.of();
        }
        if (match.pattern().set().containsKey("again")) {
            return namesBoth(sentence, clause) ? List.of() : memory.metUnder();
        }
        if (match.pattern().needs().contains(Frames.ACTED)) {
            return ofDeed(sentence, match, clause, memory);
        }
        if (match.pattern().set().containsKey("conference")) {
            // A body that is named meets by itself, whatever treaty was spoken of.
            return !sentence.of("assembly", clause.from(), clause.to()).isEmpty()
                    ? List.of()
                    : memory.treaty().or(memory::mechanism).map(List::of).orElse(List.of());
        }
        if (pointsBack(sentence, match, clause)) {
            List<Hit> before = fitting(sentence, match, sentence.sentence().from(), clause.from());
            if (!before.isEmpty()) {
                return listed(sentence, before.getLast());
            }
            boolean joins = match.pattern().kind().equals("participation");
            List<String> told =
                    joins && !pointsToTalks(sentence, match)
                            ? joined(memory)
                            : pointedTo(sentence, match, memory);
            if (!told.isEmpty()) {
                return told;
            }
        }
        List<Hit> all = sentence.of("mechanism");
        if (all.size() == 1
                && match.pattern().needs().contains("mechanism")
                && isTreaty(all.getFirst())) {
            return listed(sentence, all.getFirst());
        }
        if (inspects(match) && all.isEmpty() && Memory.isOfAgency(sentence)) {
            return List.of(SAFEGUARDS);
        }
        boolean ends = match.to() >= Frames.end(sentence, match.to());
        boolean verifies = inspects(match);
        List<String> before =
                (ends || verifies) && memory.mechanismHere() || verifies && memory.field().isHere()
                        ? spokenOf(match, memory)
                        : List.of();
        if (!before.isEmpty() && match.pattern().needs().contains("mechanism")) {
            return before;
        }
        return inspects(match) && memory.isOfAgency() ? List.of(SAFEGUARDS) : List.of();
    }

    /** Whether the treaty spoken of may be meant; "signed a protocol" is of none told before. */
    private static boolean pointsBack(Analysed sentence, Match match, Part clause) {
        boolean another =
                match.pattern().kind().equals("treaty_action")
                        && !match.pattern().needs().contains("mechanism");
        return match.pattern().set().containsKey("anaphora")
                || !another
                        && !sentence.of(
                                        "anaphor",
                                        Math.min(match.from(), clause.from()),
                                        clause.to())
                                .isEmpty();
    }

    /** Who names both sides of a meeting tells of another one than that told before. */
    private static boolean namesBoth(Analysed sentence, Part clause) {
        return sentence.of("person", clause.from(), clause.to()).size() > 1
                && Actors.sided(sentence, clause.from(), clause.to()).stream()
                                .flatMap(List::stream)
                                .distinct()
                                .count()
                        > 1;
    }

    /** What was done to is stepped on, unless the sentence has named another treaty since. */
    private static List<String> ofDeed(Analysed sentence, Match match, Part clause, Memory memory) {
        List<String> told = memory.deeds().last().map(Deeds.Deed::mechanisms).orElse(List.of());
        List<Hit> named = fitting(sentence, match, sentence.sentence().from(), clause.from());
        boolean same =
                named.stream()
                        .flatMap(hit -> hit.as("mechanism").stream())
                        .anyMatch(one -> told.contains(one.id()));
        return named.isEmpty() || same ? told : List.of();
    }

    private static boolean inspects(Match match) {
        return "verification".equals(match.pattern().set().get("scope"));
    }

    /** A treaty by a name that no list has is not the one spoken of before. */
    private static boolean namesAnother(Analysed sentence, Match match, Part clause) {
        if (match.hits().stream()
                .anyMatch(hit -> hit.is("anaphor") && !sentence.text().startsWith("》", hit.to()))) {
            return false;
        }
        return UNKNOWN.find(
                        sentence.text(),
                        Math.min(match.from(), clause.from()),
                        Math.max(match.to(), clause.to()))
                .filter(name ->
                        sentence.of("mechanism", name.start(), name.end()).isEmpty()
                                && (sentence.text().charAt(name.start()) == '《'
                                        || sentence.of("anaphor", name.start(), name.end())
                                                .isEmpty()))
                .isPresent();
    }

    /**
     * Whose members a number counts: of the mechanism before it, else of the one after it, else of
     * the treaty spoken of, unless a body is named that has members of its own.
     */
    static Optional<String> counting(Analysed sentence, int at, Memory memory) {
        List<Hit> all = sentence.of("mechanism");
        Optional<Hit> own =
                all.stream()
                        .filter(hit -> hit.from() < at)
                        .reduce((first, second) -> second)
                        .or(() -> all.stream().findFirst());
        if (own.isPresent()) {
            return own.flatMap(hit -> hit.as("mechanism")).map(Entry::id);
        }
        Part clause = sentence.clauseAt(at);
        boolean bodys =
                BODY.matcher(sentence.text()).region(clause.from(), at).find()
                        || sentence.of("party", sentence.sentence().from(), at).stream()
                                .anyMatch(
                                        hit -> Holders.KEEPERS_OF_NONE.containsAll(Codes.of(hit)));
        if (bodys) {
            return Optional.empty();
        }
        return sentence.of("anaphor", clause.from(), at).stream()
                .findFirst()
                .map(hit -> memory.treaty(sentence.words(hit)))
                .orElseGet(memory::treaty);
    }

    private static boolean isTreaty(Hit hit) {
        return hit.as("mechanism")
                .flatMap(entry -> entry.of("type"))
                .filter("treaty"::equals)
                .isPresent();
    }

    /** The one nearest to the match, of those in the clause of its verb if there are any. */
    private static Hit nearest(List<Hit> hits, Match match, Part clause) {
        List<Hit> own = hits.stream().filter(hit -> clause.holds(hit.from())).toList();
        return (own.isEmpty() ? hits : own)
                .stream()
                        .min(
                                Comparator.comparingInt(hit ->
                                        Math.min(
                                                Math.abs(hit.from() - match.to()),
                                                Math.abs(match.from() - hit.to()))))
                        .orElseThrow();
    }

    /** The mechanism and those that are listed with it: 《…》、《…》和《…》. */
    private static List<String> listed(Analysed sentence, Hit one) {
        List<Hit> all = sentence.of("mechanism");
        int at = all.indexOf(one);
        Set<String> ids = new LinkedHashSet<>();
        int first = at;
        while (first > 0 && isListed(sentence, all.get(first - 1), all.get(first))) {
            first--;
        }
        int last = at;
        while (last + 1 < all.size() && isListed(sentence, all.get(last), all.get(last + 1))) {
            last++;
        }
        for (int i = first; i <= last; i++) {
            all.get(i).as("mechanism").ifPresent(entry -> ids.add(entry.id()));
        }
        return List.copyOf(ids);
    }

    private static boolean isListed(Analysed sentence, Hit one, Hit next) {
        String between = sentence.text().substring(one.to(), next.from());
        if (between.length() <= 2
                && sentence.text().substring(one.to() - 1, next.from() + 1).contains("》《")) {
            return true;
        }
        return between.length() <= 8
                && between.matches(
                        "[》）)\\s]*(?:、|和|与|及|以及|, |,? and (?:the )?|\\()[《（(]?(?:the )?");
    }

    /** Treaties for what is done to treaties; anything for the rest. */
    private static List<Hit> fitting(Analysed sentence, Match match, int from, int to) {
        boolean ofTreaty =
                isAct(match)
                        && (pointer(match).isPresent()
                                || OF_TEXTS.contains(
                                        match.pattern().set().getOrDefault("action", "")));
        return sentence.of("mechanism", from, to).stream()
                .filter(hit -> !ofTreaty || !isBody(hit))
                .filter(hit ->
                        !isAct(match)
                                || isSigned(sentence, match, hit)
                                || hit.as("mechanism")
                                        .flatMap(entry -> entry.of("type"))
                                        .filter(TALKS::contains)
                                        .isEmpty())
                .toList();
    }

    /** An organisation: who breaks "the convention" does not break that. */
    private static boolean isBody(Hit hit) {
        return hit.as("mechanism")
                .flatMap(entry -> entry.of("type"))
                .filter("body"::equals)
                .isPresent();
    }

    /** A line that is told by the name of its agreement can be signed. */
    private static boolean isSigned(Analysed sentence, Match match, Hit hit) {
        return "sign".equals(match.pattern().set().get("action"))
                && AGREED.matcher(sentence.words(hit)).find();
    }

    private static boolean isAct(Match match) {
        return match.pattern().kind().equals("treaty_action")
                && !OF_TALKS.contains(match.pattern().set().getOrDefault("action", ""));
    }

    /** 该机制 is no treaty. */
    private static boolean pointsToTalks(Analysed sentence, Match match) {
        return match.hits().stream()
                .anyMatch(hit ->
                        hit.is("anaphor") && sentence.words(hit).matches(".*(?:机制|倡议|进程|论坛)"));
    }

    /** What is joined or stayed out of, if only a word points to it: a treaty before a forum. */
    private static List<String> joined(Memory memory) {
        return memory.treaty().or(memory::mechanism).map(List::of).orElse(List.of());
    }

    /** What 该公约 means: not the treaty spoken of last if only another is a convention. */
    private static List<String> pointedTo(Analysed sentence, Match match, Memory memory) {
        Optional<Hit> pointer = pointer(match).filter(hit -> isAct(match));
        return pointer.isEmpty()
                ? spokenOf(match, memory)
                : memory.treaty(sentence.words(pointer.get())).map(List::of).orElse(List.of());
    }

    private static Optional<Hit> pointer(Match match) {
        return match.hits().stream().filter(hit -> hit.is("anaphor")).findFirst();
    }

    private static List<String> spokenOf(Match match, Memory memory) {
        return (isAct(match) ? memory.treaty() : memory.mechanism())
                .map(List::of)
                .orElse(List.of());
    }
}
