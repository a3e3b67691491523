// SPDX-License-Identifier: Apache-2.0
package org.parley.evidence;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules over time, and what is left when no other explains a difference. */
final class TimeRules {
    private TimeRules() {}

    static Optional<Finding> laterState(Claim a, Claim b, List<Fact> record) {
        boolean states =
                a.subject().isLike(b.subject())
                        && (a.subject().aspect().kind() != Aspect.Kind.EVENT
                                || a.subject().aspect() != b.subject().aspect());
        if (!states || changes(a, b).isEmpty()) {
            return Optional.empty();
        }
        if (Contrast.isApart(a.time(), b.time())) {
            return Optional.of(
                    Finding.of(
                            "The one is of "
                                    + Said.date(a.time(), "")
                                    + ", the other of "
                                    + Said.date(b.time(), "")
                                    + "; each may hold for its time.",
                            "两者分别指"
                                    + Said.date(a.time(), "")
                                    + "和"
                                    + Said.date(b.time(), "")
                                    + "，可各自成立。"));
        }
        return vintages(a, b)
                ? Optional.of(
                        Finding.of(
                                "Two editions of one estimate: the earlier was revised.",
                                "同一估计的两个版本：较早版本后经修订。"))
                : Optional.empty();
    }

    /** What differs as states and figures do; a plan is no state that could change. */
    private static Set<Contrast.Dimension> changes(Claim a, Claim b) {
        Set<Contrast.Dimension> found = EnumSet.noneOf(Contrast.Dimension.class);
        found.addAll(Contrast.of(a, b));
        found.remove(Contrast.Dimension.DATE);
        if (a.content().assertion() != Assertion.ASSERTED
                || b.content().assertion() != Assertion.ASSERTED) {
            found.remove(Contrast.Dimension.WORD);
        }
        return found;
    }

    private static boolean vintages(Claim a, Claim b) {
        Optional<Amount> one = a.content().amount();
        Optional<Amount> other = b.content().amount();
        return one.isPresent()
                && other.isPresent()
                && one.get().estimator().equals(other.get().estimator())
                && one.get().vintage().isPresent()
                && other.get().vintage().isPresent()
                && !one.get().vintage().equals(other.get().vintage());
    }

    static Optional<Finding> otherDate(Claim a, Claim b, List<Fact> record) {
        if (!a.subject().isLike(b.subject())
                || !Contrast.of(a, b).contains(Contrast.Dimension.DATE)) {
            return Optional.empty();
        }
        boolean none = a.confirmedBy().isEmpty() && b.confirmedBy().isEmpty();
        return Optional.of(
                Finding.of(
                        Said.date(a.timing().when(), "")
                                + " against "
                                + Said.date(b.timing().when(), "")
                                + (none ? "; no party confirmed either." : "."),
                        Said.date(a.timing().when(), "")
                                + "与"
                                + Said.date(b.timing().when(), "")
                                + (none ? "不一，均未经当事方证实。" : "不一。")));
    }

    static Optional<Finding> compatible(Claim a, Claim b, List<Fact> record) {
        boolean compatible =
                a.subject().isLike(b.subject())
                        && Contrast.of(a, b).isEmpty()
                        && !Contrast.isBefore(a, b)
                        && !Contrast.isBefore(b, a);
        return compatible
                ? Optional.of(
                        Finding.of(
                                "Both can hold: nothing that one says excludes the other.",
                                "两者可以同时成立，互不排斥。"))
                : Optional.empty();
    }

    static Optional<Finding> unlike(Claim a, Claim b, List<Fact> record) {
        boolean unlike =
                !a.subject().isLike(b.subject())
                        && !Contrast.isBefore(a, b)
                        && !Contrast.isBefore(b, a);
        return unlike
                ? Optional.of(Finding.of("They do not speak of the same matter.", "两者所说不是同一事项。"))
                : Optional.empty();
    }

    static Optional<Finding> notExplained(Claim a, Claim b, List<Fact> record) {
        return Optional.of(
                Finding.of(
                        "They differ, and nothing known here explains how: \""
                                + a.says().en()
                                + "\" and \""
                                + b.says().en()
                                + "\" Look at both before using either.",
                        "两者不同，现有资料不能解释其原因：“"
                                + a.says().zh()
                                + "”“"
                                + b.says().zh()
                                + "”使用任何一方之前须核实。"));
    }
}
