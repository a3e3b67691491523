// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import java.util.List;
import java.util.Optional;

/**
 * What surrounds a page.
 *
 * @param page absent where no agreement is shown
 * @param other the address of the same page in the other language
 * @param madeUp whether it shows an exercise
 * @param node whether the pages stand on a party's node
 */
record Frame(
        Wording words,
        String title,
        Optional<Page> page,
        String other,
        Optional<Cite> cite,
        List<Download> downloads,
        boolean madeUp,
        boolean node) {

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
                downloads,
                page.agreement().exercise(),
                page.site().node().isPresent());
    }

    static Frame of(Look look, String title) {
        return of(look, title, List.of());
    }

    static Frame of(Look look, String title, boolean madeUp) {
        return of(look, title, List.of(), madeUp);
    }

    static Frame of(Look look, String title, List<Download> downloads) {
        return of(look, title, downloads, false);
    }

    private static Frame of(Look look, String title, List<Download> downloads, boolean madeUp) {
        return new Frame(
                look.words(),
                title + " · Parley",
                Optional.empty(),
                look.inOther(),
                Optional.of(Cite.of(look, title)),
                downloads,
                madeUp,
                look.site().node().isPresent());
    }

    static Frame plain(Wording words, String title, String other) {
        return plain(words, title, other, false);
    }

    /** A page about no agreement, which may show made-up data. */
    static Frame plain(Wording words, String title, String other, boolean madeUp) {
        return new Frame(
                words,
                title + " · Parley",
                Optional.empty(),
                other,
                Optional.empty(),
                List.of(),
                madeUp,
                false);
    }

    String t(String key, Object... values) {
        return words.of(key, values);
    }

    boolean exercise() {
        return madeUp;
    }

    Optional<String> handling() {
        return page.flatMap(one -> one.agreement().handling());
    }
}
