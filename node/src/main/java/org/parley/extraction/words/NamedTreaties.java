// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.words;

import org.parley.Place;
import org.parley.extraction.Codes;
import org.parley.extraction.FoundClaim;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Hit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Treaties that no list has, by their names: 《…条约》, the Arden–Borel Missile Treaty, the Treaty on
 * the Limitation of Missiles. A name is taken that says itself that it is of the field, or that
 * stands in a text of the field and says nothing of another; what a document once calls a treaty is
 * one to its end, also by a short name that it gives. Not safe for several threads.
 */
public final class NamedTreaties {
    /** The category of the words that say what a name is. */
    private static final String CATEGORY = "treaty-name";

    private static final String BY_TEXT = "by the text";

    private static final Place PLACE = Place.of("names");
    private static final int WORDS_MAX = 10;
    private static final int NAME_MAX = 120;
    private static final int NAME_MAX_CHINESE = 40;
    private static final int KNOWN_MAX = 64;

    /** How a sentence begins, which is no part of a name. */
    private static final Set<String> BEGINS =
            Set.of(
                    "The",
                    "A",
                    "An",
                    "This",
                    "That",
                    "In",
                    "On",
                    "Under",
                    "After",
                    "Before",
                    "Since",
                    "When",
                    "While",
                    "Although",
                    "Both",
                    "Neither",
                    "No",
                    "Its",
                    "Their",
                    "For",
                    "By",
                    "With",
                    "As",
                    "If",
                    "But",
                    "And",
                    "Yet",
                    "Only",
                    "Each",
                    "Every",
                    "Unlike",
                    "Like",
                    "Until",
                    "Of",
                    "To",
                    "From",
                    "These",
                    "Those",
                    "Our",
                    "Without",
                    "Beyond",
                    "Through",
                    "Per",
                    "Another",
                    "Any",
                    "Some",
                    "Such");

    /** Small words within a name. */
    private static final Set<String> WITHIN = Set.of("of", "on", "and", "for", "against", "the");

    /** With what a name goes on after its noun: the Treaty on …, the Treaty of …. */
    private static final Pattern GOES_ON =
            Pattern.compile(
                    " (?:on|of|for|concerning|regarding|against|between|prohibiting|banning) (?:the"
                            + " )?(?=[A-Z])");

    private static final Pattern GOES_ON_SMALL =
            Pattern.compile(" (?:on|of|for|concerning|regarding|against|between)\\b");

    /** One more word of a name after its noun, with the small words before it. */
    private static final Pattern WORD =
            Pattern.compile(
                    "(?:,? (?:(?:of|on|and|or|for|against|between|the|their|in) ){0,3}|,"
                            + " )(?<w>[A-Z][\\w’'-]*)");

    /** What makes a body, a building or a building site of it. */
    private static final Pattern NO_TREATY =
            Pattern.compile(
                    " (?:Organi[sz]ation|Cent(?:re|er)|Committee|Commission|Council|Secretariat"
                            + "|Area|Group|Hall|Association|Institute|Foundation)\\b");

    /** A short name that the text gives: (ABMT), （简称《导弹条约》）, 《…条约》（ABMT）. */
    private static final Pattern SHORT =
            Pattern.compile(
                    "(?: |》?(?=[（(]))[（(][“\"]?(?:the |简称|英文简称|英文缩写)?[：:]?"
                            + "(?<l>[A-Z][\\w-]*[A-Z][\\w-]*)[”\"]?[）)]"
                            + "|[》”\"]?，?[（(]?(?:以下|下文)?(?:简称|下称|又称|也称|亦称|全称|即)[为：]?[《“\"]"
                            + "(?<z>[\\p{IsHan}\\w·.〈〉-]{3,30})[》”\"][）)]?");

    /** By the name as compared: what it is. */
    private final Map<String, Entry> known = new LinkedHashMap<>();

    /** Names to look for as they are: short names, and Chinese ones without their marks. */
    private final Map<String, Entry> bare = new LinkedHashMap<>();

    /**
     * Those that stand in a part of a text.
     *
     * @param names all names that stand there, before any gives way to another
     * @param ofField whether the text is of the field there
     */
    public List<Hit> in(String text, Part part, List<Hit> names, boolean ofField) {
        List<Hit> found = new ArrayList<>();
        for (Hit hit : names) {
            if (hit.is("mechanism") && hit.from() > 0 && text.charAt(hit.from() - 1) == '《') {
                hit.as("mechanism")
                        .ifPresent(entry -> learn(text, new Part(hit.to(), part.to()), entry));
            }
        }
        int last = part.from();
        for (Hit noun : names) {
            if (noun.from() >= last && is(noun, "noun")) {
                Optional<Part> name = name(text, new Part(last, part.to()), noun, names);
                if (name.isPresent()) {
                    Part at = name.get();
                    entry(text, at, names, ofField)
                            .ifPresent(entry -> {
                                found.add(new Hit(at.from(), at.to(), List.of(entry)));
                                learn(text, new Part(at.to(), part.to()), entry);
                            });
                    last = at.to();
                }
            }
        }
        bare.forEach((name, entry) -> called(text, part, name, entry, found, names));
        return found;
    }

    /** Codes of the parties that a treaty names in its own name; none of one that is listed. */
    public List<String> parties(String mechanism) {
        for (Entry entry : known.values()) {
            if (entry.id().equals(mechanism)) {
                return entry.of("parties")
                        .map(codes -> List.of(codes.split(" ")))
                        .orElse(List.of());
            }
        }
        return List.of();
    }

    /** Whether only the text around it says that it is of the field. */
    public static boolean isByText(Entry entry) {
        return entry.of("known").filter(BY_TEXT::equals).isPresent();
    }

    private static boolean is(Hit hit, String id) {
        return hit.as(CATEGORY).filter(entry -> entry.id().equals(id)).isPresent();
    }

    /** From where to where the name goes that has this noun; empty if it has only the noun. */
    private static Optional<Part> name(String text, Part part, Hit noun, List<Hit> names) {
        boolean chinese = text.charAt(noun.to() - 1) == '》';
        if (chinese && noun.from() > part.from() && text.charAt(noun.from() - 1) == '《') {
            // 《公约》 alone is the one spoken of.
            return Optional.empty();
        }
        Optional<Part> name = chinese ? marked(text, part, noun) : written(text, part, noun, names);
        return name.filter(at ->
                at.to() - at.from() <= (chinese ? NAME_MAX_CHINESE : NAME_MAX)
                        && names.stream()
                                .noneMatch(hit ->
                                        hit.is("mechanism")
                                                && hit.from() < at.to()
                                                && at.from() < hit.to()));
    }

    private static Optional<Part> marked(String text, Part part, Hit noun) {
        int from = Sentences.last(text, '《', part.from(), noun.from());
        return from < 0 || text.indexOf('》', from) < noun.to() - 1
                ? Optional.empty()
                : Optional.of(new Part(from, noun.to()));
    }

    private static Optional<Part> written(String text, Part part, Hit noun, List<Hit> names) {
        if (NO_TREATY.matcher(text).region(noun.to(), part.to()).lookingAt()) {
            return Optional.empty();
        }
        int from = begin(text, part.from(), noun.from());
        int to = end(text, noun.to(), part.to(), names);
        return from == noun.from() && to == noun.to()
                ? Optional.empty()
                : Optional.of(new Part(from, to));
    }

    /** Back over words with capitals, and small ones between them. */
    private static int begin(String text, int min, int noun) {
        int from = noun;
        int at = noun;
        for (int words = 0; words < WORDS_MAX && at > min && text.charAt(at - 1) == ' '; words++) {
            int start = at - 1;
            while (start > min && isOfWord(text.charAt(start - 1))) {
                start--;
            }
            String word = text.substring(start, at - 1);
            boolean capital = !word.isEmpty() && Character.isUpperCase(word.charAt(0));
            if (word.endsWith("'s")
                    || word.endsWith("’s")
                    || BEGINS.contains(word)
                    || word.length() == 2 && word.endsWith(".")) {
                break;
            }
            if (capital) {
                from = start;
            } else if (at == noun || word.equals("the") || !WITHIN.contains(word)) {
                break;
            }
            at = start;
        }
        return from;
    }

    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c) || "-–’'.".indexOf(c) >= 0;
    }

    /** On over {@code on the Limitation of Missiles}, up to a party that acts. */
    private static int end(String text, int noun, int max, List<Hit> names) {
        Matcher on = GOES_ON.matcher(text).region(noun, max);
        if (!on.lookingAt()) {
            return noun;
        }
        boolean between = on.group().contains("between");
        int to = noun;
        Matcher word = WORD.matcher(text).region(on.end() - 1, max);
        for (int words = 0; words < WORDS_MAX && word.lookingAt(); words++) {
            int at = word.start("w");
            if (stops(text.substring(to, at), at, names, between)) {
                break;
            }
            to = word.end();
            word.region(to, max);
        }
        return to;
    }

    /** Whether a word is no longer of the name: a place after in, somebody who acts, a month. */
    private static boolean stops(String before, int at, List<Hit> names, boolean between) {
        for (Hit hit : names) {
            if (hit.from() == at
                    && (hit.is("place") && before.contains("in ")
                            || hit.is("party") && !between
                            || hit.is("person")
                            || hit.is("role")
                            || hit.is("organisation"))) {
                return true;
            }
        }
        return before.contains("in ") && !before.contains("in the ");
    }

    /** What a name is, if it is a treaty's of the field. */
    private Optional<Entry> entry(String text, Part at, List<Hit> names, boolean ofField) {
        String name = calm(text.substring(at.from(), at.to()));
        String key = name.toLowerCase(Locale.ROOT);
        Optional<Entry> before = before(key);
        if (before.isPresent()) {
            return before;
        }
        boolean field = false;
        boolean vague = false;
        Set<String> parties = new LinkedHashSet<>();
        for (Hit hit : names) {
            if (hit.from() < at.from() || hit.to() > at.to()) {
                continue;
            }
            if (is(hit, "other")) {
                return Optional.empty();
            }
            field |= is(hit, "field");
            vague |= is(hit, "vague");
            if (hit.is("party")) {
                parties.addAll(Codes.of(hit));
            }
        }
        boolean here = ofField && !vague && names.stream().noneMatch(hit -> hit.is("elsewhere"));
        if (!field && !here || known.size() >= KNOWN_MAX) {
            return Optional.empty();
        }
        Map<String, String> set = new LinkedHashMap<>();
        set.put("type", "treaty");
        set.put("known", field ? "by its name" : BY_TEXT);
        if (parties.size() == 2) {
            set.put("parties", String.join(" ", parties));
        }
        Entry entry = new Entry("mechanism", FoundClaim.NAMED + name, List.of(name), set, PLACE);
        known.put(key, entry);
        if (text.charAt(at.from()) == '《') {
            bare.put(name, entry);
        }
        return Optional.of(entry);
    }

    /** The one of that name, or of a longer one that ends with it, or begins so: … on missiles. */
    private Optional<Entry> before(String key) {
        Entry same = known.get(key);
        if (same != null) {
            return Optional.of(same);
        }
        for (Map.Entry<String, Entry> one : known.entrySet()) {
            String longer = one.getKey();
            int more = longer.length() - key.length();
            boolean chinese = key.charAt(0) > 0x2e80;
            if (more > 0
                    && (longer.endsWith(key) && (chinese || longer.charAt(more - 1) == ' ')
                            || !chinese
                                    && longer.startsWith(key)
                                    && GOES_ON_SMALL
                                            .matcher(longer)
                                            .region(key.length(), longer.length())
                                            .lookingAt())) {
                return Optional.of(one.getValue());
            }
        }
        return Optional.empty();
    }

    /** The name without its marks, in one spelling. */
    private static String calm(String written) {
        String name = written.replace('–', '-').replace('’', '\'').replaceAll("\\s+", " ");
        return name.charAt(0) == '《' ? name.substring(1, name.length() - 1) : name;
    }

    private void learn(String text, Part after, Entry entry) {
        Matcher called = SHORT.matcher(text).region(after.from(), after.to());
        if (called.lookingAt() && bare.size() < KNOWN_MAX) {
            String name = called.group("l") != null ? called.group("l") : called.group("z");
            bare.putIfAbsent(name, entry);
            known.putIfAbsent(name.toLowerCase(Locale.ROOT), entry);
        }
    }

    /** Where a known name stands as it is. */
    private static void called(
            String text, Part part, String name, Entry entry, List<Hit> found, List<Hit> names) {
        boolean latin = name.charAt(0) < 0x250;
        for (int at = text.indexOf(name, part.from(), part.to()), to = at + name.length();
                at >= 0;
                at = text.indexOf(name, to, part.to()), to = at + name.length()) {
            int from = at;
            int end = to;
            boolean word =
                    !latin
                            || (from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1)))
                                    && (end == text.length()
                                            || !Character.isLetterOrDigit(text.charAt(end)));
            if (word
                    && found.stream().noneMatch(hit -> hit.from() < end && from < hit.to())
                    && names.stream()
                            .noneMatch(hit ->
                                    hit.is("mechanism") && hit.from() < end && from < hit.to())) {
                found.add(new Hit(from, end, List.of(entry)));
            }
        }
    }
}
