// SPDX-License-Identifier: Apache-2.0
package org.parley.web.export;

import org.parley.agreement.Formulas;
import org.parley.record.Library;
import org.parley.standing.Standing;
import org.parley.standing.View;

/** Where an agreement stands by the record that was read with it. */
public final class CaseStanding {
    private CaseStanding() {}

    public static Standing of(Library.Case one, View view) {
        return of(one, new Formulas(one.agreement()), view);
    }

    /** The same with formulas that were translated before, for many views of one agreement. */
    public static Standing of(Library.Case one, Formulas formulas, View view) {
        return Standing.of(
                        one.agreement(),
                        formulas,
                        one.record().statements(),
                        one.record().coverage(),
                        view)
                .noticing(one.record().notices());
    }
}
