// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import org.parley.Problem;

import java.util.ArrayList;
import java.util.List;

/** A provision names no article, so that nobody can hold it against the text. */
final class LintNoArticle implements LintRule {
    @Override
    public String code() {
        return "lint-no-article";
    }

    @Override
    public List<Problem> warnings(Agreement agreement, Formulas formulas) {
        List<Problem> warnings = new ArrayList<>();
        for (Provision provision : agreement.provisions().values()) {
            if (provision.article().isEmpty()) {
                warnings.add(
                        warning(
                                provision.place(),
                                provision.path() + " names no article",
                                "add article: …"));
            }
        }
        return warnings;
    }
}
