// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.lexicon.Hit;

import java.util.List;
import java.util.Optional;

/**
 * For whom a text says "we" and "our country". Texts in simplified characters are taken for those
 * of the mainland; of those in traditional characters nothing is known, and nothing is told.
 */
record Home(Optional<String> party, boolean ours) {
    static Home of(String language) {
        return language.equals("zh-Hant")
                ? new Home(Optional.empty(), false)
                : new Home(language.equals("zh-Hans") ? Optional.of("CN") : Optional.empty(), true);
    }

    /** The hits of a text without those that name a party as one's own which is not known. */
    List<Hit> own(String text, List<Hit> hits) {
        return ours
                ? hits
                : hits.stream()
                        .filter(hit -> !hit.is("party") || text.charAt(hit.from()) != '我')
                        .toList();
    }
}
