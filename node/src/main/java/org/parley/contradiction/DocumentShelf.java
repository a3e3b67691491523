// SPDX-License-Identifier: Apache-2.0
package org.parley.contradiction;

import org.parley.document.ReadDocument;

import java.util.List;

/** Documents at hand, wherever they are kept. Implementations are thread safe. */
public interface DocumentShelf {
    /** Their names, in the order in which they are shown. */
    List<String> list();

    /**
     * Reads one.
     *
     * @throws org.parley.ParleyException if it is not there or cannot be read
     */
    ReadDocument load(String name);
}
