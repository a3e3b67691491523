// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.Problem;

/** What is wrong with a request. */
record MessagePage(Wording words, int status, Problem problem) {
    String headline() {
        return status + " · " + problem.code().headline().in(words.language());
    }

    String text() {
        return Advice.in(words.language(), problem);
    }

    Frame frame() {
        return Frame.plain(
                words,
                String.valueOf(status),
                words.language().equals("zh") ? "/?lang=en" : "/?lang=zh");
    }
}
