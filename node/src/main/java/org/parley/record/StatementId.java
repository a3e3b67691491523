// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import org.parley.agreement.Agreement;
import org.parley.yaml.YamlList;
import org.parley.yaml.YamlMap;
import org.parley.yaml.YamlNode;
import org.parley.yaml.YamlScalar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** The id of a statement that was written with the pen of YAML or a table. */
final class StatementId {
    private StatementId() {}

    static String of(Agreement agreement, YamlMap entry, String author) {
        StringBuilder text = new StringBuilder(agreement.id()).append('\n').append(author);
        append(entry, text);
        return hash(text.toString());
    }

    static String of(Agreement agreement, Map<String, String> cells, String author, String ref) {
        StringBuilder text = new StringBuilder(agreement.id()).append('\n').append(author);
        text.append('\n').append(ref);
        new TreeMap<>(cells).forEach((key, cell) -> text.append('\n').append(key).append(cell));
        return hash(text.toString());
    }

    private static void append(YamlNode node, StringBuilder text) {
        switch (node) {
            case YamlScalar scalar -> text.append('\n').append(scalar.value());
            case YamlList list -> list.nodes().forEach(one -> append(one, text));
            case YamlMap map ->
                    new TreeMap<>(map.entries())
                            .forEach((key, value) -> {
                                text.append('\n').append(key).append(':');
                                append(value, text);
                            });
        }
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
