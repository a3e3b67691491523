// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.Text;
import org.parley.record.Folders;
import org.parley.yaml.YamlMap;
import org.parley.yaml.YamlNode;
import org.parley.yaml.YamlReader;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Names of those who speak, from the library's {@code actors.yaml}. */
record Actors(Map<String, Text> full, Map<String, Text> brief) {
    private static final Map<String, Text> FICTIONAL =
            Map.of(
                    "XA", Text.of("Arden", "阿登"),
                    "XB", Text.of("Borel", "博雷尔"),
                    "XC", Text.of("Cadria", "卡德里亚"));

    Actors {
        full = Map.copyOf(full);
        brief = Map.copyOf(brief);
    }

    static Actors read(List<Path> roots) {
        Map<String, Text> full = new TreeMap<>(FICTIONAL);
        Map<String, Text> brief = new TreeMap<>();
        for (Path root : roots) {
            Path file = root.resolve("actors.yaml");
            if (!Files.isRegularFile(file)) {
                continue;
            }
            YamlNode node = YamlReader.document(Folders.shown(file), Folders.text(file));
            if (node instanceof YamlMap map) {
                for (String part : List.of("actors", "voices")) {
                    map.entries(part)
                            .forEach((code, entry) -> {
                                if (entry instanceof YamlMap actor) {
                                    actor.languages("name").ifPresent(name -> full.put(code, name));
                                    actor.languages("short")
                                            .ifPresent(name -> brief.put(code, name));
                                }
                            });
                }
            }
        }
        return new Actors(full, brief);
    }

    /** The short name where there is one, else the full one, else the code. */
    String brief(String code, String language) {
        return Optional.ofNullable(brief.get(code))
                .filter(text -> text.has(language))
                .or(() -> Optional.ofNullable(full.get(code)))
                .map(text -> text.in(language))
                .orElse(code);
    }

    String full(String code, String language) {
        return Optional.ofNullable(full.get(code)).map(text -> text.in(language)).orElse(code);
    }
}
