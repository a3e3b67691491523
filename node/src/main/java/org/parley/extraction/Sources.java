// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction;

import org.parley.evidence.Link;
import org.parley.extraction.FoundClaim.Voice;
import org.parley.extraction.Sentences.Part;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Hit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who says what a sentence says. A voice is a run of hits that belong together, party, office,
 * title, name, made a source by a verb of saying, by "according to", or by being told something.
 */
final class Sources {
    private static final Set<String> PARTS =
            Set.of("party", "organisation", "role", "person", "outlet", "anonymous", "report");
    private static final int BETWEEN_MAX = 4;
    private static final int TO_VERB_MAX = 36;
    private static final int REPORT_MAX = 24;

    private static final Pattern FORMER =
            Pattern.compile("\\b[Ff]ormer |\\bex-|(?:^|[，。、“,的])[前原](?=[\\u4e00-\\u9fff])");

    /** What joins a second thing said to a first, by somebody else. */
    private static final Pattern OTHER_SPEAKS =
            Pattern.compile(" ?(?:while|whereas|but|and) .*|[“\"]?(?:而|但|同时|则).*");

    private static final Set<String> OFFICES = Set.of("mfa", "mod");

    /** After these a verb of saying is what was done, not who spoke. */
    private static final Set<String> BEFORE_NOUN = Set.of("提出", "受到", "遭到", "予以", "招致", "引起", "引发");

    /** What may stand between the parts of one voice. */
    private static final Set<String> JOINING =
            Set.of(
                    "的", "、", "一位", "的一位", "的一名", "一名", "多名", "的一份", "（", "(", "“", "前", "·", "部",
                    "'s", "’s", "《", "'", "一些", "有关", "方", "多位", "数名", "等", "负责", "常务", "资深");

    private static final Pattern JOINING_WORD =
            Pattern.compile(
                    "(?:'s|’s)? ?(?:principal"
                            + " )?(?:senior|top|foreign|defen[cs]e|chief|deputy|former)?");
    private static final Pattern WHOSE_REPORT =
            Pattern.compile("(?:最新|近期|日前)?(?:发布|发表|公布|提交)?的?(?:最新|年度|一份)?|[’']s (?:\\w+ ){0,2}");

    /** The verb of who speaks in a transcript. */
    static final String COLON = "：";

    /** No day on which something was said already. */
    private static final Pattern AHEAD = Pattern.compile("(?i)next .*|coming .*|tomorrow|下.*|明.*");

    private static final int FIELD_MAX = 90;
    private static final int RANK_MAX = 24;

    /** Between a title and who has it: for Space Policy, for Arms Control and Verification. */
    private static final Pattern FIELD_OF =
            Pattern.compile(
                    " for (?:the )?[A-Z][\\w'’&-]*(?:,? (?:and |of |the )*[A-Z][\\w'’&-]*){0,7} ");

    private static final Pattern PRONOUN =
            Pattern.compile(
                    "[“\"\\s]*(?:.*[。，,] ?)?(?:他|她)(?:还|也|并|又|随后|同时|进一步|并且|此前|另外)?"
                            + "|(?:.*[\"”] ?)?\\s*(?:[Hh]e|[Ss]he)(?: also| then| further)? ");
    private static final Pattern SUBORDINATE =
            Pattern.compile("\\b(?:since|after|before|when|because|until|as|though|if) $");
    private static final Set<Link.Type> SPEAKERS =
            Set.of(
                    Link.Type.OFFICIAL_NAMED,
                    Link.Type.NAMED_EXPERT,
                    Link.Type.OFFICIAL_ANONYMOUS,
                    Link.Type.ANONYMOUS);
    private static final Set<String> AFTER_QUOTE =
            Set.of(
                    "said",
                    "says",
                    "added",
                    "told",
                    "wrote",
                    "warned",
                    "noted",
                    "explained",
                    "stressed",
                    "remarked",
                    "adds",
                    "writes");

    /** After 的 these are what somebody said, and not a verb. */
    private static final Set<String> OF_SOMEBODY =
            Set.of("报道", "指控", "指责", "批评", "谴责", "呼吁", "承诺", "警告", "表态", "保证", "声明");

    private static final Set<String> NOUNS =
            Set.of("states", "claims", "reports", "estimates", "calls for", "notes");

    private final Names names;
    private final Optional<String> home;

    /** Who spoke last by name; 他 and "she" mean them. */
    private Optional<Voice> last = Optional.empty();

    /** The body that spoke last; "the report" is its. */
    private Optional<Voice> body = Optional.empty();

    /**
     * Reads for a document.
     *
     * @param home whose offices are meant where a text names no state: 外交部 in a text of the
     *     mainland
     */
    Sources(Names names, Optional<String> home) {
        this.names = names;
        this.home = home;
    }

    /**
     * A voice and what of the text it covers.
     *
     * @param spoken whether by a verb of saying, which may go on in the next sentence
     */
    record Scoped(Voice voice, int from, int to, int at, boolean spoken) {
        Scoped between(int begin, int end) {
            return new Scoped(voice, begin, end, at, spoken);
        }
    }

    /** Hits that belong together. */
    private record Run(List<Hit> hits) {
        int from() {
            return hits.getFirst().from();
        }

        int to() {
            return hits.getLast().to();
        }

        boolean has(String category) {
            return hits.stream().anyMatch(hit -> hit.is(category));
        }

        Optional<Entry> last(String category) {
            return hits.reversed().stream().flatMap(hit -> hit.as(category).stream()).findFirst();
        }
    }

    /** The voices of a sentence, outermost first. */
    List<Scoped> in(Analysed sentence) {
        List<Run> runs = runs(sentence);
        List<Scoped> found = new ArrayList<>();
        transcript(sentence, runs, found);
        for (Hit hit : sentence.hits()) {
            if (hit.is("say") && !isNoun(sentence, hit)) {
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
        return outermostFirst(apart(sentence, found));
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
                            && OTHER_SPEAKS
                                    .matcher(sentence.text().substring(clause.from(), clause.to()))
                                    .matches();
            boolean after =
                    found.stream()
                            .anyMatch(first ->
                                    first.spoken()
                                            && first.at() < clause.from()
                                            && first.voice().of().isPresent()
                                            && second.voice().of().isPresent()
                                            && !first.voice().of().equals(second.voice().of()));
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
    private static boolean isNoun(Analysed sentence, Hit verb) {
        char before = verb.from() == 0 ? ' ' : sentence.text().charAt(verb.from() - 1);
        String words = sentence.words(verb);
        if (NOUNS.contains(words)
                && sentence.hits().stream()
                        .noneMatch(hit ->
                                hit.to() <= verb.from()
                                        && verb.from() - hit.to() <= 1
                                        && PARTS.stream().anyMatch(hit::is))) {
            return true;
        }
        if (BEFORE_NOUN.contains(wordsBefore(sentence, verb))) {
            return true;
        }
        if (words.equals("说") && "来再学小传话解虽".indexOf(before) >= 0
                || words.equals("称") && "堪号简俗对职".indexOf(before) >= 0) {
            return true;
        }
        return before == '的' && OF_SOMEBODY.contains(words)
                || sentence.text().startsWith("的", verb.to()) && sentence.words(verb).length() == 2;
    }

    private static boolean isPart(Hit hit) {
        for (int i = 0; i < hit.senses().size(); i++) {
            if (PARTS.contains(hit.senses().get(i).category())) {
                return true;
            }
        }
        return false;
    }

    private static String wordsBefore(Analysed sentence, Hit verb) {
        return sentence.text()
                .substring(Math.max(sentence.sentence().from(), verb.from() - 2), verb.from());
    }

    private static List<Run> runs(Analysed sentence) {
        List<Run> runs = new ArrayList<>();
        List<Hit> open = new ArrayList<>();
        for (Hit hit : sentence.hits()) {
            if (!isPart(hit)) {
                continue;
            }
            boolean joins =
                    !open.isEmpty()
                            && (isJoined(sentence.text(), open.getLast(), hit)
                                    || isApposition(sentence, open.getLast(), hit))
                            && !(open.getLast().is("outlet")
                                    || open.getLast().is("person") && hit.is("person"));
            if (!joins && !open.isEmpty()) {
                runs.add(new Run(List.copyOf(open)));
                open.clear();
            }
            open.add(hit);
        }
        if (!open.isEmpty()) {
            runs.add(new Run(List.copyOf(open)));
        }
        return runs;
    }

    private static boolean isJoined(String text, Hit last, Hit next) {
        if (last.is("role") && next.is("person") && isField(text, last.to(), next.from())) {
            return true;
        }
        if (next.from() - last.to() > BETWEEN_MAX + 3) {
            return next.is("role") && isRank(text, last.to(), next.from());
        }
        String between = text.substring(last.to(), next.from());
        if (next.is("report") && WHOSE_REPORT.matcher(between).matches()) {
            return true;
        }
        return between.isBlank()
                || JOINING.contains(between.strip())
                || between.equals(" of ")
                || between.equals(" of the ")
                || last.is("role") && between.matches(" (?:to|at) (?:the )?")
                || between.equals(", ") && (last.is("person") != next.is("person"))
                || JOINING_WORD.matcher(between.strip()).matches();
    }

    /** A ministry's principal deputy spokesperson. */
    private static boolean isRank(String text, int from, int to) {
        return to - from <= RANK_MAX
                && JOINING_WORD.matcher(text.substring(from, to).strip()).matches();
    }

    private static boolean isField(String text, int from, int to) {
        return to - from <= FIELD_MAX && FIELD_OF.matcher(text.substring(from, to)).matches();
    }

    /** Ann Brown, the U.S. State Department spokesperson, denied: one voice. */
    private static boolean isApposition(Analysed sentence, Hit last, Hit next) {
        String text = sentence.text();
        return last.is("person")
                && next.from() - last.to() == 6
                && text.startsWith(", the ", last.to())
                && sentence.of("role").stream()
                        .anyMatch(hit ->
                                hit.from() >= next.from()
                                        && hit.to() - next.from() <= FIELD_MAX
                                        && text.startsWith(",", hit.to()));
    }

    private void said(Analysed sentence, List<Run> runs, Hit verb, List<Scoped> found) {
        Part clause = sentence.clauseAt(verb.from());
        if (isPronoun(sentence, verb, clause) && last.isPresent()) {
            Voice voice = last.get();
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
                            true));
            return;
        }
        Optional<Run> subject =
                before(sentence, runs, verb, clause.from()).or(() -> after(sentence, runs, verb));
        boolean english = isLatin(sentence.text().charAt(verb.from()));
        int from = english ? sentence.sentence().from() : verb.to();
        Optional<Hit> told = told(sentence, verb, clause);
        told.ifPresent(outlet ->
                found.add(
                        new Scoped(
                                voice(sentence, new Run(List.of(outlet)), Optional.empty()),
                                from,
                                sentence.sentence().to(),
                                outlet.from(),
                                true)));
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
        run = author(runs, run, clause);
        outer(sentence, runs, run, clause, from, found);
        Voice voice = voice(sentence, run, Optional.of(sentence.words(verb)));
        if (SPEAKERS.contains(voice.type())) {
            last = Optional.of(voice);
        }
        found.add(
                new Scoped(
                        voice,
                        english && isSubordinate(sentence, run) ? run.from() : from,
                        sentence.sentence().to(),
                        run.from(),
                        true));
    }

    /** He said, 他还表示: whoever spoke last by name. */
    private static boolean isPronoun(Analysed sentence, Hit verb, Part clause) {
        String before = sentence.text().substring(clause.from(), verb.from());
        return PRONOUN.matcher(before).matches();
    }

    /** ... since Arden announced that ...: what stands before is not what was announced. */
    private static boolean isSubordinate(Analysed sentence, Run run) {
        int from = Math.max(sentence.sentence().from(), run.from() - 12);
        return SUBORDINATE.matcher(sentence.text().substring(from, run.from())).find();
    }

    /** 林岚：…: in a transcript a name and a colon. */
    private void transcript(Analysed sentence, List<Run> runs, List<Scoped> found) {
        if (runs.isEmpty() || runs.getFirst().from() - sentence.sentence().from() > 1) {
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
            Voice voice = voice(sentence, run, Optional.of(COLON));
            last = Optional.of(voice);
            found.add(new Scoped(voice, run.to() + 1, sentence.sentence().to(), run.from(), true));
        }
    }

    /** Whose a report is that speaks: 国际原子能机构29日在一份报告中说. */
    private static Run author(List<Run> runs, Run run, Part clause) {
        if (!run.hits().stream().allMatch(hit -> hit.is("report"))) {
            return run;
        }
        Optional<Run> whose =
                runs.stream()
                        .filter(other -> other.from() >= clause.from() && other.to() <= run.from())
                        .reduce((first, second) -> second);
        if (whose.isEmpty() || run.from() - whose.get().to() > REPORT_MAX) {
            return run;
        }
        List<Hit> hits = new ArrayList<>(whose.get().hits());
        hits.addAll(run.hits());
        return new Run(List.copyOf(hits));
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
                                voice(sentence, other, Optional.empty()),
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
            if (sentence.words(outlet).equals("媒体")) {
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
                            && sentence.words(run.hits().getFirst()).matches("媒体|记者")
                            && run.from() > 0
                            && "对向".indexOf(sentence.text().charAt(run.from() - 1)) >= 0;
            if (near && !quoted && !hearers && !(party && nearest.isPresent())) {
                nearest = Optional.of(run);
            }
        }
        return nearest;
    }

    /** The foreign minister, Ann Lind, said: the verb stands apart, but it is hers. */
    private static boolean isBesideVerb(Analysed sentence, Run run, Hit verb) {
        return run.to() <= verb.from()
                && verb.from() - run.to() <= 2
                && sentence.text().substring(run.to(), verb.from()).equals(", ");
    }

    /** In English the speaker may follow: "…," said the spokesman. */
    private static Optional<Run> after(Analysed sentence, List<Run> runs, Hit verb) {
        if (!isLatin(sentence.text().charAt(verb.from()))
                || !AFTER_QUOTE.contains(sentence.words(verb))) {
            return Optional.empty();
        }
        return runs.stream()
                .filter(run -> run.from() >= verb.to() && run.from() - verb.to() <= 5)
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
        if (next.isEmpty() || found.stream().anyMatch(scoped -> scoped.at() == next.get().from())) {
            return;
        }
        boolean english = isLatin(sentence.text().charAt(cue.from()));
        int from = english ? sentence.sentence().from() : cue.from();
        found.add(
                new Scoped(
                        voice(sentence, next.get(), Optional.of(sentence.words(cue))),
                        from,
                        sentence.sentence().to(),
                        next.get().from(),
                        false));
    }

    private Voice voice(Analysed sentence, Run run, Optional<String> verb) {
        String by = sentence.text().substring(run.from(), run.to());
        Optional<Hit> person = run.hits().stream().filter(hit -> hit.is("person")).findFirst();
        Optional<Names.Known> known = person.flatMap(hit -> names.known(sentence.words(hit)));
        Optional<String> of =
                sender(run)
                        .or(() ->
                                run.hits().reversed().stream()
                                        .filter(hit -> hit.is("party"))
                                        .flatMap(hit -> Codes.of(hit).stream())
                                        .findFirst())
                        .or(() -> run.last("organisation").flatMap(entry -> entry.of("party")))
                        .or(() -> run.last("person").flatMap(entry -> entry.of("party")))
                        .or(() -> run.last("role").flatMap(entry -> entry.of("party")))
                        .or(() -> known.flatMap(Names.Known::side))
                        .or(() ->
                                run.last("organisation").isPresent()
                                                && OFFICES.contains(
                                                        run.last("organisation").get().id())
                                        ? home
                                        : Optional.empty())
                        .map(codes -> codes.split(" ", 2)[0]);
        if (run.hits().stream().allMatch(hit -> hit.is("report")) && body.isPresent()) {
            Voice whose = body.get();
            return new Voice(by, whose.type(), whose.of(), said(sentence, run), verb);
        }
        Link.Type type = type(run, known, of);
        if (run.has("organisation") && !run.has("person") && !run.has("anonymous")) {
            body = Optional.of(new Voice(by, type, of, Optional.empty(), Optional.empty()));
        }
        return new Voice(
                by,
                type == Link.Type.OFFICIAL_NAMED && isFormer(sentence, run)
                        ? Link.Type.NAMED_EXPERT
                        : type,
                of,
                said(sentence, run),
                verb);
    }

    /** Arden's representative to the agency speaks for Arden. */
    private static Optional<String> sender(Run run) {
        Optional<Hit> before = Optional.empty();
        for (Hit hit : run.hits()) {
            if (hit.is("role")) {
                return before.flatMap(party -> Codes.of(party).stream().findFirst());
            }
            before = hit.is("party") ? Optional.of(hit) : before;
        }
        return Optional.empty();
    }

    /** Who has left an office speaks for nobody but himself. */
    private static boolean isFormer(Analysed sentence, Run run) {
        int from = Math.max(sentence.sentence().from(), run.from() - 8);
        return FORMER.matcher(sentence.text().substring(from, run.to())).find();
    }

    /** The day on which it is said: before the voice, or just after it or its verb. */
    private static Optional<FoundClaim.When> said(Analysed sentence, Run run) {
        int verb =
                sentence.of("say", run.to(), sentence.sentence().to()).stream()
                        .mapToInt(Hit::to)
                        .findFirst()
                        .orElse(run.to());
        Optional<Hit> after =
                sentence.of("date").stream()
                        .filter(date ->
                                date.from() >= run.to() && date.from() - run.to() <= 2
                                        || date.from() >= verb && date.from() - verb <= 4)
                        .findFirst();
        return after.or(() ->
                        sentence.of("date").stream()
                                .filter(date ->
                                        date.to() <= run.from() && run.from() - date.to() <= 60)
                                .filter(date -> !AHEAD.matcher(sentence.words(date)).matches())
                                .reduce((first, second) -> second))
                .map(date -> sentence.dates().get(date.from()))
                .filter(java.util.Objects::nonNull);
    }

    private static Link.Type type(Run run, Optional<Names.Known> known, Optional<String> of) {
        String role =
                run.last("role")
                        .flatMap(entry -> entry.of("type"))
                        .or(() -> known.flatMap(Names.Known::role))
                        .or(() -> run.last("person").flatMap(entry -> entry.of("type")))
                        .orElse("");
        String office = run.last("organisation").flatMap(entry -> entry.of("type")).orElse("");
        if (run.has("outlet")) {
            return Link.Type.MEDIA;
        }
        if (run.has("anonymous")) {
            return role.equals("official") || role.equals("officials")
                    ? Link.Type.OFFICIAL_ANONYMOUS
                    : Link.Type.ANONYMOUS;
        }
        if (run.has("person")) {
            boolean expert =
                    role.equals("expert")
                            || !role.startsWith("off")
                                    && !role.equals("spokesperson")
                                    && (office.equals("institute") || of.isEmpty());
            return expert ? Link.Type.NAMED_EXPERT : Link.Type.OFFICIAL_NAMED;
        }
        return switch (role) {
            case "officials" -> Link.Type.OFFICIAL_ANONYMOUS;
            case "official" -> Link.Type.OFFICIAL_NAMED;
            case "expert" -> Link.Type.ANONYMOUS;
            default ->
                    office.equals("institute") || office.equals("international")
                            ? Link.Type.ORGANISATION
                            : Link.Type.OFFICIAL_READOUT;
        };
    }

    private static boolean isLatin(char c) {
        return c < 0x250;
    }
}
