// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.extraction.Codes;
import org.parley.extraction.numbers.Numbers;
import org.parley.extraction.voices.Unsaid;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Hit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Whose what is counted is. */
final class Holders {
    private static final Pattern EACH = Pattern.compile("\\beach\\b|各自?|均|都");

    private static final Pattern COMPARED =
            Pattern.compile(
                    "(?:\\b(?:overtak\\w+|overtook|surpass\\w*|outnumber\\w*|than|ahead of|behind"
                            + "|compared (?:with|to)) (?:the )?|超过|多于|少于|高于|低于|相当于|不及|比)$");

    /** Bodies that count what others have. */
    static final Set<String> KEEPERS_OF_NONE = Set.of("IAEA", "UN", "OSCE", "OPCW", "CTBTO", "EU");

    private Holders() {}

    /** All nine states: nobody's. */
    private static final Pattern GROUP =
            Pattern.compile(
                    "(?:\\d+个|[两二三四五六七八九十]+(?![月年日枚次]))[^，。；、\\d]{0,12}(?<![该本我外])国(?!防)"
                            + "|所有[^，。；]{0,8}国家"
                            + "|\\b(?i:two|three|four|five|six|seven|eight|nine|ten|\\d+|these|all)"
                            + " (?:[a-z-]+ ){0,2}(?:states|countries|nations|powers|parties|sides)"
                            + "\\b|\\b(?:each|either|both) (?:side|party|country|nation)s?\\b"
                            + "|[Tt]here (?:are|were)");

    private static final Pattern PLACE = Pattern.compile("境内|领土|国土|基地|沿海|附近");

    private static final Pattern PART_OF =
            Pattern.compile("(?:占(?:到|了|据)?|拥有|持有)约?$|\\b(?:of|in) (?:the )?$");

    private static final Pattern SAYS_ITS =
            Pattern.compile(
                    "(?:方|政府)?(?:称|说|声称|自称|宣布|承诺)(?:其|自己)?(?:总数|库存|核弹头|弹头|拥有|有|为)*|"
                        + " (?:says|said|has said|declared|has declared|announced) (?:that )?(?:it"
                        + " (?:has|had|holds|keeps)|its \\w+ (?:is|was|has|stands at)) ?");

    private static final Pattern PUBLISHED =
            Pattern.compile("(?:方|政府|国防部|能源部)?[\\d年月日]{0,10}(?:公布|披露|申报|通报|宣布)(?:说|称)?[，,]?");

    private static final Pattern SHARED =
            Pattern.compile("(?:拥有|持有|部署|为|有|是)?(?:大约|约|近|超过|逾|至少)(?:为|有)?");

    private static final Pattern JOINED =
            Pattern.compile(",? ?(?:and|or|plus|as well as) (?:the )?|, (?:the )?|[和与、及同]|以及");

    /**
     * Whether a number is of several parties together, so that it is no one's: the last that is
     * named is one of a list, or the words after it speak of all.
     */
    static boolean isJoint(Analysed sentence, Numbers.Found number) {
        int from =
                sentence.numbers().stream()
                        .filter(other -> !NumberSense.isDate(sentence, other))
                        .filter(other -> !isOfGroup(sentence, other))
                        .mapToInt(Numbers.Found::to)
                        .filter(at -> at <= number.from())
                        .max()
                        .orElse(sentence.sentence().from());
        List<Hit> parties =
                sentence.of("party", from, number.from()).stream()
                        .filter(hit -> !isSource(sentence, hit) && !isTheWhole(sentence, hit))
                        .filter(hit -> !KEEPERS_OF_NONE.containsAll(Codes.of(hit)))
                        .toList();
        int last = parties.isEmpty() ? from : parties.getLast().to();
        boolean several =
                parties.stream().flatMap(hit -> Codes.of(hit).stream()).distinct().count() > 1;
        if (GROUP.matcher(sentence.text()).region(last, number.from()).find()
                || sentence.has("together", "group", last, number.from())
                || several && sentence.has("together", "sum", last, number.from())) {
            return true;
        }
        boolean pair = !parties.isEmpty() && Codes.of(parties.getLast()).size() > 1;
        if (parties.size() < 2 && !pair
                || !sentence.of("respectively").isEmpty()
                || EACH.matcher(sentence.text().substring(last, number.from())).find()) {
            return false;
        }
        if (pair) {
            return true;
        }
        Hit before = parties.get(parties.size() - 2);
        return JOINED.matcher(sentence.text().substring(before.to(), parties.getLast().from()))
                .matches();
    }

    /** The nine of "nine states". */
    private static boolean isOfGroup(Analysed sentence, Numbers.Found number) {
        return GROUP.matcher(sentence.text())
                .region(number.digits(), sentence.sentence().to())
                .lookingAt();
    }

    /** The party that its own clause names. */
    static List<String> named(Analysed sentence, Part clause, Numbers.Found number) {
        int last =
                sentence.numbers().stream()
                        .filter(other -> !NumberSense.isDate(sentence, other))
                        .mapToInt(Numbers.Found::to)
                        .filter(at -> at <= number.from() && at > clause.from())
                        .max()
                        .orElse(clause.from());
        List<Hit> own =
                sentence.of("party", last, number.from()).stream()
                        .filter(hit -> !isSource(sentence, hit))
                        .filter(hit -> !isCompared(sentence, hit, clause))
                        .filter(hit -> !isTheWhole(sentence, hit))
                        .filter(hit -> !KEEPERS_OF_NONE.containsAll(Codes.of(hit)))
                        .toList();
        if (!own.isEmpty()) {
            return Codes.of(own.getLast());
        }
        return ofItself(sentence, last, number);
    }

    /** 法国称不超过300枚: what a party says of nobody else it says of itself. */
    private static List<String> ofItself(Analysed sentence, int from, Numbers.Found number) {
        List<Hit> parties = sentence.of("party", from, number.from());
        return parties.size() == 1
                        && SAYS_ITS.matcher(sentence.text())
                                .region(parties.getFirst().to(), number.from())
                                .matches()
                ? Codes.of(parties.getFirst())
                : List.of();
    }

    /** 美国2024年7月公布，库存为3748枚: who publishes a stock publishes its own. */
    private static List<String> published(Analysed sentence, Part clause) {
        if (clause.from() - 2 < sentence.sentence().from()) {
            return List.of();
        }
        Part before = sentence.clauseAt(clause.from() - 2);
        List<Hit> parties = sentence.of("party", before.from(), before.to());
        return parties.size() == 1
                        && PUBLISHED
                                .matcher(sentence.text())
                                .region(parties.getFirst().to(), before.to())
                                .matches()
                ? Codes.of(parties.getFirst())
                : List.of();
    }

    /** The party that its own clause names last, whatever numbers stand between. */
    static List<String> inClause(Analysed sentence, Part clause, Numbers.Found number) {
        int to = Math.min(clause.to(), number.from());
        return sentence.of("party", clause.from(), to).stream()
                .filter(hit -> !isSource(sentence, hit) && !isPlace(sentence, hit))
                .filter(hit -> !KEEPERS_OF_NONE.containsAll(Codes.of(hit)))
                .reduce((first, second) -> second)
                .map(Codes::of)
                .orElse(List.of());
    }

    /** Whose it is when the sentence does not say: who was spoken of, else whose the text is. */
    static List<String> spokenOf(Analysed sentence, Numbers.Found number, Memory memory) {
        Part clause = sentence.clauseAt(number.digits());
        List<String> published = published(sentence, clause);
        if (!published.isEmpty()) {
            return published;
        }
        List<String> spoken =
                memory.parties().stream().filter(code -> !KEEPERS_OF_NONE.contains(code)).toList();
        if (spoken.size() > 1
                || spoken.contains("WORLD")
                || memory.figures().joint()
                || isJoint(sentence, number)
                || hasKeeper(sentence, clause, number)) {
            return List.of();
        }
        return spoken.isEmpty() ? memory.figures().topic() : spoken;
    }

    /** The agency carried out 400 inspections: of whom nobody says. */
    private static boolean hasKeeper(Analysed sentence, Part clause, Numbers.Found number) {
        return sentence.of("party", clause.from(), number.from()).stream()
                .anyMatch(hit ->
                        KEEPERS_OF_NONE.containsAll(Codes.of(hit)) && !isSource(sentence, hit));
    }

    /** Whose: the nearest party before it in the clause, else the subject of the sentence. */
    static List<String> party(
            Analysed sentence, Part clause, Numbers.Found number, Hit measure, Memory memory) {
        if (isJoint(sentence, number)) {
            return List.of();
        }
        List<Hit> between = sentence.of("party", number.to(), measure.from());
        if (between.size() == 1) {
            // 20 American bombs in Borel: the adjective says whose.
            return Codes.of(between.getFirst());
        }
        List<Hit> before =
                sentence.of("party", clause.from(), number.from()).stream()
                        .filter(hit -> !isPlace(sentence, hit))
                        .filter(hit -> !isAgainst(sentence, clause, hit))
                        .filter(hit -> !isTheWhole(sentence, hit))
                        .filter(hit -> !KEEPERS_OF_NONE.containsAll(Codes.of(hit)))
                        .toList();
        if (!before.isEmpty()) {
            if (isCompared(sentence, before.getLast(), clause)) {
                return List.of();
            }
            return Codes.of(before.getLast());
        }
        List<String> itself = ofItself(sentence, clause.from(), number);
        if (!itself.isEmpty()) {
            return itself;
        }
        Optional<String> against = against(sentence, clause);
        if (against.isPresent()
                && memory.parties().size() == 2
                && memory.parties().contains(against.get())) {
            return memory.parties().stream().filter(code -> !code.equals(against.get())).toList();
        }
        int noun = Math.max(measure.to(), number.to());
        List<Hit> inside = sentence.of("party", Math.min(measure.from(), number.from()), noun + 14);
        if (!inside.isEmpty()
                && Counted.noBreak(sentence.text(), noun, inside.getFirst().from())
                && !Counted.isNumbered(sentence, noun, inside.getFirst().from())) {
            return Codes.of(inside.getFirst());
        }
        List<Hit> earlier =
                sentence.of("party", sentence.sentence().from(), clause.from()).stream()
                        .filter(hit -> !isSource(sentence, hit))
                        .filter(hit -> !isTheWhole(sentence, hit))
                        .filter(hit -> !KEEPERS_OF_NONE.containsAll(Codes.of(hit)))
                        .toList();
        if (!earlier.isEmpty()) {
            List<String> codes = Codes.of(earlier.getLast());
            return codes.size() == 1 ? codes : List.of();
        }
        return spokenOf(sentence, number, memory);
    }

    /** India has overtaken Pakistan with 180: nobody knows whose without knowing the verb. */
    private static boolean isCompared(Analysed sentence, Hit party, Part clause) {
        int from = Math.max(clause.from(), party.from() - 24);
        return COMPARED.matcher(sentence.text().substring(from, party.from())).find();
    }

    /** 27 per cent of the world's: the world is what it is a part of. */
    private static boolean isTheWhole(Analysed sentence, Hit party) {
        int from = Math.max(sentence.sentence().from(), party.from() - 8);
        return Codes.of(party).contains("WORLD")
                && PART_OF.matcher(sentence.text().substring(from, party.from())).find();
    }

    /** 德国境内: where, and not whose. */
    private static boolean isPlace(Analysed sentence, Hit party) {
        return party.from() > sentence.sentence().from()
                        && "在于".indexOf(sentence.text().charAt(party.from() - 1)) >= 0
                || PLACE.matcher(sentence.text())
                        .region(party.to(), sentence.sentence().to())
                        .lookingAt();
    }

    private static boolean isAgainst(Analysed sentence, Part clause, Hit party) {
        return sentence.of("against", clause.from(), party.from()).stream()
                .anyMatch(cue -> party.from() - cue.to() <= 8);
    }

    private static boolean isSource(Analysed sentence, Hit party) {
        return sentence
                        .of("say", party.to(), Math.min(sentence.sentence().to(), party.to() + 14))
                        .stream()
                        .anyMatch(verb -> !Unsaid.isNoun(sentence, verb))
                || sentence.of("according", Math.max(0, party.from() - 3), party.from()).stream()
                        .findAny()
                        .isPresent();
    }

    /** Whether a party itself says what the sentence tells. */
    static boolean isToldByAParty(Analysed sentence) {
        return sentence.of("party").stream().anyMatch(hit -> isSource(sentence, hit));
    }

    static Optional<String> against(Analysed sentence, Part clause) {
        return sentence.of("against", sentence.sentence().from(), clause.to()).stream()
                .findFirst()
                .flatMap(cue -> sentence.of("party", cue.to(), clause.to()).stream().findFirst())
                .map(hit -> Codes.of(hit).getFirst());
    }

    /** 美俄分别拥有5428枚和5977枚: as many parties as numbers, in the same order. */
    static List<Amount> distributed(Analysed sentence, List<Amount> found) {
        List<Amount> result = found;
        int from = sentence.sentence().from();
        List<Hit> words = sentence.of("respectively");
        for (int i = 0; i < words.size(); i++) {
            int end = i + 1 < words.size() ? words.get(i + 1).from() : sentence.sentence().to();
            Part clause = sentence.clauseAt(words.get(i).from());
            List<Amount> own = result;
            result = distributed(sentence, own, clause.from(), clause.to());
            if (result.equals(own)) {
                result = distributed(sentence, own, from, end);
            }
            from = clause.to();
        }
        return result;
    }

    private static List<Amount> distributed(
            Analysed sentence, List<Amount> found, int from, int to) {
        List<Amount> shared =
                found.stream()
                        .filter(one -> from <= one.at() && one.at() < to)
                        .filter(one -> !one.limit() && one.isWhole())
                        .toList();
        List<String> parties = new ArrayList<>();
        int last = shared.isEmpty() ? from : shared.getLast().at();
        for (Hit hit : sentence.of("party", from, last)) {
            if (!isSource(sentence, hit)) {
                parties.addAll(Codes.of(hit));
            }
        }
        parties.remove("WORLD");
        if (shared.size() < 2 || parties.size() != shared.size()) {
            return found;
        }
        List<Amount> result = new ArrayList<>(found);
        for (int i = 0; i < shared.size(); i++) {
            Amount one = shared.get(i);
            boolean same =
                    one.counted().equals(shared.getFirst().counted())
                            && one.figure().measure().equals(one.counted());
            Amount first = shared.getFirst();
            Amount whole = same ? one.measuredAs(first) : one;
            if (isAboutAll(sentence, from, first) && one.figure().qualifier().equals("exact")) {
                whole = whole.qualified(first.figure().qualifier());
            }
            result.set(found.indexOf(one), whole.of(List.of(parties.get(i))));
        }
        return result;
    }

    /** 分别约为5460枚和5180枚: the word before the first is said of all. */
    private static boolean isAboutAll(Analysed sentence, int from, Amount first) {
        return sentence.of("respectively", from, first.at()).stream()
                .anyMatch(word ->
                        SHARED.matcher(sentence.text()).region(word.to(), first.at()).matches());
    }

    /** Arden and Borel each have more than 1,000: as much for one as for the other. */
    static List<Amount> each(Analysed sentence, List<Amount> found) {
        List<Amount> result = new ArrayList<>();
        for (Amount one : found) {
            Part clause = sentence.clauseAt(one.at());
            List<Hit> parties = sentence.of("party", clause.from(), one.at());
            if (parties.size() < 2 || one.limit()) {
                result.add(one);
                continue;
            }
            Hit last = parties.getLast();
            boolean each =
                    one.parties().size() == 1
                            && EACH.matcher(sentence.text().substring(last.to(), one.at())).find();
            if (!each) {
                result.add(one);
                continue;
            }
            Hit first = parties.get(parties.size() - 2);
            boolean joined =
                    sentence.text()
                            .substring(first.to(), last.from())
                            .matches("(?:和|与|、|及| and (?:the )?|, )");
            result.add(one.of(Codes.of(last)));
            if (joined) {
                result.add(result.size() - 1, one.of(Codes.of(first)));
            }
        }
        return result;
    }
}
