// SPDX-License-Identifier: Apache-2.0
package org.parley.evidence;

import org.parley.Text;

/** One of a closed list: the word in files, and what pages call it. */
public interface Word {
    String name();

    /** What pages call it. */
    Text text();

    /** As written in files: {@code meeting-held}. */
    default String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
