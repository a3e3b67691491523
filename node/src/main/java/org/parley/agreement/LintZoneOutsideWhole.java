// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import org.parley.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A limit that is part of another speaks of a zone that does not lie in the zone of the whole. */
final class LintZoneOutsideWhole implements LintRule {
    @Override
    public String code() {
        return "lint-zone-outside-whole";
    }

    @Override
    public List<Problem> warnings(Agreement agreement, Formulas formulas) {
        List<Problem> warnings = new ArrayList<>();
        for (Versions<Limit> versions : agreement.limits().values()) {
            Limit part = versions.first();
            Optional<Limit> whole = part.within().map(id -> agreement.limit(id).first());
            if (whole.isPresent()
                    && whole.get().zone().isPresent()
                    && outside(agreement, part, whole.get())) {
                warnings.add(
                        warning(
                                part.provision().place(),
                                part.id()
                                        + " is part of "
                                        + whole.get().id()
                                        + ", but its zone "
                                        + part.zone().orElse("(everywhere)")
                                        + " does not lie in "
                                        + whole.get().zone().get(),
                                "check the zones against the original"));
            }
        }
        return warnings;
    }

    private static boolean outside(Agreement agreement, Limit part, Limit whole) {
        return part.zone().isEmpty()
                || !agreement.isInside(part.zone().get(), whole.zone().orElseThrow());
    }
}
