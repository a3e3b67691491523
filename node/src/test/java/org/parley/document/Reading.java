// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What every document read must keep, whatever was in it; and short ways to ask about one. */
final class Reading {
    private Reading() {}

    static ReadDocument of(String text) {
        return named("a.txt", text);
    }

    static ReadDocument named(String name, String text) {
        return checked(DocumentReader.read(text.getBytes(StandardCharsets.UTF_8), name));
    }

    /** The blocks as {@code KIND: text}. */
    static List<String> blocks(ReadDocument document) {
        return document.blocks().stream().map(b -> b.kind() + ": " + document.textOf(b)).toList();
    }

    static List<String> dates(ReadDocument document) {
        return document.metadata().dates().stream().map(d -> d.basis() + " " + d.edtf()).toList();
    }

    static List<Repair.Kind> repairs(ReadDocument document) {
        return document.repairs().stream().map(Repair::kind).toList();
    }

    /** Every character has its place, in order; the place holds the letters of the text. */
    static ReadDocument checked(ReadDocument document) {
        NormalText text = document.text();
        String raw = document.raw();
        int last = 0;
        int index = 0;
        for (Block block : document.blocks()) {
            assertThat(block.from()).isGreaterThanOrEqualTo(last);
            assertThat(block.to()).isGreaterThan(block.from());
            assertThat(block.repeats()).isLessThan(index++);
            last = block.to();
            int before = text.rawFrom(block.from());
            for (int i = block.from(); i < block.to(); i++) {
                int from = text.rawFrom(i);
                int to = text.rawTo(i + 1);
                assertThat(from)
                        .as("%s after %s", i, text.value().substring(0, i))
                        .isBetween(before, to);
                assertThat(to).isLessThanOrEqualTo(raw.length());
                assertStands(document, i, raw.substring(from, to));
                before = text.rawFrom(i);
            }
        }
        assertThat(last).isLessThanOrEqualTo(text.value().length());
        for (NoteMark note : document.notes()) {
            assertThat(note.at()).isBetween(0, text.value().length());
            assertThat(note.block()).isLessThan(document.blocks().size());
        }
        for (Repair repair : document.repairs()) {
            assertThat(repair.rawFrom()).isBetween(0, repair.rawTo());
            assertThat(repair.rawTo()).isLessThanOrEqualTo(raw.length());
        }
        for (DateCandidate date : document.metadata().dates()) {
            assertThat(date.rawFrom()).isBetween(0, date.rawTo());
            assertThat(date.rawTo()).isLessThanOrEqualTo(raw.length());
        }
        return document;
    }

    private static void assertStands(ReadDocument document, int at, String source) {
        char c = document.text().value().charAt(at);
        boolean letter = Fold.isHan(c) || Fold.isDigit(c) || c >= 'a' && c <= 'z';
        if (letter && !source.startsWith("&")) {
            assertThat(Letters.only(Normaliser.normal(source)))
                    .contains(Letters.only(String.valueOf(c)));
        }
    }
}
