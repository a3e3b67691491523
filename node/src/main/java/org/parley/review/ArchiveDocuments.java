// SPDX-License-Identifier: Apache-2.0
package org.parley.review;

import org.parley.archive.Archive;
import org.parley.archive.Entry;
import org.parley.archive.Reading;
import org.parley.archive.ReadingRoom;
import org.parley.document.DocumentReader;
import org.parley.document.ReadDocument;
import org.parley.extraction.reading.Extractor.Extraction;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The documents that were taken into an archive, with what was read in them there: nothing is
 * looked for in a text twice. Thread safe.
 */
public final class ArchiveDocuments implements Documents {
    /** What is kept of texts beside them is a small multiple of this. */
    private static final long CHARS_MAX = 8_000_000;

    private final ReadingRoom room;

    /** What was read last; guarded by itself. */
    private final Map<Entry, Extraction> last = new LinkedHashMap<>(16, 0.75f, true);

    /** How many characters those have; guarded by them. */
    private long lastChars;

    public ArchiveDocuments(ReadingRoom room) {
        this.room = room;
    }

    /** Those of which nothing can be told come last, under their ids. */
    @Override
    public List<Listed> list() {
        Archive.Stock stock = room.archive().stock();
        List<Listed> listed = new ArrayList<>();
        for (Entry entry : stock.entries()) {
            LocalDate taken = LocalDate.ofInstant(entry.taken(), ZoneOffset.UTC);
            listed.add(new Listed(entry.hex(), entry.name(), entry.date(), Optional.of(taken)));
        }
        for (String id : stock.damaged().keySet()) {
            String hex = id.substring(id.indexOf(':') + 1);
            listed.add(new Listed(hex, Entry.shortened(id), Optional.empty(), Optional.empty()));
        }
        return List.copyOf(listed);
    }

    @Override
    public Loaded load(String id) {
        Archive archive = room.archive();
        Entry entry = archive.find("sha256:" + id).orElseGet(() -> archive.require(id));
        // The archive gives no bytes but those that were taken in: they are hashed each time.
        byte[] content = archive.content(entry);
        Optional<Extraction> before = before(entry);
        Extraction read = before.orElseGet(() -> read(entry, content));
        if (before.isEmpty()) {
            remember(entry, read);
        }
        return new Loaded(
                read.document(),
                entry.id(),
                entry.date(),
                Optional.of(read),
                room.proposed(entry.id(), read.document()));
    }

    private Extraction read(Entry entry, byte[] content) {
        ReadDocument document = DocumentReader.read(content, entry.name());
        Reading reading = room.read(entry, document);
        return new Extraction(document, reading.claims(), reading.head().date());
    }

    private Optional<Extraction> before(Entry entry) {
        synchronized (last) {
            return Optional.ofNullable(last.get(entry));
        }
    }

    private void remember(Entry entry, Extraction read) {
        synchronized (last) {
            if (last.put(entry, read) == null) {
                lastChars += chars(read);
            }
            while (lastChars > CHARS_MAX && last.size() > 1) {
                Entry eldest = last.keySet().iterator().next();
                lastChars -=
                        Optional.ofNullable(last.remove(eldest))
                                .map(ArchiveDocuments::chars)
                                .orElse(0L);
            }
        }
    }

    private static long chars(Extraction read) {
        return read.document().raw().length();
    }
}
