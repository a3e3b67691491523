// SPDX-License-Identifier: Apache-2.0
package org.parley.lexicon;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.yaml.YamlMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Words that several patterns of a file share, by name: {@code [=leave|drop]} stands for each word
 * of {@code leave} and for {@code drop}. A class may be made of classes that stand before it.
 * {@code {mechanism/anaphor}} is either of two categories: two ways to say it.
 */
final class WordClasses {
    private static final int FORMS_MAX = 16;

    private final Map<String, Set<String>> words = new LinkedHashMap<>();

    private WordClasses() {}

    static WordClasses of(Optional<YamlMap> written) {
        WordClasses classes = new WordClasses();
        written.ifPresent(map ->
                map.entries()
                        .forEach((name, node) -> {
                            Set<String> all = new LinkedHashSet<>();
                            for (String word : map.texts(name)) {
                                all.addAll(classes.each(word, node.place()));
                            }
                            classes.words.put(name, all);
                        }));
        return classes;
    }

    /** The ways to say it that a written one stands for. */
    List<String> spelledOut(String form, Place place) {
        List<String> forms = new ArrayList<>(List.of(form));
        for (int i = 0; i < forms.size() && forms.size() < FORMS_MAX; i++) {
            while (eitherIn(forms.get(i))) {
                String one = forms.get(i);
                int open = one.indexOf('{', one.lastIndexOf('{', one.indexOf('/')));
                int close = one.indexOf('}', open);
                List<String> either = List.of(one.substring(open + 1, close).split("/", -1));
                String before = one.substring(0, open + 1);
                String after = one.substring(close);
                forms.set(i, before + either.getFirst() + after);
                either.stream().skip(1).map(each -> before + each + after).forEach(forms::add);
            }
        }
        return forms.stream().map(each -> inBrackets(each, place)).toList();
    }

    /** Whether a brace names more than one category. */
    private static boolean eitherIn(String form) {
        int slash = form.indexOf('/');
        int open = slash < 0 ? -1 : form.lastIndexOf('{', slash);
        return open >= 0 && form.indexOf('}', open) > slash;
    }

    private String inBrackets(String form, Place place) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (int open = form.indexOf("["); open >= 0; open = form.indexOf("[", at)) {
            int close = form.indexOf(']', open);
            if (close < 0) {
                break;
            }
            Set<String> all = new LinkedHashSet<>();
            for (String word : form.substring(open + 1, close).split("\\|", -1)) {
                all.addAll(each(word, place));
            }
            out.append(form, at, open + 1).append(String.join("|", all));
            at = close;
        }
        return out.append(form.substring(at)).toString();
    }

    private Set<String> each(String word, Place place) {
        if (!word.startsWith("=")) {
            return Set.of(word);
        }
        Set<String> named = words.get(word.substring(1));
        if (named == null) {
            throw new ParleyException(
                    Code.BAD_VALUE,
                    place,
                    "no words have the name \"" + word.substring(1) + "\"",
                    "list them under \"words\", before those that are made of them");
        }
        return named;
    }
}
