// SPDX-License-Identifier: Apache-2.0
package org.parley.e2e;

import com.microsoft.playwright.Page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** axe-core on an open page. */
final class Axe {
    /** WCAG 2.2 AA and what axe-core calls best practice; in the dark only what colours change. */
    private static final String RUN =
            """
            async dark => {
                const found = await axe.run(document, {resultTypes: ['violations'],
                    runOnly: dark ? {type: 'rule', values: ['color-contrast']}
                        : {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa',
                            'wcag22aa', 'best-practice']}});
                return found.violations
                    .filter(one => ['serious', 'critical'].includes(one.impact))
                    .map(one => one.id + ': ' + one.nodes.slice(0, 3)
                        .map(node => node.html.slice(0, 160) + ' — ' + node.failureSummary)
                        .join(' | '));
            }
            """;

    private static final String SCRIPT = script();

    private Axe() {}

    /** What is serious or critical, with everything on the page unfolded. */
    static Object found(Page page, boolean dark) {
        page.evaluate("() => document.querySelectorAll('details').forEach(d => d.open = true)");
        // Not as a tag in the page: its content policy would refuse that, as it should.
        page.evaluate(SCRIPT);
        return page.evaluate(RUN, dark);
    }

    private static String script() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            if (in == null) {
                throw new IllegalStateException("axe.min.js is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
