// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.extraction.words.Analysed;
import org.parley.lexicon.Hit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * By which nouns treaties were named so far, so that 该公约 is a convention although a treaty was
 * spoken of since. Only for Chinese: English texts call one and the same treaty a pact and a deal.
 */
final class NamedBefore {
    private static final List<String> NOUNS = List.of("条约", "公约", "协定", "协议", "议定书");

    private final Map<String, Set<String>> nouns = new HashMap<>();
    private final Map<String, String> last = new HashMap<>();

    void remember(Analysed sentence) {
        for (Hit hit : sentence.of("mechanism")) {
            noun(sentence.words(hit))
                    .ifPresent(noun ->
                            hit.as("mechanism")
                                    .filter(Memory::isTreaty)
                                    .ifPresent(entry -> {
                                        last.put(noun, entry.id());
                                        nouns.computeIfAbsent(entry.id(), id -> new HashSet<>())
                                                .add(noun);
                                    }));
        }
    }

    /** The treaty spoken of, unless it was only named by other nouns and another by this one. */
    Optional<String> of(String pointer, Optional<String> spoken) {
        Optional<String> noun = noun(pointer);
        if (noun.isEmpty()
                || spoken.map(nouns::get).filter(own -> own.contains(noun.get())).isPresent()
                || spoken.isPresent() && !nouns.containsKey(spoken.get())) {
            return spoken;
        }
        return Optional.ofNullable(last.get(noun.get())).or(() -> spoken);
    }

    /** 协定 and 协议 are used one for the other. */
    private static Optional<String> noun(String words) {
        String bare = words.endsWith("》") ? words.substring(0, words.length() - 1) : words;
        return NOUNS.stream()
                .filter(bare::endsWith)
                .map(noun -> noun.equals("协议") ? "协定" : noun)
                .findFirst();
    }
}
