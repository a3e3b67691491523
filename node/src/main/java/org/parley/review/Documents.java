// SPDX-License-Identifier: Apache-2.0
package org.parley.review;

import org.parley.document.ReadDocument;
import org.parley.extraction.Proposed;
import org.parley.extraction.reading.Extractor.Extraction;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Where the documents are that claims are found in. Implementations are thread safe. */
public interface Documents {

    /** All of them, in an order that does not change by itself. */
    List<Listed> list();

    /**
     * One of them.
     *
     * @param id of the list, or an unambiguous beginning of it
     * @throws org.parley.ParleyException {@code NOT_FOUND}
     */
    Loaded load(String id);

    /**
     * One entry of the list.
     *
     * @param id 64 hexadecimal digits: SHA-256 of the document's bytes
     * @param given the day that a person gave it when it was taken in
     * @param taken the day on which it was taken in; it was not published later
     */
    record Listed(String id, String name, Optional<LocalDate> given, Optional<LocalDate> taken) {}

    /**
     * A document that was read.
     *
     * @param hash SHA-256 of the bytes as they are now, {@code sha256:…}; differs from the
     *     document's id if somebody changed them
     * @param given the day that a person gave it when it was taken in
     * @param kept what was read in it before, with the same words and that day
     * @param proposed words that no rule found and a model proposed
     */
    record Loaded(
            ReadDocument document,
            String hash,
            Optional<LocalDate> given,
            Optional<Extraction> kept,
            List<Proposed> proposed) {
        public Loaded {
            proposed = List.copyOf(proposed);
        }

        public boolean isIntact() {
            return document.id().equals(hash);
        }
    }
}
