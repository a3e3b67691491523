// SPDX-License-Identifier: Apache-2.0
package org.parley.review;

import org.parley.archive.Archive;
import org.parley.archive.Entry;
import org.parley.archive.Reading;
import org.parley.archive.ReadingRoom;
import org.parley.document.ReadDocument;
import org.parley.extraction.Extractor.Extraction;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The documents that were taken into an archive, with what was read in them there: nothing is
 * looked for in a text twice. Thread safe.
 */
public final class ArchiveDocuments implements Documents {
    private final ReadingRoom room;

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
        // The archive gives no bytes but those that were taken in.
        ReadDocument read = room.document(entry);
        Reading reading = room.read(entry, read);
        Extraction kept = new Extraction(read, reading.claims(), reading.head().date());
        return new Loaded(read, entry.id(), entry.date(), Optional.of(kept));
    }
}
