// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.document.Block;
import org.parley.evidence.Link;
import org.parley.extraction.Codes;
import org.parley.extraction.FoundClaim;
import org.parley.extraction.numbers.CharSet;
import org.parley.extraction.voices.Sources;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Entries;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Hit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What earlier sentences leave behind for later ones: who was speaking, which treaty and whose
 * matter was the subject. A paragraph begins with the treaty only. Not safe for several threads.
 */
final class Memory {
    private static final int RECENT = 2;
    private static final int RECENT_PERSON = 4;

    private static final Set<Link.Type> PERSONS = Set.of(Link.Type.NAMED_EXPERT);

    /** How far from an agency the name of its head stands. */
    private static final int BESIDE_MAX = 24;

    private static final Pattern AN = Pattern.compile("(?:.*\\b)?[Aa]n? ");

    /** What is done by saying it ends with the sentence; the text then goes on by itself. */
    private static final Set<String> DEEDS =
            Set.of("announce", "accuse", "urge", "deny", "commit", "warn", "regret", "welcome");

    /** How a question begins in a transcript, or the text after it. */
    private static final Pattern QUESTION =
            Pattern.compile(
                    "有?记者|[追又再]?问[：:]|.{0,12}(?:社|台|报|网)?记者[：:]|Q[:.]|Question"
                            + "|背景|附[：:]|[（(]完|编辑|【");

    /** With these characters it begins, but where the press is named first that asks. */
    private static final CharSet QUESTIONS = CharSet.of("有记追又再问Q背附（(编【");

    private static final int ASKING_MAX = 16;

    private static final Pattern WORK =
            Pattern.compile("[》]?(?:\\d{1,2}日)?(?:当天)?的?(?:这篇|一篇|一则|最新)?(?:报道|报导|文章)");

    private List<Sources.Scoped> speaking = List.of();
    private Optional<Sources.Scoped> speech = Optional.empty();
    private Optional<Sources.Scoped> outlet = Optional.empty();
    private Optional<FoundClaim.Voice> reporting = Optional.empty();
    private Optional<String> mechanism = Optional.empty();
    private Optional<String> treaty = Optional.empty();

    /** The treaty before one that is only brought in, with "an" or "a": it is meant again later. */
    private Optional<String> mainTreaty = Optional.empty();

    /** The treaty that stands over this part of the text, to which a dated entry goes back. */
    private Optional<String> headed = Optional.empty();

    private final Field field = new Field();
    private final NamedBefore namedBefore = new NamedBefore();

    /** The act that a line names that ends with a colon: what follows lists whose it is. */
    private Optional<String> lead = Optional.empty();

    private List<String> parties = List.of();
    private List<String> sides = List.of();
    private List<String> pair = List.of();
    private List<String> metUnder = List.of();
    private Optional<FoundClaim.When> metWhen = Optional.empty();

    /** Who met last, if that was a body, which has no sides. */
    private Optional<List<String>> metAsBody = Optional.empty();

    /** Whether what is headed is of two parties, and of no treaty or body. */
    private boolean headsPair;

    private boolean told;
    private final Set<String> agents = new LinkedHashSet<>();
    private Optional<String> agency = Optional.empty();
    private final FigureMemory figures = new FigureMemory();
    private Optional<FoundClaim.When> entry = Optional.empty();
    private final Deeds deeds = new Deeds();
    private boolean ofAgency;
    private boolean mechanismHere;
    private int openQuotes;

    /** How many sentences ago somebody spoke. */
    private int since;

    /** All that follows is what somebody says, until something else is headed. */
    void speech(Sources.Scoped speaker) {
        speech = Optional.of(speaker);
        speaking = List.of(speaker);
        since = 0;
    }

    void beginParagraph(Block.Kind kind) {
        figures.beginParagraph(kind);
        if (isTranscript()) {
            since = 0;
        } else if (speech.isPresent()) {
            speaking = List.of(speech.get());
            since = 0;
        } else {
            speaking = List.of();
        }
        mechanismHere = false;
        parties = List.of();
        openQuotes = 0;
        if (mainTreaty.isPresent()) {
            treaty = mainTreaty;
            mechanism = mainTreaty;
            mainTreaty = Optional.empty();
        }
    }

    /** Takes the date of an entry of a chronology, which holds to the end of the line. */
    void beginSentence(Analysed sentence) {
        deeds.beginSentence();
        Optional<FoundClaim.When> own =
                Entries.date(sentence)
                        .flatMap(date -> Optional.ofNullable(sentence.dates().get(date.from())));
        if (own.isPresent() || Entries.beginsLine(sentence)) {
            entry = own;
        }
        if (own.isPresent() && headed.isPresent()) {
            treaty = headed;
            mechanism = headed;
            mainTreaty = no();
        }
    }

    /** The date of the entry that a sentence stands in, which may itself have none. */
    Optional<FoundClaim.When> entry() {
        return entry;
    }

    /** Whether the text speaks of the IAEA: its inspections rest on safeguards agreements. */
    boolean isOfAgency() {
        return ofAgency;
    }

    /** What was done to treaties. */
    Deeds deeds() {
        return deeds;
    }

    /** What numbers leave behind. */
    FigureMemory figures() {
        return figures;
    }

    /** Keeps whose report the text tells of. */
    void reporting(Optional<FoundClaim.Voice> publisher) {
        reporting = publisher;
    }

    /** Whose figures they are that nobody is said to give. */
    Optional<FoundClaim.Voice> reporting() {
        return reporting;
    }

    List<Sources.Scoped> speaking() {
        return speaking;
    }

    Optional<Sources.Scoped> outlet() {
        return outlet;
    }

    /** Whether the words may still be those of whoever spoke, though nothing says so. */
    boolean recent() {
        return since < (isPerson() ? RECENT_PERSON : RECENT)
                && speaking.stream()
                        .noneMatch(scoped ->
                                DEEDS.contains(scoped.grade())
                                        || scoped.grade().equals("think") && scoped.bare());
    }

    /** Somebody by name is quoted over more sentences than an office. */
    private boolean isPerson() {
        return !speaking.isEmpty() && PERSONS.contains(speaking.getLast().voice().type());
    }

    /** The mechanism spoken of last. */
    Optional<String> mechanism() {
        return mechanism;
    }

    /** The treaty spoken of last, whatever talks were spoken of since. */
    Optional<String> treaty() {
        return treaty;
    }

    /** The treaties that were named, by the words and the facts that tell them apart. */
    NamedBefore named() {
        return namedBefore;
    }

    /** A treaty and a mechanism that are spoken of. */
    record Topic(Optional<String> treaty, Optional<String> mechanism) {}

    Topic topic() {
        return new Topic(treaty, mechanism);
    }

    /** Speaks again of what was spoken of before. */
    void goBack(Topic topic) {
        treaty = topic.treaty();
        mechanism = topic.mechanism();
        mainTreaty = no();
    }

    /** The treaty that a word points back to: the one spoken of last that has such a name. */
    Optional<String> treaty(String pointer) {
        return namedBefore.of(pointer, treaty);
    }

    /** Whether it was spoken of in this paragraph. */
    boolean mechanismHere() {
        return mechanismHere;
    }

    List<String> parties() {
        return parties;
    }

    /** Whether a question begins, or the text after a transcript. */
    static boolean isQuestion(Analysed sentence) {
        int from = sentence.sentence().from();
        int to = sentence.sentence().to();
        int near = Math.min(to, from + ASKING_MAX);
        return (QUESTIONS.has(sentence.text().charAt(from))
                        || sentence.text().indexOf("记者", from, near) >= 0)
                && QUESTION.matcher(sentence.text()).region(from, to).lookingAt();
    }

    /** Whether somebody answers, as in a transcript, until the next question. */
    boolean isTranscript() {
        for (Sources.Scoped scoped : speaking) {
            if (scoped.voice().verb().filter(Sources.COLON::equals).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** In an answer or a speech a party that says something is told by whoever speaks. */
    List<Sources.Scoped> ownWords(Analysed sentence, List<Sources.Scoped> said) {
        boolean goesOn = isTranscript() && !isQuestion(sentence);
        boolean afresh =
                said.stream()
                        .anyMatch(one ->
                                one.voice().verb().filter(Sources.COLON::equals).isPresent());
        if (!goesOn || afresh || said.stream().noneMatch(Sources.Scoped::bare)) {
            return said;
        }
        Sources.Scoped speaker = speaking.getFirst();
        return said.stream().map(one -> one.bare() ? one.toldBy(speaker) : one).toList();
    }

    /** Who meets, of the meeting that was told last; holds beyond the paragraph. */
    List<String> sides() {
        return sides;
    }

    /** When the meeting was that was told last. */
    Optional<FoundClaim.When> metWhen() {
        return metWhen;
    }

    /**
     * Keeps who meets, under what, and when.
     *
     * @param body whether it is a body that meets, or a conference of all that are in a treaty
     */
    void met(
            List<String> actors,
            List<String> mechanisms,
            Optional<FoundClaim.When> when,
            boolean body) {
        told = true;
        metAsBody = body ? Optional.of(actors) : Optional.empty();
        metWhen = when;
        metUnder = mechanisms;
        if (actors.size() > 1) {
            sides = actors;
        }
    }

    /** Of whom the meeting was that was told last, if a body met or a conference. */
    Optional<List<String>> metAsBody() {
        return metAsBody;
    }

    /** Whether a meeting was told before. */
    boolean told() {
        return told;
    }

    /** Under which mechanisms the meeting was that was told last. */
    List<String> metUnder() {
        return metUnder;
    }

    /**
     * Between whom the matter is: who met last, else the two that a sentence named alone, or the
     * title; holds beyond the paragraph.
     */
    List<String> between() {
        return sides.isEmpty() ? pair : sides;
    }

    /** Whose meetings a table or a list has: the body headed or spoken of last. */
    Optional<String> bodyOfRows() {
        return headsPair ? Optional.empty() : mechanism;
    }

    /** Whose meetings a table or a list has, if no body's. */
    List<String> sidesOfRows() {
        return headsPair ? pair : between();
    }

    /** The agency spoken of last, whose head may be spoken of without it. */
    Optional<String> agency() {
        return agency;
    }

    /** Whether somebody of that name was told to be of the agency. */
    boolean isAgent(String name) {
        return agents.contains(name);
    }

    private void agents(Analysed sentence) {
        for (Hit hit : sentence.hits()) {
            Optional<String> meets = hit.of("meets");
            if (meets.isEmpty()) {
                continue;
            }
            agency = meets;
            sentence.of("person", hit.to(), sentence.sentence().to()).stream()
                    .filter(person ->
                            person.from() - hit.to() <= BESIDE_MAX
                                    && sentence.clauseIndex(person.from())
                                            == sentence.clauseIndex(hit.from()))
                    .findFirst()
                    .map(sentence::words)
                    .ifPresent(name -> {
                        agents.add(name);
                        agents.add(name.substring(name.lastIndexOf(' ') + 1));
                    });
        }
    }

    /** How near the text is to the matters of the field. */
    Field field() {
        return field;
    }

    /** The act of which the lines here are a list, if they are one. */
    Optional<String> lead() {
        return lead;
    }

    /** A colon begins a list, which goes on while its lines begin with a party. */
    private void lead(Analysed sentence) {
        int last = sentence.sentence().to() - 1;
        while (last > sentence.sentence().from() && sentence.text().charAt(last) <= ' ') {
            last--;
        }
        if (":：".indexOf(sentence.text().charAt(last)) >= 0) {
            lead =
                    sentence.of("act-head").stream()
                            .flatMap(hit -> hit.as("act-head").stream())
                            .map(Entry::id)
                            .findFirst();
        } else if (lead.isPresent()
                && Spread.pairs(sentence, sentence.sentence().from()).isEmpty()) {
            lead = no();
        }
    }

    void remember(Analysed sentence, List<Sources.Scoped> sources) {
        lead(sentence);
        field.remember(sentence);
        since++;
        ofAgency |= isOfAgency(sentence);
        if (isTranscript() && isQuestion(sentence)) {
            speaking = List.of();
            speech = Optional.empty();
        }
        if (!sources.isEmpty()) {
            speaking = sources.stream().filter(Sources.Scoped::spoken).toList();
            since = 0;
        }
        sources.stream()
                .filter(scoped -> scoped.voice().type() == Link.Type.MEDIA)
                .forEach(scoped -> outlet = Optional.of(scoped));
        sentence.of("outlet").stream()
                .filter(hit ->
                        WORK.matcher(sentence.text())
                                .region(hit.to(), sentence.sentence().to())
                                .lookingAt())
                .findFirst()
                .ifPresent(hit -> outlet = Optional.of(report(sentence, hit)));
        rememberTreaty(sentence);
        namedBefore.remember(sentence);
        Set<String> named = new LinkedHashSet<>();
        for (Hit hit : sentence.of("party")) {
            named.addAll(Codes.of(hit));
        }
        if (!named.isEmpty()) {
            parties = List.copyOf(named);
        }
        pair(named);
        agents(sentence);
        for (int at = sentence.sentence().from(); at < sentence.sentence().to(); at++) {
            char c = sentence.text().charAt(at);
            openQuotes += c == '“' ? 1 : c == '”' ? -1 : 0;
        }
        openQuotes = Math.clamp(openQuotes, 0, 3);
    }

    /** The treaty of which a text speaks, unless one is only brought in beside it. */
    private void rememberTreaty(Analysed sentence) {
        List<Hit> mechanisms = sentence.of("mechanism");
        boolean pointsBack =
                mechanism.isPresent()
                        && sentence.of("anaphor").stream()
                                .filter(hit ->
                                        hit.as("anaphor")
                                                .filter(entry -> entry.of("weak").isEmpty())
                                                .isPresent())
                                .anyMatch(hit ->
                                        mechanisms.isEmpty()
                                                || hit.from() < mechanisms.getFirst().from());
        if (!mechanisms.isEmpty()) {
            mechanismHere = true;
            boolean again =
                    mechanism.isPresent()
                            && mechanisms.stream()
                                    .anyMatch(hit ->
                                            hit.as("mechanism").map(Entry::id).equals(mechanism));
            if (!pointsBack && !again) {
                mainTreaty = isBroughtIn(sentence, mechanisms.getFirst()) ? treaty : no();
                mechanism = mechanisms.getFirst().as("mechanism").map(Entry::id);
            }
            if (!pointsBack && !again || treaty.isEmpty()) {
                treaty(mechanisms);
            }
            return;
        }
        sentence.of("anaphor").stream()
                .flatMap(hit -> namedBefore.defined(sentence.words(hit)).stream())
                .findFirst()
                .ifPresent(id -> {
                    treaty = Optional.of(id);
                    mechanism = treaty;
                    mainTreaty = no();
                });
    }

    /** 《…报》的报道: of whose report the text then speaks. */
    private static Sources.Scoped report(Analysed sentence, Hit outlet) {
        return new Sources.Scoped(
                new FoundClaim.Voice(
                        sentence.words(outlet),
                        Link.Type.MEDIA,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                outlet.from(),
                sentence.sentence().to(),
                outlet.from(),
                false);
    }

    private void treaty(List<Hit> mechanisms) {
        mechanisms.stream()
                .flatMap(hit -> hit.as("mechanism").stream())
                .filter(Memory::isTreaty)
                .findFirst()
                .map(Entry::id)
                .or(() -> treaty.or(() -> treatyOf(mechanisms)))
                .ifPresent(id -> treaty = Optional.of(id));
    }

    /** Whose convention "the Convention" is where only its organisation was named. */
    private static Optional<String> treatyOf(List<Hit> mechanisms) {
        return mechanisms.stream()
                .flatMap(hit -> hit.as("mechanism").stream())
                .flatMap(entry -> entry.of("under").stream())
                .findFirst();
    }

    /** An adapted treaty, a protocol: one beside the treaty that the text is about. */
    private static boolean isBroughtIn(Analysed sentence, Hit named) {
        int from = Math.max(sentence.sentence().from(), named.from() - 3);
        String before = sentence.text().substring(from, named.from());
        return AN.matcher(before).matches();
    }

    private static Optional<String> no() {
        return Optional.empty();
    }

    /** Whether the convention, the agreement or the pact may be it. */
    static boolean isTreaty(Entry named) {
        String type = named.of("type").orElse("");
        return !Mechanisms.TALKS.contains(type) && !type.equals("body");
    }

    private void pair(Set<String> named) {
        // A state and the one that it came from do not deal with each other.
        boolean heirs = named.contains("SU") && named.contains("RU");
        if (named.size() == 2 && !named.contains("WORLD") && !heirs) {
            pair = List.copyOf(named);
        }
    }

    private void pair(List<Hit> heading) {
        Set<String> named = new LinkedHashSet<>();
        heading.forEach(hit -> named.addAll(Codes.of(hit)));
        pair(named);
    }

    /** Takes from the title what the text is about. */
    void head(List<Hit> title) {
        figures.head(title);
        pair(title);
        field.head(title);
        title.stream()
                .flatMap(hit -> hit.as("mechanism").stream())
                .findFirst()
                .ifPresent(this::head);
    }

    private void head(Entry named) {
        field.title();
        mechanism = Optional.of(named.id());
        treaty = isTreaty(named) ? mechanism : treaty.or(() -> named.of("under"));
    }

    /** Takes from a heading what the text is about. */
    void head(Analysed heading) {
        figures.head(heading.hits());
        figures.tables().head(heading);
        field.head(heading.hits());
        pair(heading.hits());
        List<Hit> mechanisms = heading.of("mechanism");
        long parties = heading.of("party").stream().flatMap(hit -> Codes.of(hit).stream()).count();
        headsPair = mechanisms.isEmpty() && (parties == 2 || headsPair && parties == 0);
        headed = no();
        mechanisms.stream().findFirst().flatMap(hit -> hit.as("mechanism")).ifPresent(this::head);
        if (mechanisms.size() == 1) {
            headed = treaty.filter(id -> mechanism.equals(treaty));
        }
    }

    static boolean isOfAgency(Analysed sentence) {
        return sentence.has(
                "organisation", "iaea", sentence.sentence().from(), sentence.sentence().to());
    }

    /** Whether words of somebody are still going on. */
    boolean inQuote() {
        return openQuotes > 0;
    }
}
