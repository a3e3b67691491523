// SPDX-License-Identifier: Apache-2.0
package org.parley.archive;

import org.parley.document.DateCandidate;
import org.parley.document.DocumentReader;
import org.parley.document.Metadata;
import org.parley.document.ReadDocument;
import org.parley.extraction.Extractor;
import org.parley.lexicon.Lexicon;
import org.parley.record.Folders;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Reads documents of an archive with one lexicon and keeps what it found, so that nothing is read
 * twice; with another lexicon, or another day given, it reads again. Safe for any number of threads.
 */
public final class ReadingRoom {
    private final Archive archive;
    private final Lexicon lexicon;
    private final Extractor extractor;
    private final Sameness sameness;

    public ReadingRoom(Archive archive, Lexicon lexicon, Sameness sameness) {
        this.archive = archive;
        this.lexicon = lexicon;
        this.extractor = new Extractor(lexicon);
        this.sameness = sameness;
    }

    public Archive archive() {
        return archive;
    }

    /** The hash of the words and patterns that it reads with. */
    public String lexicon() {
        return lexicon.hash();
    }

    /** Reads bytes, of the archive or not; writes nothing. */
    public Reading read(byte[] content, String name, Optional<LocalDate> given) {
        ReadDocument document = DocumentReader.read(content, name);
        Optional<LocalDate> date = given.or(() -> Extractor.anchor(document));
        Extractor.Extraction found = extractor.extract(document, date);
        Metadata about = document.metadata();
        Reading.Head head =
                new Reading.Head(
                        Archive.id(content),
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
                        print(sameness.fingerprint(document)),
                        found.claims().size());
        return new Reading(head, found.claims());
    }

    /** What an entry says: as kept, or read anew and then kept. */
    public Reading read(Entry entry) {
        return kept(entry)
                .orElseGet(() -> {
                    Reading anew = read(archive.content(entry), entry.name(), entry.date());
                    keep(anew);
                    return anew;
                });
    }

    /** What was kept of an entry, if it was read with the same words. */
    public Optional<Reading> kept(Entry entry) {
        return ReadingFile.read(file(entry.id()))
                .filter(reading -> reading.head().document().equals(entry.id()))
                .filter(reading -> reading.head().lexicon().equals(lexicon.hash()))
                .filter(reading -> reading.head().version() == Extractor.VERSION)
                .filter(reading -> reading.head().given().equals(entry.date()))
                .filter(reading -> reading.head().fingerprint().startsWith(sameness.name() + ":"));
    }

    /** Keeps what was read. */
    public void keep(Reading reading) {
        Archive.write(file(reading.head().document()), ReadingFile.bytes(reading));
    }

    /** Forgets what was read in a document, with whatever lexicon. */
    public void forget(Entry entry) {
        if (Files.isDirectory(archive.derived("found"))) {
            for (Path file : Folders.children(archive.derived("found"))) {
                if (String.valueOf(file.getFileName()).startsWith(entry.hex())) {
                    Archive.delete(file);
                }
            }
        }
    }

    /** Whether one is a near copy of the other, by the fingerprints that entries keep. */
    public boolean nearlySame(String one, String other) {
        String way = sameness.name() + ":";
        return one.startsWith(way)
                && other.startsWith(way)
                && sameness.nearlySame(number(one, way), number(other, way));
    }

    private static long number(String print, String way) {
        return Long.parseUnsignedLong(print.substring(way.length()), 16);
    }

    private String print(long fingerprint) {
        return sameness.name() + ":" + Long.toHexString(fingerprint);
    }

    private Path file(String id) {
        String hex = id.substring(Archive.PREFIX.length());
        return archive.derived("found").resolve(hex + "-" + lexicon.hash() + ".jsonl");
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
            if (candidates.stream().anyMatch(one -> isUsable(one, dated))) {
                return dated;
            }
        }
        return Reading.Dated.NONE;
    }

    private static boolean isUsable(DateCandidate candidate, Reading.Dated dated) {
        return candidate.basis().name().equals(dated.name())
                && candidate.edtf().matches("\\d{4}(-\\d{2}){0,2}");
    }
}
