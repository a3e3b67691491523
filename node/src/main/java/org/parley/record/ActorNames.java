// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import org.parley.Code;
import org.parley.Nearest;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.yaml.YamlList;
import org.parley.yaml.YamlMap;
import org.parley.yaml.YamlNode;
import org.parley.yaml.YamlReader;
import org.parley.yaml.YamlScalar;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Codes of states by the English names under which a depositary lists them: the name, the short
 * name, and names in use at the time of an act. Accents, case and stops do not matter.
 */
record ActorNames(Map<String, String> codes, Map<String, String> shown) {
    private static final int NEAREST_MAX = 3;

    static ActorNames read(Path actors) {
        Map<String, String> codes = new TreeMap<>();
        Map<String, String> shown = new TreeMap<>();
        YamlNode node = YamlReader.document(Folders.shown(actors), Folders.text(actors));
        node.asMap()
                .entries("actors")
                .forEach((code, entry) -> {
                    for (String key : List.of("name", "short", "also")) {
                        entry.asMap().findMap(key).stream()
                                .flatMap(ActorNames::english)
                                .forEach(name -> {
                                    codes.putIfAbsent(plain(name), code);
                                    shown.putIfAbsent(plain(name), name);
                                });
                    }
                });
        return new ActorNames(codes, shown);
    }

    private static Stream<String> english(YamlMap names) {
        return names.find("en").stream()
                .flatMap(node ->
                        switch (node) {
                            case YamlScalar one -> Stream.of(one.value());
                            case YamlList list ->
                                    list.nodes().stream().map(one -> one.asScalar().value());
                            case YamlMap map -> Stream.empty();
                        });
    }

    /**
     * The code of a state.
     *
     * @throws ParleyException with the nearest names, if nobody is called so
     */
    String code(String name, Supplier<Place> place) {
        return Optional.ofNullable(codes.get(plain(name)))
                .orElseThrow(() ->
                        new ParleyException(
                                Code.UNKNOWN_PARTY,
                                place.get(),
                                "\"" + name + "\" is no name in actors.yaml",
                                hint(plain(name))));
    }

    private String hint(String name) {
        Map<String, String> left = new TreeMap<>(shown);
        String first = name.split(" ", 2)[0];
        List<String> begin =
                name.isEmpty()
                        ? List.of()
                        : shown.keySet().stream()
                                .filter(one -> one.startsWith(first))
                                .limit(NEAREST_MAX)
                                .toList();
        List<String> near =
                Stream.concat(
                                Stream.iterate(1, i -> i <= NEAREST_MAX, i -> i + 1)
                                        .flatMap(i -> Nearest.to(name, left.keySet()).stream())
                                        .peek(left::remove),
                                begin.stream())
                        .distinct()
                        .limit(NEAREST_MAX)
                        .map(one -> "\"" + shown.getOrDefault(one, one) + "\"")
                        .toList();
        return near.isEmpty()
                ? "write the name as the depositary does, or add it to the library's actors.yaml"
                : "nearest: " + String.join(", ", near);
    }

    /** Only letters and digits count, so that Côte and Cote are one; so are St. and Saint. */
    static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .replaceFirst("^st ", "saint ");
    }
}
