// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import java.util.List;

/**
 * A document as text with blocks.
 *
 * @param id {@code sha256:} and the hash of the bytes as they came
 * @param name file name or address as given
 * @param charset as the IANA names it: {@code UTF-8}, {@code GB18030}, {@code Big5}
 * @param raw the decoded source, untouched; of a PDF the text drawn from it, pages divided by
 *     U+000C
 * @param language {@code zh-Hans}, {@code zh-Hant}, {@code en} or {@code und}, by counting letters
 * @param blocks in the order of the normal text, not overlapping
 */
public record ReadDocument(
        String id,
        String name,
        Format format,
        String charset,
        String raw,
        String language,
        Metadata metadata,
        NormalText text,
        List<Block> blocks,
        List<NoteMark> notes,
        List<Repair> repairs) {

    public ReadDocument {
        blocks = List.copyOf(blocks);
        notes = List.copyOf(notes);
        repairs = List.copyOf(repairs);
    }

    /** The page of a PDF, from 1, on which this place of the source stands; else 1. */
    public int page(int rawOffset) {
        int page = 1;
        if (format == Format.PDF) {
            int end = Math.min(rawOffset, raw.length());
            for (int at = raw.indexOf('\f'); at >= 0 && at < end; at = raw.indexOf('\f', at + 1)) {
                page++;
            }
        }
        return page;
    }

    /** The normal text of a block. */
    public String textOf(Block block) {
        return text.value().substring(block.from(), block.to());
    }
}
