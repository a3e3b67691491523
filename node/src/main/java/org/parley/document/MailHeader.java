// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.MimeParameterMapping;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A line of a mail's header, its folds and codes undone. */
final class MailHeader {
    private static final int WORDS_MAX = 1_000;

    /** What programs call GB2312 has had more characters than that for thirty years. */
    private static final Map<Charset, Charset> WIDER =
            Map.of(
                    Charset.forName("GB2312"), Charset.forName("GB18030"),
                    Charset.forName("GBK"), Charset.forName("GB18030"));

    /** Zones that RFC 5322 still allows by name. */
    private static final Map<String, String> ZONES =
            Map.ofEntries(
                    Map.entry("UT", "GMT"),
                    Map.entry("UTC", "GMT"),
                    Map.entry("Z", "GMT"),
                    Map.entry("EST", "-0500"),
                    Map.entry("EDT", "-0400"),
                    Map.entry("CST", "-0600"),
                    Map.entry("CDT", "-0500"),
                    Map.entry("MST", "-0700"),
                    Map.entry("MDT", "-0600"),
                    Map.entry("PST", "-0800"),
                    Map.entry("PDT", "-0700"));

    private final String body;

    MailHeader(byte[] raw) {
        String line = Charsets.decode(raw, "");
        this.body = line.substring(line.indexOf(':') + 1).replaceAll("[\\r\\n]+", "").strip();
    }

    /** What it says, on one line. */
    String words() {
        String words =
                DecoderUtil.decodeEncodedWords(
                        body, DecodeMonitor.SILENT, StandardCharsets.UTF_8, WIDER);
        String clean = words.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return clean.length() > WORDS_MAX ? clean.substring(0, WORDS_MAX) + "…" : clean;
    }

    /** What stands before its parameters, in small letters. */
    String first() {
        return parsed().getValue().strip().toLowerCase(Locale.ROOT);
    }

    /** A parameter, in small letters if it is not a name; empty if it has none. */
    String parameter(String name) {
        MimeParameterMapping mapping = new MimeParameterMapping();
        for (NameValuePair pair : parsed().getParams()) {
            if (pair.getValue() != null) {
                mapping.addParameter(pair.getName(), pair.getValue());
            }
        }
        String value = Optional.ofNullable(mapping.get(name)).orElse("");
        return name.endsWith("name")
                ? new MailHeader(("x:" + value).getBytes(StandardCharsets.UTF_8)).words()
                : value.toLowerCase(Locale.ROOT);
    }

    private RawBody parsed() {
        return RawFieldParser.DEFAULT.parseRawBody(new RawField("x", body));
    }

    /** When it was, in the zone that it gives; empty if that is no time. */
    Optional<OffsetDateTime> date() {
        String text = body.replaceAll("\\([^()]*\\)", " ").replaceAll("\\s+", " ").strip();
        int last = text.lastIndexOf(' ') + 1;
        String zone = text.substring(last).toUpperCase(Locale.ROOT);
        String told = text.substring(0, last) + ZONES.getOrDefault(zone, zone);
        // A weekday that does not fit makes no other day of it.
        int comma = told.indexOf(',');
        try {
            return Optional.of(
                    OffsetDateTime.parse(
                            told.substring(comma + 1).strip(),
                            DateTimeFormatter.RFC_1123_DATE_TIME.withResolverStyle(
                                    ResolverStyle.STRICT)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
