// SPDX-License-Identifier: Apache-2.0
package org.parley.estimate;

import org.parley.Text;
import org.parley.statement.Source;
import org.parley.time.Edtf;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What one estimator published at one time.
 *
 * @param estimator its code, the same for all its vintages
 * @param estimatorName its name
 * @param vintage when it was published: the date of knowledge
 * @param basis where the vintage comes from: stated in it, or the date of the copy read
 * @param attribution what the licence asks to be shown
 * @param exercise whether it is made up
 */
public record Dataset(
        String id,
        Text title,
        String estimator,
        Text estimatorName,
        Edtf vintage,
        String basis,
        String licence,
        Text attribution,
        Source source,
        Optional<Text> note,
        boolean exercise) {

    /** The day from which it counts as known: the last that its vintage may mean. */
    public LocalDate knownFrom() {
        return vintage.latest().orElse(LocalDate.MAX);
    }
}
