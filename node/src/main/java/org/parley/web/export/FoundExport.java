// SPDX-License-Identifier: Apache-2.0
package org.parley.web.export;

import org.parley.archive.Kept;

import java.util.List;
import java.util.Optional;

/** The forms in which what documents claim is given to other programs. */
public enum FoundExport {
    JSON,
    CSV,
    ANNOTATION,
    CSL,
    FTM,
    CLAIMREVIEW,
    MARKDOWN,
    PLOVER;

    /**
     * Documents and their claims as text.
     *
     * @param language of what is worded here, {@code en} or {@code zh}
     */
    public String print(List<Kept> documents, String language) {
        return switch (this) {
            case JSON -> FoundJson.lines(documents);
            case CSV -> FoundCsv.header() + FoundCsv.rows(documents);
            case ANNOTATION -> FoundAnnotations.print(documents);
            case CSL -> FoundCsl.print(documents);
            case FTM -> FoundEntities.print(documents, language);
            case CLAIMREVIEW -> FoundReviews.print(documents);
            case MARKDOWN -> FoundMarkdown.print(documents, language);
            case PLOVER -> FoundPlover.print(documents);
        };
    }

    /**
     * What the form leaves out of the documents, in one line; empty where it leaves out nothing.
     */
    public Optional<String> told(List<Kept> documents, String language) {
        return this == PLOVER
                ? Optional.of(FoundPlover.told(documents, language))
                : Optional.empty();
    }
}
