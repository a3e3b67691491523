// SPDX-License-Identifier: Apache-2.0
package org.parley.review;

import org.parley.document.ReadDocument;

import java.util.List;

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
     */
    record Listed(String id, String name) {}

    /**
     * A document that was read.
     *
     * @param hash SHA-256 of the bytes as they are now, {@code sha256:…}; differs from the
     *     document's id if somebody changed them
     */
    record Loaded(ReadDocument document, String hash) {
        public boolean isIntact() {
            return document.id().equals(hash);
        }
    }
}
