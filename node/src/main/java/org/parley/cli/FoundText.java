// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.ParleyException;
import org.parley.document.DocumentReader;
import org.parley.document.ReadDocument;
import org.parley.extraction.FoundClaim;
import org.parley.record.Folders;
import org.parley.web.export.FoundWords;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A claim found in a document, as lines of text. */
final class FoundText {
    private static final int QUOTE_MAX = 300;

    private final boolean chinese;
    private final FoundWords words;

    FoundText(String language) {
        this.words = new FoundWords(language);
        this.chinese = language.equals("zh");
    }

    /**
     * Reads a document of bounded size.
     *
     * @throws ParleyException if there is none, or it is none that can be read
     */
    static ReadDocument read(Path file) {
        return DocumentReader.read(
                Folders.bytes(file, DocumentReader.MAX_BYTES), Folders.shown(file));
    }

    /** What it says, who says so, and the words with their place. */
    List<String> lines(FoundClaim claim) {
        List<String> lines = new ArrayList<>();
        lines.add("    " + String.join("  ", words.slots(claim)));
        claim.proposedBy()
                .ifPresent(by -> lines.add("      " + (chinese ? "提议者：" : "proposed-by: ") + by));
        if (!claim.chain().isEmpty()) {
            lines.add("      " + (chinese ? "出处链：" : "who says so: ") + words.chain(claim));
        }
        FoundClaim.Anchor anchor = claim.anchor();
        String page = anchor.page().map(n -> chinese ? "，第" + n + "页" : ", p. " + n).orElse("");
        lines.add("      “" + quote(anchor.shown()) + "”  " + place(anchor) + page);
        return lines;
    }

    static String place(FoundClaim.Anchor anchor) {
        return anchor.from() + "-" + anchor.to();
    }

    private static String quote(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= QUOTE_MAX ? line : line.substring(0, QUOTE_MAX) + "…";
    }
}
