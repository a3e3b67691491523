// SPDX-License-Identifier: Apache-2.0
package org.parley.web.export;

import org.parley.agreement.Agreement;
import org.parley.standing.View;

/** How a figure taken from Parley is cited: the rules' digest and the view say which one it is. */
public final class Citation {
    private Citation() {}

    /** The three axes on one line. */
    public static String view(View view, String language) {
        return language.equals("zh")
                ? "事实日期 " + view.asOf() + "，知悉截止日 " + view.knownOn() + "，依据 " + view.viewer()
                : "as of "
                        + view.asOf()
                        + ", known on "
                        + view.knownOn()
                        + ", according to "
                        + view.viewer();
    }

    /** One line to put under a figure. */
    public static String of(Agreement agreement, View view, String language) {
        String mark = agreement.exercise() ? "EXERCISE 演练 · " : "";
        return mark
                + "Parley, "
                + agreement.title().in(language)
                + " ("
                + agreement.id()
                + ", sha256:"
                + agreement.digest().substring(0, 16)
                + "), "
                + view(view, language);
    }
}
