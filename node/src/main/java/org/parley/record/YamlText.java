// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import org.parley.yaml.YamlList;
import org.parley.yaml.YamlMap;
import org.parley.yaml.YamlNode;
import org.parley.yaml.YamlScalar;

import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** Writes YAML nodes so that they read back the same: a line for each key, the rest in brackets. */
final class YamlText {
    /** What needs no quotes, in brackets and out of them. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_./-]*");

    private YamlText() {}

    static String lines(YamlMap map) {
        StringBuilder text = new StringBuilder();
        map.entries()
                .forEach((key, node) ->
                        text.append(quoted(key)).append(": ").append(inline(node)).append('\n'));
        return text.toString();
    }

    private static String inline(YamlNode node) {
        return switch (node) {
            case YamlScalar scalar -> quoted(scalar.value());
            case YamlList list -> {
                StringJoiner parts = new StringJoiner(", ", "[", "]");
                list.nodes().forEach(one -> parts.add(inline(one)));
                yield parts.toString();
            }
            case YamlMap map -> {
                StringJoiner parts = new StringJoiner(", ", "{", "}");
                map.entries().forEach((key, one) -> parts.add(quoted(key) + ": " + inline(one)));
                yield parts.toString();
            }
        };
    }

    static String quoted(String text) {
        if (PLAIN.matcher(text).matches()) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (Character.isISOControl(c)) {
                        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
