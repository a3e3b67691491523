// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.ParleyException;
import org.parley.document.DocumentReader;
import org.parley.document.ReadDocument;
import org.parley.evidence.Basis;
import org.parley.extraction.FoundClaim;
import org.parley.record.Folders;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A claim found in a document, as lines of text. */
final class FoundText {
    private static final int QUOTE_MAX = 300;

    private final boolean chinese;
    private final String language;

    FoundText(String language) {
        this.language = language;
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
        lines.add("    " + String.join("  ", slots(claim)));
        if (!claim.chain().isEmpty()) {
            lines.add("      " + (chinese ? "出处链：" : "who says so: ") + chain(claim));
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

    private List<String> slots(FoundClaim claim) {
        List<String> slots = new ArrayList<>();
        slots.add(kind(claim.kind()));
        if (!claim.actors().isEmpty()) {
            slots.add(String.join(" ", claim.actors()));
        }
        claim.mechanism().ifPresent(slots::add);
        claim.about().action().ifPresent(slots::add);
        claim.figure().ifPresent(figure -> slots.add(figure(figure)));
        claim.when().ifPresent(when -> slots.add(when(when)));
        claim.status().ifPresent(status -> slots.add(status.text().in(language)));
        if (claim.denied()) {
            slots.add(chinese ? "（被否认）" : "(denied)");
        }
        slots.add(claim.assertion().text().in(language));
        return slots;
    }

    private String figure(FoundClaim.Figure figure) {
        String high = figure.high().map(value -> "–" + value).orElse("");
        String asOf =
                figure.asOf().map(when -> (chinese ? "，截至" : ", as of ") + when(when)).orElse("");
        return figure.measure()
                + " "
                + figure.qualifier()
                + " "
                + figure.value()
                + high
                + " "
                + figure.unit()
                + " ("
                + figure.basis()
                + asOf
                + ")";
    }

    /** A date that cannot be reckoned stays in its own words: nothing is guessed. */
    private String when(FoundClaim.When when) {
        String basis =
                when.basis() == Basis.STATED ? "" : " [" + when.basis().text().in(language) + "]";
        return when.edtf().orElseGet(() -> "?“" + when.shown() + "”") + basis;
    }

    private String chain(FoundClaim claim) {
        List<String> links = new ArrayList<>();
        for (FoundClaim.Voice voice : claim.chain()) {
            links.add(voice.by() + " (" + voice.type().text().in(language) + ")");
        }
        return String.join(" < ", links);
    }

    String kind(FoundClaim.Kind kind) {
        return chinese
                ? switch (kind) {
                    case MEETING -> "会谈";
                    case QUANTITY -> "数量";
                    case TREATY_ACTION -> "条约行动";
                    case STATEMENT -> "表态";
                    case COMMITMENT -> "承诺";
                    case POSITION -> "立场";
                    case PARTICIPATION -> "参加";
                    case CHANNEL -> "渠道";
                    case DEADLINE -> "期限";
                    case LIMIT -> "限额";
                    case NO_RESPONSE -> "未回应";
                }
                : kind.word().replace('_', ' ');
    }
}
