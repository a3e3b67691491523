// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.voices;

import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Run;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Hit;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Words put in between commas beside a name, which say who it is: Ann Lind, who commands the fleet,
 * said. In English only; Chinese puts a title before the name.
 */
final class Apposition {
    private static final int LENGTH_MAX = 160;
    private static final int ADVERB_MAX = 24;
    private static final int FORMER_MAX = 30;

    /** How words begin that say who somebody is. */
    private static final Pattern OFFICE =
            Pattern.compile(
                    "(?:an?|the|who|whose|now|then|once|formerly|currently|acting|until recently) "
                            + "|(?:[A-Z][\\w.-]* ){0,3}[A-Z][\\w.-]*['’]s? "
                            + "|(?:[A-Z][\\w.-]* |former |deputy |senior |assistant |associate"
                            + " |vice |chief |executive |co-)*(?:head|director|chair\\w*"
                            + "|president|professor|leader|minister|secretary|ambassador"
                            + "|commander|spokes\\w+|fellow|analyst|expert|chief|advis[eo]r"
                            + "|scholar|researcher|representative|envoy|member|editor|founder"
                            + "|author|physicist|scientist|historian|lecturer|manager"
                            + "|coordinator|negotiator|official)\\b");

    /** Of these, who clauses that tell an office, and not what somebody did. */
    private static final Pattern WHO =
            Pattern.compile(
                    "who(?:se)? (?!(?:currently |now |then |also"
                            + " )?(?:commands?|commanded|leads?|led"
                            + "|heads?|headed|runs?|ran|chairs?|chaired|serves?|served|is|was"
                            + "|oversees|oversaw|directs?|directed|represents?|represented)\\b)");

    /** What is put between a state or a body and its verb. */
    private static final Pattern ASIDE =
            Pattern.compile(
                    "(?:which|who|whose|for (?:its|their|his|her) part|to the contrary"
                            + "|on the (?:contrary|other hand)|(?:quot|cit|invok|recall|not|speak"
                            + "|writ|answer|respond|address|echo|referr|point)ing|asked|in"
                            + " (?:turn|response|reply|return)|like|unlike|along with|together"
                            + " with|as|however|too|meanwhile|by contrast|long)\\b");

    /** The same of a body, of which may also be said what it is. */
    private static final Pattern BODY = Pattern.compile("an? |the \\w+ (?:that|which|of) ");

    private static final Pattern FORMER =
            Pattern.compile("\\b(?:former|formerly|once|retired)\\b|\\bex-");

    /** What may stand between the comma and the verb. */
    private static final Pattern ADVERB =
            Pattern.compile(
                    ".*,(?= )((?: (?:has|have|had|also|then|later|once|earlier|recently|repeatedly"
                            + "|publicly|today|yesterday|again|still))* )");

    private Apposition() {}

    /** Whether words that say who a name is stand between it and a verb. */
    static boolean isOf(String text, int nameTo, int verb) {
        return closes(text, nameTo, verb)
                .filter(comma -> OFFICE.matcher(text).region(nameTo + 2, comma).lookingAt())
                .isPresent();
    }

    /** The comma that ends what is put in after a name, just before a verb. */
    private static Optional<Integer> closes(String text, int nameTo, int verb) {
        if (verb - nameTo < 4 || verb - nameTo > LENGTH_MAX || !text.startsWith(", ", nameTo)) {
            return Optional.empty();
        }
        int from = Math.max(nameTo + 1, verb - ADVERB_MAX);
        var adverb = ADVERB.matcher(text).region(from, verb);
        if (!adverb.matches()) {
            return Optional.empty();
        }
        int comma = adverb.start(1) - 1;
        return comma > nameTo && isPlain(text, nameTo, comma)
                ? Optional.of(comma)
                : Optional.empty();
    }

    private static boolean isPlain(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            if ("\"“”;:\n".indexOf(text.charAt(at)) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** Where the name of a person ends beside which more stands; else all of the voice. */
    static int nameEnd(String text, Run run) {
        return run.hits().stream()
                .filter(hit -> hit.is("person") && text.startsWith(", ", hit.to()))
                .findFirst()
                .map(Hit::to)
                .orElse(run.to());
    }

    /** Who stands before what is put in before a verb: Arden, for its part, said. */
    static Optional<Run> subject(Analysed sentence, List<Run> runs, Hit verb) {
        String text = sentence.text();
        if (!Sources.isLatin(text.charAt(verb.from()))) {
            return Optional.empty();
        }
        for (Run run : runs) {
            Optional<Integer> comma = closes(text, nameEnd(text, run), verb.from());
            if (comma.isPresent()) {
                boolean office = run.has("person") || run.has("role");
                boolean beside =
                        ASIDE.matcher(text).region(nameEnd(text, run) + 2, comma.get()).lookingAt()
                                || office
                                        && OFFICE.matcher(text)
                                                .region(nameEnd(text, run) + 2, comma.get())
                                                .lookingAt()
                                || run.has("organisation")
                                        && BODY.matcher(text)
                                                .region(nameEnd(text, run) + 2, comma.get())
                                                .lookingAt();
                if (beside) {
                    return Optional.of(run);
                }
            }
        }
        return Optional.empty();
    }

    /** The words that say whose office somebody holds who speaks: after the name, or before it. */
    static Optional<Part> office(Analysed sentence, Run run, Hit verb) {
        String text = sentence.text();
        if (!Sources.isLatin(text.charAt(verb.from())) || !run.has("person")) {
            return Optional.empty();
        }
        int name = nameEnd(text, run);
        int from = name + 2;
        if (text.startsWith(", ", name)
                && OFFICE.matcher(text).region(from, sentence.sentence().to()).lookingAt()) {
            Optional<Integer> end =
                    verb.from() < run.from()
                            ? Optional.of(sentence.clauseAt(from + 1).to())
                            : closes(text, nameEnd(text, run), verb.from());
            return end.filter(comma -> !WHO.matcher(text).region(from, comma).lookingAt())
                    .map(comma -> new Part(from, comma));
        }
        return before(sentence, run, verb);
    }

    /** Arden's permanent representative to the agency, Ann Lind, said. */
    private static Optional<Part> before(Analysed sentence, Run run, Hit verb) {
        int index = sentence.clauseIndex(run.from());
        if (index < 1
                || run.has("role")
                || !sentence.text().startsWith(", ", run.to())
                || sentence.clauseAt(run.from()).from() < run.from() - 2
                || verb.from() < run.from()
                || verb.from() - run.to() > ADVERB_MAX) {
            return Optional.empty();
        }
        Part part = sentence.clauses().get(index - 1);
        return sentence.hits().stream()
                        .filter(hit -> part.from() <= hit.from() && hit.to() <= part.to())
                        .anyMatch(hit ->
                                hit.is("say")
                                        || hit.is("stance")
                                        || hit.is("future")
                                        || hit.is("person"))
                ? Optional.empty()
                : Optional.of(part);
    }

    /** Whether an office is one that somebody held before. */
    static boolean isFormer(String text, Part office) {
        return FORMER.matcher(text)
                .region(office.from(), Math.min(office.to(), office.from() + FORMER_MAX))
                .find();
    }
}
