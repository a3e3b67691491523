// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.document.Block;
import org.parley.document.Metadata;
import org.parley.document.ReadDocument;
import org.parley.evidence.Link;
import org.parley.extraction.FoundClaim.Voice;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Lexicon;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The institute or international body whose page a text is: by its address, by the name of its
 * site, by who is said to have written it, or by who keeps the copyright. What it counts without
 * naming a source are its own estimates. Of media and of offices nothing follows: they pass on what
 * others count, and say what their state has declared.
 */
final class Publisher {
    private static final Set<String> COUNT = Set.of("institute", "international");

    /** How many blocks at either end of a page may say whose it is. */
    private static final int EDGE = 12;

    private static final int LINE_MAX = 160;

    private static final Pattern COPYRIGHT =
            Pattern.compile("(?i).*(?:©|\\(c\\) ?\\d{4}|\\bcopyright\\b|版权所有|著作权).*");

    /** A line that says who wrote the page; a person in it may be of the institute. */
    private static final Pattern BYLINE =
            Pattern.compile("(?:.{0,80}[·|] ?)?(?:Authors?|By|Published by|作者|发布者|发布单位)[:： ].*");

    private Publisher() {}

    /** The voice of a page that belongs to an institute, if it does. */
    static Optional<Voice> of(ReadDocument document, Lexicon lexicon) {
        Metadata head = document.metadata();
        return head.url()
                .flatMap(url -> site(url, lexicon))
                .or(() -> head.outlet().flatMap(name -> named(name, lexicon)))
                .or(() -> head.author().flatMap(name -> named(name, lexicon)))
                .or(() -> edges(document, lexicon))
                .map(Publisher::name)
                .map(name ->
                        new Voice(
                                name,
                                Link.Type.ORGANISATION,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
    }

    /** The longest Latin name, which says most to readers of either language. */
    private static String name(Entry entry) {
        return entry.names().stream()
                .filter(name -> name.charAt(0) < 0x250)
                .max(Comparator.comparingInt(String::length))
                .orElse(entry.names().getFirst());
    }

    private static Optional<Entry> site(String url, Lexicon lexicon) {
        String host = url.replaceFirst("^[a-z]+://", "").replaceFirst("[/?#:].*", "");
        String[] labels = host.toLowerCase(Locale.ROOT).split("\\.");
        return lexicon.entries("organisation").values().stream()
                .filter(Publisher::counts)
                .filter(entry ->
                        entry.of("site")
                                .filter(site ->
                                        ("." + String.join(".", labels)).endsWith("." + site))
                                .isPresent())
                .findFirst();
    }

    private static Optional<Entry> edges(ReadDocument document, Lexicon lexicon) {
        List<Block> blocks = document.blocks();
        String text = document.text().value();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean first = i < EDGE;
            boolean last = i >= blocks.size() - EDGE;
            if (!first && !last || block.to() - block.from() > LINE_MAX) {
                continue;
            }
            String line = text.substring(block.from(), block.to());
            if (first && BYLINE.matcher(line).matches()
                    || last && COPYRIGHT.matcher(line).matches()) {
                Optional<Entry> owner = named(line, lexicon);
                if (owner.isPresent()) {
                    return owner;
                }
            }
        }
        return Optional.empty();
    }

    /** The one institute that a few words name. */
    private static Optional<Entry> named(String words, Lexicon lexicon) {
        List<Entry> named =
                lexicon.hits(words, 0, words.length(), List.of()).stream()
                        .flatMap(hit -> hit.as("organisation").stream())
                        .filter(Publisher::counts)
                        .distinct()
                        .toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    private static boolean counts(Entry entry) {
        return entry.of("type").filter(COUNT::contains).isPresent() && !entry.id().isEmpty();
    }
}
