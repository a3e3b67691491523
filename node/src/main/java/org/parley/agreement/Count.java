// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import java.util.Optional;

/**
 * A number added up over items by an expression over one item, or only ever declared as a total.
 *
 * @param where which items count; all if absent
 * @param each what one item adds; 1 if absent
 * @param declared true if there are no items: parties declare the total
 * @param decimals how many decimals the scaled whole number has
 */
public record Count(
        Provision provision,
        Optional<Formula> where,
        Optional<Formula> each,
        boolean declared,
        Optional<String> unit,
        int decimals) {
    public String id() {
        return provision.id();
    }
}
