// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction;

import org.parley.ParleyException;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Lexicon;
import org.parley.lexicon.LexiconReader;
import org.parley.lexicon.Pattern;
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
import java.util.Optional;
import java.util.Set;

/**
 * Reads the words and patterns of the shipped library and of a home folder: {@code lexicon/*.yaml}
 * and the folders below it. Names of states and organisations come from {@code actors.yaml}.
 */
public final class LexiconFolder {
    private LexiconFolder() {}

    /** Those of the library, and beside them those of the home. */
    public static Lexicon open(Path shipped, Path home) {
        List<Source> sources = new ArrayList<>();
        for (Path root : List.of(shipped, home)) {
            Path actors = root.resolve("actors.yaml");
            if (Files.isRegularFile(actors)) {
                sources.add(new Source(actors, true));
            }
            collect(root.resolve("lexicon"), sources);
        }
        // Side by side, since to parse them is most of the time; put together in their order.
        List<Part> parts = sources.parallelStream().map(LexiconFolder::read).toList();
        StringBuilder all = new StringBuilder();
        List<Entry> actors = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        List<Pattern> patterns = new ArrayList<>();
        for (Part part : parts) {
            part.wrong()
                    .ifPresent(wrong -> {
                        throw wrong;
                    });
            all.append(part.text());
            (part.from().ofActors() ? actors : entries).addAll(part.entries());
            patterns.addAll(part.patterns());
        }
        actors.addAll(entries);
        String hash = Hash.of(all.toString().getBytes(StandardCharsets.UTF_8)).hex();
        return Lexicon.of(actors, patterns, hash.substring(0, 16));
    }

    /** A file to read: names of states and persons, or names and patterns. */
    private record Source(Path file, boolean ofActors) {}

    /**
     * What one file gives.
     *
     * @param wrong what is wrong with it, told in the order of the files
     */
    private record Part(
            Source from,
            String text,
            List<Entry> entries,
            List<Pattern> patterns,
            Optional<ParleyException> wrong) {}

    private static Part read(Source source) {
        try {
            String text = Folders.text(source.file());
            String shown = Folders.shown(source.file());
            if (source.ofActors()) {
                return new Part(source, text, actors(shown, text), List.of(), Optional.empty());
            }
            LexiconReader reader = new LexiconReader();
            reader.read(shown, text);
            return new Part(source, text, reader.entries(), reader.patterns(), Optional.empty());
        } catch (ParleyException e) {
            return new Part(source, "", List.of(), List.of(), Optional.of(e));
        }
    }

    private static void collect(Path folder, List<Source> sources) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        for (Path child : Folders.children(folder)) {
            if (Files.isDirectory(child)) {
                collect(child, sources);
            } else if (child.toString().endsWith(".yaml")) {
                sources.add(new Source(child, false));
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
