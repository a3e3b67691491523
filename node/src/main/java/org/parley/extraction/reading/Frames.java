// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.extraction.FoundClaim;
import org.parley.extraction.FoundClaim.Kind;
import org.parley.extraction.numbers.Sought;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Hit;
import org.parley.lexicon.Match;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From a matched pattern to what it says: whose act it is, under which mechanism, when. A slot is
 * taken from the match, else from its clause, else from the sentence, else from what was spoken of
 * before if a word points back to it; never from anywhere else.
 */
final class Frames {
    /** Words that begin a clause of their own without a comma: would stay although it had left. */
    private static final Pattern TURNS = Pattern.compile(" (?:although|though|whereas|even if) ");

    private static final Pattern LATER =
            Pattern.compile(
                    "\\b(?:days?|weeks?|months?|years?) (?:later|earlier)\\b|[天周月年][之以]?[后前]");

    /** How far before an act its date stands that belongs to it. */
    private static final int BESIDE = 12;

    /** How long a word is that bears on what follows it at once: 尚未. */
    private static final int WORD = 2;

    /** What a pattern needs that tells a step of what was done before. */
    static final String ACTED = "acted";

    /** What is handed over or changed: 将加入书交存, 将《…》延长. */
    private static final Sought OBJECT = Sought.of("《|批准书|加入书|加入文|核准书|照会|该条约|该公约|该协定");

    private Frames() {}

    /**
     * What a match says.
     *
     * @param parties codes of the parties of a mechanism that has only them
     */
    static Optional<Draft> of(
            Analysed sentence, Match match, Memory memory, Function<String, List<String>> parties) {
        return match.pattern().needs().contains(ACTED)
                ? memory.deeds()
                        .last()
                        .filter(deed -> deed.isNotice() || !isEffect(match))
                        .flatMap(deed -> drawn(sentence, step(match, deed), memory, parties))
                : drawn(sentence, match, memory, parties);
    }

    /** A week later is not the day of the entry. */
    private static boolean isLater(Analysed sentence, Part clause) {
        return LATER.matcher(sentence.text()).region(clause.from(), clause.to()).find();
    }

    /** That a notice takes effect: then whoever gave it has left. */
    static boolean isEffect(Match match) {
        return match.pattern().set().containsKey("effect");
    }

    /** A step of what was done before, whichever that was: the bill was passed. */
    private static Match step(Match match, Deeds.Deed deed) {
        org.parley.lexicon.Pattern told = match.pattern();
        Map<String, String> set = new HashMap<>(told.set());
        // A notice is given of leaving, whatever was suspended meanwhile.
        boolean leaves =
                set.containsKey("notice")
                        && (deed.action().equals("suspend") || deed.action().equals("withdraw"));
        set.put(
                "action",
                leaves ? "withdraw_notice" : isEffect(match) ? "withdraw" : deed.action());
        return new Match(
                new org.parley.lexicon.Pattern(
                        told.id(),
                        told.language(),
                        told.kind(),
                        set,
                        told.forms(),
                        told.needs(),
                        told.notIf(),
                        told.examples(),
                        told.place()),
                match.form(),
                match.hits());
    }

    private static Optional<Draft> drawn(
            Analysed sentence, Match match, Memory memory, Function<String, List<String>> parties) {
        Map<String, String> set = match.pattern().set();
        Hit trigger = trigger(match);
        Part clause = sentence.clauseAt(trigger.from());
        List<String> told = Mechanisms.of(sentence, match, clause, memory);
        Kind kind = joinsRegime(match, told) ? Kind.PARTICIPATION : kind(match);
        Set<String> needs = match.pattern().needs();
        if (needs.contains("mechanism") && told.isEmpty()
                || needs.contains("field") && !isOfField(sentence, memory, kind)
                || needs.contains("security") && !memory.field().isOfTalks(sentence)
                || Telling.isOnlyAsked(sentence, match, clause)
                || Telling.isOfLaw(sentence, match)) {
            return Optional.empty();
        }
        List<String> actors =
                Actors.of(sentence, match, clause, trigger, kind, memory, told, parties);
        List<String> mechanisms = WhichTreaty.of(sentence, match, told, actors, memory, parties);
        if (!mechanisms.equals(told)) {
            actors = Actors.of(sentence, match, clause, trigger, kind, memory, mechanisms, parties);
        }
        if (lacks(sentence, match, clause, memory, actors)) {
            return Optional.empty();
        }
        Optional<Hit> date = Timing.of(sentence, match, trigger, clause);
        Optional<FoundClaim.When> when =
                date.map(hit -> sentence.dates().get(hit.from()))
                        .or(() -> memory.entry().filter(_ -> !isLater(sentence, clause)));
        if (needs.contains("date") && when.isEmpty()
                || needs.contains("certain")
                        && !isCertain(sentence, match, clause, date, when.isPresent())
                || needs.contains("slot") && !Telling.isSpecific(sentence, match, date, mechanisms)
                || when.isEmpty() && Telling.isIdea(sentence, match, kind, clause)) {
            return Optional.empty();
        }
        if (kind == Kind.MEETING && Telling.isHabit(sentence, match, clause)
                || mechanisms.isEmpty() && Telling.isElsewhere(sentence)
                || set.containsKey("conference") && Telling.isLineElsewhere(sentence)
                || Drafts.talks(kind) && isNoTalk(sentence, match, clause, actors)) {
            return Optional.empty();
        }
        int begins = begins(sentence, match);
        boolean denied =
                "denied".equals(set.get("polarity"))
                        != Telling.isNegated(
                                sentence,
                                trigger,
                                isAttribute(sentence, match)
                                        ? new Part(begins, clause.to())
                                        : clause);
        boolean talks = kind == Kind.MEETING || kind == Kind.CHANNEL;
        boolean ahead = isAhead(sentence, match, begins, talks);
        boolean wished = isWished(sentence, set, talks, begins, trigger);
        int first = Math.min(match.from(), date.map(Hit::from).orElse(match.from()));
        return Optional.of(
                new Draft(
                        match,
                        kind,
                        start(sentence, first),
                        end(sentence, match.to()),
                        trigger.from(),
                        actors,
                        mechanisms,
                        when.or(() -> whenTold(sentence, clause, kind, memory)),
                        denied,
                        ahead,
                        wished,
                        date.map(Hit::from).orElse(-1),
                        certainty(!mechanisms.isEmpty(), !actors.isEmpty(), when.isPresent())));
    }

    /**
     * Words of a talk that tell none: of two things, of a line from elsewhere, a call of others.
     */
    private static boolean isNoTalk(
            Analysed sentence, Match match, Part clause, List<String> actors) {
        return isOfTwo(sentence, match)
                || Telling.isLineElsewhere(sentence)
                || Telling.isOthersCall(sentence, trigger(match), clause, actors);
    }

    /** Words on both sides of a semicolon are of two things: agreed to talk; in May they met. */
    private static boolean isOfTwo(Analysed sentence, Match match) {
        for (int at = match.from(); at < match.to(); at++) {
            char c = sentence.text().charAt(at);
            if (c == '；' || c == ';') {
                return true;
            }
        }
        return false;
    }

    /** The more a sentence gives of what, who and when, the surer. */
    private static int certainty(boolean what, boolean who, boolean when) {
        return 55 + (what ? 15 : 0) + (who ? 15 : 0) + (when ? 15 : 0);
    }

    private static boolean isWished(
            Analysed sentence, Map<String, String> set, boolean talks, int begins, Hit trigger) {
        String action = set.getOrDefault("action", "");
        return (talks || Telling.DOUBTFUL.contains(action))
                && !action.equals("enter_into_force")
                && !set.containsKey("conference")
                && !sentence.of("wish", begins, trigger.from()).isEmpty();
    }

    /** This meeting, of which the text goes on to tell, was when it was told to be. */
    private static Optional<FoundClaim.When> whenTold(
            Analysed sentence, Part clause, Kind kind, Memory memory) {
        return kind == Kind.MEETING
                        && sentence.of("date").isEmpty()
                        && Actors.pointsBack(sentence, clause)
                ? memory.metWhen()
                : Optional.empty();
    }

    /**
     * Whether a date near by or of the entry, or a place or a name in its own clause, makes a
     * meeting a certain one.
     */
    private static boolean isCertain(
            Analysed sentence, Match match, Part clause, Optional<Hit> date, boolean dated) {
        int to = Math.max(match.to(), clause.to());
        int own = sentence.clauseIndex(clause.from());
        return dated && date.isEmpty()
                || date.filter(hit -> Math.abs(sentence.clauseIndex(hit.from()) - own) <= 1)
                        .isPresent()
                || !sentence.of("place", clause.from(), to).isEmpty()
                || !sentence.of("person", clause.from(), to).isEmpty();
    }

    /** Whether something is missing without which nothing is claimed. */
    private static boolean lacks(
            Analysed sentence, Match match, Part clause, Memory memory, List<String> actors) {
        Set<String> needs = match.pattern().needs();
        int to = Math.max(match.to(), clause.to());
        return needs.contains("actors") && actors.isEmpty()
                || needs.contains("sides")
                        && actors.size() < 2
                        && !isOfBodyAgain(match, memory, actors)
                || needs.contains("pair") && actors.size() != 2
                || needs.contains("told") && !memory.told()
                || needs.contains("launch") && !memory.field().isOfLaunch(sentence)
                || needs.contains("since") && !Telling.isSince(sentence)
                || needs.contains("person")
                        && sentence.of("person", clause.from(), to).isEmpty()
                        && sentence.of("role", clause.from(), to).isEmpty();
    }

    /** A meeting told again is of the body that met, if it was one. */
    private static boolean isOfBodyAgain(Match match, Memory memory, List<String> actors) {
        return match.pattern().set().containsKey("again")
                && memory.metAsBody().filter(actors::equals).isPresent();
    }

    private static boolean isOfField(Analysed sentence, Memory memory, Kind kind) {
        return Drafts.talks(kind) || kind == Kind.MEETING_CLAIM || kind == Kind.OFFICE
                ? memory.field().isOfTalks(sentence)
                : memory.field().isHere() || Field.isOf(sentence);
    }

    private static boolean isAhead(Analysed sentence, Match match, int begins, boolean talks) {
        return sentence.of("future", begins, match.to()).stream()
                        .anyMatch(hit -> !isObjectMark(sentence, match, hit))
                || talks && !sentence.of("possible", begins, trigger(match).from()).isEmpty();
    }

    /** One accedes to a treaty; in a regime, a group or a body one takes part from then on. */
    private static boolean joinsRegime(Match match, List<String> mechanisms) {
        return "accede".equals(match.pattern().set().get("action"))
                && mechanisms.size() == 1
                && Mechanisms.REGIMES.contains(mechanisms.getFirst());
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
        int from = clause.from();
        Matcher turns = TURNS.matcher(sentence.text()).region(from, Math.max(from, trigger.from()));
        while (turns.find()) {
            from = turns.end();
        }
        return from;
    }

    /** Where the words begin that bear on what a match tells. */
    static int begins(Analysed sentence, Match match) {
        Hit trigger = trigger(match);
        Part clause = sentence.clauseAt(trigger.from());
        if (!isAttribute(sentence, match)) {
            return scope(sentence, clause, trigger);
        }
        int from =
                sentence.of("date", clause.from(), trigger.from()).stream()
                        .filter(date -> trigger.from() - date.to() <= BESIDE)
                        .map(Hit::from)
                        .reduce((first, second) -> second)
                        .orElse(trigger.from());
        return Math.max(clause.from(), from - WORD);
    }

    /**
     * Whether an act only says which treaty is meant: 2018年签署的《…协议》. What is said of the treaty,
     * that it is not kept or will be left, does not bear on it.
     */
    static boolean isAttribute(Analysed sentence, Match match) {
        Hit trigger = trigger(match);
        Hit last = match.hits().getLast();
        boolean of =
                sentence.text().startsWith("的", trigger.to())
                        || sentence.words(trigger).endsWith("的");
        return of
                && last.from() >= trigger.to()
                && (last.is("mechanism") || last.is("anaphor"))
                && match.pattern().kind().equals("treaty_action");
    }

    /** In 将《…条约》延长 the word brings the object and says nothing of time; so in 将2010年签署的条约. */
    private static boolean isObjectMark(Analysed sentence, Match match, Hit hit) {
        return sentence.words(hit).equals("将")
                && (OBJECT.at(sentence.text(), hit.to(), sentence.sentence().to())
                        || isAttribute(sentence, match) && sentence.dates().containsKey(hit.to()));
    }

    static Kind kind(Match match) {
        return Kind.valueOf(match.pattern().kind().toUpperCase(Locale.ROOT));
    }

    /** The first word of the pattern's own that was found. */
    static Hit trigger(Match match) {
        for (Hit hit : match.hits()) {
            if (hit.is("word") || hit.is("convening")) {
                return hit;
            }
        }
        return match.hits().getFirst();
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
