// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction;

import org.parley.evidence.Link;
import org.parley.extraction.FoundClaim.Voice;
import org.parley.extraction.Sentences.Part;
import org.parley.lexicon.Hit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who says what a sentence says. A voice is a run of hits that belong together, party, office,
 * title, name, made a source by a verb of saying, by "according to", or by being told something.
 */
final class Sources {
    private static final int OFFICE_MAX = 12;
    private static final int TO_VERB_MAX = 36;

    /** What joins a second thing said to a first, by somebody else. */
    private static final Pattern OTHER_SPEAKS =
            Pattern.compile(
                    " ?(?:while|whereas|but|and) .*|[“\"]?(?:而|但|同时|则|[^，]{1,6}对此).*"
                            + "|[^，]{0,12}(?:同样|也|亦|则|随后|随即|继而)(?:就|再|正式)?"
                            + "(?:宣布|宣告|指责|谴责|呼吁|敦促|强调|承诺).*");

    /**
     * After a party it is why something was done, and nobody's words: citing Borel's violations.
     */
    private static final Pattern REASON =
            Pattern.compile(
                    "(?:['’]s)? (?:\\w+ ){0,2}(?:violation|breach|non-?compliance|failure|refusal"
                            + "|threat|aggression|conduct|deployment|build-?up|behaviou?r)");

    /** After these a verb of saying is what was done, not who spoke. */
    private static final Set<String> BEFORE_NOUN = Set.of("提出", "受到", "遭到", "予以", "招致", "引起", "引发");

    /** What joins the names of parties that speak together. */
    private static final Pattern ALSO = Pattern.compile("、|和|与|同|及|以及|, |,? and (?:the )?|, the ");

    private static final Pattern ANSWER = Pattern.compile("(?:答|回答|A|Answer) ?[：:] ?");

    /** How a speech is headed. */
    private static final Pattern SPEECH =
            Pattern.compile(
                    "(?:的|上的?|会议|辩论)(?:书面|主旨|专题|一般性辩论)?(?:发言|讲话|致辞|演讲|演说)(?:稿|全文|摘要"
                            + "|要点)?(?:[（(].*)?$|^(?:Opening"
                            + " |Closing |National"
                            + " )?(?:[Ss]tatement|[Rr]emarks|[Ss]peech|[Aa]ddress"
                            + "|[Ii]ntervention|[Kk]eynote)(?:"
                            + " delivered| as delivered| as prepared)? (?:by|of) ");

    /** Before a title that means whoever spoke by name. */
    private static final Pattern DEFINITE = Pattern.compile(".*(?:[Tt]he |该|这位|这名)");

    /** The verb of who speaks in a transcript. */
    static final String COLON = "：";

    private static final Pattern PRONOUN =
            Pattern.compile(
                    "[“\"\\s]*(?:.*[。，；,;] ?)?"
                        + "(?:[他她](?:们)?|(?:该|上述|[这那][位名])(?:发言人|官员|专家|人士|学者|分析人士|负责人|外交官))"
                        + "(?:还|也|并|又|随后|同时|进一步|并且|此前|另外|当天|当时|"
                        + "接着|再次|多次|就此|对此|则|都|\\d{1,2}日|在[^，。他她]{1,10}[上中时])*|(?:.*[\"”]"
                        + " ?)?\\s*(?:and |but )?(?:[Hh]e|[Ss]he)(?: also| then| further| later|"
                        + " again| had| has| since| once| still| himself)*,? ");

    /** 他在会晤后几个小时就发表公开言论表示: nobody else between. */
    private static final Pattern PRONOUN_FAR = Pattern.compile("(?:而|但|不过)?([他她])[^，。；“”他她]{1,24}");

    /** How a clause goes on about who spoke in the one before: …，并警告…. */
    private static final Pattern AGAIN =
            Pattern.compile(" ?(?:并|又|还|也|亦|且|同时|并且|进而|随后又)(?:再次|还|也|同时)?[\\u4e00-\\u9fff]{1,4}");

    private static final Pattern SUBORDINATE =
            Pattern.compile("\\b(?:since|after|before|when|because|until|as|though|if) $");

    /** Those who are asked themselves: what they tell of others is theirs. */
    private static final Set<Link.Type> SPEAK_FOR_THEMSELVES =
            Set.of(
                    Link.Type.OFFICIAL_NAMED,
                    Link.Type.NAMED_EXPERT,
                    Link.Type.OFFICIAL_READOUT,
                    Link.Type.OFFICIAL_ANONYMOUS);

    private static final Set<Link.Type> SPEAKERS =
            Set.of(
                    Link.Type.OFFICIAL_NAMED,
                    Link.Type.NAMED_EXPERT,
                    Link.Type.OFFICIAL_ANONYMOUS,
                    Link.Type.ANONYMOUS);

    /** Before these a verb of saying is part of a noun: 批评态度, 指责声. */
    private static final Pattern AFTER_NOUN =
            Pattern.compile(
                    "态度|立场|之声|声音|声浪|性|力度|书面|对象|意见|者|是|政策|行动|这一|此类"
                            + "|[”」』、]|和(?=[\\u4e00-\\u9fff]{2,4}(?:方面|等|的))"
                            + "|[^，。]{0,2}方面|及其|与挑战|法[，。的是]"
                            + "|战略|乃至|感|[^，。]{0,12}的(?:意愿|诚意|兴趣)[，。]|和防");

    /** Before these a word of telling is what was done: 展开分析. */
    private static final Pattern DONE = Pattern.compile("展开|进行|作出|做出|予以|加以|给出|.?[的据做作]");

    /** 核威胁, 安全风险和威胁: what there is, and nothing that was said. */
    private static final Pattern THING =
            Pattern.compile(
                    ".*(?:潜在|[核安全]|风险[和与、]|挑战[和与、]|面临|构成|难以|无法|实施|所谓[“「]?.."
                            + "|无理|重大|现实|外部|共同|军事|政治|实施|客观)$");

    /** What is only thought of was not said: 可能会敦促. */
    private static final Pattern THOUGHT =
            Pattern.compile(".*(?:可能|或许|也许|应当|应该|必须|需要|可以|不妨|未|没有|从未|没)(?:会|将|要|再|也|继续|公开|正式)?$");

    /** Who is made to do something does it: 阿登的制裁导致博雷尔宣布退出. */
    private static final Pattern MADE =
            Pattern.compile(
                    "[^，]*(?:导致|致使|促使|迫使|使得|使|令|让|逼)"
                            + "|.*\\b(?:made|led|forced|prompted) (?:the )?");

    /** Those who are told, of whom it does not matter who they are. */
    private static final Set<String> HEARERS = Set.of("媒体", "记者", "media", "the media");

    /** Verbs only just after who speaks. */
    private static final Set<String> NOUNS =
            Set.of(
                    "states",
                    "claims",
                    "reports",
                    "estimates",
                    "estimated",
                    "calls for",
                    "notes",
                    "demands",
                    "maintains",
                    "hopes");

    private final Voices voices;

    /** Who spoke last by name; 他 and "she" mean them. */
    private Optional<Voice> last = Optional.empty();

    /**
     * Reads for a document.
     *
     * @param home whose offices are meant where a text names no state: 外交部 in a text of the
     *     mainland
     */
    Sources(Names names, Optional<String> home) {
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
    record Scoped(
            Voice voice,
            int from,
            int to,
            int at,
            boolean spoken,
            String grade,
            boolean bare,
            List<String> joined) {
        Scoped(Voice voice, int from, int to, int at, boolean spoken) {
            this(voice, from, to, at, spoken, "", false, List.of());
        }

        Scoped between(int begin, int end) {
            return new Scoped(voice, begin, end, at, spoken, grade, bare, joined);
        }

        /** The same as somebody else's words. */
        Scoped toldBy(Scoped outer) {
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
        List<String> parties() {
            return joined.isEmpty() ? voice.of().map(List::of).orElse(List.of()) : joined;
        }
    }

    /** The voices of a sentence, outermost first. */
    List<Scoped> in(Analysed sentence) {
        if (TableFigures.isCaption(sentence)) {
            voices.caption(sentence);
        }
        List<Run> runs = Run.in(sentence);
        List<Scoped> found = new ArrayList<>();
        transcript(sentence, runs, found);
        voices.publish(sentence, runs);
        for (Hit hit : sentence.hits()) {
            if (hit.is("say") && !isNoun(sentence, hit) && !isFelt(sentence, hit)) {
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
        return outermostFirst(own(apart(sentence, found)));
    }

    /**
     * A party of which somebody in office, or an expert, speaks is no voice: what the spokesman
     * says of Borel's charges are his words.
     */
    private static List<Scoped> own(List<Scoped> found) {
        return found.stream()
                .map(inner ->
                        found.stream()
                                .filter(outer ->
                                        inner.bare()
                                                && outer.spoken()
                                                && !outer.bare()
                                                && outer.at() < inner.at()
                                                && outer.from() <= inner.at()
                                                && inner.at() < outer.to()
                                                && SPEAK_FOR_THEMSELVES.contains(
                                                        outer.voice().type()))
                                .reduce((first, second) -> second)
                                .map(inner::toldBy)
                                .orElse(inner))
                .toList();
    }

    /** The voices of those that speak, each once. */
    static List<Voice> chain(List<Scoped> speaking) {
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

    /**
     * Two offices that speak in one sentence, one after the other, each say their own: the US
     * declared …, while Russia declared ….
     */
    private static List<Scoped> apart(Analysed sentence, List<Scoped> found) {
        List<Scoped> result = new ArrayList<>(found);
        for (Scoped second : found) {
            Part clause = sentence.clauseAt(second.at());
            boolean begins =
                    second.spoken()
                            && clause.from() > sentence.sentence().from()
                            && (OTHER_SPEAKS
                                            .matcher(
                                                    sentence.text()
                                                            .substring(clause.from(), clause.to()))
                                            .matches()
                                    || "；;".indexOf(before(sentence, clause.from())) >= 0);
            boolean after =
                    found.stream()
                            .anyMatch(first ->
                                    first.spoken()
                                            && first.at() < clause.from()
                                            && first.voice().of().isPresent()
                                            && second.voice().of().isPresent()
                                            && isOther(sentence, first, second));
            if (begins && after) {
                result.replaceAll(one ->
                        one.equals(second)
                                ? one.between(clause.from(), one.to())
                                : one.spoken()
                                                && one.at() < clause.from()
                                                && one.voice().type() != Link.Type.MEDIA
                                        ? one.between(one.from(), clause.from())
                                        : one);
            }
        }
        return result;
    }

    /** The mark before a place, spaces aside. */
    private static char before(Analysed sentence, int at) {
        int last = at - 1;
        while (last > sentence.sentence().from() && sentence.text().charAt(last) == ' ') {
            last--;
        }
        return sentence.text().charAt(last);
    }

    /** Of another party; in English also another of the same: while the spokeswoman warned …. */
    private static boolean isOther(Analysed sentence, Scoped first, Scoped second) {
        return !first.voice().of().equals(second.voice().of())
                || isLatin(sentence.text().charAt(second.at()))
                        && !first.voice().by().equals(second.voice().by());
    }

    /** What media write stands around what others say. */
    private static List<Scoped> outermostFirst(List<Scoped> found) {
        List<Scoped> media = new ArrayList<>();
        List<Scoped> others = new ArrayList<>();
        List<Scoped> spokenFirst = new ArrayList<>(found.stream().filter(Scoped::spoken).toList());
        found.stream()
                .filter(scoped ->
                        !scoped.spoken()
                                && spokenFirst.stream()
                                        .noneMatch(other -> other.at() == scoped.at()))
                .forEach(spokenFirst::add);
        spokenFirst.sort(java.util.Comparator.comparingInt(Scoped::at));
        for (Scoped scoped : spokenFirst) {
            boolean again =
                    media.stream().anyMatch(other -> other.at() == scoped.at())
                            || others.stream().anyMatch(other -> other.at() == scoped.at());
            if (!again) {
                (scoped.voice().type() == Link.Type.MEDIA ? media : others).add(scoped);
            }
        }
        media.addAll(others);
        return media;
    }

    /** 的报道 is a report, not somebody who reports. */
    private static boolean isThingOrThought(Analysed sentence, Hit verb) {
        int from = Math.max(sentence.clauseAt(verb.from()).from(), verb.from() - 8);
        String before = sentence.text().substring(from, verb.from());
        return verb.is("utterance") && THING.matcher(before).matches()
                || THOUGHT.matcher(before).matches();
    }

    private static boolean isNoun(Analysed sentence, Hit verb) {
        char before = verb.from() == 0 ? ' ' : sentence.text().charAt(verb.from() - 1);
        String words = sentence.words(verb);
        if (NOUNS.contains(words)
                && sentence.hits().stream()
                        .noneMatch(hit ->
                                hit.to() <= verb.from()
                                        && verb.from() - hit.to() <= 1
                                        && Run.PARTS.stream().anyMatch(hit::is))) {
            return true;
        }
        if (verb.as("say").flatMap(entry -> entry.of("after")).filter("report"::equals).isPresent()
                && sentence.of("report", sentence.sentence().from(), verb.from()).isEmpty()) {
            return true;
        }
        if (isBefore(verb, "comma") && DONE.matcher(wordsBefore(sentence, verb)).matches()
                || isBefore(verb, "comma")
                        && !sentence.text().startsWith("，", verb.to())
                        && !sentence.text().startsWith("：", verb.to())
                || words.equals("并称") && verb.from() > sentence.clauseAt(verb.from()).from()) {
            return true;
        }
        if (BEFORE_NOUN.contains(wordsBefore(sentence, verb)) || isThingOrThought(sentence, verb)) {
            return true;
        }
        if (words.equals("表示")
                        && sentence.text().startsWith("出", verb.to())
                        && !sentence.text().startsWith("出席", verb.to())
                || before == '有' && isOfSomebody(verb)) {
            return true;
        }
        if (words.equals("说") && "来再学小传话解虽".indexOf(before) >= 0
                || words.equals("称") && "堪号简俗对职".indexOf(before) >= 0) {
            return true;
        }
        if (before == '被' && !words.startsWith("告")
                || AFTER_NOUN
                        .matcher(sentence.text())
                        .region(verb.to(), sentence.sentence().to())
                        .lookingAt()) {
            return true;
        }
        return before == '的' && isOfSomebody(verb)
                || sentence.text().startsWith("的", verb.to()) && sentence.words(verb).length() == 2;
    }

    private static boolean isBefore(Hit verb, String mark) {
        return verb.as("say").flatMap(say -> say.of("before")).filter(mark::equals).isPresent();
    }

    /** After 的 it is what somebody said, and not a verb. */
    private static boolean isOfSomebody(Hit verb) {
        return verb.is("utterance");
    }

    /**
     * Whether a verb stands within what somebody is concerned about: 阿登对博雷尔指控卡德里亚深表关切. It is not
     * told for itself.
     */
    static boolean isFelt(Analysed sentence, Hit verb) {
        Part clause = sentence.clauseAt(verb.from());
        return sentence.of("say", verb.to(), clause.to()).stream()
                .filter(Sources::isFeeling)
                .anyMatch(feeling ->
                        felt(sentence, feeling, clause).filter(at -> at < verb.from()).isPresent());
    }

    private static boolean isFeeling(Hit verb) {
        return Set.of("regret", "welcome").contains(grade(verb));
    }

    /** Where 对 stands that a feeling needs: 对…感到遗憾; the first of its clause. */
    private static Optional<Integer> felt(Analysed sentence, Hit feeling, Part clause) {
        int at = clause.from();
        while (at < feeling.from()) {
            at = sentence.text().indexOf('对', at);
            if (at < 0 || at >= feeling.from()) {
                return Optional.empty();
            }
            int here = at;
            boolean word =
                    sentence.hits().stream()
                            .noneMatch(hit ->
                                    hit.length() > 1 && hit.from() <= here && here < hit.to());
            if (word) {
                return Optional.of(here);
            }
            at++;
        }
        return Optional.empty();
    }

    /** …，并称…: whoever spoke before in the sentence. */
    private static Optional<Run> sameAgain(
            Analysed sentence, List<Run> runs, Hit verb, Part clause, List<Scoped> found) {
        boolean again =
                AGAIN.matcher(sentence.text().substring(clause.from(), verb.to())).matches();
        return again
                ? found.reversed().stream()
                        .filter(Scoped::spoken)
                        .flatMap(one -> runs.stream().filter(run -> run.from() == one.at()))
                        .findFirst()
                : Optional.empty();
    }

    /** Who feels: whoever stands before 对, or in the clause before. */
    private static Optional<Run> feeling(Analysed sentence, List<Run> runs, Hit verb, Part clause) {
        if (!isFeeling(verb)) {
            return Optional.empty();
        }
        return felt(sentence, verb, clause)
                .flatMap(at ->
                        runs.stream()
                                .filter(run -> run.to() <= at)
                                .filter(run ->
                                        run.from() >= clause.from()
                                                || at - clause.from() <= 2
                                                        && sentence.clauseIndex(run.from())
                                                                == sentence.clauseIndex(
                                                                                clause.from())
                                                                        - 1)
                                .filter(run ->
                                        !run.hits().stream().allMatch(hit -> hit.is("report")))
                                .findFirst());
    }

    private static String wordsBefore(Analysed sentence, Hit verb) {
        return sentence.text()
                .substring(Math.max(sentence.sentence().from(), verb.from() - 2), verb.from());
    }

    private void said(Analysed sentence, List<Run> runs, Hit verb, List<Scoped> found) {
        Part clause = sentence.clauseAt(verb.from());
        if (isPronoun(sentence, verb, clause) && last.isPresent()) {
            Voice voice = last.get();
            told(sentence, verb, clause)
                    .ifPresent(outlet -> found.add(told(sentence, verb, outlet)));
            found.add(
                    new Scoped(
                            new Voice(
                                    voice.by(),
                                    voice.type(),
                                    voice.of(),
                                    voice.on(),
                                    Optional.of(sentence.words(verb))),
                            isLatin(sentence.text().charAt(verb.from()))
                                    ? sentence.sentence().from()
                                    : verb.to(),
                            sentence.sentence().to(),
                            verb.from() - 1,
                            true,
                            grade(verb),
                            false,
                            List.of()));
            return;
        }
        Optional<Run> subject =
                feeling(sentence, runs, verb, clause)
                        .or(() -> sameAgain(sentence, runs, verb, clause, found))
                        .or(() -> before(sentence, runs, verb, clause.from()))
                        .or(() -> after(sentence, runs, verb));
        boolean english = isLatin(sentence.text().charAt(verb.from()));
        int from = english ? sentence.sentence().from() : verb.to();
        Optional<Hit> told = told(sentence, verb, clause);
        told.ifPresent(outlet -> found.add(told(sentence, verb, outlet)));
        if (subject.isEmpty()) {
            return;
        }
        Run run =
                told.isPresent() && subject.get().hits().contains(told.get())
                        ? before(sentence, runs, subject.get().hits().getFirst(), clause.from())
                                .orElse(subject.get())
                        : subject.get();
        if (told.isPresent() && run.hits().contains(told.get())) {
            return;
        }
        run = Run.author(runs, run, clause);
        outer(sentence, runs, run, clause, from, found);
        Voice voice =
                meant(sentence, run, voices.of(sentence, run, Optional.of(sentence.words(verb))));
        boolean many =
                voice.type() == Link.Type.OFFICIAL_ANONYMOUS
                        && last.filter(one -> one.type() == Link.Type.OFFICIAL_NAMED).isPresent();
        if (SPEAKERS.contains(voice.type()) && !many) {
            last = Optional.of(voice);
        }
        found.add(
                new Scoped(
                        voice,
                        english
                                ? isSubordinate(sentence, run) ? run.from() : from
                                : hasGround(sentence, run, verb) ? run.to() : from,
                        sentence.sentence().to(),
                        run.from(),
                        true,
                        grade(verb),
                        run.hits().stream()
                                .allMatch(hit -> hit.is("party") && !hit.is("organisation")),
                        joined(sentence, runs, run)));
    }

    /** 阿登以博雷尔违约为由宣布…: the ground is Arden's word, too. */
    private static boolean hasGround(Analysed sentence, Run run, Hit verb) {
        return run.to() < verb.from()
                && sentence.text().startsWith("以", run.to())
                && sentence.text().substring(run.to(), verb.from()).contains("为由");
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

    private static String grade(Hit verb) {
        return verb.as("say").flatMap(entry -> entry.of("grade")).orElse("");
    }

    /** The spokesman, the minister, 该发言人: who spoke last, if an office holder did. */
    private Voice meant(Analysed sentence, Run run, Voice voice) {
        if (voice.of().isPresent() || last.isEmpty()) {
            return voice;
        }
        boolean same =
                run.hits().stream()
                        .anyMatch(hit ->
                                hit.is("person") && last.get().by().contains(sentence.words(hit)));
        String before =
                sentence.text()
                        .substring(
                                Math.max(sentence.sentence().from(), run.from() - 4), run.from());
        boolean title =
                DEFINITE.matcher(before).matches()
                        && run.hits().stream().allMatch(hit -> hit.is("role"))
                        && run.last("role")
                                .flatMap(role -> role.of("type"))
                                .filter(type ->
                                        type.equals("official") || type.equals("spokesperson"))
                                .isPresent()
                        && last.filter(one ->
                                        one.of().isPresent()
                                                && one.type() == Link.Type.OFFICIAL_NAMED)
                                .isPresent()
                        && voice.type() != Link.Type.OFFICIAL_ANONYMOUS;
        return title || same
                ? new Voice(
                        voice.by(),
                        same ? last.get().type() : Link.Type.OFFICIAL_NAMED,
                        last.get().of(),
                        voice.on(),
                        voice.verb())
                : voice;
    }

    /** Arden, Borel and Cadria said: all who speak, if they are several. */
    private List<String> joined(Analysed sentence, List<Run> runs, Run run) {
        Set<String> parties = new LinkedHashSet<>();
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

    /**
     * Takes from a title or heading who will answer the questions below it; given back if all that
     * follows is that person's speech.
     */
    Optional<Scoped> head(Analysed heading) {
        voices.caption(heading);
        Optional<Voice> speaker = Optional.empty();
        for (Run run : Run.in(heading)) {
            if (run.has("person")) {
                Voice voice = voices.of(heading, run, Optional.of(COLON));
                if (voice.type() == Link.Type.OFFICIAL_NAMED) {
                    last = Optional.of(voice);
                    speaker = last;
                }
            }
        }
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
    void caption(Analysed caption) {
        voices.caption(caption);
    }

    /** Whose the tables are, by the heading or the caption above them. */
    Optional<Voice> ofTable() {
        return voices.caption().or(voices::published);
    }

    /** What a body has published that lists below it may be. */
    Optional<Voice> published() {
        return voices.published();
    }

    /** 答：…: whoever was named before answers. */
    private boolean answer(Analysed sentence, List<Scoped> found) {
        Matcher m =
                ANSWER.matcher(sentence.text())
                        .region(sentence.sentence().from(), sentence.sentence().to());
        if (!m.lookingAt()
                || last.filter(one -> one.type() == Link.Type.OFFICIAL_NAMED).isEmpty()) {
            return false;
        }
        Voice voice = last.get();
        found.add(
                new Scoped(
                        new Voice(
                                voice.by(),
                                voice.type(),
                                voice.of(),
                                voice.on(),
                                Optional.of(COLON)),
                        m.end(),
                        sentence.sentence().to(),
                        sentence.sentence().from(),
                        true));
        return true;
    }

    /** He said, 他还表示: whoever spoke last by name. */
    private static boolean isPronoun(Analysed sentence, Hit verb, Part clause) {
        String before = sentence.text().substring(clause.from(), verb.from());
        if (PRONOUN.matcher(before).matches()) {
            return true;
        }
        Matcher m = PRONOUN_FAR.matcher(before);
        return m.matches()
                && sentence.hits().stream()
                        .noneMatch(hit ->
                                hit.from() >= clause.from() + m.end(1)
                                        && hit.to() <= verb.from()
                                        && (hit.is("person")
                                                || hit.is("role")
                                                || hit.is("say")
                                                || hit.is("stance")));
    }

    /** ... since Arden announced that ...: what stands before is not what was announced. */
    private static boolean isSubordinate(Analysed sentence, Run run) {
        int from = Math.max(sentence.sentence().from(), run.from() - 12);
        return SUBORDINATE.matcher(sentence.text().substring(from, run.from())).find();
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
            Voice voice = meant(sentence, run, voices.of(sentence, run, Optional.of(COLON)));
            last = Optional.of(voice);
            found.add(new Scoped(voice, run.to() + 1, sentence.sentence().to(), run.from(), true));
        }
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

    /** The outlet to which something is said: 向路透社表示, told Reuters. */
    private static Optional<Hit> told(Analysed sentence, Hit verb, Part clause) {
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

    /**
     * The run that speaks: the last before the verb that is more than a party's name, else the last
     * party that does not stand in quotation marks.
     */
    private static Optional<Run> before(Analysed sentence, List<Run> runs, Hit verb, int from) {
        Optional<Run> nearest = Optional.empty();
        for (Run run : runs) {
            boolean near =
                    (run.from() >= from || isBesideVerb(sentence, run, verb))
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
            boolean seat = party && run.from() > 0 && sentence.text().charAt(run.from() - 1) == '驻';
            if (near && !seat && !quoted && !hearers && (made || !(party && nearest.isPresent()))) {
                nearest = Optional.of(run);
            }
        }
        return nearest.map(run -> whoIs(sentence, runs, run));
    }

    /** Ann Lind, who leads the ministry, said: she, and not the ministry. */
    private static Run whoIs(Analysed sentence, List<Run> runs, Run run) {
        return runs.stream()
                .filter(one -> one.has("person") && one.to() < run.from())
                .filter(one -> sentence.text().startsWith(", who ", one.to()))
                .filter(one -> sentence.text().substring(one.to() + 2, run.to()).indexOf(',') < 0)
                .findFirst()
                .orElse(run);
    }

    /** The foreign minister, Ann Lind, said: the verb stands apart, but it is hers. */
    private static boolean isBesideVerb(Analysed sentence, Run run, Hit verb) {
        return run.to() <= verb.from()
                && verb.from() - run.to() <= 2
                && sentence.text().substring(run.to(), verb.from()).equals(", ");
    }

    /** In English the speaker may follow: "…," said the spokesman. */
    private static Optional<Run> after(Analysed sentence, List<Run> runs, Hit verb) {
        if (!isLatin(sentence.text().charAt(verb.from())) || !verb.is("after-quote")) {
            return Optional.empty();
        }
        return runs.stream()
                .filter(run ->
                        run.from() >= verb.to()
                                && run.from() - verb.to() <= OFFICE_MAX
                                && sentence.clauseIndex(run.from())
                                        == sentence.clauseIndex(verb.from()))
                .findFirst();
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
            last = Optional.of(voice);
        }
        found.add(new Scoped(voice, from, sentence.sentence().to(), next.get().from(), false));
    }

    private static boolean isLatin(char c) {
        return c < 0x250;
    }
}
