// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import org.parley.Nearest;
import org.parley.Problem;

import java.util.ArrayList;
import java.util.List;

/** A provision cites a source that the file does not list, so that nobody can look it up. */
final class LintUnknownSource implements LintRule {
    @Override
    public String code() {
        return "lint-unknown-source";
    }

    @Override
    public List<Problem> warnings(Agreement agreement, Formulas formulas) {
        List<Problem> warnings = new ArrayList<>();
        for (Provision provision : agreement.provisions().values()) {
            provision
                    .source()
                    .filter(key -> !agreement.sources().containsKey(key))
                    .ifPresent(key ->
                            warnings.add(
                                    warning(
                                            provision.place(),
                                            provision.path()
                                                    + " cites the source \""
                                                    + key
                                                    + "\", which is not in sources",
                                            Nearest.hint(key, agreement.sources().keySet()))));
        }
        return warnings;
    }
}
