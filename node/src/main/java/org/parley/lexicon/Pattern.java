// SPDX-License-Identifier: Apache-2.0
package org.parley.lexicon;

import org.parley.Place;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What words, in what order, say a thing.
 *
 * @param kind of claim that it makes
 * @param set slots that it fills: {@code action: withdraw}
 * @param forms ways to say it, each a sequence of elements
 * @param needs slots without which nothing is claimed: {@code mechanism}, {@code actors}
 * @param notIf words that rule it out where they stand in the same sentence, or in the match
 * @param language of the texts it is for
 */
public record Pattern(
        String id,
        String language,
        String kind,
        Map<String, String> set,
        List<Form> forms,
        Set<String> needs,
        List<String> notIf,
        List<Example> examples,
        Place place) {

    public Pattern {
        set = Map.copyOf(set);
        forms = List.copyOf(forms);
        needs = Set.copyOf(needs);
        notIf = List.copyOf(notIf);
        examples = List.copyOf(examples);
    }

    /** One way to say it. */
    public record Form(String written, List<Element> elements, Place place) {
        public Form {
            elements = List.copyOf(elements);
        }

        /** Category of what it begins with; {@code word} for a word of its own. */
        public String begins() {
            return elements.getFirst().category();
        }

        /** How many characters it looks ahead for its second element; none if it has but one. */
        public int reach() {
            return elements.size() < 2 ? 0 : elements.get(1).gap();
        }
    }
}
