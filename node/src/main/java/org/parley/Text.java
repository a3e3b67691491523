// SPDX-License-Identifier: Apache-2.0
package org.parley;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A text in several languages, by language tag ({@code en}, {@code zh}, {@code ru} …). Where a
 * language is missing, English stands in for it, else the first there is.
 */
public record Text(Map<String, String> byLanguage) {

    public Text {
        byLanguage = Map.copyOf(new TreeMap<>(byLanguage));
        if (byLanguage.isEmpty()) {
            throw new IllegalArgumentException("a text needs at least one language");
        }
    }

    public static Text of(String english, String chinese) {
        return new Text(Map.of("en", english, "zh", chinese));
    }

    /** The same in every language: an identifier, a number, a quote. */
    public static Text same(String text) {
        return of(text, text);
    }

    /** A sentence from two patterns, English and Chinese, with the same parts. */
    public static Text fill(String english, String chinese, Text... parts) {
        Object[] en = new Object[parts.length];
        Object[] zh = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            en[i] = parts[i].en();
            zh[i] = parts[i].zh();
        }
        return of(String.format(Locale.ROOT, english, en), String.format(Locale.ROOT, chinese, zh));
    }

    public String in(String language) {
        String found = byLanguage.get(language);
        if (found == null) {
            found = byLanguage.get("en");
        }
        return found != null ? found : new TreeMap<>(byLanguage).firstEntry().getValue();
    }

    public String en() {
        return in("en");
    }

    public String zh() {
        return in("zh");
    }

    public boolean has(String language) {
        return byLanguage.containsKey(language);
    }

    @Override
    public String toString() {
        return en();
    }
}
