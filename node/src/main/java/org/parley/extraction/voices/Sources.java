// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.voices;

import org.parley.evidence.Link;
import org.parley.extraction.FoundClaim.Voice;
import org.parley.extraction.numbers.Sought;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Run;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Hit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Who says what a sentence says. A voice is a run of hits that belong together, party, office,
 * title, name, made a source by a verb of saying, by "according to", or by being told something.
 */
public final class Sources {
    /**
     * After a party it is why something was done, and nobody's words: citing Borel's violations.
     */
    private static final Pattern REASON =
            Pattern.compile(
                    "(?:['’]s)? (?:\\w+ ){0,2}(?:violation|breach|non-?compliance|failure|refusal"
                            + "|threat|aggression|conduct|deployment|build-?up|behaviou?r)");

    private static final Sought ANSWER =
            Sought.of("(?:(?:发言人)?(?:回?答|回?复|答复|回应)|A|Answer) ?[：:] ?");

    /** After the name of who gives a press conference, or answers questions. */
    private static final Pattern HOSTS =
            Pattern.compile(
                    "[^，。：]{0,14}(?:主持|举行|召开)[^，。]{0,14}(?:记者会|发布会|吹风会)"
                            + "|就[^。]{1,40}答[^，。]{0,4}问|答[^，。]{0,6}记者问"
                            + "|(?:同志)?接受[^，。]{1,20}(?:采访|专访)"
                            + "|['’]s (?:\\w+ ){0,2}(?:[Pp]ress [Cc]onference|[Bb]riefing)");

    /** How a speech is headed. */
    private static final Pattern SPEECH =
            Pattern.compile(
                    "(?:的|上的?|会议|辩论)(?:书面|主旨|专题|一般性辩论)?(?:发言|讲话|致辞|演讲|演说)(?:稿|全文|摘要"
                            + "|要点)?(?:[（(].*)?$|^(?:Opening"
                            + " |Closing |National"
                            + " )?(?:[Ss]tatement|[Rr]emarks|[Ss]peech|[Aa]ddress"
                            + "|[Ii]ntervention|[Kk]eynote)(?:"
                            + " delivered| as delivered| as prepared)? (?:by|of) ");

    /** The verb of who speaks in a transcript. */
    public static final String COLON = "：";

    private final Voices voices;
    private final Earlier earlier = new Earlier();
    private final Together together = new Together();

    /**
     * Reads for a document.
     *
     * @param home whose offices are meant where a text names no state: 外交部 in a text of the
     *     mainland
     */
    public Sources(Names names, Optional<String> home) {
        this.voices = new Voices(names, home);
    }

    /**
     * A voice and what of the text it covers.
     *
     * @param spoken whether by a verb of saying, which may go on in the next sentence
     * @param grade of the verb, as the lexicon has it
     * @param bare whether no more than a party's name stands for who speaks
     * @param joined all parties that speak, if there are several
     */
    public record Scoped(
            Voice voice,
            int from,
            int to,
            int at,
            boolean spoken,
            String grade,
            boolean bare,
            List<String> joined) {
        public Scoped(Voice voice, int from, int to, int at, boolean spoken) {
            this(voice, from, to, at, spoken, "", false, List.of());
        }

        /** The same over a part of the words. */
        public Scoped between(int begin, int end) {
            return new Scoped(voice, begin, end, at, spoken, grade, bare, joined);
        }

        /** The same with one verb more: condemned … and urged. */
        Scoped saying(Hit verb, String words) {
            return new Scoped(
                    voice.with(words),
                    from,
                    to,
                    verb.from() - 1,
                    true,
                    Sources.grade(verb),
                    bare,
                    joined);
        }

        /** The same as somebody else's words. */
        public Scoped toldBy(Scoped outer) {
            Voice teller = outer.voice();
            return new Scoped(
                    new Voice(teller.by(), teller.type(), teller.of(), teller.on(), voice.verb()),
                    from,
                    to,
                    at,
                    spoken,
                    grade,
                    bare,
                    parties());
        }

        /** Those who speak: the party of the voice, and those joined to it. */
        public List<String> parties() {
            return joined.isEmpty() ? voice.of().map(List::of).orElse(List.of()) : joined;
        }
    }

    /** The voices of a sentence, outermost first. */
    public List<Scoped> in(Analysed sentence) {
        if (sentence.isCaption()) {
            voices.caption(sentence);
        }
        List<Run> runs = Run.in(sentence);
        List<Scoped> found = new ArrayList<>();
        transcript(sentence, runs, found);
        voices.publish(sentence, runs);
        for (Hit hit : sentence.hits()) {
            if (hit.is("say") && !Unsaid.isNoun(sentence, hit) && !Feelings.isFelt(sentence, hit)) {
                said(sentence, runs, hit, found);
            } else if (hit.is("according")) {
                according(sentence, runs, hit, found);
            } else if (hit.is("hearsay")) {
                found.add(
                        new Scoped(
                                new Voice(
                                        sentence.words(hit),
                                        Link.Type.THIRD_HAND,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()),
                                hit.from(),
                                sentence.sentence().to(),
                                hit.from(),
                                false));
            }
        }
        together.remember(sentence);
        return Scopes.of(sentence, found);
    }

    private void said(Analysed sentence, List<Run> runs, Hit verb, List<Scoped> found) {
        Part clause = sentence.clauseAt(verb.from());
        Optional<Voice> meant = pronoun(sentence, runs, verb, clause, found);
        if (meant.isPresent()) {
            again(sentence, verb, clause, meant.get(), found);
            return;
        }
        Optional<Scoped> first = Speakers.firstOfTwo(sentence, verb, clause, found);
        if (first.isPresent()) {
            found.add(first.get().saying(verb, sentence.words(verb)));
            return;
        }
        Optional<Run> subject =
                Feelings.whose(sentence, runs, verb, clause)
                        .or(() -> Speakers.sameAgain(sentence, runs, verb, clause, found))
                        .or(() -> Apposition.subject(sentence, runs, verb))
                        .or(() -> Speakers.before(sentence, runs, verb, clause.from()))
                        .or(() -> Speakers.after(sentence, runs, verb));
        boolean english = isLatin(sentence.text().charAt(verb.from()));
        int from = english ? sentence.sentence().from() : verb.to();
        Optional<Hit> told = Speakers.hearer(sentence, verb, clause);
        told.ifPresent(outlet -> found.add(told(sentence, verb, outlet)));
        if (subject.isEmpty()) {
            together.before(sentence, verb, clause, grade(verb)).ifPresent(found::add);
            return;
        }
        Run run =
                told.isPresent() && subject.get().hits().contains(told.get())
                        ? Speakers.before(
                                        sentence,
                                        runs,
                                        subject.get().hits().getFirst(),
                                        clause.from())
                                .orElse(subject.get())
                        : subject.get();
        if (told.isPresent() && run.hits().contains(told.get())) {
            return;
        }
        run = Run.author(runs, run, clause);
        outer(sentence, runs, run, clause, from, found);
        Voice voice =
                earlier.dated(
                        earlier.meant(
                                sentence,
                                run,
                                voices.of(
                                        sentence,
                                        run,
                                        Apposition.office(sentence, run, verb),
                                        Optional.of(sentence.words(verb)))));
        earlier.speak(voice);
        voices.learn(sentence, run, voice);
        found.add(
                new Scoped(
                        voice,
                        english
                                ? Speakers.isSubordinate(sentence, run) ? run.from() : from
                                : Speakers.quoteBefore(sentence, run)
                                        .orElse(
                                                Speakers.hasGround(sentence, run, verb)
                                                        ? run.to()
                                                        : from),
                        sentence.sentence().to(),
                        run.from(),
                        true,
                        grade(verb),
                        run.hits().stream()
                                .allMatch(hit -> hit.is("party") && !hit.is("organisation")),
                        Speakers.joined(sentence, runs, run, voices)));
    }

    /** He said, it said, 他还表示，并称: whoever spoke before. */
    private Optional<Voice> pronoun(
            Analysed sentence, List<Run> runs, Hit verb, Part clause, List<Scoped> found) {
        if (Earlier.isPronoun(sentence, verb, clause) && earlier.last().isPresent()) {
            return earlier.last();
        }
        if (Speakers.isAgain(sentence, verb, clause)) {
            return found.reversed().stream()
                    .filter(Scoped::spoken)
                    .findFirst()
                    .filter(one -> runs.stream().noneMatch(run -> run.from() == one.at()))
                    .map(Scoped::voice);
        }
        return Earlier.isIt(sentence, verb, clause) ? voices.spoke() : Optional.empty();
    }

    /** The words of whoever spoke before. */
    private void again(Analysed sentence, Hit verb, Part clause, Voice voice, List<Scoped> found) {
        Speakers.hearer(sentence, verb, clause)
                .ifPresent(outlet -> found.add(told(sentence, verb, outlet)));
        found.add(
                new Scoped(
                        voice.with(sentence.words(verb)),
                        isLatin(sentence.text().charAt(verb.from()))
                                ? sentence.sentence().from()
                                : verb.to(),
                        sentence.sentence().to(),
                        verb.from() - 1,
                        true,
                        grade(verb),
                        false,
                        List.of()));
    }

    private Scoped told(Analysed sentence, Hit verb, Hit outlet) {
        return new Scoped(
                voices.of(sentence, new Run(List.of(outlet)), Optional.empty()),
                isLatin(sentence.text().charAt(verb.from()))
                        ? sentence.sentence().from()
                        : verb.to(),
                sentence.sentence().to(),
                outlet.from(),
                true);
    }

    private void according(Analysed sentence, List<Run> runs, Hit cue, List<Scoped> found) {
        Optional<Run> next =
                runs.stream()
                        .filter(run ->
                                run.from() >= cue.to()
                                        && run.from() - cue.to() <= 16
                                        && sentence.clauseIndex(run.from())
                                                == sentence.clauseIndex(cue.from()))
                        .findFirst();
        if (next.isEmpty()
                || found.stream().anyMatch(scoped -> scoped.at() == next.get().from())
                || REASON.matcher(sentence.text())
                        .region(next.get().to(), sentence.sentence().to())
                        .lookingAt()) {
            return;
        }
        boolean english = isLatin(sentence.text().charAt(cue.from()));
        int from = english ? sentence.sentence().from() : cue.from();
        Voice voice = voices.of(sentence, next.get(), Optional.of(sentence.words(cue)));
        if (voice.type() == Link.Type.OFFICIAL_NAMED) {
            earlier.name(voice);
        }
        found.add(new Scoped(voice, from, sentence.sentence().to(), next.get().from(), false));
    }

    /** An outlet that quotes the speaker: 彭博社引“知情人士”的话表示. */
    private void outer(
            Analysed sentence, List<Run> runs, Run run, Part clause, int from, List<Scoped> found) {
        for (Run other : runs) {
            if (other.has("outlet")
                    && other.from() >= clause.from()
                    && other.to() <= run.from()
                    && !sentence.of("according", other.to(), run.from()).isEmpty()) {
                found.removeIf(scoped -> scoped.at() == run.from());
                found.add(
                        new Scoped(
                                voices.of(sentence, other, Optional.empty()),
                                from,
                                sentence.sentence().to(),
                                other.from(),
                                true));
            }
        }
    }

    /** 林岚：…: in a transcript a name and a colon. */
    private void transcript(Analysed sentence, List<Run> runs, List<Scoped> found) {
        if (answer(sentence, found)
                || runs.isEmpty()
                || runs.getFirst().from() - sentence.sentence().from() > 1) {
            return;
        }
        Run run = runs.getFirst();
        boolean speaker =
                run.has("person")
                        || run.last("role")
                                .flatMap(role -> role.of("type"))
                                .filter("spokesperson"::equals)
                                .isPresent();
        if (speaker
                && run.to() < sentence.sentence().to()
                && "：:".indexOf(sentence.text().charAt(run.to())) >= 0) {
            Voice voice =
                    earlier.meant(sentence, run, voices.of(sentence, run, Optional.of(COLON)));
            earlier.name(voice);
            found.add(new Scoped(voice, run.to() + 1, sentence.sentence().to(), run.from(), true));
        }
    }

    /** 发言人林岚主持例行记者会, 林岚答记者问: who answers the questions below. */
    private void host(Analysed sentence) {
        for (Run run : Run.in(sentence)) {
            if (run.has("person")
                    && HOSTS.matcher(sentence.text())
                            .region(run.to(), sentence.sentence().to())
                            .lookingAt()) {
                Voice voice = voices.of(sentence, run, Optional.of(COLON));
                if (voice.type() == Link.Type.OFFICIAL_NAMED) {
                    earlier.host(voice);
                }
            }
        }
    }

    /** 答：…: whoever was named before answers. */
    private boolean answer(Analysed sentence, List<Scoped> found) {
        Optional<MatchResult> answer =
                ANSWER.match(sentence.text(), sentence.sentence().from(), sentence.sentence().to());
        if (answer.isEmpty() || earlier.answering().isEmpty()) {
            return false;
        }
        Voice voice = earlier.answering().get();
        found.add(
                new Scoped(
                        voice.with(COLON),
                        answer.get().end(),
                        sentence.sentence().to(),
                        sentence.sentence().from(),
                        true));
        return true;
    }

    /**
     * Takes from a title or heading who will answer the questions below it; given back if all that
     * follows is that person's speech.
     */
    public Optional<Scoped> head(Analysed heading) {
        voices.caption(heading);
        Optional<Voice> speaker = Optional.empty();
        for (Run run : Run.in(heading)) {
            if (run.has("person")) {
                Voice voice = voices.of(heading, run, Optional.of(COLON));
                if (voice.type() == Link.Type.OFFICIAL_NAMED) {
                    earlier.name(voice);
                    speaker = earlier.last();
                }
            }
        }
        host(heading);
        String words = heading.text().substring(heading.sentence().from(), heading.sentence().to());
        return SPEECH.matcher(words).find()
                ? speaker.map(voice ->
                        new Scoped(
                                voice,
                                heading.sentence().from(),
                                heading.sentence().to(),
                                heading.sentence().from(),
                                true))
                : Optional.empty();
    }

    /** Takes from a caption whose the table below it is. */
    public void caption(Analysed caption) {
        voices.caption(caption);
    }

    /** Whose the tables are, by the heading or the caption above them. */
    public Optional<Voice> ofTable() {
        return voices.caption().or(voices::published);
    }

    /** Whose report a text tells of, sentence after sentence. */
    public Optional<Voice> reporting() {
        return voices.reporting();
    }

    /** What a body has published that lists below it may be. */
    public Optional<Voice> published() {
        return voices.published();
    }

    /** The voices of those that speak, each once. */
    public static List<Voice> chain(List<Scoped> speaking) {
        List<Voice> chain = new ArrayList<>();
        for (Scoped one : speaking) {
            Voice voice = one.voice();
            boolean again =
                    chain.stream()
                            .anyMatch(other ->
                                    other.by().equals(voice.by()) && other.type() == voice.type());
            if (!again) {
                chain.add(voice);
            }
        }
        return chain;
    }

    static String grade(Hit verb) {
        return verb.as("say").flatMap(entry -> entry.of("grade")).orElse("");
    }

    static boolean isLatin(char c) {
        return c < 0x250;
    }
}
