// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import org.parley.Code;
import org.parley.Place;
import org.parley.Problem;

import java.util.List;

/** Looks for one kind of oddity in a well-formed agreement. One final class and one page each. */
sealed interface LintRule
        permits LintPartAboveWhole,
                LintZoneOutsideWhole,
                LintRoundingNotStated,
                LintFiguresAgainstOwnRule,
                LintUnknownSource,
                LintNoArticle {

    /** The name of its page in docs/flags, which its warnings end with. */
    String code();

    List<Problem> warnings(Agreement agreement, Formulas formulas);

    /** A warning that names its page. */
    default Problem warning(Place at, String what, String todo) {
        return new Problem(Code.LINT, at, what, todo + " [" + code() + "]");
    }
}
