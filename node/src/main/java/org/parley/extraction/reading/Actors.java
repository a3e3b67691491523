// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.extraction.Codes;
import org.parley.extraction.FoundClaim.Kind;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Hit;
import org.parley.lexicon.Match;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whose act it is: by the words of the clause, the sentence, and those before. */
final class Actors {
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
                    "炒作",
                    "渲染",
                    "比",
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
                    "notifying ",
                    "informed ",
                    "between ",
                    "of the ",
                    "with the ",
                    "to the ",
                    "in ");

    /** What the parties of a treaty between few do together, whoever is named. */
    private static final Set<String> JOINT =
            Set.of(
                    "sign",
                    "enter_into_force",
                    "extend",
                    "expire",
                    "terminate",
                    "data_exchange",
                    "suspend_inspections");

    /** How a clause begins that goes on about a meeting. */
    private static final Pattern TOLD_BEFORE =
            Pattern.compile(
                    "\\s*(?:(?:其中|目前|据悉)?，?(?:这次|此次|本次|该次|这一|这场|此轮|本轮|该轮)?(?:会谈"
                            + "|会晤|磋商|会议|对话|通话|会面|谈判)(?![的是者机])|(?:The|These|This|the)"
                            + " (?:\\w+ )?(?:talks|meeting|meetings"
                            + "|consultations|session|call|summit|dialogue|discussions)\\b)");

    private static final Pattern WITH =
            Pattern.compile(
                    "[与同和跟]|会[见晤]|\\b(?:with|met|meet|meets|hosted|received|and|between)\\b");

    /** How far before a meeting it is said which round it is. */
    private static final int ROUND_BEFORE_MAX = 8;

    private static final Pattern ROUND = Pattern.compile("轮|\\b[Rr]ound\\b");

    private static final Pattern SUBORDINATE =
            Pattern.compile(
                    "\\b(?:said|says|after|before|when|while|because|that|if|since|whether|though"
                            + "|although|until|unless|as) ");

    /** 联合国制裁 is no party to a meeting. */
    private static final Set<String> OF_MANY = Set.of("制裁", "总部", "框架", "决议", "大会", "安理");

    private static final Pattern IN_PLACE = Pattern.compile("会|举|进|召|主|见|首都|境内|[，。]|$");

    /** Arden's decision to leave is Arden's. */
    private static final Pattern OWNED =
            Pattern.compile(
                    "['’]s? (?:\\w+ ){0,2}(?:proposal|offer|decision|plans?|pledge|intention|threat"
                            + "|promise|move|readiness|willingness|refusal) (?:not )?(?:to|of)"
                            + " ?(?:(?:keep|continue|go on) )?|['’]s? (?:\\w+ )?");

    /** The Russian withdrawal. */
    private static final Pattern ADJECTIVE =
            Pattern.compile(".*(?:[aei]an|ish|ese|French|Dutch|(?:stan|rael|raq|aud)i)");

    private static final Pattern OBLIQUE =
            Pattern.compile("\\b(?:in|of|to|with|by|for|on|from|under|about|against) $");

    private Actors() {}

    static List<String> of(
            Analysed sentence,
            Match match,
            Part clause,
            Hit trigger,
            Kind kind,
            Memory memory,
            List<String> mechanisms,
            Function<String, List<String>> parties) {
        Scene scene =
                new Scene(sentence, match, clause, trigger, kind, memory, mechanisms, parties);
        if (match.pattern().set().containsKey("conference")) {
            // All that are in the treaty meet, whoever else the sentence names.
            return mechanisms.stream().limit(1).flatMap(id -> parties.apply(id).stream()).toList();
        }
        if (scene.isOfBodyAgain()) {
            return memory.metAsBody().orElse(List.of());
        }
        Set<String> actors = scene.named();
        if (actors.isEmpty() || !match.pattern().set().containsKey("assembly")) {
            scene.complete(actors);
        }
        actors.remove("WORLD");
        return List.copyOf(actors);
    }

    /** All that decides who acts. */
    private record Scene(
            Analysed sentence,
            Match match,
            Part clause,
            Hit trigger,
            Kind kind,
            Memory memory,
            List<String> mechanisms,
            Function<String, List<String>> parties) {
        /** Those whom the sentence names. */
        Set<String> named() {
            Set<String> actors = new LinkedHashSet<>();
            boolean all = isOfSides(match, kind);
            if (match.pattern().set().containsKey("assembly")) {
                Stream.concat(
                                match.hits().stream(),
                                sentence.of("assembly", clause.from(), trigger.from()).stream())
                        .flatMap(hit -> hit.of("of").stream())
                        .findFirst()
                        .ifPresent(codes -> actors.addAll(List.of(codes.split(" "))));
                return actors;
            }
            if (all) {
                sided(sentence, told(), clause.to()).forEach(actors::addAll);
                if (actors.size() < 2 && !isOfMany(match)) {
                    sided(sentence, sentence.sentence().from(), sentence.sentence().to())
                            .forEach(actors::addAll);
                }
                if (match.pattern().set().containsKey("visit")) {
                    for (Hit hit : match.hits()) {
                        actors.addAll(Codes.of(hit));
                        hit.of("host").ifPresent(actors::add);
                    }
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
                        if (actors.isEmpty()) {
                            actors.addAll(several());
                        }
                        if (actors.isEmpty() && !isDataExchange(match)) {
                            mechanisms.stream().limit(1).map(parties).forEach(actors::addAll);
                        }
                    }
                    if (actors.isEmpty()) {
                        actors.addAll(both(sentence, clause, trigger, memory, mechanisms, parties));
                    }
                    if (actors.isEmpty() && !(how.equals("doer") && isFirst())) {
                        actors.addAll(subject(sentence, clause, trigger, how.equals("nearest")));
                    }
                }
            }
            return actors;
        }

        /** Those whom the sentence only points at: both sides, the parties, who met before. */
        void complete(Set<String> actors) {
            if (actors.size() == 1 && isSigning(match)) {
                sided(sentence, clause.from(), Math.max(trigger.from(), match.to()))
                        .forEach(actors::addAll);
            }
            if (actors.isEmpty() && isJoint(match)) {
                mechanisms.stream().limit(1).map(parties).forEach(actors::addAll);
            }
            boolean both =
                    sentence
                            .of("pronoun", sentence.sentence().from(), sentence.sentence().to())
                            .stream()
                            .anyMatch(hit -> hit.as("pronoun").orElseThrow().id().equals("both"));
            boolean all = isOfSides(match, kind);
            if (all && actors.size() < 2 || actors.isEmpty() && kind == Kind.TREATY_ACTION) {
                actors.addAll(counted());
            }
            if ((actors.isEmpty() || all && actors.size() < 2) && both) {
                actors.addAll(
                        memory.parties().size() == 2
                                ? memory.parties()
                                : counterpart(actors, memory.between()));
            }
            if (actors.size() < 2 && (all || both && actors.isEmpty()) && !mechanisms.isEmpty()) {
                parties.apply(mechanisms.getFirst()).forEach(actors::add);
            }
            if (kind == Kind.MEETING
                    && actors.size() < 2
                    && (pointsBack(sentence, clause)
                            || both && actors.isEmpty()
                            || match.pattern().set().containsKey("anaphora"))) {
                actors.addAll(memory.sides());
            }
            if (kind == Kind.MEETING_CLAIM && actors.size() < 2) {
                actors.addAll(memory.sides());
            }
            if (kind == Kind.MEETING && actors.size() == 1) {
                agency().ifPresent(actors::add);
            }
            if (actors.size() == 1 && match.pattern().set().containsKey("again") && isTold()) {
                actors.retainAll(between());
            }
            if (actors.size() == 1 && isWithSomebody()) {
                host().ifPresent(actors::add);
            }
            if ((actors.isEmpty() || actors.size() == 1 && isOneSided())
                    && Drafts.talks(kind)
                    && !isOfMany(match)
                    && !match.pattern().set().containsKey("conference")
                    && memory.field().isOfTalks(sentence)) {
                actors.addAll(isRound() ? between() : counterpart(actors, between()));
            }
            if (kind == Kind.MEETING && actors.size() == 1 && isIt()) {
                actors.addAll(memory.parties());
            }
            if (actors.isEmpty() && kind == Kind.TREATY_ACTION) {
                delegate().ifPresent(actors::add);
            }
            if (actors.isEmpty() && isOfDoer()) {
                memory.deeds().last().map(Deeds.Deed::actors).ifPresent(actors::addAll);
            }
            if (actors.isEmpty()
                    && match.pattern().set().containsKey("anaphora")
                    && memory.parties().size() == 1
                    && (sentence.text().charAt(trigger.from()) > 0x2e80 || isIt() && isSubject())) {
                actors.addAll(memory.parties());
            }
        }

        /** Whether it is one more meeting of the body that met before, and of nobody named. */
        private boolean isOfBodyAgain() {
            return match.pattern().set().containsKey("again")
                    && memory.metAsBody().isPresent()
                    && sided(sentence, clause.from(), Math.max(clause.to(), match.to())).stream()
                                    .flatMap(List::stream)
                                    .distinct()
                                    .count()
                            < 2;
        }

        /** Those of whom three, or five, is said, who were named before. */
        private List<String> counted() {
            Optional<String> count =
                    sentence
                            .of("pronoun", clause.from(), Math.max(clause.to(), match.to()))
                            .stream()
                            .flatMap(hit -> hit.of("count").stream())
                            .findFirst();
            if (count.isEmpty()) {
                return List.of();
            }
            int number = Integer.parseInt(count.get());
            return Stream.of(
                            memory.parties(),
                            memory.sides(),
                            memory.mechanism().map(parties).orElse(List.of()))
                    .filter(codes -> codes.size() == number)
                    .findFirst()
                    .orElse(List.of());
        }

        /** The state whose delegate acts for it: its envoy signed. */
        private Optional<String> delegate() {
            return sentence.hits().stream()
                    .filter(hit -> hit.from() >= clause.from() && hit.to() <= trigger.from())
                    .flatMap(hit -> hit.of("speaks").stream())
                    .findFirst();
        }

        /** Whether no party stands before the verb: those after it are in other clauses. */
        private boolean isFirst() {
            return sided(sentence, sentence.sentence().from(), trigger.from()).isEmpty();
        }

        /** Whether it is of whoever did so before: the withdrawal took effect. */
        private boolean isOfDoer() {
            String action = match.pattern().set().getOrDefault("action", "");
            return match.pattern().set().getOrDefault("subject", "").equals("doer")
                    && memory.deeds().last().filter(deed -> deed.isOf(action)).isPresent();
        }

        /**
         * Those that the clause names, if there are two or more: the Soviet Union is not Russia.
         */
        private List<String> several() {
            Set<String> codes = new LinkedHashSet<>();
            sided(sentence, clause.from(), Math.max(clause.to(), match.to()))
                    .forEach(codes::addAll);
            return codes.size() > 1 && codes.size() < 4 ? List.copyOf(codes) : List.of();
        }

        /** Where what is told begins: who says that Arden and Borel met was not there. */
        private int told() {
            return sentence.of("say", clause.from(), trigger.from()).stream()
                    .map(Hit::to)
                    .filter(from -> sided(sentence, from, clause.to()).size() > 1)
                    .reduce((first, second) -> second)
                    .orElseGet(() -> Frames.start(sentence, clause.from()));
        }

        /** The agency, or its head, that meets the one party; not one that only tells of it. */
        private Optional<String> agency() {
            return sentence.hits().stream()
                    .filter(hit -> sentence.of("say", hit.to(), trigger.from()).isEmpty())
                    .flatMap(hit ->
                            hit
                                    .of("meets")
                                    .or(() -> isAgent(hit) ? memory.agency() : no())
                                    .stream())
                    .findFirst();
        }

        /** Whether the pronoun is what acts: it left, and not what is in it. */
        private boolean isSubject() {
            return sentence.of("pronoun", clause.from(), trigger.from()).stream()
                    .anyMatch(hit ->
                            !OBLIQUE.matcher(sentence.text())
                                    .region(Math.max(clause.from(), hit.from() - 6), hit.from())
                                    .find());
        }

        private static Optional<String> no() {
            return Optional.empty();
        }

        /** The head of the agency spoken of, by name or title alone. */
        private boolean isAgent(Hit hit) {
            return hit.is("person") && memory.isAgent(sentence.words(hit))
                    || hit.as("role").filter(role -> role.of("heads").isPresent()).isPresent();
        }

        /** Whether what one of two does is told: it does not answer, calls off, comes again. */
        private boolean isOneSided() {
            return kind == Kind.CHANNEL
                    || isWithSomebody()
                    || isRound()
                    || match.pattern().set().containsKey("again")
                    || !match.pattern().set().getOrDefault("status", "").equals("held");
        }

        /**
         * Whether a name or a title beside another says that two met: X met with his counterpart.
         */
        private boolean isWithSomebody() {
            int to = Math.max(clause.to(), match.to());
            int least = sentence.text().charAt(match.from()) < 0x250 ? 2 : 1;
            return kind == Kind.MEETING
                    && sentence.of("person", clause.from(), to).size()
                                    + sentence.of("role", clause.from(), to).size()
                            >= least
                    && WITH.matcher(sentence.text()).region(clause.from(), to).find();
        }

        /** A round is one of the talks told before, whoever hosts it or calls it off. */
        private boolean isRound() {
            int from = Math.max(clause.from(), match.from() - ROUND_BEFORE_MAX);
            return ROUND.matcher(sentence.text()).region(from, match.to()).find();
        }

        /** Whose seat the place is where they met. */
        private Optional<String> host() {
            return sentence.of("place", clause.from(), Math.max(clause.to(), match.to())).stream()
                    .flatMap(hit -> hit.of("seat").stream())
                    .findFirst();
        }

        /** Whether somebody says it in the clause. */
        private boolean isTold() {
            return !sentence.of("say", clause.from(), trigger.from()).isEmpty();
        }

        /** Between whom the text's matter is: who met before, else who is in the dialogue. */
        private List<String> between() {
            return memory.between().isEmpty()
                    ? memory.mechanism().map(parties).orElse(List.of())
                    : memory.between();
        }

        /** Whether a pronoun acts: it turned down a meeting with Arden's minister. */
        private boolean isIt() {
            return memory.parties().size() == 1
                    && sentence.of("pronoun", clause.from(), trigger.from()).stream()
                            .anyMatch(hit ->
                                    hit.as("pronoun").orElseThrow().id().equals("it")
                                            && sentence.words(hit).matches("it|It|该国"));
        }
    }

    /** Both, if those named are of them. */
    private static List<String> counterpart(Set<String> named, List<String> both) {
        return both.containsAll(named) ? both : List.of();
    }

    private static boolean isOfSides(Match match, Kind kind) {
        return kind == Kind.MEETING
                || kind == Kind.MEETING_CLAIM
                || kind == Kind.CHANNEL
                || match.pattern().needs().contains("sides");
    }

    /** Whether a clause speaks of a meeting that was told before: 这次会晤, the talks. */
    static boolean pointsBack(Analysed sentence, Part clause) {
        return TOLD_BEFORE.matcher(sentence.text()).region(clause.from(), clause.to()).lookingAt();
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

    /** Where it happens, and not who does it: 于马来西亚会晤. */
    private static boolean isPlace(Analysed sentence, Hit party) {
        String before =
                sentence.text()
                        .substring(
                                Math.max(sentence.sentence().from(), party.from() - 3),
                                party.from());
        String after =
                sentence.text()
                        .substring(party.to(), Math.min(sentence.sentence().to(), party.to() + 2));
        if (OF_MANY.contains(after)) {
            return true;
        }
        return before.endsWith("于")
                        && !before.endsWith("由于")
                        && !before.endsWith("关于")
                        && !before.endsWith("对于")
                        && !before.endsWith("等于")
                        && IN_PLACE.matcher(after).lookingAt()
                || before.equals("in ") && party.is("party")
                || before.endsWith("在") && IN_PLACE.matcher(after).lookingAt();
    }

    /** The parties that are named in a part of a sentence, also by their offices. */
    static List<List<String>> sided(Analysed sentence, int from, int to) {
        List<List<String>> sides = new ArrayList<>();
        for (Hit hit : sentence.hits()) {
            if (hit.from() < from || hit.to() > to) {
                continue;
            }
            String side = sentence.sides().get(hit.from());
            if (hit.is("party")) {
                if (!isPlace(sentence, hit)) {
                    sides.add(Codes.of(hit));
                }
            } else if (side != null) {
                sides.add(List.of(side));
            } else {
                hit.of("party").ifPresent(code -> sides.add(List.of(code)));
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
            if (hit.to() <= trigger.from() && isOfSide(hit) && !hit.is("outlet")) {
                before.add(hit);
            }
        }
        Optional<Hit> judging = Judging.verb(sentence, clause, trigger, before);
        if (judging.isPresent()) {
            before.removeIf(hit -> hit.from() < judging.get().to());
            if (before.isEmpty()) {
                return doneBy(sentence, trigger.to(), clause.to());
            }
        }
        int bracket =
                Math.max(
                        Frames.scope(sentence, clause, trigger),
                        subordinate(sentence, clause, trigger, before));
        if (bracket > clause.from() && before.stream().anyMatch(hit -> hit.from() >= bracket)) {
            before.removeIf(hit -> hit.from() < bracket);
        }
        if (before.isEmpty()) {
            return sided(sentence, trigger.to(), clause.to()).stream()
                    .findFirst()
                    .orElse(List.of());
        }
        boolean owned = isOwner(sentence, before.getLast(), trigger);
        int first = nearest || owned ? before.size() - 1 : acting(sentence, before, clause);
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

    private static boolean isOwner(Analysed sentence, Hit party, Hit act) {
        String between = sentence.text().substring(party.to(), act.from());
        return OWNED.matcher(between).matches()
                || between.isBlank() && ADJECTIVE.matcher(sentence.words(party)).matches();
    }

    private static List<String> doneBy(Analysed sentence, int from, int to) {
        return sentence.of("party", from, to).stream()
                .filter(party -> Judging.isBy(sentence, party))
                .findFirst()
                .map(Codes::of)
                .orElse(List.of());
    }

    /** Whether it names a party, or an office or a person of one. */
    private static boolean isOfSide(Hit hit) {
        if (hit.is("party")) {
            return true;
        }
        for (Entry sense : hit.senses()) {
            if (sense.of("party").isPresent() && !sense.category().equals("mechanism")) {
                return true;
            }
        }
        return false;
    }

    /** Where the last subordinate clause before a verb begins that names a party itself. */
    private static int subordinate(Analysed sentence, Part clause, Hit trigger, List<Hit> before) {
        int last = clause.from();
        Matcher m = SUBORDINATE.matcher(sentence.text()).region(clause.from(), trigger.from());
        while (m.find()) {
            int at = m.end();
            if (before.stream().anyMatch(hit -> hit.from() >= at)) {
                last = at;
            }
        }
        return last;
    }

    private static int acting(Analysed sentence, List<Hit> before, Part clause) {
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i).from() >= clause.from() && isActing(sentence, before.get(i))) {
                return i;
            }
        }
        int last = before.size() - 1;
        for (int i = before.size() - 1; i >= 0; i--) {
            if (isActing(sentence, before.get(i))
                    && !isCondition(sentence, before.get(i), clause)) {
                if (!isObject(sentence, before.get(i))) {
                    return i;
                }
                last = last == before.size() - 1 ? i : last;
            }
        }
        return last;
    }

    private static boolean isDataExchange(Match match) {
        return match.pattern().set().getOrDefault("action", "").equals("data_exchange");
    }

    /** A summit of many is not between the two that a sentence happens to name. */
    private static boolean isOfMany(Match match) {
        return match.hits().stream()
                .flatMap(hit -> hit.as("mechanism").stream())
                .anyMatch(entry ->
                        entry.of("type").filter(Set.of("meeting", "forum")::contains).isPresent()
                                && entry.of("parties").isEmpty());
    }

    private static boolean isSigning(Match match) {
        return match.pattern().set().getOrDefault("action", "").equals("sign");
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

    /** 转交美国，: who ends a clause that another begins is done to, and does nothing. */
    private static boolean isObject(Analysed sentence, Hit party) {
        Part own = sentence.clauseAt(party.from());
        return !sentence.isLatin()
                && party.to() >= own.to() - 1
                && sentence.hits().stream()
                        .anyMatch(hit ->
                                hit.from() == own.from()
                                        && hit.to() < party.from()
                                        && isOfSide(hit));
    }

    static boolean isActing(Analysed sentence, Hit party) {
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
                .matches("、|和|与|同|及|以及|, |,? (?:and|nor) (?:the )?");
    }
}
