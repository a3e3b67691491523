// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.Place;
import org.parley.extraction.FoundClaim.Figure;
import org.parley.extraction.numbers.Numbers;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many states have signed, ratified or joined, where a verb says so: 187 states have signed;
 * signed by 187 states and ratified by 178; 187国签署. Only of a treaty that is known.
 */
final class Members {
    private static final String ARE_PARTIES =
            "(?:are|were)(?: now| then| already)? (?:part(?:y|ies)|states parties|members"
                    + " of|bound)|(?<=(?:tates|ountries|ations|overnments) )remain(?:ed)?"
                    + " (?:part(?:y|ies)\\b|in\\b|bound|members|inside)";

    private static final Pattern AFTER =
            Pattern.compile(
                    "(?: (?:other|more|further|UN))?"
                            + "(?: [Ss]tates| [Cc]ountries| [Nn]ations| [Gg]overnments)?"
                            + "(?:(?<= [A-Za-z]{6,11}) that)?"
                            + "(?: (?:have|has|had|already|since|now))*"
                            + " (?:(?<signed>signed)|(?<ratified>ratified|deposited)"
                            + "|(?<joined>joined|acceded|belong(?:ed)? to|"
                            + ARE_PARTIES
                            + "|subscribed|adhered))\\b");

    private static final Pattern BEFORE =
            Pattern.compile(
                    "\\b(?:(?<signed>signed)|(?<ratified>ratified)|(?<joined>joined)) by"
                            + " (?:(?:some|about|all|only|just|more than) )?$|"
                            + "\\b(?:number|total) of (?:(?<ofsigned>signatories|[Ss]ignatory"
                            + " [Ss]tates)|(?<ofratified>ratif(?:ications|ying [Ss]tates))"
                            + "|(?<ofjoined>(?:[Ss]tates|[Cc]ontracting) [Pp]arties|parties"
                            + "|[Mm]ember [Ss]tates)) (?:to|at|is|was|stands at|stood at|now"
                            + " stands at|has (?:reached|risen to)) $");

    private static final Pattern AFTER_ZH =
            Pattern.compile(
                    "(?:多|余)?个?(?:国家|国)(?:已经|已|都|均|先后|仍然|仍|还)?(?:(?<signed>签署|签字)"
                            + "|(?<ratified>批准)|(?<joined>加入|参加|(?:仍|还)?留在))");

    /** What is signed too and is no treaty. */
    private static final Pattern PAPER =
            Pattern.compile(
                    "宣言|倡议|声明|议定书|协定|文件|\\b(?:[Dd]eclaration|[Ss]tatement|[Ii]nitiative|[Pp]ledge"
                            + "|[Pp]rotocol|[Ll]etter|[Mm]emorandum)\\b");

    /** The Regime now has 35 members. */
    private static final Pattern MEMBERS =
            Pattern.compile(
                    " (?:members|member states|participants|subscribing states|parties)(?: of the"
                            + " (?=[A-Z])|[.,;)]|$| in \\d| and\\b| according\\b| as of\\b"
                            + "|(?<= parties) (?:had|have|met|meet|will|adopted|agreed)\\b)");

    /** The convention's 165 members: whoever they are, they are of that. */
    private static final Pattern OF_IT =
            Pattern.compile("\\b(?:[Cc]onvention|[Tt]reaty|[Aa]greement|[Pp]act)['’]s $");

    private static final Pattern MEMBER = Pattern.compile(" (?:members|parties|member states)\\b");

    private static final Pattern HAS =
            Pattern.compile("\\b(?:has|have|had|with|counts?|numbers?|comprises?|the|its) $");

    /** What they joined was named before. */
    private static final Pattern IT =
            Pattern.compile(
                    "\\b(?:signed|ratified|joined|acceded to|belong(?:ed)? to|part(?:y|ies) to)"
                            + " it\\b");

    /** Of what was named before: It has 191 parties. */
    private static final Pattern ITS =
            Pattern.compile("It (?:now |today )?(?:has|had|counts) \\d+ (?:states )?parties");

    private static final Pattern CLEAR =
            Pattern.compile(
                    " (?:[a-z]+ )?(?:states|countries) (?:(?:have|had|has) )?(?:subscribed|acceded"
                            + "|(?:are|were) part(?:y|ies))\\b");

    private static final int BEFORE_MAX = 40;

    private Members() {}

    static Optional<Amount> of(Analysed sentence, Numbers.Found number, Memory memory) {
        Part clause = sentence.clauseAt(number.digits());
        int from = Math.max(clause.from(), number.digits() - BEFORE_MAX);
        int to = Math.max(number.to(), clause.to());
        Matcher after = AFTER.matcher(sentence.text()).region(number.to(), to);
        Matcher zh = AFTER_ZH.matcher(sentence.text()).region(number.to(), to);
        Matcher before = BEFORE.matcher(sentence.text().substring(from, number.digits()));
        Optional<String> measure =
                after.lookingAt()
                        ? Optional.of(measure(after))
                        : zh.lookingAt()
                                ? Optional.of(measure(zh))
                                : before.find()
                                        ? Optional.of(measure(before))
                                        : has(sentence, number, from, to);
        boolean named =
                !sentence.of("mechanism").isEmpty()
                        || !sentence.of("anaphor").isEmpty()
                        || memory.mechanismHere()
                                && (isClear(sentence, number)
                                        || measure.filter(id -> !id.equals("states-parties"))
                                                .isPresent())
                                && !PAPER.matcher(sentence.text())
                                        .region(sentence.sentence().from(), number.from())
                                        .find()
                        || IT.matcher(sentence.text()).region(number.to(), to).find();
        return measure.filter(any -> named)
                .filter(any -> Mechanisms.counting(sentence, number.digits(), memory).isPresent())
                .map(id -> found(sentence, clause, number, id));
    }

    /** How many members a treaty or a regime has that the sentence names. */
    private static Optional<String> has(Analysed sentence, Numbers.Found number, int from, int to) {
        boolean named = !sentence.of("mechanism").isEmpty() || !sentence.of("anaphor").isEmpty();
        String before = sentence.text().substring(from, number.from());
        if (named
                && OF_IT.matcher(before).find()
                && MEMBER.matcher(sentence.text()).region(number.to(), to).lookingAt()) {
            return Optional.of("states-parties");
        }
        return (named || ITS.matcher(sentence.text()).region(from, number.to()).lookingAt())
                        && MEMBERS.matcher(sentence.text()).region(number.to(), to).lookingAt()
                        && HAS.matcher(before).find()
                ? Optional.of("states-parties")
                : Optional.empty();
    }

    /** 73 states were parties: other things are joined too, and have no parties. */
    private static boolean isClear(Analysed sentence, Numbers.Found number) {
        return CLEAR.matcher(sentence.text())
                .region(number.to(), Math.min(sentence.sentence().to(), number.to() + BEFORE_MAX))
                .lookingAt();
    }

    private static String measure(Matcher verb) {
        return has(verb, "signed")
                ? "signatories"
                : has(verb, "ratified") ? "ratifications" : "states-parties";
    }

    /** Whether a verb matched, or its noun where the form has one. */
    private static boolean has(Matcher verb, String name) {
        return verb.group(name) != null
                || verb.namedGroups().containsKey("of" + name) && verb.group("of" + name) != null;
    }

    private static Amount found(
            Analysed sentence, Part clause, Numbers.Found number, String measure) {
        Entry entry =
                new Entry(
                        "measure",
                        measure,
                        List.of(),
                        Map.of("members", "true"),
                        Place.of("members"));
        Figure figure =
                new Figure(
                        number.value(),
                        number.high(),
                        "states",
                        measure,
                        number.qualifier(),
                        CountDay.asOf(sentence, clause, number, false),
                        "stated",
                        Optional.empty());
        return new Amount(
                number.from(), number.to(), number.digits(), figure, entry, List.of(), false, 70);
    }
}
