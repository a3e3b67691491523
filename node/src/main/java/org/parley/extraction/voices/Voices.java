// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.voices;

import org.parley.evidence.Link;
import org.parley.extraction.Codes;
import org.parley.extraction.FoundClaim;
import org.parley.extraction.FoundClaim.Voice;
import org.parley.extraction.dates.Dates;
import org.parley.extraction.numbers.Sought;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Run;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Hit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What kind of voice a run of hits is, for whom it speaks and when. Not for several threads. */
final class Voices {
    private static final Set<String> OFFICES = Set.of("mfa", "mod");

    private static final Pattern FORMER =
            Pattern.compile("\\b[Ff]ormer |\\bex-|(?:^|[，。、“,的])[前原](?=[\\u4e00-\\u9fff])");

    /** No day on which something was said already. */
    private static final Pattern AHEAD = Pattern.compile("(?i)next .*|coming .*|tomorrow|下.*|明.*");

    /** A government spokesperson: of whom was not told before. */
    private static final Pattern INDEFINITE = Pattern.compile("\\b[Aa]n? (?:\\w+ )?$");

    private static final int INDEFINITE_MAX = 24;
    private static final int LISTS_MAX = 20;
    private static final int TELLING_MAX = 10;
    private static final int PUBLISHED_MAX = 60;

    private final Names names;
    private final Optional<String> home;

    /** The body that spoke last; "the report" is its. */
    private Optional<Voice> body = Optional.empty();

    /** The body that published something last. */
    private Optional<Voice> publisher = Optional.empty();

    /** To whom somebody speaks, before the day on which he does. */
    private static final Sought TO_WHOM =
            Sought.of(
                    "\\b(?:reporters|journalists|news (?:conference|briefing)|briefing|interview"
                            + "|lawmakers|parliament|AP|AFP|Reuters|CNN|BBC|the council"
                            + "|the board)\\b[^,;]{0,24}$");

    private static final int TOLD_MAX = 60;

    private Optional<Voice> caption = Optional.empty();

    /** How many sentences ago it published something. */
    private int since = LISTS_MAX;

    private static final Pattern SOURCE =
            Pattern.compile(
                    "(?i)\\bestimates?\\b|\\bdata\\b|\\bsource|\\bfigures\\b|数据|估计|统计|来源|公布");

    private static final Pattern OFFICE_OF =
            Pattern.compile(
                    "的?(?:办公室|办公厅|团队|官邸|网站|官网)|['’]s? (?:press )?(?:office|team|website)\\b");

    Voices(Names names, Optional<String> home) {
        this.names = names;
        this.home = home;
    }

    Voice of(Analysed sentence, Run run, Optional<String> verb) {
        return of(sentence, run, Optional.empty(), verb);
    }

    /**
     * What kind of voice a run is.
     *
     * @param office words apart from it that say whose office it holds
     */
    Voice of(Analysed sentence, Run run, Optional<Part> office, Optional<String> verb) {
        String by = sentence.text().substring(run.from(), Apposition.nameEnd(sentence.text(), run));
        Optional<Hit> person = run.hits().stream().filter(hit -> hit.is("person")).findFirst();
        Optional<Names.Known> known = person.flatMap(hit -> names.known(sentence.words(hit)));
        Optional<Run> beside = office.flatMap(part -> Run.of(sentence, part));
        Optional<String> of =
                party(run, known)
                        .or(() -> beside.flatMap(Voices::employer))
                        .map(codes -> codes.split(" ", 2)[0]);
        boolean again =
                run.hits().stream()
                        .allMatch(hit ->
                                hit.is("report")
                                        || hit.as("organisation")
                                                .flatMap(entry -> entry.of("again"))
                                                .isPresent());
        Optional<Voice> spoke = again ? whoseAgain(sentence, run).or(() -> body) : body;
        if (again && spoke.isPresent()) {
            Voice whose = spoke.get();
            return new Voice(by, whose.type(), whose.of(), said(sentence, run), verb);
        }
        Link.Type type =
                isOfficeOf(sentence, run)
                        ? Link.Type.OFFICIAL_READOUT
                        : type(run, known, beside, of);
        if (isBody(run)
                && !run.has("person")
                && (type == Link.Type.ORGANISATION || type == Link.Type.OFFICIAL_READOUT)) {
            body = Optional.of(new Voice(by, type, of, Optional.empty(), Optional.empty()));
        }
        // The spokeswoman, after the ministry spoke, is the ministry's.
        Optional<String> ministry =
                of.isEmpty()
                                && !isOfOffice(sentence, run)
                                && run.last("role")
                                        .flatMap(role -> role.of("type"))
                                        .filter("spokesperson"::equals)
                                        .isPresent()
                        ? body.flatMap(Voice::of)
                        : of;
        boolean former =
                type == Link.Type.OFFICIAL_NAMED
                        && (isFormer(sentence, run)
                                || office.filter(part -> Apposition.isFormer(sentence.text(), part))
                                        .isPresent());
        return new Voice(
                by, former ? Link.Type.NAMED_EXPERT : type, ministry, said(sentence, run), verb);
    }

    /** 研究所的估计与此一致，该所认为: an institute named before in the sentence. */
    private Optional<Voice> whoseAgain(Analysed sentence, Run run) {
        if (!sentence.words(run.hits().getFirst()).startsWith("该")) {
            return Optional.empty();
        }
        return Run.in(sentence).stream()
                .filter(other -> other.to() <= run.from() && other.has("organisation"))
                .filter(other -> !other.has("person"))
                .reduce((first, second) -> second)
                .map(other -> of(sentence, other, Optional.empty()));
    }

    /** 外交部发言人, and not 发言人: whose ministry it is has to be told with it. */
    private static boolean isOfOffice(Analysed sentence, Run run) {
        return run.has("organisation")
                || INDEFINITE
                        .matcher(
                                sentence.text()
                                        .substring(
                                                Math.max(
                                                        sentence.sentence().from(),
                                                        run.from() - INDEFINITE_MAX),
                                                run.from()))
                        .find()
                || sentence.text().substring(run.from(), run.to()).matches("(?s).*[部省府署院].*");
    }

    /** For whom a run speaks by its own words. */
    private Optional<String> party(Run run, Optional<Names.Known> known) {
        return sender(run)
                .or(() ->
                        run.hits().reversed().stream()
                                .filter(hit -> hit.is("party"))
                                .flatMap(hit -> Codes.of(hit).stream())
                                .findFirst())
                .or(() -> run.last("organisation").flatMap(entry -> entry.of("party")))
                .or(() -> run.last("person").flatMap(entry -> entry.of("party")))
                .or(() -> run.last("person").flatMap(entry -> entry.of("speaks")))
                .or(() -> run.last("role").flatMap(entry -> entry.of("party")))
                .or(() -> run.last("role").flatMap(entry -> entry.of("speaks")))
                .or(() -> known.flatMap(Names.Known::side))
                .or(() ->
                        run.last("organisation")
                                        .filter(entry -> OFFICES.contains(entry.id()))
                                        .isPresent()
                                ? home
                                : Optional.empty());
    }

    /** Whose office words tell: Arden's representative to the agency, a spokesman for Arden. */
    private static Optional<String> employer(Run office) {
        return sender(office)
                .or(() -> office.hits().stream().flatMap(hit -> Codes.of(hit).stream()).findFirst())
                .or(() ->
                        office.hits().stream()
                                .flatMap(hit -> hit.of("party").or(() -> hit.of("speaks")).stream())
                                .findFirst());
    }

    /** Keeps for whom somebody speaks, who may be called by the name alone later. */
    void learn(Analysed sentence, Run run, Voice voice) {
        boolean person =
                voice.type() == Link.Type.OFFICIAL_NAMED || voice.type() == Link.Type.NAMED_EXPERT;
        run.hits().stream()
                .filter(hit -> person && hit.is("person"))
                .findFirst()
                .map(sentence::words)
                .ifPresent(name ->
                        names.learn(
                                name,
                                new Names.Known(
                                        name,
                                        Optional.empty(),
                                        voice.of(),
                                        Optional.of(
                                                voice.type() == Link.Type.OFFICIAL_NAMED
                                                        ? "official"
                                                        : "expert"))));
    }

    /**
     * Keeps whose report it is of which a text then speaks: the agency published its report, a fact
     * sheet released by the ministry.
     */
    void publish(Analysed sentence, List<Run> runs) {
        since++;
        for (Hit publishing : sentence.of("publish")) {
            int from = publishing.from();
            boolean by =
                    sentence.text()
                            .substring(publishing.to(), sentence.sentence().to())
                            .matches("(?s)[^,]{0,40}? by .*");
            for (Run run : runs) {
                boolean near =
                        by
                                ? run.from() >= publishing.to()
                                        && run.from() - publishing.to() <= PUBLISHED_MAX
                                : run.to() <= from && from - run.to() <= PUBLISHED_MAX;
                boolean work =
                        sentence.hits().stream()
                                .anyMatch(hit ->
                                        (hit.is("report") || hit.is("measure"))
                                                && (by || hit.from() >= publishing.to()));
                boolean ofOffice =
                        run.has("organisation")
                                || run.hits().stream().allMatch(hit -> hit.is("party"));
                if (near && work && ofOffice && !run.has("person")) {
                    Voice voice = of(sentence, run, Optional.empty());
                    publisher =
                            Optional.of(
                                    new Voice(
                                            voice.by(),
                                            voice.type(),
                                            voice.of(),
                                            Optional.empty(),
                                            Optional.empty()));
                    body = publisher;
                    since = 0;
                }
            }
        }
    }

    /** Takes from a heading or a caption whose the tables below it are: (Bureau estimates). */
    void caption(Analysed heading) {
        String words = heading.text().substring(heading.sentence().from(), heading.sentence().to());
        if (!SOURCE.matcher(words).find()) {
            return;
        }
        for (Run run : Run.in(heading)) {
            if (run.has("organisation") && !run.has("person")) {
                caption = Optional.of(of(heading, run, Optional.empty()));
            }
        }
    }

    Optional<Voice> caption() {
        return caption;
    }

    /** The body that spoke last. */
    Optional<Voice> spoke() {
        return body;
    }

    /** Whose the figures of a list are that nobody else is said to give. */
    Optional<Voice> published() {
        return since < LISTS_MAX ? publisher : Optional.empty();
    }

    /** Whose figures a text still tells that has told of a report, though it does not say so. */
    Optional<Voice> reporting() {
        return since < TELLING_MAX ? publisher : Optional.empty();
    }

    /** 外长的办公室, the minister's office: it is not he who speaks. */
    private static boolean isOfficeOf(Analysed sentence, Run run) {
        return (run.has("person") || run.has("role"))
                && OFFICE_OF
                        .matcher(sentence.text())
                        .region(run.to(), sentence.sentence().to())
                        .lookingAt();
    }

    /** An office by its own name, or by that of a party: 阿登外交部. */
    private static boolean isBody(Run run) {
        return run.has("organisation")
                || run.last("party").flatMap(entry -> entry.of("metonym")).isPresent();
    }

    /** Arden's representative to the agency speaks for Arden. */
    private static Optional<String> sender(Run run) {
        Optional<Hit> before = Optional.empty();
        for (Hit hit : run.hits()) {
            if (hit.is("role") && before.isPresent()) {
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
                                        || date.from() >= verb && date.from() - verb <= 4
                                        || isToldThen(sentence, verb, date))
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

    /** Told reporters in Arden on Friday; said in an interview on Friday that. */
    private static boolean isToldThen(Analysed sentence, int verb, Hit date) {
        String text = sentence.text();
        return date.from() >= verb
                && date.from() - verb <= TOLD_MAX
                && text.charAt(date.from()) < 0x250
                && sentence.clauseIndex(verb - 1) == sentence.clauseIndex(date.from())
                && (Dates.isBeforeWords(text, date.to(), sentence.sentence().to())
                        || TO_WHOM.in(text, verb, date.from()));
    }

    /** 三国外长, the ministers' statement: no one who holds an office. */
    static boolean isJoint(Run run) {
        return run.has("report")
                || run.hits().stream().anyMatch(hit -> hit.is("party") && Codes.of(hit).size() > 1);
    }

    private static Link.Type type(
            Run run, Optional<Names.Known> known, Optional<Run> beside, Optional<String> of) {
        String role =
                run.last("role")
                        .flatMap(entry -> entry.of("type"))
                        .or(() ->
                                beside.stream()
                                        .flatMap(office -> office.hits().stream())
                                        .flatMap(hit -> hit.as("role").stream())
                                        .flatMap(entry -> entry.of("type").stream())
                                        .findFirst())
                        .or(() -> known.flatMap(Names.Known::role))
                        .or(() -> run.last("person").flatMap(entry -> entry.of("type")))
                        .orElse("");
        String office =
                run.last("organisation")
                        .or(() -> beside.flatMap(one -> one.last("organisation")))
                        .flatMap(entry -> entry.of("type"))
                        .orElse("");
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
            case "official" -> isJoint(run) ? Link.Type.OFFICIAL_READOUT : Link.Type.OFFICIAL_NAMED;
            case "expert" -> Link.Type.ANONYMOUS;
            default ->
                    office.equals("institute") || office.equals("international")
                            ? Link.Type.ORGANISATION
                            : Link.Type.OFFICIAL_READOUT;
        };
    }
}
