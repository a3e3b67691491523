// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.statement.Statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a page or figure is cited: what it is, the view, when it was accessed, and what exactly it
 * was worked out from.
 */
record Cite(String what, String view, String made, String address) {

    static Cite of(Page page, String what) {
        Optional<Statement> newest = page.open().newest(page.view());
        String made =
                page.t(
                        "cite.made",
                        page.site().version(),
                        page.agreement().digest().substring(0, 16),
                        newest.map(Statement::ref).orElse("–"),
                        page.today());
        String title = page.agreement().title().in(page.language());
        return new Cite(
                page.t("cite.what", title, page.agreement().id(), what),
                viewLine(page),
                made,
                page.here(page.asked()));
    }

    /** Of a page over the whole library. */
    static Cite of(Look look, String what) {
        String view = look.t("cite.view", look.view().asOf(), look.view().knownOn(), look.viewer());
        String made =
                look.t(
                        "cite.library",
                        look.site().version(),
                        look.site().library().ids().size(),
                        look.today());
        return new Cite(what, view, made, look.here());
    }

    static String viewLine(Page page) {
        return page.t("cite.view", page.view().asOf(), page.view().knownOn(), page.viewer());
    }

    /** One line of plain text. */
    public String line() {
        return what + ". " + view + " " + made + " " + address;
    }

    /** What is burnt into an exported chart, above and below it. */
    List<String> above(Page page, String title) {
        List<String> lines = new ArrayList<>();
        lines.add(title);
        lines.add(page.agreement().title().in(page.language()) + " · " + view);
        if (page.agreement().exercise()) {
            lines.add("EXERCISE 演练");
        }
        page.agreement().handling().ifPresent(lines::add);
        return lines;
    }
}
