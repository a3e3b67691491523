// SPDX-License-Identifier: Apache-2.0
package org.parley.evidence;

import org.parley.Text;
import org.parley.estimate.Quantity;
import org.parley.time.Edtf;

import java.util.Optional;

/** How reasons name claims, dates and entries of the record. */
final class Said {
    private Said() {}

    /** Who speaks, as the chain names it. */
    static String who(Claim claim, String language) {
        return claim.voice().who().in(language);
    }

    static String date(Optional<Edtf> date, String otherwise) {
        return date.map(Edtf::toString).orElse(otherwise);
    }

    static Finding of(Text text) {
        return new Finding(text, java.util.List.of());
    }

    /** {@code 5,428 (total inventory)}. */
    static Text amount(Amount amount) {
        Text kind = amount.kind().map(Quantity::title).orElse(Text.same(amount.unit()));
        return Text.of(
                amount.shown().en() + " (" + kind.en() + ")",
                amount.shown().zh() + "（" + kind.zh() + "）");
    }
}
