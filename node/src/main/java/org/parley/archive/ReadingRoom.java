// SPDX-License-Identifier: Apache-2.0
package org.parley.archive;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Problem;
import org.parley.document.DateCandidate;
import org.parley.document.DocumentReader;
import org.parley.document.Fingerprint;
import org.parley.document.Metadata;
import org.parley.document.ReadDocument;
import org.parley.extraction.LexiconFolder;
import org.parley.extraction.Proposed;
import org.parley.extraction.reading.Extractor;
import org.parley.lexicon.Lexicon;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads documents of an archive with one lexicon and keeps what it found, so that nothing is read
 * twice; with another lexicon, or another day given, it reads again. Safe for any number of
 * threads.
 */
public final class ReadingRoom {
    private final Archive archive;
    private final Lexicon lexicon;
    private final Extractor extractor;

    /** How near copies are told; what another way made is never compared. */
    private static final String PRINT = "simhash64:";

    public ReadingRoom(Archive archive, Lexicon lexicon) {
        this.archive = archive;
        this.lexicon = lexicon;
        this.extractor = new Extractor(lexicon);
    }

    /** The documents of a home, read with the words of the library and of that home. */
    public static ReadingRoom open(Path shipped, Path home) {
        return new ReadingRoom(Archive.in(home), LexiconFolder.open(shipped, home));
    }

    public Archive archive() {
        return archive;
    }

    /** The words and patterns that it reads with. */
    public Lexicon lexicon() {
        return lexicon;
    }

    /** All documents with what they say, in the order in which they were taken in. */
    public Found all() {
        Archive.Stock stock = archive.stock();
        Found found = found(stock.entries());
        List<Problem> problems = new ArrayList<>(stock.problems());
        problems.addAll(found.problems());
        return new Found(found.kept(), problems);
    }

    /**
     * Those of some documents. One that cannot be read is told of and the others still come: each
     * is of use without the others.
     */
    public Found found(List<Entry> entries) {
        List<Kept> kept = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Entry entry : entries) {
            try {
                kept.add(new Kept(entry, read(entry)));
            } catch (ParleyException e) {
                problems.add(e.problem());
            }
        }
        return new Found(kept, problems);
    }

    /** The text of a document, read anew from its bytes. */
    public ReadDocument document(Entry entry) {
        return DocumentReader.read(archive.content(entry), entry.name());
    }

    /** The text with its claims, as {@link Extractor} gives them. */
    public Extractor.Extraction extraction(Entry entry) {
        Reading reading = read(entry);
        return new Extractor.Extraction(document(entry), reading.claims(), reading.head().date());
    }

    /** Reads bytes, of the archive or not; writes nothing. */
    public Reading read(byte[] content, String name, Optional<LocalDate> given) {
        return read(DocumentReader.read(content, name), given);
    }

    private Reading read(ReadDocument document, Optional<LocalDate> given) {
        Optional<LocalDate> date = given.or(() -> Extractor.anchor(document));
        Extractor.Extraction found = extractor.extract(document, date);
        Metadata about = document.metadata();
        Reading.Head head =
                new Reading.Head(
                        document.id(),
                        lexicon.hash(),
                        Extractor.VERSION,
                        given,
                        about.title(),
                        about.author(),
                        about.outlet(),
                        about.url(),
                        document.language(),
                        date,
                        dated(given, date, about.dates()),
                        print(document),
                        found.claims().size(),
                        about.unread());
        return new Reading(head, found.claims());
    }

    /** What an entry says: as kept, or read anew and then kept. */
    public Reading read(Entry entry) {
        return kept(entry)
                .orElseGet(() -> {
                    Reading anew = read(archive.content(entry), entry.name(), entry.date());
                    keepIfPossible(anew);
                    return anew;
                });
    }

    /** The same where its text is at hand already, so that nothing is read twice. */
    public Reading read(Entry entry, ReadDocument document) {
        return kept(entry)
                .orElseGet(() -> {
                    Reading anew = read(document, entry.date());
                    keepIfPossible(anew);
                    return anew;
                });
    }

    /** Who may look at an archive and not write in it still reads, only slower. */
    private void keepIfPossible(Reading reading) {
        try {
            keep(reading);
        } catch (ParleyException e) {
            if (e.code() != Code.UNWRITABLE) {
                throw e;
            }
        }
    }

    /** What was kept of an entry, if it was read with the same words. */
    public Optional<Reading> kept(Entry entry) {
        return ReadingFile.read(archive.found(entry.id()))
                .filter(reading -> reading.head().document().equals(entry.id()))
                .filter(reading -> reading.head().lexicon().equals(lexicon.hash()))
                .filter(reading -> reading.head().version() == Extractor.VERSION)
                .filter(reading -> reading.head().given().equals(entry.date()))
                .filter(reading -> reading.head().fingerprint().startsWith(PRINT));
    }

    /** Words of a document that models proposed and that still stand there. */
    public List<Proposed> proposed(String id, ReadDocument document) {
        return ProposedFile.read(archive.proposed(id), document);
    }

    /** Reads proposed words from the day of the document. */
    public List<Proposed.Derived> derive(
            ReadDocument document, Optional<LocalDate> day, List<Proposed> proposed) {
        return extractor.derive(document, day, proposed);
    }

    /** What a few words name of a category of the lexicon. */
    public List<String> named(String category, String words) {
        return extractor.named(category, words);
    }

    /** Keeps what one model proposed in place of what it proposed before. */
    public void keep(String id, ReadDocument document, String by, List<Proposed> proposed) {
        List<Proposed> all = new ArrayList<>(proposed(id, document));
        all.removeIf(one -> one.by().equals(by));
        all.addAll(proposed);
        Archive.write(archive.proposed(id), ProposedFile.bytes(document, all));
    }

    /** Keeps what was read. */
    public void keep(Reading reading) {
        Archive.write(archive.found(reading.head().document()), ReadingFile.bytes(reading));
    }

    /** Whether one is a near copy of the other, by the fingerprints that entries keep. */
    static boolean nearlySame(String one, String other) {
        return number(one) != 0
                && number(other) != 0
                && Fingerprint.nearlySame(number(one), number(other));
    }

    /** 0 for what was made in another way, or of too few letters. */
    private static long number(String print) {
        return print.startsWith(PRINT)
                ? Long.parseUnsignedLong(print.substring(PRINT.length()), 16)
                : 0;
    }

    private static String print(ReadDocument document) {
        return PRINT + Long.toHexString(Fingerprint.fingerprint(document));
    }

    private static Reading.Dated dated(
            Optional<LocalDate> given, Optional<LocalDate> date, List<DateCandidate> candidates) {
        if (given.isPresent()) {
            return Reading.Dated.GIVEN;
        }
        if (date.isEmpty()) {
            return Reading.Dated.NONE;
        }
        // In the order in which the extraction prefers them.
        for (Reading.Dated dated :
                List.of(Reading.Dated.STATED, Reading.Dated.DATELINE, Reading.Dated.URL)) {
            Optional<DateCandidate> used =
                    candidates.stream().filter(one -> isUsable(one, dated)).findFirst();
            if (used.isPresent()) {
                return switch (used.get().edtf().length()) {
                    case 4 -> Reading.Dated.YEAR;
                    case 7 -> Reading.Dated.MONTH;
                    default -> dated;
                };
            }
        }
        return Reading.Dated.NONE;
    }

    private static boolean isUsable(DateCandidate candidate, Reading.Dated dated) {
        return candidate.basis().name().equals(dated.name())
                && candidate.edtf().matches("\\d{4}(-\\d{2}){0,2}");
    }
}
