// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

class WordingTest {
    private static final Pattern USED = Pattern.compile("\\bt\\(\\s*\"([A-Za-z.]+[A-Za-z])\"");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    private static Map<String, String> words(String language) {
        ResourceBundle bundle =
                ResourceBundle.getBundle("org.parley.web.words", Locale.of(language));
        Map<String, String> words = new TreeMap<>();
        bundle.keySet().forEach(key -> words.put(key, bundle.getString(key)));
        return words;
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        Map<String, String> english = words("en");
        Map<String, String> chinese = words("zh");
        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        english.forEach((key, text) ->
                assertThat(places(chinese.getOrDefault(key, ""))).as(key).isEqualTo(places(text)));
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
            places.add(place.group());
        }
        return places;
    }

    @Test
    void everyWordingThatPagesAskForIsThere() throws IOException {
        Set<String> known = words("en").keySet();
        Path main = Path.of(System.getProperty("parley.root", "..")).resolve("node/src/main");
        Set<String> asked = new TreeSet<>();
        try (Stream<Path> files = Files.walk(main)) {
            for (Path file : files.filter(WordingTest::speaks).toList()) {
                Matcher used = USED.matcher(Files.readString(file));
                while (used.find()) {
                    asked.add(used.group(1));
                }
            }
        }
        assertThat(asked).hasSizeGreaterThan(80).isSubsetOf(known);
    }

    private static boolean speaks(Path file) {
        String name = file.toString().replace('\\', '/');
        return name.endsWith(".jte") || name.contains("/org/parley/web/") && name.endsWith(".java");
    }

    @Test
    void noWordIsAVerdict() {
        words("en")
                .forEach((key, text) ->
                        assertThat(text.toLowerCase(Locale.ROOT))
                                .as(key)
                                .doesNotContain("violat", "cheat", "guilty"));
        words("zh").forEach((key, text) -> assertThat(text).as(key).doesNotContain("违反", "作弊"));
    }
}
