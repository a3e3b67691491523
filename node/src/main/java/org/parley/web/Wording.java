// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.agreement.Agreement;
import org.parley.standing.Situation;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The pages' own words in one language. Immutable and thread safe. */
public final class Wording {
    /** Languages that the pages speak, the first by default. */
    public static final List<String> LANGUAGES = List.of("en", "zh");

    private static final String BUNDLE = "org.parley.web.words";
    private static final Wording ENGLISH = new Wording("en");
    private static final Wording CHINESE = new Wording("zh");

    private final String language;
    private final ResourceBundle bundle;

    private Wording(String language) {
        this.language = language;
        this.bundle =
                ResourceBundle.getBundle(
                        BUNDLE,
                        Locale.of(language),
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public static Wording in(String language) {
        return language.equals("zh") ? CHINESE : ENGLISH;
    }

    public String language() {
        return language;
    }

    /** For {@code lang} attributes: {@code en}, {@code zh-Hans}. */
    public String tag() {
        return tag(language);
    }

    static String tag(String language) {
        return language.equals("zh") ? "zh-Hans" : language;
    }

    /** The words under a key, with values put in where {0}, {1} … stand. */
    public String of(String key, Object... values) {
        String pattern = bundle.getString(key);
        return values.length == 0
                ? pattern
                : new MessageFormat(pattern, Locale.ROOT).format(values);
    }

    /** The words for one of an open list of names; the name itself where there are none. */
    public String name(String list, String name) {
        String key = list + "." + name;
        return bundle.containsKey(key) ? bundle.getString(key) : name;
    }

    /** The one word for where a mechanism is in its life. */
    public String situation(Situation.State state, Agreement agreement) {
        return of(StateSign.of(state, agreement).key());
    }
}
