// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import org.parley.time.DateExpression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What must hold for every statement of a form, or for every party's figures in the text's own
 * tables.
 *
 * @param form absent for one over tables, which is checked when the file is read
 * @param each of whom one over tables is asked, if its expression says {@code party}
 */
public record Requirement(
        Provision provision,
        Optional<String> form,
        Set<Each> each,
        Formula require,
        Optional<DateExpression> from,
        Optional<DateExpression> until) {
    public Requirement {
        each = Set.copyOf(each);
    }

    /** Whose figures a table may hold: a party's own, or one for a group of them. */
    public enum Each {
        PARTY,
        GROUP
    }

    /** Of whom it is asked: parties, then groups, in the order of the file. */
    List<String> asked(Agreement agreement) {
        List<String> names = new ArrayList<>();
        if (each.contains(Each.PARTY)) {
            names.addAll(agreement.parties());
        }
        if (each.contains(Each.GROUP)) {
            names.addAll(agreement.groups().keySet());
        }
        return names;
    }

    public String id() {
        return provision.id();
    }
}
