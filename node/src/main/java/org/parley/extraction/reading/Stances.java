// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.evidence.Link;
import org.parley.extraction.FoundClaim.Kind;
import org.parley.extraction.FoundClaim.Voice;
import org.parley.extraction.voices.Feelings;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Hit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a party wants, offers, opposes or expects, as the text tells it: the party, and near it a
 * word of the list of stances. On matters of the field only.
 */
final class Stances {
    private static final int GAP_MAX = 16;
    private static final int GAP_MAX_LATIN = 26;
    private static final int BOTH_MAX = 6;

    /** 阿登对…一直持怀疑态度: what it is about stands between. */
    private static final int GAP_MAX_TOWARDS = 40;

    private static final Pattern TOWARDS = Pattern.compile("[也还则均都仍]?[对就][^，。；]*");
    private static final int HAD_MAX = 12;

    /** What joins the names of those who hold one stance. */
    private static final Pattern ALSO = Pattern.compile("、|和|与|同|及|以及|, |,? and (?:the )?|, the ");

    /** Before a word of stance it is a noun, or another's. */
    private static final Pattern NOUN_AFTER =
            Pattern.compile("(?:^|.*[ ,])(?:the|a|an|its|their|of|to|that|which|who|not to)\\s$");

    /** Between a party and what it wants there is no other subject or verb of its own. */
    private static final Pattern OTHER = Pattern.compile(".*(?:[。；：“]|的$| that | which | who ).*");

    private static final Pattern PERIOD = Pattern.compile("[^，](?:时期|期间)$");
    private static final Pattern EXAMPLE = Pattern.compile("比如|例如|诸如|像是|such as |for example");

    /** What is only thought of is nobody's stance: 如果美国愿意…, 德国可能支持…. */
    private static final Pattern CONDITION =
            Pattern.compile(
                    "(?:[，而但]|不过)?(?:如果|若|一旦|假如|假使|倘若|只有|除非|只要|即使|无论|为何|为什么|是否)"
                            + "|.*(?:可能|或许|也许|似乎|自然|必然|应当|应该|理应|能否|是否|必须|需要|可以|本可|即便)"
                            + "|(?:[Ii]f|[Uu]nless|[Ww]hether|[Ss]hould)\\b"
                            + "|.*\\b(?:may|might|could|should|if|whether|unless|must) .*");

    /** 阿登同意谈判可能是出于…: what is told is the reason, and the rest its subject. */
    private static final Pattern SUBJECT =
            Pattern.compile(
                    "[^，。]{2,20}(?:可能|或许|主要|应该)[是会]?(?:考虑|出于|因为|为了|意在|旨在)|[^，。]{2,20}(?:意味着|标志着)");

    /** How words begin that are put between a subject and its verb. */
    private static final Pattern PUT_BETWEEN =
            Pattern.compile(" ?(?:which|who|whose|long|like|unlike|along with|together with|as) ");

    private Stances() {}

    /**
     * A stance, whose it is, and where it stands.
     *
     * @param voice the person who takes it by saying so
     */
    record Found(
            Kind kind,
            List<String> actors,
            String verb,
            String topic,
            int at,
            Part words,
            Optional<Voice> voice) {}

    static List<Found> in(Analysed sentence, Memory memory) {
        boolean own = Field.isOf(sentence);
        if (!own && (!memory.field().isHere() || Telling.isElsewhere(sentence))) {
            return List.of();
        }
        List<Found> found = new ArrayList<>();
        for (Hit verb : sentence.of("stance")) {
            Entry entry = verb.as("stance").orElseThrow();
            Part clause = sentence.clauseAt(verb.from());
            List<Hit> subject = subject(sentence, verb, clause);
            boolean agreed =
                    entry.of("kind").filter("commitment"::equals).isPresent()
                            || sentence.words(verb).endsWith("认为");
            if (subject.isEmpty()) {
                subject = beyond(sentence, verb, clause);
            }
            if (subject.isEmpty() && agreed && memory.parties().size() == 2) {
                subject = both(sentence, verb, clause);
            }
            if (subject.isEmpty() || isNoun(sentence, verb)) {
                continue;
            }
            Set<String> actors = new LinkedHashSet<>();
            subject.forEach(
                    hit -> Actors.sided(sentence, hit.from(), hit.to()).forEach(actors::addAll));
            if (subject.getFirst().is("pronoun")) {
                actors.addAll(memory.parties());
            }
            actors.remove("WORLD");
            int from = Frames.start(sentence, subject.getFirst().from());
            if (actors.isEmpty() || found.stream().anyMatch(one -> isSame(one, actors, verb))) {
                continue;
            }
            found.add(
                    new Found(
                            Kind.valueOf(
                                    entry.of("kind").orElse("position").toUpperCase(Locale.ROOT)),
                            List.copyOf(actors),
                            sentence.words(verb),
                            sentence.of("topic").stream()
                                    .flatMap(hit -> hit.as("topic").stream())
                                    .map(Entry::id)
                                    .findFirst()
                                    .orElse("treaty"),
                            verb.from(),
                            new Part(from, end(sentence, verb, subject)),
                            spoken(sentence, entry, subject, actors)));
        }
        return found;
    }

    /** Who proposes, promises or blames by name: that is done by saying it. */
    private static Optional<Voice> spoken(
            Analysed sentence, Entry verb, List<Hit> subject, Set<String> actors) {
        Hit last = subject.getLast();
        return verb.of("spoken").isPresent() && last.is("person") && actors.size() == 1
                ? Optional.of(
                        new Voice(
                                sentence.words(last),
                                Link.Type.OFFICIAL_NAMED,
                                actors.stream().findFirst(),
                                Optional.empty(),
                                Optional.empty()))
                : Optional.empty();
    }

    /** The two sides agreed, 双方同意: those named before. */
    private static List<Hit> both(Analysed sentence, Hit verb, Part clause) {
        return sentence.of("pronoun", clause.from(), verb.from()).stream()
                .filter(hit -> hit.as("pronoun").orElseThrow().id().equals("both"))
                .filter(hit -> verb.from() - hit.to() <= BOTH_MAX)
                .limit(1)
                .toList();
    }

    private static boolean isSame(Found one, Set<String> actors, Hit verb) {
        return one.actors().equals(List.copyOf(actors)) && verb.from() < one.words().to();
    }

    /** Up to where another party begins to act, or the sentence ends. */
    private static int end(Analysed sentence, Hit verb, List<Hit> subject) {
        for (Hit other : sentence.of("stance", verb.to(), sentence.sentence().to())) {
            Part clause = sentence.clauseAt(other.from());
            List<Hit> its = subject(sentence, other, clause);
            if (clause.from() > verb.from() && !its.isEmpty() && !its.equals(subject)) {
                return Frames.end(sentence, Math.max(verb.to(), clause.from() - 1));
            }
        }
        int end = Frames.end(sentence, sentence.sentence().to());
        while (end > verb.to() && "。，；：.,;！!”\"".indexOf(sentence.text().charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    /** The party before what is put in between commas: Arden, which calls it unfair, opposes …. */
    private static List<Hit> beyond(Analysed sentence, Hit verb, Part clause) {
        int index = sentence.clauseIndex(verb.from());
        if (index < 2 || !sentence.text().substring(clause.from(), verb.from()).isBlank()) {
            return List.of();
        }
        Part between = sentence.clauses().get(index - 1);
        Part before = sentence.clauses().get(index - 2);
        boolean put =
                PUT_BETWEEN
                        .matcher(sentence.text())
                        .region(between.from(), between.to())
                        .lookingAt();
        return put
                ? sentence.of("party", before.from(), before.to()).stream()
                        .filter(hit -> before.to() - hit.to() <= 2)
                        .filter(hit -> Actors.isActing(sentence, hit))
                        .toList()
                : List.of();
    }

    /** The parties just before a verb, without another verb between. */
    private static List<Hit> subject(Analysed sentence, Hit verb, Part clause) {
        boolean latin = sentence.text().charAt(verb.from()) < 0x250;
        List<Hit> sides =
                sentence.hits().stream()
                        .filter(hit -> hit.from() >= clause.from() && hit.to() <= verb.from())
                        .filter(hit ->
                                (hit.is("party")
                                                || hit.is("person")
                                                || hit.is("role")
                                                || hit.is("organisation"))
                                        && !Actors.sided(sentence, hit.from(), hit.to()).isEmpty())
                        .toList();
        Optional<Hit> last =
                sides.stream()
                        .filter(hit ->
                                TOWARDS.matcher(sentence.text().substring(hit.to(), verb.from()))
                                        .matches())
                        .findFirst()
                        .or(() -> sides.reversed().stream().findFirst());
        if (last.isEmpty()
                || !Actors.isActing(sentence, last.get())
                || isPeriod(sentence, last.get())) {
            return List.of();
        }
        String between = sentence.text().substring(last.get().to(), verb.from());
        boolean towards = TOWARDS.matcher(between).matches();
        boolean far =
                between.length() > (latin ? GAP_MAX_LATIN : towards ? GAP_MAX_TOWARDS : GAP_MAX);
        boolean otherVerb =
                sentence.hits().stream()
                        .anyMatch(hit ->
                                (hit.is("say") || hit.is("stance"))
                                        && hit.from() >= last.get().to()
                                        && hit.to() <= verb.from());
        if (far
                || otherVerb
                || isExample(sentence, clause)
                || !towards && OTHER.matcher(between).matches()) {
            return List.of();
        }
        List<Hit> parties = new ArrayList<>(List.of(last.get()));
        List<Hit> named = sentence.of("party", sentence.sentence().from(), last.get().from());
        for (Hit hit : named.reversed()) {
            if (!ALSO.matcher(sentence.text().substring(hit.to(), parties.getFirst().from()))
                    .matches()) {
                break;
            }
            parties.addFirst(hit);
        }
        return parties;
    }

    /** 阿登政府时期博雷尔…: what was the case then is told in passing. */
    private static boolean isPeriod(Analysed sentence, Hit party) {
        return PERIOD.matcher(
                        sentence.text()
                                .substring(sentence.clauseAt(party.from()).from(), party.from()))
                .find();
    }

    /** 比如…: an instance of what was told before. */
    private static boolean isExample(Analysed sentence, Part clause) {
        return EXAMPLE.matcher(sentence.text()).region(clause.from(), clause.to()).lookingAt();
    }

    private static boolean isNoun(Analysed sentence, Hit verb) {
        String before =
                sentence.text()
                        .substring(
                                Math.max(sentence.sentence().from(), verb.from() - 8), verb.from());
        return sentence.text().startsWith("的", verb.to())
                || sentence.text().startsWith(" no ", verb.to())
                || before.endsWith("的")
                || before.endsWith("被")
                || before.endsWith("意")
                || sentence.text().startsWith("态度", verb.to())
                || isHad(sentence, verb)
                || SUBJECT.matcher(sentence.text())
                        .region(verb.to(), sentence.clauseAt(verb.from()).to())
                        .lookingAt()
                || Feelings.isFelt(sentence, verb)
                || sentence.text().startsWith("乃至", verb.to())
                || CONDITION
                        .matcher(sentence.text())
                        .region(sentence.clauseAt(verb.from()).from(), verb.from())
                        .lookingAt()
                || NOUN_AFTER.matcher(before).matches();
    }

    /** 获得更多支持, 有何期许, 履行承诺: a thing that is had, given or kept. */
    private static boolean isHad(Analysed sentence, Hit verb) {
        int from = Math.max(sentence.clauseAt(verb.from()).from(), verb.from() - HAD_MAX);
        return sentence.of("having", from, verb.from()).stream()
                .anyMatch(had ->
                        sentence.text()
                                        .substring(had.to(), verb.from())
                                        .chars()
                                        .noneMatch(c -> "，、；：“”".indexOf(c) >= 0)
                                && sentence.of("party", had.to(), verb.from()).isEmpty());
    }
}
