// SPDX-License-Identifier: Apache-2.0
package org.parley.web.export;

import org.parley.agreement.Agreement;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Agreements under which nothing is worked out for a state, because the record holds no act by
 * which it joined. A list of what is due that leaves them out without a word looks complete.
 *
 * @param agreements that any state can join, with duties, in the order of their ids
 */
public record Unworked(String party, List<Agreement> agreements) {

    public Unworked {
        agreements = List.copyOf(agreements);
    }

    /** Empty for whoever is no state: one is known by what it joined among these. */
    public static Unworked of(Collection<Agreement> all, String party) {
        List<Agreement> open = all.stream().filter(one -> one.profile().open()).toList();
        boolean state = open.stream().anyMatch(one -> one.parties().contains(party));
        return new Unworked(
                party,
                open.stream()
                        .filter(one -> state && !one.duties().isEmpty())
                        .filter(one -> !one.parties().contains(party))
                        .toList());
    }

    public boolean isEmpty() {
        return agreements.isEmpty();
    }

    /** The line that ends a list, with ids or titles as names. */
    public String line(String who, Function<Agreement, String> name, String language) {
        boolean chinese = language.equals("zh");
        String names = String.join(chinese ? "、" : ", ", agreements.stream().map(name).toList());
        return chinese
                ? "未推算" + who + "的义务：" + names + "（记录中没有其成员身份）"
                : "not worked out for " + who + ": " + names + " (membership not in the record)";
    }
}
