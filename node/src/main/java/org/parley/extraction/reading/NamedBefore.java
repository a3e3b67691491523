// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.extraction.words.Analysed;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Hit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By which nouns treaties were named so far, so that 该公约 is a convention although a treaty was
 * spoken of since. English texts call a treaty of two parties a pact and a deal, but none of many:
 * "the deal" is not the NPT. And of which years they are, so that "the 1972 treaty" is none of
 * 2010.
 */
final class NamedBefore {
    private static final String TREATY = "reaty";

    private static final List<String> NOUNS =
            List.of(
                    "条约",
                    "公约",
                    "协定",
                    "协议",
                    "议定书",
                    "onvention",
                    "deal",
                    "ccord",
                    "greement",
                    TREATY);

    /** Nouns that are used one for the other. */
    private static final Map<String, String> SAME =
            Map.of("协议", "协定", "ccord", "deal", "greement", "deal");

    /** What a text says it will call a treaty: （以下简称“条约”）, (hereafter "the Treaty"). */
    private static final Pattern DEFINED =
            Pattern.compile(
                    "》?[（(](?:以下|下文)?(?:简称|下称|以下称)为?[“\"「『]?(?<zh>条约|公约|协定|协议|议定书)[”\"」』]?[）)]|"
                            + " \\((?:here(?:in)?after,? )?(?:referred to as |called )?[“\"]?[Tt]he"
                            + " (?<en>Treaty|Convention|Agreement|Protocol)[”\"]?\\)");

    private static final Pattern ARTICLE = Pattern.compile("[Tt]he ");

    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d\\d\\b");

    /** The years in which treaties that were named were signed or entered into force, if known. */
    private final Map<String, List<String>> years = new LinkedHashMap<>();

    private final Map<String, Set<String>> nouns = new HashMap<>();

    /** Treaties of certain parties, which are called deals and agreements, too. */
    private final Set<String> ofTwo = new HashSet<>();

    private final Map<String, String> last = new HashMap<>();

    /** Treaties by the word that the text said it would call them. */
    private final Map<String, String> defined = new HashMap<>();

    /** Treaties that were named, the last one last. */
    private final SequencedMap<String, Entry> named = new LinkedHashMap<>();

    void remember(Analysed sentence) {
        for (Hit hit : sentence.of("mechanism")) {
            hit.as("mechanism").ifPresent(entry -> years.put(entry.id(), each(entry)));
            hit.as("mechanism")
                    .filter(entry -> entry.of("parties").isPresent())
                    .ifPresent(entry -> ofTwo.add(entry.id()));
            hit.as("mechanism")
                    .filter(Memory::isTreaty)
                    .ifPresent(entry -> named.putLast(entry.id(), entry));
            define(sentence, hit);
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

    private void define(Analysed sentence, Hit hit) {
        Matcher word = DEFINED.matcher(sentence.text()).region(hit.to(), sentence.sentence().to());
        if (word.lookingAt()) {
            String name = word.group("zh") != null ? word.group("zh") : word.group("en");
            hit.as("mechanism").ifPresent(entry -> defined.put(name, entry.id()));
        }
    }

    /** The treaty of which the text said that it would call it so: 条约, the Treaty. */
    Optional<String> defined(String words) {
        return defined.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(defined.get(ARTICLE.matcher(words).replaceFirst("")));
    }

    /** The treaty that was named last of those which are open to many. */
    Optional<String> ofMany() {
        return last(entry -> entry.of("parties").isEmpty());
    }

    /** The treaty that was named last of some. */
    Optional<String> lastOf(List<String> treaties) {
        return last(entry -> treaties.contains(entry.id()));
    }

    /** The treaty that was named last of those which did not fail to enter into force. */
    Optional<String> inForce() {
        return last(entry -> !isNeverInForce(entry));
    }

    /** Whether a treaty that was named never entered into force, so that nobody is bound by it. */
    boolean isNeverInForce(String treaty) {
        return Optional.ofNullable(named.get(treaty))
                .filter(NamedBefore::isNeverInForce)
                .isPresent();
    }

    private static boolean isNeverInForce(Entry entry) {
        return entry.of("force").filter("never"::equals).isPresent();
    }

    private Optional<String> last(Predicate<Entry> wanted) {
        return named.sequencedValues().reversed().stream()
                .filter(wanted)
                .map(Entry::id)
                .findFirst();
    }

    private static List<String> each(Entry entry) {
        return YEAR.matcher(entry.of("years").orElse(""))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /**
     * The treaty spoken of, unless it was only named by other nouns and another by this one, or is
     * known to be of other years than the one that is said.
     */
    Optional<String> of(String pointer, Optional<String> spoken) {
        Matcher year = YEAR.matcher(pointer);
        if (year.find()) {
            return spoken.filter(id -> mayBeOf(id, year.group()))
                    .or(() ->
                            years.entrySet().stream()
                                    .filter(one -> one.getValue().contains(year.group()))
                                    .map(Map.Entry::getKey)
                                    .findFirst());
        }
        Optional<String> called = defined(pointer);
        if (called.isPresent()) {
            return called;
        }
        Optional<String> noun = noun(pointer);
        if (noun.isEmpty()
                || noun.get().equals(TREATY)
                || noun.get().equals("deal") && spoken.filter(ofTwo::contains).isPresent()
                || spoken.map(nouns::get).filter(own -> own.contains(noun.get())).isPresent()
                || spoken.isPresent() && !nouns.containsKey(spoken.get())) {
            return spoken;
        }
        return Optional.ofNullable(last.get(noun.get())).or(() -> spoken);
    }

    private boolean mayBeOf(String treaty, String year) {
        List<String> own = years.getOrDefault(treaty, List.of());
        return own.isEmpty() || own.contains(year);
    }

    private static Optional<String> noun(String words) {
        String bare = words.endsWith("》") ? words.substring(0, words.length() - 1) : words;
        return NOUNS.stream()
                .filter(bare::endsWith)
                .map(noun -> SAME.getOrDefault(noun, noun))
                .findFirst();
    }
}
