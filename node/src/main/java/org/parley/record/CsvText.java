// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import de.siegmar.fastcsv.writer.CsvWriter;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/** Writes CSV as in RFC 4180: UTF-8 without a byte order mark, lines end with CR and LF. */
public final class CsvText {
    private CsvText() {}

    /** A header and rows, which must be as long as it. */
    public static String of(List<String> header, List<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(text)) {
            writer.writeRecord(header);
            rows.forEach(writer::writeRecord);
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot fail to be written", e);
        }
        return text.toString();
    }
}
