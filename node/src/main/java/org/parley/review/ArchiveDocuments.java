// SPDX-License-Identifier: Apache-2.0
package org.parley.review;

import org.parley.archive.Archive;
import org.parley.archive.Entry;
import org.parley.document.DocumentReader;
import org.parley.document.ReadDocument;
import org.parley.proof.canonical.Hash;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The documents that were taken into an archive. Thread safe. */
public final class ArchiveDocuments implements Documents {
    private final Archive archive;

    public ArchiveDocuments(Archive archive) {
        this.archive = archive;
    }

    @Override
    public List<Listed> list() {
        return archive.entries().stream()
                .map(entry ->
                        new Listed(
                                entry.hex(),
                                entry.name(),
                                entry.date(),
                                Optional.of(LocalDate.ofInstant(entry.taken(), ZoneOffset.UTC))))
                .toList();
    }

    @Override
    public Loaded load(String id) {
        Entry entry = archive.find("sha256:" + id).orElseGet(() -> archive.require(id));
        byte[] content = archive.content(entry);
        ReadDocument read = DocumentReader.read(content, entry.name());
        return new Loaded(read, Hash.of(content).toString(), entry.date());
    }
}
