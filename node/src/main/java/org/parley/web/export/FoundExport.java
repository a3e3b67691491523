// SPDX-License-Identifier: Apache-2.0
package org.parley.web.export;

import org.parley.archive.Kept;

import java.util.List;

/** The forms in which what documents claim is given to other programs. */
public enum FoundExport {
    JSON,
    CSV,
    ANNOTATION,
    CSL;

    /** Documents and their claims as text. */
    public String print(List<Kept> documents) {
        return switch (this) {
            case JSON -> FoundJson.lines(documents);
            case CSV -> FoundCsv.header() + FoundCsv.rows(documents);
            case ANNOTATION -> FoundAnnotations.print(documents);
            case CSL -> FoundCsl.print(documents);
        };
    }
}
