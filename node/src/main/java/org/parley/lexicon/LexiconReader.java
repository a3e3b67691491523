// SPDX-License-Identifier: Apache-2.0
package org.parley.lexicon;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.yaml.YamlMap;
import org.parley.yaml.YamlNode;
import org.parley.yaml.YamlReader;
import org.parley.yaml.YamlScalar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the YAML files of {@code library/lexicon}: names, and patterns. Pure. */
public final class LexiconReader {
    private static final Set<String> LANGUAGES = Set.of("zh", "en", "ru", "de", "fr");
    private static final int NAME_LENGTH_MAX = 160;

    private final List<Entry> entries = new ArrayList<>();
    private final List<Pattern> patterns = new ArrayList<>();

    /**
     * Reads a file that lists names, or patterns.
     *
     * @throws ParleyException with file, line and column of what is wrong
     */
    public void read(String origin, String text) {
        YamlMap file = map(YamlReader.document(origin, text));
        file.only("format", "category", "entries", "language", "words", "patterns");
        if (file.has("patterns")) {
            String language = file.text("language");
            WordClasses words = WordClasses.of(file.findMap("words"));
            file.entries("patterns").forEach((id, node) -> pattern(id, language, map(node), words));
        } else {
            String category = file.text("category");
            file.entries("entries").forEach((id, node) -> entry(category, id, map(node)));
        }
    }

    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    public List<Pattern> patterns() {
        return List.copyOf(patterns);
    }

    private static YamlMap map(YamlNode node) {
        if (node instanceof YamlMap map) {
            return map;
        }
        throw new ParleyException(
                Code.WRONG_TYPE,
                node.place(),
                node.described() + " where key: value was expected",
                "see docs/formats/lexicon.md");
    }

    private void entry(String category, String id, YamlMap map) {
        List<String> names = new ArrayList<>();
        Map<String, String> set = new LinkedHashMap<>();
        for (Map.Entry<String, YamlNode> item : map.entries().entrySet()) {
            if (LANGUAGES.contains(item.getKey())) {
                for (String name : map.texts(item.getKey())) {
                    if (name.isBlank() || name.length() > NAME_LENGTH_MAX) {
                        throw new ParleyException(
                                Code.BAD_VALUE,
                                item.getValue().place(),
                                "a name of " + name.length() + " characters",
                                "from 1 to " + NAME_LENGTH_MAX + " are allowed");
                    }
                    names.add(name);
                }
            } else {
                set.put(item.getKey(), map.text(item.getKey()));
            }
        }
        entries.add(new Entry(category, id, names, set, map.place()));
    }

    private void pattern(String id, String language, YamlMap map, WordClasses words) {
        map.only("kind", "set", "match", "needs", "not_if", "examples", "counter");
        Map<String, String> set = new LinkedHashMap<>();
        map.findMap("set")
                .ifPresent(values ->
                        values.entries().forEach((key, node) -> set.put(key, values.text(key))));
        List<Pattern.Form> forms = new ArrayList<>();
        for (YamlNode node : map.listOf("match")) {
            YamlScalar written = scalar(node);
            for (String form : words.spelledOut(written.value(), written.place())) {
                forms.add(FormReader.read(form, written.place()));
            }
        }
        if (forms.isEmpty()) {
            throw new ParleyException(
                    Code.MISSING_KEY,
                    map.place(),
                    "the pattern \"" + id + "\" matches nothing",
                    "list under \"match\" how texts say it");
        }
        List<Example> examples = new ArrayList<>();
        map.listOf("examples").forEach(node -> examples.add(example(node, true)));
        map.listOf("counter").forEach(node -> examples.add(example(node, false)));
        patterns.add(
                new Pattern(
                        id,
                        language,
                        map.text("kind"),
                        set,
                        forms,
                        new LinkedHashSet<>(map.texts("needs")),
                        map.texts("not_if"),
                        examples,
                        map.place()));
    }

    private static Example example(YamlNode node, boolean positive) {
        if (node instanceof YamlScalar text) {
            return new Example(text.value(), Map.of(), positive, text.place());
        }
        YamlMap map = map(node).only("text", "expect");
        Map<String, String> expect = new LinkedHashMap<>();
        map.findMap("expect")
                .ifPresent(values ->
                        values.entries()
                                .forEach((key, value) -> expect.put(key, values.text(key))));
        return new Example(map.text("text"), expect, positive, map.place());
    }

    private static YamlScalar scalar(YamlNode node) {
        if (node instanceof YamlScalar scalar) {
            return scalar;
        }
        throw new ParleyException(
                Code.WRONG_TYPE,
                node.place(),
                node.described() + " where one way to say it was expected",
                "put it in quotes");
    }
}
