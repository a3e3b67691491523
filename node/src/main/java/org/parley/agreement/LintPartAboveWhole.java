// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import org.parley.Problem;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A limit that is part of another allows more than the whole does. */
final class LintPartAboveWhole implements LintRule {
    @Override
    public String code() {
        return "lint-part-above-whole";
    }

    @Override
    public List<Problem> warnings(Agreement agreement, Formulas formulas) {
        List<Problem> warnings = new ArrayList<>();
        for (Versions<Limit> versions : agreement.limits().values()) {
            for (Limit part : all(versions)) {
                part.within()
                        .map(id -> agreement.limit(id).first())
                        .filter(whole -> above(part, whole))
                        .ifPresent(whole ->
                                warnings.add(
                                        warning(
                                                part.provision().place(),
                                                part.id()
                                                        + " allows "
                                                        + bound(part)
                                                        + ", more than "
                                                        + whole.id()
                                                        + " of which it is a part: "
                                                        + bound(whole),
                                                "check the original")));
            }
        }
        return warnings;
    }

    /** The rule as first agreed and as later replaced. */
    private static List<Limit> all(Versions<Limit> versions) {
        List<Limit> all = new ArrayList<>(List.of(versions.first()));
        versions.later().forEach(later -> all.add(later.rule()));
        return all;
    }

    /** A version of the whole may be lower still: only its first is compared. */
    private static boolean above(Limit part, Limit whole) {
        return part.upper()
                && whole.upper()
                && known(part)
                && known(whole)
                && bound(part).compareTo(bound(whole)) > 0;
    }

    private static boolean known(Limit limit) {
        return limit.bound() instanceof Limit.Bound.Fixed;
    }

    private static BigDecimal bound(Limit limit) {
        return limit.bound() instanceof Limit.Bound.Fixed fixed ? fixed.exact() : BigDecimal.ZERO;
    }
}
