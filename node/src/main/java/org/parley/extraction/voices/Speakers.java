// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.voices;

import org.parley.extraction.Codes;
import org.parley.extraction.voices.Sources.Scoped;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Run;
import org.parley.extraction.words.Sentences;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Hit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Where in a sentence those stand who say something, and those who are told it. */
final class Speakers {
    private static final int OFFICE_MAX = 12;
    private static final int TO_VERB_MAX = 36;

    /** What stands before who acts in a clause: 2023年10月5日下午，. */
    private static final int DAY_MAX = 14;

    /** How a clause goes on about who spoke in the one before: …，并警告…. */
    private static final Pattern AGAIN =
            Pattern.compile(
                    " ?(?:(?:并|又|还|也|亦|且|同时|并且|进而|随后又|但)(?:再次|还|也|同时)?[\\u4e00-\\u9fff]{0,2})?");

    /** What stands before the second of two verbs. */
    private static final Pattern SECOND =
            Pattern.compile(".+ and (?:also |then |again |once more )?");

    private static final int IN_MAX = 40;

    /** Before a statement in which something is said. */
    private static final Pattern IN =
            Pattern.compile("\\b[Ii]n (?:an?|its|their|the|his|her|that|this) (?:[\\w-]+ ){0,3}$");

    private static final Pattern SUBORDINATE =
            Pattern.compile("\\b(?:since|after|before|when|because|until|as|though|if) $");

    /** Who is made to do something does it: 阿登的制裁导致博雷尔宣布退出. */
    private static final Pattern MADE =
            Pattern.compile(
                    "[^，]*(?:导致|致使|促使|迫使|使得|使|令|让|逼)"
                            + "|.*\\b(?:made|led|forced|prompted) (?:the )?");

    /** Those who are told, of whom it does not matter who they are. */
    private static final Set<String> HEARERS = Set.of("媒体", "记者", "media", "the media");

    /** What joins the names of parties that speak together. */
    private static final Pattern ALSO = Pattern.compile("、|和|与|同|及|以及|, |,? and (?:the )?|, the ");

    /** What stands before a verb that its speaker follows. */
    private static final Pattern AFTER_QUOTE = Pattern.compile("[\"”] ?$");

    /** How what is said ends with whoever said it; else the verb had its speaker before it. */
    private static final Pattern END =
            Pattern.compile(
                    "[,.;:]|$| (?:in|on|at|during|after|before|last|this|of|from|to|while|when"
                            + "|yesterday|today|earlier|later|who|and)\\b");

    private Speakers() {}

    /**
     * The run that speaks: the last before the verb that is more than a party's name, else the last
     * party that does not stand in quotation marks.
     */
    static Optional<Run> before(Analysed sentence, List<Run> runs, Hit verb, int from) {
        Optional<Run> nearest = Optional.empty();
        for (Run run : runs) {
            boolean near =
                    (run.to() > from || isBesideVerb(sentence, run, verb))
                            && run.to() <= verb.from()
                            && verb.from() - run.to() <= TO_VERB_MAX;
            boolean party =
                    run.hits().stream().allMatch(hit -> hit.is("party") && !hit.is("organisation"));
            boolean quoted =
                    party
                            && run.from() > 0
                            && "“\"".indexOf(sentence.text().charAt(run.from() - 1)) >= 0;
            boolean hearers =
                    run.hits().size() == 1
                            && HEARERS.contains(sentence.words(run.hits().getFirst()))
                            && run.from() > 0
                            && "对向".indexOf(sentence.text().charAt(run.from() - 1)) >= 0;
            boolean made =
                    party
                            && nearest.isPresent()
                            && MADE.matcher(
                                            sentence.text()
                                                    .substring(nearest.get().to(), run.from()))
                                    .matches();
            boolean within =
                    (nearest.isPresent() || run.hits().stream().allMatch(hit -> hit.is("report")))
                            && isPlaceOfSaying(sentence, run);
            boolean seat = party && run.from() > 0 && sentence.text().charAt(run.from() - 1) == '驻';
            if (near
                    && !seat
                    && !within
                    && !quoted
                    && !hearers
                    && (made || !(party && nearest.isPresent()))) {
                nearest = Optional.of(run);
            }
        }
        return nearest;
    }

    /** How much may stand between a quotation and the name of who says it. */
    private static final int TITLES_MAX = 60;

    /** Where a quotation begins that ends just before who says it: “…”，林安说。 */
    static Optional<Integer> quoteBefore(Analysed sentence, Run run) {
        String text = sentence.text();
        int first = Math.max(sentence.sentence().from(), run.from() - TITLES_MAX);
        int at = run.from() - 1;
        while (at > first && "。；：“”".indexOf(text.charAt(at)) < 0) {
            at--;
        }
        // His titles may stand between, and a comma at the quotation's end.
        if (at <= first
                || text.charAt(at) != '”'
                || text.substring(at + 1, run.from()).lastIndexOf('，') > 0) {
            return Optional.empty();
        }
        int from = sentence.sentence().from();
        return Optional.of(Math.max(from, Sentences.last(text, '“', from, at)));
    }

    /** 在联合国大会上, in their statement: where it is said, and not who says it. */
    private static boolean isPlaceOfSaying(Analysed sentence, Run run) {
        if (run.has("person") || run.has("role") || run.from() == 0) {
            return false;
        }
        if (!Sources.isLatin(sentence.text().charAt(run.from()))) {
            return sentence.text().charAt(run.from() - 1) == '在';
        }
        int from = Math.max(sentence.sentence().from(), run.from() - IN_MAX);
        return run.hits().stream().allMatch(hit -> hit.is("report"))
                && IN.matcher(sentence.text().substring(from, run.from())).find();
    }

    /** The foreign minister, Ann Lind, said: the verb stands apart, but it is hers. */
    private static boolean isBesideVerb(Analysed sentence, Run run, Hit verb) {
        return run.to() <= verb.from()
                && verb.from() - run.to() <= 2
                && sentence.text().substring(run.to(), verb.from()).equals(", ");
    }

    /** In English the speaker may follow: "…," said the spokesman. */
    static Optional<Run> after(Analysed sentence, List<Run> runs, Hit verb) {
        if (!Sources.isLatin(sentence.text().charAt(verb.from())) || !verb.is("after-quote")) {
            return Optional.empty();
        }
        return runs.stream()
                .filter(run ->
                        run.from() >= verb.to()
                                && run.from() - verb.to() <= OFFICE_MAX
                                && sentence.clauseIndex(run.from())
                                        == sentence.clauseIndex(verb.from()))
                .findFirst()
                .filter(run ->
                        AFTER_QUOTE
                                        .matcher(
                                                sentence.text()
                                                        .substring(
                                                                sentence.sentence().from(),
                                                                verb.from()))
                                        .find()
                                || END.matcher(sentence.text())
                                        .region(run.to(), sentence.sentence().to())
                                        .lookingAt());
    }

    /** …，并称…: whoever spoke before in the sentence, or acted at its beginning. */
    static Optional<Run> sameAgain(
            Analysed sentence, List<Run> runs, Hit verb, Part clause, List<Scoped> found) {
        if (!isAgain(sentence, verb, clause)) {
            return Optional.empty();
        }
        return found.reversed().stream()
                .filter(Scoped::spoken)
                .flatMap(one -> runs.stream().filter(run -> run.from() == one.at()))
                .findFirst()
                .or(() ->
                        found.isEmpty() && !Sources.grade(verb).equals("think")
                                ? carried(sentence, runs, clause)
                                : Optional.empty());
    }

    /**
     * Ann Lind condemned the launch and urged …: who speaks with the verb before, if it has one.
     */
    static Optional<Scoped> firstOfTwo(
            Analysed sentence, Hit verb, Part clause, List<Scoped> found) {
        return sentence.isLatin()
                        && SECOND.matcher(sentence.text())
                                .region(clause.from(), verb.from())
                                .matches()
                ? found.reversed().stream()
                        .filter(one -> one.spoken() && one.at() >= clause.from())
                        .findFirst()
                : Optional.empty();
    }

    /** Whether a clause begins with a verb of saying, or with no more than 并 before it. */
    static boolean isAgain(Analysed sentence, Hit verb, Part clause) {
        return !Sources.isLatin(sentence.text().charAt(verb.from()))
                && AGAIN.matcher(sentence.text().substring(clause.from(), verb.from())).matches();
    }

    /** 林岚在会上提出一项计划，称…: who acts in the clause before. */
    private static Optional<Run> carried(Analysed sentence, List<Run> runs, Part clause) {
        int index = sentence.clauseIndex(clause.from());
        if (index < 1 || "；;".indexOf(sentence.text().charAt(clause.from() - 1)) >= 0) {
            return Optional.empty();
        }
        Part before = sentence.clauses().get(index - 1);
        return runs.stream()
                .filter(run -> run.from() >= before.from() && run.to() <= before.to())
                .filter(run ->
                        !run.hits().stream().allMatch(hit -> hit.is("report") || hit.is("outlet")))
                .findFirst()
                .filter(run -> run.from() - before.from() <= DAY_MAX)
                .filter(run ->
                        run.from() == before.from()
                                || "对向与同和在据给把被由因就".indexOf(sentence.text().charAt(run.from() - 1))
                                        < 0)
                .filter(run -> !sentence.text().startsWith("的", run.to()));
    }

    /** The outlet to which something is said: 向路透社表示, told Reuters. */
    static Optional<Hit> hearer(Analysed sentence, Hit verb, Part clause) {
        for (Hit outlet : sentence.of("outlet", clause.from(), clause.to())) {
            if (HEARERS.contains(sentence.words(outlet))) {
                continue;
            }
            String before =
                    sentence.text()
                            .substring(Math.max(clause.from(), outlet.from() - 3), outlet.from());
            boolean to =
                    outlet.to() <= verb.from()
                            && (before.endsWith("向")
                                    || before.endsWith("对")
                                    || before.endsWith("向《")
                                    || before.endsWith("对《")
                                    || before.endsWith("接受")
                                    || before.endsWith("接受《"));
            boolean told =
                    outlet.from() >= verb.to()
                            && outlet.from() - verb.to() <= 2
                            && sentence.words(verb).startsWith("told");
            if (to || told) {
                return Optional.of(outlet);
            }
        }
        return Optional.empty();
    }

    /** ... since Arden announced that ...: what stands before is not what was announced. */
    static boolean isSubordinate(Analysed sentence, Run run) {
        int from = Math.max(sentence.sentence().from(), run.from() - 12);
        return SUBORDINATE.matcher(sentence.text().substring(from, run.from())).find();
    }

    /** 阿登以博雷尔违约为由宣布…: the ground is Arden's word, too. */
    static boolean hasGround(Analysed sentence, Run run, Hit verb) {
        return run.to() < verb.from()
                && sentence.text().startsWith("以", run.to())
                && sentence.text().substring(run.to(), verb.from()).contains("为由");
    }

    /** Arden, Borel and Cadria said: all who speak, if they are several. */
    static List<String> joined(Analysed sentence, List<Run> runs, Run run, Voices voices) {
        Set<String> parties = new LinkedHashSet<>();
        if (!run.has("person") && Voices.isJoint(run)) {
            run.hits().stream()
                    .filter(hit -> hit.is("party"))
                    .forEach(hit -> parties.addAll(Codes.of(hit)));
            return parties.size() > 1 ? List.copyOf(parties) : List.of();
        }
        int index = runs.indexOf(run);
        if (index < 0) {
            return List.of();
        }
        int first = index;
        while (first > 0
                && isParty(runs.get(first - 1))
                && isParty(runs.get(first))
                && ALSO.matcher(
                                sentence.text()
                                        .substring(
                                                runs.get(first - 1).to(), runs.get(first).from()))
                        .matches()) {
            first--;
        }
        int end = index;
        while (end + 1 < runs.size()
                && isParty(runs.get(end))
                && isParty(runs.get(end + 1))
                && ALSO.matcher(
                                sentence.text()
                                        .substring(runs.get(end).to(), runs.get(end + 1).from()))
                        .matches()) {
            end++;
        }
        for (int i = Math.max(0, first); i <= end; i++) {
            if (isParty(runs.get(i))) {
                runs.get(i).hits().forEach(hit -> parties.addAll(Codes.of(hit)));
                voices.of(sentence, runs.get(i), Optional.empty()).of().ifPresent(parties::add);
            }
        }
        return parties.size() > 1 ? List.copyOf(parties) : List.of();
    }

    /** A party, or somebody by name. */
    private static boolean isParty(Run run) {
        return run.hits().stream().allMatch(hit -> hit.is("party")) || run.has("person");
    }
}
