// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.login.Visitor;

import java.util.Optional;

/** Where somebody shows a passkey, or makes one; and who they are once they are in. */
record LoginPage(Wording words, Frame frame, Optional<Visitor> visitor) {
    static LoginPage of(Wording words, Site site, Optional<Visitor> visitor) {
        return new LoginPage(words, frame(words, site, "/login", words.of("login.title")), visitor);
    }

    /** A page that is about no agreement; on an exercise's node it says so all the same. */
    static Frame frame(Wording words, Site site, String path, String title) {
        String other = words.language().equals("zh") ? "en" : "zh";
        boolean madeUp = site.node().filter(node -> node.node().agreement().exercise()).isPresent();
        return Frame.plain(words, title, path + "?lang=" + other, madeUp);
    }
}
