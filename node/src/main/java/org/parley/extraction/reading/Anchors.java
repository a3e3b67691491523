// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.document.Block;
import org.parley.document.ReadDocument;
import org.parley.evidence.Assertion;
import org.parley.evidence.Status;
import org.parley.extraction.FoundClaim;
import org.parley.extraction.FoundClaim.About;
import org.parley.extraction.FoundClaim.Anchor;
import org.parley.extraction.FoundClaim.Figure;
import org.parley.extraction.FoundClaim.Kind;
import org.parley.extraction.FoundClaim.Participant;
import org.parley.extraction.FoundClaim.Voice;
import org.parley.extraction.FoundClaim.When;
import org.parley.extraction.words.Characters;
import org.parley.proof.canonical.Hash;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Ties claims to the raw text of a document: every one carries the exact words that say it. */
final class Anchors {
    private static final int CONTEXT = 32;

    private final ReadDocument document;
    private final String text;
    private final Characters characters;
    private final Map<String, Integer> blockOf = new HashMap<>();

    Anchors(ReadDocument document) {
        this.document = document;
        this.text = document.text().value();
        this.characters = new Characters(document.raw());
    }

    FoundClaim claim(
            Kind kind,
            List<String> actors,
            List<Participant> participants,
            Optional<String> mechanism,
            About about,
            Optional<When> when,
            Optional<Figure> figure,
            Optional<Status> status,
            Assertion assertion,
            boolean denied,
            List<Voice> chain,
            int from,
            int to,
            List<String> rules,
            int certainty) {
        Anchor anchor = at(from, to);
        String id = id(kind, actors, mechanism, about, figure, anchor, rules);
        blockOf.put(id, from);
        return new FoundClaim(
                id,
                kind,
                actors,
                participants,
                mechanism,
                about,
                when,
                figure,
                status,
                assertion,
                denied,
                chain,
                anchor,
                rules,
                Math.min(100, certainty));
    }

    private static String id(
            Kind kind,
            List<String> actors,
            Optional<String> mechanism,
            About about,
            Optional<Figure> figure,
            Anchor anchor,
            List<String> rules) {
        String content =
                Extractor.VERSION
                        + " "
                        + anchor.document()
                        + " "
                        + anchor.from()
                        + " "
                        + anchor.to()
                        + " "
                        + kind
                        + " "
                        + actors
                        + " "
                        + mechanism
                        + " "
                        + about.action()
                        + " "
                        + figure.map(one -> one.value() + one.measure())
                        + " "
                        + rules;
        return Hash.of(content.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 16);
    }

    Anchor at(int from, int to) {
        int rawFrom = document.text().rawFrom(from);
        int rawTo = document.text().rawTo(to);
        String raw = document.raw();
        int first = characters.before(rawFrom);
        String exact = raw.substring(rawFrom, rawTo);
        return new Anchor(
                document.id(),
                first,
                first + exact.codePointCount(0, exact.length()),
                exact,
                text.substring(from, to),
                raw.substring(Math.max(0, rawFrom - CONTEXT), rawFrom),
                raw.substring(rawTo, Math.min(raw.length(), rawTo + CONTEXT)),
                Optional.empty(),
                List.of());
    }

    /** Adds to each claim where the same document says the same words again. */
    List<FoundClaim> withRepeats(List<FoundClaim> claims) {
        NavigableMap<Integer, Integer> originals = new TreeMap<>();
        Map<Integer, List<Block>> repeats = new HashMap<>();
        for (Block block : document.blocks()) {
            if (block.repeats() >= 0) {
                originals.put(document.blocks().get(block.repeats()).from(), block.repeats());
                repeats.computeIfAbsent(block.repeats(), first -> new ArrayList<>()).add(block);
            }
        }
        if (repeats.isEmpty()) {
            return claims;
        }
        List<FoundClaim> result = new ArrayList<>();
        for (FoundClaim claim : claims) {
            int from = blockOf.getOrDefault(claim.id(), -1);
            List<int[]> again = new ArrayList<>();
            Map.Entry<Integer, Integer> original = originals.floorEntry(from);
            if (original != null && from < document.blocks().get(original.getValue()).to()) {
                for (Block block : repeats.getOrDefault(original.getValue(), List.of())) {
                    again(claim.anchor(), block).ifPresent(again::add);
                }
            }
            result.add(again.isEmpty() ? claim : claim.alsoAt(again));
        }
        return result;
    }

    private Optional<int[]> again(Anchor anchor, Block block) {
        int at = text.indexOf(anchor.shown(), block.from(), block.to());
        if (at < 0) {
            return Optional.empty();
        }
        Anchor there = at(at, at + anchor.shown().length());
        return Optional.of(new int[] {there.from(), there.to()});
    }
}
