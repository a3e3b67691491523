// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import java.util.List;
import java.util.Optional;

/**
 * What surrounds a page.
 *
 * @param page absent where no agreement is shown
 * @param other the address of the same page in the other language
 */
record Frame(
        Wording words,
        String title,
        Optional<Page> page,
        String other,
        Optional<Cite> cite,
        List<Download> downloads) {

    Frame {
        downloads = List.copyOf(downloads);
    }

    /** A file to take away. */
    record Download(String name, String address) {}

    static Frame of(Page page, String title, List<Download> downloads) {
        String other = page.language().equals("zh") ? "en" : "zh";
        return new Frame(
                page.words(),
                title + " · " + page.agreement().title().in(page.language()) + " · Parley",
                Optional.of(page),
                page.here(page.asked().in(other)),
                Optional.of(Cite.of(page, title)),
                downloads);
    }

    static Frame of(Look look, String title) {
        return new Frame(
                look.words(),
                title + " · Parley",
                Optional.empty(),
                look.inOther(),
                Optional.of(Cite.of(look, title)),
                List.of());
    }

    static Frame plain(Wording words, String title, String other) {
        return new Frame(
                words, title + " · Parley", Optional.empty(), other, Optional.empty(), List.of());
    }

    String t(String key, Object... values) {
        return words.of(key, values);
    }

    boolean exercise() {
        return page.filter(one -> one.agreement().exercise()).isPresent();
    }

    Optional<String> handling() {
        return page.flatMap(one -> one.agreement().handling());
    }
}
