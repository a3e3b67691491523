// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import org.parley.time.DateExpression;

import java.util.Optional;

/**
 * What must hold for every statement of a form, or for every party's figures in the text's own
 * tables.
 *
 * @param form absent for one over tables, which is checked when the file is read
 */
public record Requirement(
        Provision provision,
        Optional<String> form,
        Formula require,
        Optional<DateExpression> from,
        Optional<DateExpression> until) {
    public String id() {
        return provision.id();
    }
}
