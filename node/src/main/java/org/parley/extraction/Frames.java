// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction;

import org.parley.extraction.FoundClaim.Kind;
import org.parley.extraction.Sentences.Part;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Hit;
import org.parley.lexicon.Match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * From a matched pattern to what it says: whose act it is, under which mechanism, when. A slot is
 * taken from the match, else from its clause, else from the sentence, else from what was spoken of
 * before if a word points back to it; never from anywhere else.
 */
final class Frames {
    private static final int NEGATION_MAX = 10;
    private static final int NEGATION_FAR = 26;
    private static final int NEGATION_MAX_LATIN = 28;

    /** Negations that reach over a date and a phrase to their verb. */
    private static final Set<String> FAR = Set.of("未能", "没有", "从未", "尚未", "不会", "无法");

    /** Acts that texts speak of much more often than they tell them. */
    private static final Set<String> DOUBTFUL =
            Set.of("extend", "sign", "ratify", "withdraw", "enter_into_force", "resume", "accede");

    /** What the parties of a treaty between few do together, whoever is named. */
    private static final Set<String> JOINT =
            Set.of("sign", "enter_into_force", "extend", "expire", "data_exchange");

    static final Set<String> UNDONE = Set.of("refused", "postponed", "cancelled");

    /** After these words a party is spoken to or of, and does not act itself. */
    private static final List<String> TOWARDS =
            List.of(
                    "通知",
                    "告知",
                    "向",
                    "对",
                    "与",
                    "同",
                    "和",
                    "指责",
                    "指控",
                    "要求",
                    "敦促",
                    "呼吁",
                    "针对",
                    "给",
                    "以",
                    "因",
                    "批评",
                    "警告",
                    "邀请",
                    "在",
                    "of ",
                    "with ",
                    "to ",
                    "against ",
                    "accused ",
                    "urged ",
                    "told ",
                    "from ",
                    "for ",
                    "blamed ",
                    "notified ",
                    "informed ",
                    "between ",
                    "of the ",
                    "with the ",
                    "to the ",
                    "in ");

    private Frames() {}

    /**
     * A thing said, before it is known who says so.
     *
     * @param at where its trigger stands
     */
    record Draft(
            Match match,
            Kind kind,
            int from,
            int to,
            int at,
            List<String> actors,
            List<String> mechanisms,
            Optional<FoundClaim.When> when,
            boolean denied,
            boolean ahead,
            boolean wished,
            int dateAt,
            int certainty) {
        /** The same without its date. */
        Draft undated() {
            return new Draft(
                    match,
                    kind,
                    from,
                    to,
                    at,
                    actors,
                    mechanisms,
                    Optional.empty(),
                    denied,
                    ahead,
                    wished,
                    -1,
                    certainty - 15);
        }
    }

    /**
     * What a match says.
     *
     * @param parties codes of the parties of a mechanism that has only them
     */
    static Optional<Draft> of(
            Analysed sentence, Match match, Memory memory, Function<String, List<String>> parties) {
        Map<String, String> set = match.pattern().set();
        Kind kind = kind(match);
        Hit trigger = trigger(match);
        Part clause = sentence.clauseAt(trigger.from());
        List<String> mechanisms = mechanisms(sentence, match, clause, memory);
        Set<String> needs = match.pattern().needs();
        if (needs.contains("mechanism") && mechanisms.isEmpty()) {
            return Optional.empty();
        }
        List<String> actors =
                actors(sentence, match, clause, trigger, kind, memory, mechanisms, parties);
        if (needs.contains("actors") && actors.isEmpty()
                || needs.contains("sides") && actors.size() < 2) {
            return Optional.empty();
        }
        Optional<Hit> date = date(sentence, match, trigger, clause);
        if (needs.contains("date") && date.isEmpty()) {
            return Optional.empty();
        }
        if (needs.contains("slot") && !isSpecific(sentence, match, date, mechanisms)
                || date.isEmpty() && isIdea(sentence, match, kind, clause)) {
            return Optional.empty();
        }
        if (kind == Kind.MEETING && mechanisms.isEmpty() && isElsewhere(sentence)) {
            return Optional.empty();
        }
        boolean denied =
                "denied".equals(set.get("polarity")) != isNegated(sentence, trigger, clause);
        int begins = scope(sentence, clause, trigger);
        boolean talks = kind == Kind.MEETING || kind == Kind.CHANNEL;
        boolean ahead =
                sentence.of("future", begins, match.to()).stream()
                                .anyMatch(hit -> !isObjectMark(sentence, hit))
                        || talks && !sentence.of("possible", begins, trigger.from()).isEmpty();
        boolean wished =
                (talks || DOUBTFUL.contains(set.getOrDefault("action", "")))
                        && !set.getOrDefault("action", "").equals("enter_into_force")
                        && !sentence.of("wish", begins, trigger.from()).isEmpty();
        int first = Math.min(match.from(), date.map(Hit::from).orElse(match.from()));
        int last = match.to();
        int certainty =
                55
                        + (mechanisms.isEmpty() ? 0 : 15)
                        + (actors.isEmpty() ? 0 : 15)
                        + (date.isPresent() ? 15 : 0);
        return Optional.of(
                new Draft(
                        match,
                        kind,
                        start(sentence, first),
                        end(sentence, last),
                        trigger.from(),
                        actors,
                        mechanisms,
                        date.map(hit -> sentence.dates().get(hit.from())),
                        denied,
                        ahead,
                        wished,
                        date.map(Hit::from).orElse(-1),
                        certainty));
    }

    /** Whether a sentence speaks of another field, and with no word of this one. */
    private static boolean isElsewhere(Analysed sentence) {
        return !sentence.of("elsewhere").isEmpty()
                && sentence.hits().stream()
                        .noneMatch(hit ->
                                hit.is("mechanism")
                                        || hit.is("measure")
                                        || hit.as("topic")
                                                .filter(topic -> !topic.id().equals("talks"))
                                                .isPresent());
    }

    /** Where the words begin that bear on a trigger: its clause, or a bracket within it. */
    static int scope(Analysed sentence, Part clause, Hit trigger) {
        for (int at = trigger.from() - 1; at >= clause.from(); at--) {
            char c = sentence.text().charAt(at);
            if (c == ')' || c == '）') {
                return clause.from();
            }
            if (c == '(' || c == '（') {
                return at + 1;
            }
        }
        return clause.from();
    }

    /** In 将《…条约》延长 the word brings the object and says nothing of time. */
    private static boolean isObjectMark(Analysed sentence, Hit hit) {
        return sentence.text().startsWith("《", hit.to()) && sentence.words(hit).equals("将");
    }

    static Kind kind(Match match) {
        return Kind.valueOf(match.pattern().kind().toUpperCase(Locale.ROOT));
    }

    /** The first word of the pattern's own that was found. */
    private static Hit trigger(Match match) {
        return match.hits().stream()
                .filter(hit -> hit.is("word"))
                .findFirst()
                .orElse(match.hits().getFirst());
    }

    /** Where the clause begins that holds this place. */
    static int start(Analysed sentence, int at) {
        int index = sentence.clauseIndex(at);
        while (index > 0 && isName(sentence, sentence.clauses().get(index - 1))) {
            index--;
        }
        int from = sentence.clauses().get(index).from();
        while (from < at && " -•*·—“‘\"".indexOf(sentence.text().charAt(from)) >= 0) {
            from++;
        }
        return from;
    }

    /** Whether a clause is no more than a party's name in a list of several. */
    private static boolean isName(Analysed sentence, Part clause) {
        return clause.to() - clause.from() < 24
                && sentence.of("party", clause.from(), clause.to()).stream()
                        .anyMatch(hit -> hit.length() + 4 >= clause.to() - clause.from());
    }

    /** Where the clause ends that holds this place, without its comma. */
    static int end(Analysed sentence, int to) {
        Part clause = sentence.clauseAt(Math.max(0, to - 1));
        int end = clause.to();
        while (end > to && "，；：。,;:.！？、—".indexOf(sentence.text().charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static List<String> mechanisms(
            Analysed sentence, Match match, Part clause, Memory memory) {
        String fixed = match.pattern().set().get("mechanism");
        if (fixed != null) {
            return List.of(fixed);
        }
        List<Hit> inside = sentence.of("mechanism", match.from(), match.to());
        List<Hit> near =
                !inside.isEmpty() ? inside : sentence.of("mechanism", clause.from(), clause.to());
        if (!near.isEmpty()) {
            return listed(sentence, nearest(near, match));
        }
        if (match.pattern().set().containsKey("anaphora")
                || !sentence.of("anaphor", Math.min(match.from(), clause.from()), clause.to())
                        .isEmpty()) {
            List<Hit> before = sentence.of("mechanism", sentence.sentence().from(), clause.from());
            if (!before.isEmpty()) {
                return listed(sentence, before.getLast());
            }
            return memory.mechanism().map(List::of).orElse(List.of());
        }
        List<Hit> all = sentence.of("mechanism");
        if (all.size() == 1
                && match.pattern().needs().contains("mechanism")
                && isTreaty(all.getFirst())) {
            return listed(sentence, all.getFirst());
        }
        boolean ends = match.to() >= end(sentence, match.to());
        boolean verifies = "verification".equals(match.pattern().set().get("scope"));
        return (ends || verifies)
                        && memory.mechanismHere()
                        && match.pattern().needs().contains("mechanism")
                ? memory.mechanism().map(List::of).orElse(List.of())
                : List.of();
    }

    private static boolean isTreaty(Hit hit) {
        return hit.as("mechanism")
                .flatMap(entry -> entry.of("type"))
                .filter("treaty"::equals)
                .isPresent();
    }

    private static Hit nearest(List<Hit> hits, Match match) {
        return hits.stream()
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
        return between.length() <= 8
                && between.matches(
                        "[》）)\\s]*(?:、|和|与|及|以及|, |,? and (?:the )?|\\()[《（(]?(?:the )?");
    }

    private static List<String> actors(
            Analysed sentence,
            Match match,
            Part clause,
            Hit trigger,
            Kind kind,
            Memory memory,
            List<String> mechanisms,
            Function<String, List<String>> parties) {
        Set<String> actors = new LinkedHashSet<>();
        boolean all =
                kind == Kind.MEETING
                        || kind == Kind.CHANNEL
                        || match.pattern().needs().contains("sides");
        if (all) {
            sided(sentence, clause.from(), clause.to()).forEach(actors::addAll);
            if (actors.size() < 2) {
                sided(sentence, sentence.sentence().from(), sentence.sentence().to())
                        .forEach(actors::addAll);
            }
        } else {
            List<List<String>> inside = sided(sentence, match.from(), match.to());
            if (match.pattern().set().getOrDefault("subject", "").equals("inside")
                    || kind == Kind.NO_RESPONSE
                            && !inside.isEmpty()
                            && sentence.text().charAt(match.from()) < 0x250) {
                inside.forEach(actors::addAll);
            } else {
                String how = match.pattern().set().getOrDefault("subject", "");
                if (how.equals("all")) {
                    sided(sentence, clause.from(), Math.max(clause.to(), match.to())).stream()
                            .filter(codes -> codes.size() > 1)
                            .findFirst()
                            .ifPresent(actors::addAll);
                    if (actors.isEmpty() && !isDataExchange(match)) {
                        mechanisms.stream().limit(1).map(parties).forEach(actors::addAll);
                    }
                }
                if (actors.isEmpty()) {
                    actors.addAll(both(sentence, clause, trigger, memory, mechanisms, parties));
                }
                if (actors.isEmpty()) {
                    actors.addAll(subject(sentence, clause, trigger, how.equals("nearest")));
                }
            }
        }
        if (actors.isEmpty() && isJoint(match)) {
            mechanisms.stream().limit(1).map(parties).forEach(actors::addAll);
        }
        boolean both =
                sentence
                        .of("pronoun", sentence.sentence().from(), sentence.sentence().to())
                        .stream()
                        .anyMatch(hit -> hit.as("pronoun").orElseThrow().id().equals("both"));
        if ((actors.isEmpty() || all && actors.size() < 2)
                && both
                && memory.parties().size() == 2) {
            actors.addAll(memory.parties());
        }
        if (actors.size() < 2 && (all || both && actors.isEmpty()) && !mechanisms.isEmpty()) {
            parties.apply(mechanisms.getFirst()).forEach(actors::add);
        }
        if (actors.isEmpty()
                && match.pattern().set().containsKey("anaphora")
                && memory.parties().size() == 1) {
            actors.addAll(memory.parties());
        }
        actors.remove("WORLD");
        return List.copyOf(actors);
    }

    /**
     * The two of whom "both sides" speaks, if the clause has that word and names no party itself.
     */
    private static List<String> both(
            Analysed sentence,
            Part clause,
            Hit trigger,
            Memory memory,
            List<String> mechanisms,
            Function<String, List<String>> parties) {
        boolean here =
                sentence.of("pronoun", clause.from(), trigger.from()).stream()
                        .anyMatch(hit -> hit.as("pronoun").orElseThrow().id().equals("both"));
        if (!here || !sentence.of("party", clause.from(), trigger.from()).isEmpty()) {
            return List.of();
        }
        Set<String> before = new LinkedHashSet<>();
        sided(sentence, sentence.sentence().from(), clause.from()).forEach(before::addAll);
        if (before.size() == 2) {
            return List.copyOf(before);
        }
        return memory.parties().size() == 2 || mechanisms.isEmpty()
                ? memory.parties()
                : parties.apply(mechanisms.getFirst());
    }

    /** The parties that are named in a part of a sentence, also by their offices. */
    static List<List<String>> sided(Analysed sentence, int from, int to) {
        List<List<String>> sides = new ArrayList<>();
        for (Hit hit : sentence.hits()) {
            if (hit.from() < from || hit.to() > to) {
                continue;
            }
            if (hit.is("party")) {
                sides.add(Codes.of(hit));
            } else if (sentence.sides().containsKey(hit.from())) {
                sides.add(List.of(sentence.sides().get(hit.from())));
            } else {
                hit.senses().stream()
                        .flatMap(sense -> sense.of("party").stream())
                        .findFirst()
                        .ifPresent(code -> sides.add(List.of(code)));
            }
        }
        return sides;
    }

    /**
     * Who acts: the first party of the clause that is not spoken to or of, with those joined to it
     * by "and"; else the same in earlier clauses; else the first after the verb.
     */
    private static List<String> subject(
            Analysed sentence, Part clause, Hit trigger, boolean nearest) {
        List<Hit> before = new ArrayList<>();
        for (Hit hit : sentence.hits()) {
            boolean sides =
                    hit.is("party")
                            || hit.senses().stream()
                                    .anyMatch(sense ->
                                            sense.of("party").isPresent()
                                                    && !sense.category().equals("mechanism"));
            if (sides && hit.to() <= trigger.from() && !hit.is("outlet")) {
                before.add(hit);
            }
        }
        if (before.isEmpty()) {
            return sided(sentence, trigger.to(), clause.to()).stream()
                    .findFirst()
                    .orElse(List.of());
        }
        int first = nearest ? before.size() - 1 : acting(sentence, before, clause);
        int last = first;
        while (first > 0 && isJoined(sentence, before.get(first - 1), before.get(first))) {
            first--;
        }
        while (last + 1 < before.size()
                && isJoined(sentence, before.get(last), before.get(last + 1))) {
            last++;
        }
        Set<String> codes = new LinkedHashSet<>();
        for (Hit hit : before.subList(first, last + 1)) {
            sided(sentence, hit.from(), hit.to()).forEach(codes::addAll);
        }
        return List.copyOf(codes);
    }

    private static int acting(Analysed sentence, List<Hit> before, Part clause) {
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i).from() >= clause.from() && isActing(sentence, before.get(i))) {
                return i;
            }
        }
        for (int i = before.size() - 1; i >= 0; i--) {
            if (isActing(sentence, before.get(i))
                    && !isCondition(sentence, before.get(i), clause)) {
                return i;
            }
        }
        return before.size() - 1;
    }

    private static boolean isDataExchange(Match match) {
        return match.pattern().set().getOrDefault("action", "").equals("data_exchange");
    }

    private static boolean isJoint(Match match) {
        return JOINT.contains(match.pattern().set().getOrDefault("action", ""));
    }

    /** If Arden does so, Borel will do that: Arden's is another act. */
    private static boolean isCondition(Analysed sentence, Hit party, Part clause) {
        Part own = sentence.clauseAt(party.from());
        return own.to() <= clause.from()
                && sentence.of("conditional", own.from(), party.from()).stream()
                        .findAny()
                        .isPresent();
    }

    private static boolean isActing(Analysed sentence, Hit party) {
        int from = Math.max(sentence.sentence().from(), party.from() - 14);
        String before = sentence.text().substring(from, party.from());
        return TOWARDS.stream().noneMatch(before::endsWith)
                        && !sentence.text().startsWith("的", party.to())
                        && !sentence.text().startsWith("'s ", party.to())
                        && !sentence.text().startsWith("’s ", party.to())
                || before.endsWith("由")
                || before.endsWith("被")
                || before.endsWith("by ");
    }

    private static boolean isJoined(Analysed sentence, Hit one, Hit next) {
        return sentence.text()
                .substring(one.to(), next.from())
                .matches("、|和|与|同|及|以及|, |,? and (?:the )?");
    }

    /** The date of the match, of its clause, or of the clause before. */
    private static Optional<Hit> date(Analysed sentence, Match match, Hit trigger, Part clause) {
        List<Hit> dates =
                sentence.of("date").stream()
                        .filter(date ->
                                !isSayingDate(sentence, date) && !isEnd(sentence, date, trigger))
                        .toList();
        // A Chinese date stands before its verb, an English one after it.
        boolean latin = sentence.text().charAt(match.from()) < 0x250;
        Comparator<Hit> near =
                Comparator.comparingInt(date ->
                        date.to() <= trigger.from()
                                ? (trigger.from() - date.to()) * (latin ? 2 : 1)
                                : (date.from() - trigger.to()) * (latin ? 1 : 2));
        int end = sentence.clauseAt(Math.max(0, match.to() - 1)).to();
        Optional<Hit> here =
                dates.stream()
                        .filter(date ->
                                date.from() >= clause.from()
                                        && date.to() <= Math.max(clause.to(), end))
                        .min(near);
        int index = sentence.clauses().indexOf(clause);
        return here.or(() ->
                        dates.stream()
                                .filter(date ->
                                        date.to() <= clause.from()
                                                && sentence.clauseIndex(date.from()) >= index - 2)
                                .max(Comparator.comparingInt(Hit::from)))
                .or(() ->
                        dates.stream()
                                .filter(date ->
                                        date.from() >= end
                                                && sentence.clauseIndex(date.from()) <= index + 2)
                                .min(Comparator.comparingInt(Hit::from)))
                .or(() -> dates.stream().filter(date -> isFrame(sentence, date)).findFirst());
    }

    /** A date that is the whole first clause of a sentence holds for all of it. */
    private static boolean isFrame(Analysed sentence, Hit date) {
        Part first = sentence.clauses().getFirst();
        return date.from() - first.from() <= 1 && first.to() - date.to() <= 1;
    }

    /** Until when a thing is to last, which is not when it was done: 延长至2026年. */
    private static boolean isEnd(Analysed sentence, Hit date, Hit trigger) {
        if (date.from() <= trigger.from()) {
            return false;
        }
        String before = sentence.text().substring(trigger.to(), date.from());
        return before.endsWith("年至") || before.endsWith("until ") || before.endsWith("through ");
    }

    /** A date that says when somebody said it: 11月20日彭博社引…. */
    private static boolean isSayingDate(Analysed sentence, Hit date) {
        return sentence.hits().stream()
                        .anyMatch(hit ->
                                hit.is("outlet")
                                        && (hit.from() >= date.to() && hit.from() - date.to() <= 3
                                                || date.from() >= hit.to()
                                                        && date.from() - hit.to() <= 1))
                || sentence.hits().stream()
                        .anyMatch(hit ->
                                hit.is("say")
                                        && hit.from() >= date.to()
                                        && hit.from() - date.to() <= 2
                                        && date.from() - sentence.sentence().from() > 3)
                || sentence.hits().stream()
                        .anyMatch(hit ->
                                hit.is("say")
                                        && sentence.text().charAt(hit.from()) < 0x250
                                        && date.from() >= hit.to()
                                        && date.from() - hit.to() <= 4);
    }

    /**
     * Whether a thing is only spoken of: 举行会谈的原因, 恢复对话是…, 延长条约可以…. Without a date, an act has to be
     * told as done or as to come.
     */
    private static boolean isIdea(Analysed sentence, Match match, Kind kind, Part clause) {
        if (sentence.text().charAt(match.from()) < 0x2e80
                || !(kind == Kind.MEETING
                        || kind == Kind.CHANNEL
                        || kind == Kind.TREATY_ACTION
                        || kind == Kind.COMMITMENT)) {
            return false;
        }
        if (UNDONE.contains(match.pattern().set().getOrDefault("status", ""))) {
            return false;
        }
        int after = match.to();
        boolean plan = sentence.text().startsWith("的计划", after);
        if (!plan
                && match.hits().getLast().is("word")
                && (sentence.text().startsWith("的", after)
                        || sentence.text().startsWith("是", after))) {
            return true;
        }
        // That it is not so is told, too: 这并不意味着退出.
        return DOUBTFUL.contains(match.pattern().set().getOrDefault("action", ""))
                && !isNegated(sentence, trigger(match), clause)
                && sentence.of("factual", clause.from(), clause.to()).isEmpty()
                && sentence.of("future", clause.from(), clause.to()).isEmpty();
    }

    private static boolean isSpecific(
            Analysed sentence, Match match, Optional<Hit> date, List<String> mechanisms) {
        return date.isPresent()
                || !mechanisms.isEmpty()
                || !sentence.of("person").isEmpty()
                || !sentence.of("place").isEmpty()
                || "scheduled".equals(match.pattern().set().get("status"))
                        && !sentence.of("level").isEmpty()
                || !sentence.of("role", match.from(), match.to()).isEmpty()
                || !sentence.of("definite").isEmpty();
    }

    private static boolean isNegated(Analysed sentence, Hit trigger, Part clause) {
        boolean saidNotToBe =
                sentence.of("say", clause.from(), trigger.from()).stream()
                        .flatMap(hit -> hit.as("say").flatMap(say -> say.of("grade")).stream())
                        .anyMatch("deny"::equals);
        return saidNotToBe || hasNegation(sentence, trigger, clause);
    }

    private static boolean hasNegation(Analysed sentence, Hit trigger, Part clause) {
        boolean latin = sentence.text().charAt(trigger.from()) < 0x250;
        int from =
                Math.max(
                        clause.from(),
                        trigger.from() - (latin ? NEGATION_MAX_LATIN : NEGATION_MAX));
        return sentence.of("negation", from, trigger.from()).stream()
                        .anyMatch(hit -> !sentence.text().startsWith("对", hit.to()))
                || !latin
                        && sentence.of("negation", clause.from(), trigger.from()).stream()
                                .anyMatch(hit ->
                                        trigger.from() - hit.to() <= NEGATION_FAR
                                                && !sentence.text().startsWith("对", hit.to())
                                                && FAR.contains(sentence.words(hit)));
    }

    /** An entry's attribute, of the first hit of a category in a part. */
    static Optional<String> attribute(
            Analysed sentence, String category, int from, int to, String key) {
        return sentence.of(category, from, to).stream()
                .flatMap(hit -> hit.as(category).stream())
                .map(entry -> entry.of(key).orElse(entry.id()))
                .findFirst();
    }

    static Optional<Entry> first(Analysed sentence, String category, int from, int to) {
        return sentence.of(category, from, to).stream()
                .flatMap(hit -> hit.as(category).stream())
                .findFirst();
    }
}
