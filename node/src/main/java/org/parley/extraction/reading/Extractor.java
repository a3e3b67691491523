// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.Place;
import org.parley.document.Block;
import org.parley.document.DateCandidate;
import org.parley.document.ReadDocument;
import org.parley.extraction.FoundClaim;
import org.parley.extraction.Proposed;
import org.parley.extraction.dates.Dates;
import org.parley.extraction.numbers.Numbers;
import org.parley.extraction.numbers.Sought;
import org.parley.extraction.voices.Names;
import org.parley.extraction.voices.Persons;
import org.parley.extraction.voices.Sources;
import org.parley.extraction.words.Abbreviated;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Sentences;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Hit;
import org.parley.lexicon.Lexicon;
import org.parley.time.Edtf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads documents for claims. A pure function of a document, a lexicon and a date for the document;
 * safe for any number of threads.
 */
public final class Extractor {
    /** Version of what is claimed from the same text and lexicon; part of every claim's id. */
    public static final int VERSION = 2;

    /** What follows is later than what was dated before; nobody knows by how much. */
    private static final Sought SINCE_THEN =
            Sought.of("自那时以来|自那以来|自那时起|自此|此后|[Ss]ince then|[Ll]ater|[Aa]fter that");

    /** Words with which a page of the day tells when. */
    private static final Pattern NEWS =
            Pattern.compile(
                    "\\b(?:on|by|until|late|early|since)"
                            + " (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\\b(?!,?"
                            + " (?:\\d|[A-Z]))|\\b(?:last|next|this) (?:week|month)\\b"
                            + "|[本上下这]周|周[一二三四五六日]|星期[一二三四五六日]|[昨今明][天日](?!本)|[上下本]月(?!球)");

    private static final int LINE_MAX = 120;

    private static final Entry DATE = new Entry("date", "", List.of(), Map.of(), Place.of("dates"));

    /** How the source of the tables below, or above, is given. */
    private static final Sought SOURCE = Sought.of("(?:Data s|S)ources?: |(?:数据|资料|图表)?来源：");

    /** Words that names write small. */
    private static final Set<String> SMALL =
            Set.of(
                    "a", "an", "the", "of", "on", "and", "for", "in", "to", "with", "at", "by",
                    "or");

    private final Lexicon lexicon;

    private final Abbreviated abbreviated;

    public Extractor(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.abbreviated = new Abbreviated(lexicon);
    }

    /**
     * What a document says.
     *
     * @param claims in the order of the text
     * @param anchor the day from which relative dates were reckoned; empty if the text is undated
     */
    public record Extraction(
            ReadDocument document, List<FoundClaim> claims, Optional<LocalDate> anchor) {
        public Extraction {
            claims = List.copyOf(claims);
        }

        /** When the document came out, as exactly as it says itself, or as it was given. */
        public Optional<Edtf> published() {
            return anchor.map(day ->
                    stated(document)
                            .filter(date -> date.latest().equals(anchor))
                            .orElse(Edtf.of(day)));
        }
    }

    public Extraction extract(ReadDocument document) {
        return extract(document, anchor(document));
    }

    /**
     * Reads it with a date that a person gave it.
     *
     * @param anchor the day from which relative dates are reckoned
     */
    public Extraction extract(ReadDocument document, Optional<LocalDate> anchor) {
        Names names = new Names();
        ClaimBuilder builder = new ClaimBuilder(document, lexicon, names, anchor);
        List<FoundClaim> claims = new ArrayList<>();
        read(
                document,
                anchor,
                names,
                (sentence, said, memory, head) ->
                        builder.add(sentence, said, memory, head ? new ArrayList<>() : claims));
        List<FoundClaim> suspects = Suspects.in(document);
        if (!suspects.isEmpty()) {
            claims.addAll(suspects);
            claims.sort(Comparator.comparingInt(claim -> claim.anchor().from()));
        }
        return new Extraction(document, builder.finish(claims), anchor);
    }

    /** Reads proposed words by themselves; in the order in which they are given. */
    public List<Proposed.Derived> derive(
            ReadDocument document, Optional<LocalDate> anchor, List<Proposed> proposed) {
        Names names = new Names();
        ClaimBuilder builder = new ClaimBuilder(document, lexicon, names, anchor);
        Deriving deriving = new Deriving(new Anchors(document), proposed);
        read(
                document,
                anchor,
                names,
                (sentence, said, memory, head) -> {
                    List<FoundClaim> found = new ArrayList<>();
                    builder.add(sentence, said, memory, found);
                    deriving.read(sentence, said, memory, found);
                });
        return deriving.all();
    }

    /** What was found with what is proposed and can be read in its words, each marked as such. */
    public Extraction with(Extraction found, List<Proposed> proposed) {
        if (proposed.isEmpty()) {
            return found;
        }
        List<FoundClaim> all = new ArrayList<>(found.claims());
        derive(found.document(), found.anchor(), proposed)
                .forEach(one -> one.claim().ifPresent(all::add));
        all.sort(Comparator.comparingInt(claim -> claim.anchor().from()));
        return new Extraction(found.document(), all, found.anchor());
    }

    /** The codes of the parties that a few words name, or of one that they are. */
    public List<String> named(String category, String words) {
        if (lexicon.entry(category, words).isPresent()) {
            return List.of(words);
        }
        return lexicon.hits(words, 0, words.length(), List.of()).stream()
                .flatMap(hit -> hit.as(category).stream())
                .map(Entry::id)
                .distinct()
                .toList();
    }

    /** The blocks that are read for claims. */
    public static List<Block> read(ReadDocument document) {
        return document.blocks().stream()
                .filter(block -> isRead(document.blocks(), block))
                .toList();
    }

    /** What is done with each sentence; one that heads a plain text is no more than its title. */
    private interface Reading {
        void read(Analysed sentence, List<Sources.Scoped> said, Memory memory, boolean head);
    }

    private void read(
            ReadDocument document, Optional<LocalDate> anchor, Names names, Reading reading) {
        String text = document.text().value();
        Reckoner reckoner = new Reckoner(anchor, isOfDay(document, anchor));
        Memory memory = new Memory();
        document.metadata()
                .title()
                .map(Extractor::calm)
                .map(title -> heading(title, names))
                .ifPresent(memory::head);
        Home home = Home.of(document.language());
        Sources sources = new Sources(names, home.party());
        NoteTopics notes = new NoteTopics(document);
        boolean first = true;
        boolean headed = true;
        for (int i = 0; i < document.blocks().size(); i++) {
            Block block = document.blocks().get(i);
            if (block.kind() == Block.Kind.TITLE || block.kind() == Block.Kind.HEADING) {
                Analysed heading =
                        analyse(
                                text,
                                i,
                                new Sentences.Part(block.from(), block.to()),
                                reckoner,
                                names,
                                home,
                                memory.field().isHere());
                String words = calm(text.substring(block.from(), block.to()));
                memory.head(heading(words, names));
                memory.head(heading);
                memory.figures().tables().headed(heading);
                sources.head(heading).ifPresent(memory::speech);
            } else if (block.kind() == Block.Kind.CAPTION || block.kind() == Block.Kind.BYLINE) {
                Sentences.Part part = new Sentences.Part(block.from(), block.to());
                Analysed caption =
                        analyse(text, i, part, reckoner, names, home, memory.field().isHere());
                memory.figures().tables().head(caption);
                sources.caption(caption);
            }
            if (!isRead(document.blocks(), block)) {
                continue;
            }
            reckoner.beginParagraph();
            notes.beginParagraph(i, memory);
            for (Sentences.Part part : Sentences.in(text, block.from(), end(text, block))) {
                reckoner.beginSentence(SINCE_THEN.at(text, part.from(), part.to()));
                Analysed sentence =
                        analyse(text, i, part, reckoner, names, home, memory.field().isHere());
                if (first && isLine(sentence)) {
                    sources.head(sentence).ifPresent(memory::speech);
                }
                headed &= isLine(sentence);
                if (headed) {
                    memory.figures().head(sentence.hits());
                }
                first = false;
                memory.beginSentence(sentence);
                if (SOURCE.at(text, part.from(), part.to())) {
                    sources.caption(sentence);
                }
                List<Sources.Scoped> said =
                        memory.ownWords(sentence, voices(sources, sentence, block));
                memory.reporting(sources.reporting());
                reading.read(
                        sentence, said, memory, headed && block.kind() == Block.Kind.PARAGRAPH);
                memory.remember(sentence, said);
                notes.pass(part, memory);
            }
        }
    }

    /** Whether the first line of a plain text is its title: short, and no sentence. */
    private static boolean isLine(Analysed sentence) {
        char last = sentence.text().charAt(sentence.sentence().to() - 1);
        return sentence.sentence().to() - sentence.sentence().from() <= LINE_MAX
                && "。！？.!?；;：:，,".indexOf(last) < 0;
    }

    /** A heading in capitals as names are written: Treaty on the Prohibition of Nuclear Weapons. */
    private static String calm(String heading) {
        boolean loud =
                heading.chars().anyMatch(Character::isUpperCase)
                        && heading.chars().noneMatch(Character::isLowerCase)
                        && heading.indexOf(' ') > 0;
        if (!loud) {
            return heading;
        }
        StringBuilder calm = new StringBuilder();
        for (String word : heading.split(" ", -1)) {
            String small = word.toLowerCase(Locale.ROOT);
            boolean name = !SMALL.contains(small) || calm.isEmpty();
            calm.append(calm.isEmpty() ? "" : " ")
                    .append(name && !word.isEmpty() ? word.substring(0, 1) : "")
                    .append(name && !word.isEmpty() ? small.substring(1) : small);
        }
        return calm.toString();
    }

    /** Who speaks in a sentence; in a list, whoever published it. */
    private static List<Sources.Scoped> voices(Sources sources, Analysed sentence, Block block) {
        List<Sources.Scoped> said = sources.in(sentence);
        boolean list = block.kind() == Block.Kind.LIST_ITEM || block.kind() == Block.Kind.TABLE_ROW;
        Optional<FoundClaim.Voice> whose =
                block.kind() == Block.Kind.TABLE_ROW ? sources.ofTable() : sources.published();
        return list && said.isEmpty()
                ? whose.stream()
                        .map(voice ->
                                new Sources.Scoped(
                                        voice,
                                        sentence.sentence().from(),
                                        sentence.sentence().to(),
                                        sentence.sentence().from(),
                                        false))
                        .toList()
                : said;
    }

    /**
     * Why a sentence gives the claims that it gives.
     *
     * @param sentence its words
     * @param hits what was recognised in it, with file and line of the entry
     * @param matches patterns that matched, with file and line, and what became of them
     * @param forms where the ways to say it stand that gave a draft
     * @param voices who speaks
     * @param claims what was claimed
     */
    public record Explanation(
            String sentence,
            List<String> hits,
            List<String> matches,
            List<String> forms,
            List<String> voices,
            List<FoundClaim> claims) {}

    /** Explains the sentences that stand at a place, or all of them. */
    public List<Explanation> explain(ReadDocument document, Optional<Integer> rawOffset) {
        Names names = new Names();
        ClaimBuilder builder = new ClaimBuilder(document, lexicon, names, anchor(document));
        List<Explanation> explanations = new ArrayList<>();
        read(
                document,
                anchor(document),
                names,
                (sentence, said, memory, head) -> {
                    int from = document.text().rawFrom(sentence.sentence().from());
                    int to = document.text().rawTo(sentence.sentence().to());
                    List<FoundClaim> claims = new ArrayList<>();
                    builder.add(sentence, said, memory, claims);
                    if (rawOffset.isEmpty() || rawOffset.get() >= from && rawOffset.get() < to) {
                        explanations.add(
                                Explaining.of(sentence, lexicon, said, builder, memory, claims));
                    }
                });
        return explanations;
    }

    /**
     * What speaks for itself: no headings and captions, which say again what the text says, and no
     * references. What repeats a block that was not read, a link for one, is read where it stands.
     */
    private static boolean isRead(List<Block> blocks, Block block) {
        return (block.repeats() < 0 || blocks.get(block.repeats()).kind() == Block.Kind.BOILERPLATE)
                && switch (block.kind()) {
                    case PARAGRAPH, LIST_ITEM, TABLE_ROW, QUOTE, FOOTNOTE -> true;
                    case TITLE, HEADING, CAPTION, BYLINE, REFERENCE, BOILERPLATE -> false;
                };
    }

    /** A footnote speaks up to the work it cites. */
    private static int end(String text, Block block) {
        if (block.kind() != Block.Kind.FOOTNOTE) {
            return block.to();
        }
        for (String cites : List.of("参见", "转引自", "See ", "see ", "Cf.")) {
            int at = text.indexOf(cites, block.from(), block.to());
            if (at >= 0) {
                return at;
            }
        }
        return block.to();
    }

    /**
     * The day of a document: what it states, else its dateline, else its address. When it was saved
     * is no date of it.
     */
    public static Optional<LocalDate> anchor(ReadDocument document) {
        return stated(document).flatMap(Edtf::latest);
    }

    /** The date that a document itself gives: a day, a month or a year. */
    public static Optional<Edtf> stated(ReadDocument document) {
        for (DateCandidate.Basis basis :
                List.of(
                        DateCandidate.Basis.STATED,
                        DateCandidate.Basis.DATELINE,
                        DateCandidate.Basis.URL)) {
            for (DateCandidate candidate : document.metadata().dates()) {
                if (candidate.basis() == basis
                        && candidate.edtf().matches("\\d{4}(-\\d{2}){0,2}")) {
                    return Optional.of(Edtf.parse(candidate.edtf(), Place.of(document.name())));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Whether it is a page of one day: dated to it, or without a date but with Monday and today.
     */
    private static boolean isOfDay(ReadDocument document, Optional<LocalDate> anchor) {
        return isExact(document, anchor)
                || anchor.isEmpty()
                        && NEWS.matcher(document.text().value()).results().limit(2).count() > 1;
    }

    /** Whether a day is a text's own and not the last of a month or a year that it names. */
    static boolean isExact(ReadDocument document, Optional<LocalDate> anchor) {
        return anchor.isPresent()
                && document.metadata().dates().stream()
                        .noneMatch(date ->
                                date.edtf().length() < 10
                                        && date.basis() == DateCandidate.Basis.STATED);
    }

    private List<Hit> heading(String words, Names names) {
        List<Hit> named = lexicon.names(words, 0, words.length());
        Sentences.Part all = new Sentences.Part(0, words.length());
        return lexicon.hits(
                named, 0, words.length(), names.treaties().in(words, all, named, false));
    }

    private Analysed analyse(
            String text,
            int block,
            Sentences.Part part,
            Reckoner reckoner,
            Names names,
            Home home,
            boolean ofField) {
        List<Dates.Found> dates =
                SentenceDates.known(Dates.in(text, part.from(), part.to()), reckoner);
        List<Hit> given = new ArrayList<>();
        dates.forEach(date -> given.add(new Hit(date.from(), date.to(), List.of(DATE))));
        List<Hit> named = home.own(text, lexicon.names(text, part.from(), part.to()));
        given.addAll(names.treaties().in(text, part, named, ofField));
        given.addAll(abbreviated.in(text, part.from(), part.to()));
        List<Hit> hits = lexicon.hits(named, part.from(), part.to(), given);
        List<Hit> persons = names.in(text, part.from(), part.to(), hits);
        if (!persons.isEmpty()) {
            given.addAll(persons);
            hits = lexicon.hits(named, part.from(), part.to(), given);
        }
        List<Sentences.Part> clauses = Sentences.clauses(text, part, dates, hits);
        Analysed sentence =
                new Analysed(
                        text,
                        block,
                        part,
                        clauses,
                        hits,
                        SentenceDates.of(text, clauses, hits, dates, reckoner),
                        new HashMap<>(),
                        Numbers.in(text, part.from(), part.to()));
        Persons.learn(sentence, names);
        return sentence;
    }
}
