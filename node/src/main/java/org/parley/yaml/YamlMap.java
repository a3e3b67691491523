// SPDX-License-Identifier: Apache-2.0
package org.parley.yaml;

import org.parley.Code;
import org.parley.Nearest;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Text;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A map in the order of the file. Every reader says which keys it knows; others are refused. */
public final class YamlMap implements YamlNode {
    private static final String LANGUAGE = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*";

    /** A key with the place where it is written. */
    private record Key(String name, Place place) {}

    private final Place place;
    private final Map<String, YamlNode> values;
    private final Map<String, Key> keys;

    YamlMap(Place place, Map<String, YamlNode> values, Map<String, Place> keyPlaces) {
        this.place = place;
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        Map<String, Key> found = new HashMap<>();
        keyPlaces.forEach((name, at) -> found.put(name, new Key(name, at)));
        this.keys = Map.copyOf(found);
    }

    /** A map that was read elsewhere than in YAML: all of it stands at one place. */
    public static YamlMap of(Place place, Map<String, YamlNode> values) {
        return new YamlMap(place, values, Map.of());
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public String described() {
        return "a map";
    }

    /** Keys in the order of the file. */
    public Set<String> keys() {
        return values.keySet();
    }

    public Place placeOf(String key) {
        Key found = keys.get(key);
        return found == null ? place : found.place();
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** Refuses any key that is not among these, with a suggestion. */
    public YamlMap only(String... known) {
        Set<String> allowed = new TreeSet<>(Arrays.asList(known));
        for (String key : values.keySet()) {
            if (!allowed.contains(key)) {
                throw new ParleyException(
                        Code.UNKNOWN_KEY,
                        placeOf(key),
                        "\"" + key + "\" means nothing here",
                        Nearest.hint(key, allowed));
            }
        }
        return this;
    }

    public Optional<YamlNode> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    public YamlNode need(String key) {
        return find(key)
                .orElseThrow(() ->
                        new ParleyException(
                                Code.MISSING_KEY,
                                place,
                                "\"" + key + "\" is missing",
                                "add " + key + ": …"));
    }

    public YamlScalar scalar(String key) {
        return need(key).asScalar();
    }

    public Optional<YamlScalar> findScalar(String key) {
        return find(key).map(YamlNode::asScalar);
    }

    public String text(String key) {
        return scalar(key).value();
    }

    public String text(String key, String otherwise) {
        return findScalar(key).map(YamlScalar::value).orElse(otherwise);
    }

    public boolean flag(String key) {
        return findScalar(key).map(YamlScalar::flag).orElse(false);
    }

    public Optional<YamlMap> findMap(String key) {
        return find(key).map(YamlNode::asMap);
    }

    /** The entries of a map of maps or of anything else, by name; empty if the key is absent. */
    public Map<String, YamlNode> entries(String key) {
        return findMap(key).map(YamlMap::entries).orElse(Map.of());
    }

    public Map<String, YamlNode> entries() {
        return values;
    }

    /** A list of nodes: a YAML list, or a single value standing for a list of one. */
    public List<YamlNode> listOf(String key) {
        YamlNode node = values.get(key);
        if (node == null) {
            return List.of();
        }
        return node instanceof YamlList list ? list.nodes() : List.of(node);
    }

    public List<String> texts(String key) {
        return listOf(key).stream().map(node -> node.asScalar().value()).toList();
    }

    /** A text in languages ({@code {en: …, zh: …}}), or a plain one that serves for all. */
    public Optional<Text> languages(String key) {
        return find(key).map(YamlMap::languages);
    }

    public static Text languages(YamlNode node) {
        if (node instanceof YamlScalar scalar) {
            return new Text(Map.of("en", scalar.value()));
        }
        Map<String, String> byLanguage = new HashMap<>();
        YamlMap map = node.asMap();
        map.entries()
                .forEach((tag, text) -> {
                    if (!tag.matches(LANGUAGE)) {
                        throw new ParleyException(
                                Code.UNKNOWN_KEY,
                                map.placeOf(tag),
                                "\"" + tag + "\" is no language",
                                "write {en: …, zh: …}, and quote a text that has a comma");
                    }
                    byLanguage.put(tag, text.asScalar().value());
                });
        if (byLanguage.isEmpty()) {
            throw new ParleyException(
                    Code.MISSING_KEY,
                    node.place(),
                    "a text in no language",
                    "write {en: …, zh: …}");
        }
        return new Text(byLanguage);
    }

    /**
     * This map with the other's keys laid over it: how a later version replaces parts of a rule.
     */
    public YamlMap overlaidWith(YamlMap other, Set<String> without) {
        Map<String, YamlNode> merged = new LinkedHashMap<>(values);
        Map<String, Place> places = new HashMap<>();
        keys.forEach((name, key) -> places.put(name, key.place()));
        other.values.forEach((key, node) -> {
            if (!without.contains(key)) {
                merged.put(key, node);
                places.put(key, other.placeOf(key));
            }
        });
        return new YamlMap(other.place, merged, places);
    }

    /** This map with one key set and others left out. */
    public YamlMap with(String key, YamlNode node, Set<String> without) {
        Map<String, YamlNode> changed = new LinkedHashMap<>();
        changed.put(key, node);
        values.forEach((name, value) -> {
            if (!name.equals(key) && !without.contains(name)) {
                changed.put(name, value);
            }
        });
        Map<String, Place> places = new HashMap<>();
        changed.keySet().forEach(name -> places.put(name, placeOf(name)));
        return new YamlMap(place, changed, places);
    }
}
