// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.evidence.Link;
import org.parley.extraction.Codes;
import org.parley.extraction.FoundClaim.Participant;
import org.parley.extraction.FoundClaim.Voice;
import org.parley.extraction.voices.Sources;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Hit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What somebody in office says on a matter of the field: a sentence with a verb of saying, and a
 * word of the list of topics within what is said, or before it in the text; and what experts and
 * institutes say of it in so many words. Words of media stay quotations.
 */
final class Statements {
    private static final Set<Link.Type> IN_OFFICE =
            Set.of(
                    Link.Type.OFFICIAL_NAMED,
                    Link.Type.OFFICIAL_READOUT,
                    Link.Type.OFFICIAL_ANONYMOUS);

    /** Those who hold no office; their words count where they are of the field themselves. */
    private static final Set<Link.Type> EXPERT =
            Set.of(Link.Type.NAMED_EXPERT, Link.Type.ORGANISATION);

    /** What is done by saying it: whatever else the sentence tells, this is a statement too. */
    private static final Set<String> DEEDS =
            Set.of("urge", "accuse", "deny", "commit", "warn", "regret", "welcome");

    private static final int LENGTH_MIN = 4;
    private static final int LENGTH_MIN_LATIN = 12;

    /** What is left beside other claims has to say something by itself. */
    private static final int REST_MIN = 12;

    private static final int REST_MIN_LATIN = 50;

    /** With these a part of a sentence begins that only leads to the rest. */
    private static final Pattern BARE =
            Pattern.compile("[就对在据按]|关于|根据|随着|鉴于|由于|如果|作为|为了|除了|针对|(?:同时|并|但|也)[为就对在]");

    /** After a verb with these what is said is its object, and no sentence: 证实了这一消息. */
    private static final Pattern OBJECT = Pattern.compile("了|这[一些个项份]|该|此|有关|上述");

    /** How envoys and officers speak of their own side. */
    private static final Pattern OWN_SIDE =
            Pattern.compile("[\\u4e00-\\u9fff]方|[\\u4e00-\\u9fff]{1,3}(?:军队|军方)|我[国军]");

    private Statements() {}

    /** Words said, and by whom. */
    record Found(
            Voice voice,
            List<Voice> chain,
            List<String> actors,
            Optional<Participant> speaker,
            String verb,
            String topic,
            Optional<String> mechanism,
            boolean denied,
            int from,
            int to) {}

    /**
     * The statements of a sentence.
     *
     * @param told what of it other claims tell already
     * @param acts those of them that say of an act what the saying itself is: a denial, a charge
     */
    static List<Found> in(
            Analysed sentence,
            List<Sources.Scoped> said,
            Memory memory,
            List<Part> told,
            List<Part> acts) {
        if (said.isEmpty() && (Memory.isQuestion(sentence) || isBracket(sentence))) {
            return List.of();
        }
        List<Sources.Scoped> speaking = said.isEmpty() ? memory.speaking() : said;
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < speaking.size(); i++) {
            boolean last = i == speaking.size() - 1;
            Sources.Scoped scoped =
                    last || said.isEmpty()
                            ? speaking.get(i)
                            : untilNext(sentence, speaking.get(i), speaking.get(i + 1));
            if ((IN_OFFICE.contains(scoped.voice().type())
                            || EXPERT.contains(scoped.voice().type()))
                    && (scoped.spoken() || !said.isEmpty() && isByName(scoped))
                    && (last || !said.isEmpty() && scoped.to() < sentence.sentence().to())
                    && (!said.isEmpty() || goesOn(sentence, scoped, memory))) {
                of(sentence, said, scoped, speaking, memory, told, acts).ifPresent(found::add);
            }
        }
        return found;
    }

    /** Of two who speak in a sentence the first has what stands before the clause of the second. */
    private static Sources.Scoped untilNext(
            Analysed sentence, Sources.Scoped one, Sources.Scoped next) {
        int from = begins(sentence, one, next);
        return one.spoken() && next.spoken() && one.at() < from && from < one.to()
                ? one.between(one.from(), Math.max(one.from(), from))
                : one;
    }

    /** Where the words of the second begin: at its clause, or at the "and" before its verb. */
    private static int begins(Analysed sentence, Sources.Scoped one, Sources.Scoped next) {
        int clause = sentence.clauseAt(next.at()).from();
        if (clause > one.at() || !sentence.isLatin()) {
            return clause;
        }
        int and = sentence.text().lastIndexOf(" and ", next.at());
        return and > one.from() ? and : clause;
    }

    private static boolean isByName(Sources.Scoped scoped) {
        return scoped.voice().type() == Link.Type.OFFICIAL_NAMED;
    }

    /** An office whose state no list tells: its words count where they are of the field. */
    private static boolean isOffice(Sources.Scoped scoped, boolean own) {
        return own && scoped.voice().type() == Link.Type.OFFICIAL_READOUT && !scoped.bare()
                || scoped.voice().type() == Link.Type.OFFICIAL_ANONYMOUS;
    }

    /** A line in brackets is the editor's: (Geneva, 24 February). */
    private static boolean isBracket(Analysed sentence) {
        char first = sentence.text().charAt(sentence.sentence().from());
        char last = sentence.text().charAt(sentence.sentence().to() - 1);
        return "(（".indexOf(first) >= 0 && ")）".indexOf(last) >= 0;
    }

    private static Optional<Found> of(
            Analysed sentence,
            List<Sources.Scoped> said,
            Sources.Scoped scoped,
            List<Sources.Scoped> speaking,
            Memory memory,
            List<Part> told,
            List<Part> acts) {
        boolean chinese = sentence.text().charAt(sentence.sentence().from()) > 0x2e80;
        boolean deed = DEEDS.contains(scoped.grade()) && !said.isEmpty();
        Part words =
                trimmed(
                        sentence,
                        said.isEmpty()
                                ? sentence.sentence()
                                : new Part(
                                        DEEDS.contains(scoped.grade())
                                                        || chinese && hasObject(sentence, scoped)
                                                ? Math.min(scoped.at(), scoped.from())
                                                : scoped.from(),
                                        said.isEmpty() ? scoped.to() : remark(sentence, scoped)));
        if (words.to() - words.from() < (chinese ? LENGTH_MIN : LENGTH_MIN_LATIN)) {
            return Optional.empty();
        }
        deed = deed && acts.stream().noneMatch(act -> isSameDeed(scoped, act));
        Part rest = deed ? words : trimmed(sentence, rest(sentence, words, told));
        boolean whole = rest.equals(words);
        boolean own = isOfField(sentence, words);
        if (!whole
                && (!own
                        || BARE.matcher(sentence.text()).region(rest.from(), rest.to()).lookingAt()
                        || !chinese && !isOfField(sentence, rest)
                        || rest.to() - rest.from() < (chinese ? REST_MIN : REST_MIN_LATIN))) {
            return Optional.empty();
        }
        if (!own && (!memory.field().isThroughout() || Telling.isElsewhere(sentence))) {
            return Optional.empty();
        }
        // Who is no office holder speaks for nobody else.
        boolean expert = EXPERT.contains(scoped.voice().type());
        List<String> actors = expert ? List.of() : scoped.parties();
        if (expert
                ? !own && said.isEmpty()
                : actors.isEmpty() && !isByName(scoped) && !isOffice(scoped, own)) {
            return Optional.empty();
        }
        return Optional.of(
                new Found(
                        scoped.voice(),
                        Sources.chain(
                                speaking.stream()
                                        .filter(one ->
                                                said.isEmpty()
                                                        || one.equals(scoped)
                                                        || one.from() <= scoped.from()
                                                                && scoped.to() <= one.to())
                                        .toList()),
                        actors,
                        speaker(scoped.voice()),
                        scoped.voice().verb().orElse(""),
                        topic(sentence, rest),
                        sentence.of("mechanism", rest.from(), rest.to()).stream()
                                .flatMap(hit -> hit.as("mechanism").stream())
                                .map(Entry::id)
                                .findFirst(),
                        scoped.grade().equals("deny") && !said.isEmpty(),
                        rest.from(),
                        rest.to()));
    }

    /** Whether an act is what the saying itself is; what is denied may stand anywhere after it. */
    private static boolean isSameDeed(Sources.Scoped scoped, Part act) {
        int until = scoped.grade().equals("deny") ? scoped.to() : scoped.at();
        return act.from() <= until && scoped.at() < act.to();
    }

    /** Whether what follows the verb is a thing: 宣布退出条约, 证实了这一消息. */
    private static boolean hasObject(Analysed sentence, Sources.Scoped scoped) {
        return scoped.at() < scoped.from()
                && scoped.from() < scoped.to()
                && (OBJECT.matcher(sentence.text()).region(scoped.from(), scoped.to()).lookingAt()
                        || scoped.grade().equals("announce")
                                && "，：:“「『\"".indexOf(sentence.text().charAt(scoped.from())) < 0);
    }

    /**
     * Where a text turns from what was said to its own remark on it: 实质上…, 此举…; else where the
     * words end. A remark on a deed may begin with 这, which in what somebody says goes on.
     */
    private static int remark(Analysed sentence, Sources.Scoped scoped) {
        boolean told = !scoped.grade().equals("say") && !scoped.grade().isEmpty();
        for (Hit hit : sentence.of("remark", scoped.from(), scoped.to())) {
            Part clause = sentence.clauseAt(hit.from());
            boolean own =
                    told || hit.as("remark").filter(one -> one.id().equals("always")).isPresent();
            if (own
                    && (hit.from() == clause.from()
                            || "“ ".indexOf(sentence.text().charAt(hit.from() - 1)) >= 0)
                    && clause.from() - scoped.from() > LENGTH_MIN
                    && !isQuoted(sentence, scoped.from(), hit.from())) {
                return clause.from();
            }
        }
        return scoped.to();
    }

    private static boolean isQuoted(Analysed sentence, int from, int at) {
        int open = 0;
        for (int i = from; i < at; i++) {
            char c = sentence.text().charAt(i);
            open += c == '“' ? 1 : c == '”' ? -1 : 0;
        }
        return open > 0;
    }

    private static Optional<Participant> speaker(Voice voice) {
        return voice.type() == Link.Type.OFFICIAL_NAMED
                ? Optional.of(
                        new Participant(voice.by(), Optional.empty(), voice.of(), Optional.empty()))
                : Optional.empty();
    }

    private static boolean isOfField(Analysed sentence, Part words) {
        return !sentence.of("mechanism", words.from(), words.to()).isEmpty()
                || !sentence.of("measure", words.from(), words.to()).isEmpty()
                || !Telling.isElsewhere(sentence) && pointsBack(sentence, words)
                || !sentence.of("topic", words.from(), words.to()).isEmpty()
                        && !Telling.isElsewhere(sentence);
    }

    /** 该条约, the treaty: the one spoken of before. */
    private static boolean pointsBack(Analysed sentence, Part words) {
        return sentence.of("anaphor", words.from(), words.to()).stream()
                .flatMap(hit -> hit.as("anaphor").stream())
                .anyMatch(entry -> entry.of("weak").isEmpty());
    }

    private static String topic(Analysed sentence, Part words) {
        return sentence.of("topic", words.from(), words.to()).stream()
                .flatMap(hit -> hit.as("topic").stream())
                .map(Entry::id)
                .findFirst()
                .orElse("treaty");
    }

    /** The longest part of what is said that no other claim tells. */
    private static Part rest(Analysed sentence, Part words, List<Part> told) {
        List<Part> free = new ArrayList<>();
        for (Part clause : sentence.clauses()) {
            Part part =
                    new Part(
                            Math.max(clause.from(), words.from()),
                            Math.min(clause.to(), words.to()));
            boolean taken =
                    part.from() >= part.to()
                            || told.stream()
                                    .anyMatch(other ->
                                            other.from() < part.to() && part.from() < other.to());
            if (taken) {
                continue;
            }
            if (!free.isEmpty() && free.getLast().to() == part.from()) {
                free.set(free.size() - 1, new Part(free.getLast().from(), part.to()));
            } else {
                free.add(part);
            }
        }
        Part longest = new Part(words.from(), words.from());
        for (Part part : free) {
            longest = part.to() - part.from() > longest.to() - longest.from() ? part : longest;
        }
        return longest;
    }

    private static Part trimmed(Analysed sentence, Part part) {
        int from = part.from();
        int to = part.to();
        while (from < to && "了，：“「『,: \"".indexOf(sentence.text().charAt(from)) >= 0) {
            from++;
        }
        while (to > from && "。，；”」』\".！ ,;".indexOf(sentence.text().charAt(to - 1)) >= 0) {
            to--;
        }
        return new Part(from, to);
    }

    private static boolean goesOn(Analysed sentence, Sources.Scoped speaker, Memory memory) {
        return memory.inQuote()
                || memory.isTranscript()
                || memory.recent()
                        && (sentence.hits().stream().limit(2).anyMatch(hit -> hit.is("goes-on"))
                                || isOwnSide(sentence, speaker));
    }

    /** 至于…，中方会…: a party's envoys speak of it as of "our side". */
    private static boolean isOwnSide(Analysed sentence, Sources.Scoped speaker) {
        return sentence.of("party").stream()
                .filter(hit -> OWN_SIDE.matcher(sentence.words(hit)).matches())
                .anyMatch(hit ->
                        speaker.parties().containsAll(Codes.of(hit))
                                && Actors.isActing(sentence, hit));
    }
}
