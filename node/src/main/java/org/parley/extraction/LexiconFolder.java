// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction;

import org.parley.lexicon.Entry;
import org.parley.lexicon.Lexicon;
import org.parley.lexicon.LexiconReader;
import org.parley.proof.canonical.Hash;
import org.parley.record.Folders;
import org.parley.yaml.YamlMap;
import org.parley.yaml.YamlReader;
import org.parley.yaml.YamlScalar;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the words and patterns of the shipped library and of a home folder: {@code lexicon/*.yaml}
 * and the folders below it. Names of states and organisations come from {@code actors.yaml}.
 */
public final class LexiconFolder {
    private LexiconFolder() {}

    /** Those of the library, and beside them those of the home. */
    public static Lexicon open(Path shipped, Path home) {
        LexiconReader reader = new LexiconReader();
        StringBuilder all = new StringBuilder();
        List<Entry> entries = new ArrayList<>();
        for (Path root : List.of(shipped, home)) {
            Path actors = root.resolve("actors.yaml");
            if (Files.isRegularFile(actors)) {
                String text = Folders.text(actors);
                all.append(text);
                entries.addAll(actors(Folders.shown(actors), text));
            }
            read(root.resolve("lexicon"), reader, all);
        }
        entries.addAll(reader.entries());
        String hash = Hash.of(all.toString().getBytes(StandardCharsets.UTF_8)).hex();
        return Lexicon.of(entries, reader.patterns(), hash.substring(0, 16));
    }

    private static void read(Path folder, LexiconReader reader, StringBuilder all) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        for (Path child : Folders.children(folder)) {
            if (Files.isDirectory(child)) {
                read(child, reader, all);
            } else if (child.toString().endsWith(".yaml")) {
                String text = Folders.text(child);
                all.append(text);
                reader.read(Folders.shown(child), text);
            }
        }
    }

    private static List<Entry> actors(String origin, String text) {
        List<Entry> entries = new ArrayList<>();
        YamlMap file = YamlReader.document(origin, text).asMap();
        Set<String> parties = file.entries("actors").keySet();
        file.entries("actors")
                .forEach((code, node) -> {
                    YamlMap actor = node.asMap();
                    List<String> names = new ArrayList<>();
                    for (String key : List.of("name", "short", "also")) {
                        actor.findMap(key)
                                .ifPresent(map ->
                                        map.entries()
                                                .forEach((language, name) -> {
                                                    if (Set.of("en", "zh").contains(language)) {
                                                        names.add(name.asScalar().value());
                                                    }
                                                }));
                    }
                    entries.add(new Entry("party", code, names, Map.of(), actor.place()));
                });
        file.entries("people")
                .forEach((id, node) -> {
                    YamlMap person = node.asMap();
                    List<String> names = new ArrayList<>();
                    person.findMap("name")
                            .ifPresent(map ->
                                    map.entries()
                                            .forEach((language, name) -> {
                                                if (Set.of("en", "zh").contains(language)
                                                        && name.asScalar().value().length() > 1) {
                                                    names.add(name.asScalar().value());
                                                }
                                            }));
                    Map<String, String> set = new LinkedHashMap<>();
                    person.listOf("roles").stream()
                            .flatMap(role -> role.asMap().findScalar("of").stream())
                            .map(YamlScalar::value)
                            .filter(parties::contains)
                            .findFirst()
                            .ifPresent(of -> set.put("party", of));
                    set.put("type", "official");
                    entries.add(new Entry("person", id, names, set, person.place()));
                });
        return entries;
    }
}
