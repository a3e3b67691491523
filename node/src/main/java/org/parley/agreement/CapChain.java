// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Looks at caps that name other caps: none may depend on itself, and each must be one number. */
final class CapChain {
    private final Agreement agreement;
    private final Formulas formulas;
    private final Problems problems;
    private final Map<String, Set<String>> named = new TreeMap<>();
    private final Set<String> sound = new HashSet<>();

    CapChain(Agreement agreement, Formulas formulas, Problems problems) {
        this.agreement = agreement;
        this.formulas = formulas;
        this.problems = problems;
    }

    /** Every version counts, since what is replaced today was in force once. */
    void check() {
        agreement
                .quotas()
                .forEach((id, versions) -> {
                    one(id, versions.first());
                    versions.later().forEach(version -> one(id, version.rule()));
                });
        agreement.quotas().keySet().forEach(id -> problems.guard(() -> walk(id, List.of())));
    }

    private void one(String id, Quota quota) {
        if (quota.cap() instanceof Quota.Cap.ByFormula(Formula formula)) {
            for (String read : formulas.expression(formula).reads()) {
                if (read.startsWith(Formulas.CAP)) {
                    String other = read.substring(Formulas.CAP.length());
                    named.computeIfAbsent(id, i -> new TreeSet<>()).add(other);
                    Versions<Quota> versions = agreement.quota(other);
                    problems.guard(() -> groups(formula.place(), quota, versions.first()));
                    versions.later()
                            .forEach(version ->
                                    problems.guard(
                                            () -> groups(formula.place(), quota, version.rule())));
                }
            }
        }
    }

    private static void groups(Place at, Quota quota, Quota other) {
        List<String> lacking = new ArrayList<>(other.group());
        lacking.removeAll(quota.group());
        quota.by().ifPresent(lacking::remove);
        if (!lacking.isEmpty()) {
            throw new ParleyException(
                    Code.BAD_EXPRESSION,
                    at,
                    "cap." + other.id() + " is one number for each " + String.join(", ", lacking),
                    "add group: form." + lacking.getFirst() + ", or name another quota");
        }
    }

    private void walk(String id, List<String> before) {
        List<String> path = new ArrayList<>(before);
        path.add(id);
        if (before.contains(id)) {
            sound.addAll(path); // said once, not again from each of them
            throw new ParleyException(
                    Code.CIRCULAR,
                    agreement.quota(id).first().provision().place(),
                    "the cap of \"" + id + "\" depends on itself: " + String.join(" → ", path),
                    "let one of them be a number");
        }
        if (!sound.contains(id)) {
            named.getOrDefault(id, Set.of()).forEach(other -> walk(other, path));
            sound.add(id);
        }
    }
}
