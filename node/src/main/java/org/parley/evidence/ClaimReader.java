// SPDX-License-Identifier: Apache-2.0
package org.parley.evidence;

import org.parley.Code;
import org.parley.Nearest;
import org.parley.ParleyException;
import org.parley.Text;
import org.parley.estimate.Quantity;
import org.parley.statement.Source;
import org.parley.time.Edtf;
import org.parley.yaml.YamlMap;
import org.parley.yaml.YamlNode;
import org.parley.yaml.YamlReader;
import org.parley.yaml.YamlScalar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads one file of claims; docs/formats/claims.md describes it. */
final class ClaimReader {
    private static final String MADE_UP = "X[A-Z]";
    private static final int ENTRIES_MAX = 100_000;

    private final boolean exercise;
    private final Map<String, Document> documents = new TreeMap<>();

    private ClaimReader(boolean exercise) {
        this.exercise = exercise;
    }

    /**
     * One file.
     *
     * @param pairs which claims are set side by side, by ref
     */
    record ClaimFile(
            List<Document> documents,
            List<Claim> claims,
            List<Lookup> lookups,
            List<Fact> facts,
            List<Named> pairs) {}

    /** Two claims by their refs, each with its place. */
    record Named(String id, YamlScalar a, YamlScalar b, Text title) {}

    /**
     * Reads a file.
     *
     * @throws ParleyException with file, line and column
     */
    static ClaimFile read(String origin, String text) {
        YamlMap root =
                YamlReader.document(origin, text)
                        .asMap()
                        .only(
                                "format",
                                "exercise",
                                "documents",
                                "claims",
                                "record",
                                "facts",
                                "pairs");
        if (root.scalar("format").whole() != 1) {
            throw new ParleyException(
                    Code.BAD_VALUE,
                    root.scalar("format").place(),
                    "format " + root.text("format"),
                    "this version reads format: 1");
        }
        ClaimReader reader = new ClaimReader(root.flag("exercise"));
        root.entries("documents").forEach(reader::document);
        List<Claim> claims = new ArrayList<>();
        list(root, "claims").forEach(node -> claims.add(reader.claim(node.asMap())));
        List<Lookup> lookups = new ArrayList<>();
        list(root, "record").forEach(node -> lookups.add(reader.lookup(node.asMap())));
        List<Fact> facts = new ArrayList<>();
        list(root, "facts").forEach(node -> facts.add(reader.fact(node.asMap())));
        if (!facts.isEmpty() && !reader.exercise) {
            throw new ParleyException(
                    Code.BAD_VALUE,
                    root.placeOf("facts"),
                    "facts typed beside claims",
                    "name under record: where the library has them; facts: is for exercises");
        }
        List<Named> pairs = new ArrayList<>();
        list(root, "pairs").forEach(node -> pairs.add(pair(node.asMap())));
        return new ClaimFile(List.copyOf(reader.documents.values()), claims, lookups, facts, pairs);
    }

    private static List<YamlNode> list(YamlMap root, String key) {
        List<YamlNode> nodes = root.listOf(key);
        if (nodes.size() > ENTRIES_MAX) {
            throw new ParleyException(
                    Code.TOO_LARGE,
                    root.placeOf(key),
                    nodes.size() + " entries",
                    "a file may have " + ENTRIES_MAX + "; split it");
        }
        return nodes;
    }

    private void document(String id, YamlNode node) {
        YamlMap map = node.asMap().only("title", "file", "language", "published");
        documents.put(
                id,
                new Document(
                        id,
                        YamlMap.languages(map.need("title")),
                        map.text("file"),
                        map.text("language"),
                        date(map.scalar("published"))));
    }

    private Claim claim(YamlMap map) {
        map.only(
                "ref",
                "mechanism",
                "topic",
                "about",
                "whose",
                "event",
                "only",
                "sort",
                "says",
                "status",
                "assertion",
                "value",
                "word",
                "first",
                "when",
                "basis",
                "said",
                "chain",
                "confirmed-by",
                "quote",
                "source",
                "note",
                "unverified");
        Optional<Edtf> when = map.findScalar("when").map(ClaimReader::date);
        Basis basis =
                map.findScalar("basis")
                        .map(word -> one(word, Basis.values()))
                        .orElse(when.isPresent() ? Basis.STATED : Basis.NONE);
        if (when.isPresent() == (basis == Basis.NONE)) {
            throw new ParleyException(
                    Code.BAD_VALUE,
                    map.placeOf(map.has("basis") ? "basis" : "when"),
                    when.isPresent() ? "a date without a basis" : "a basis without a date",
                    "give when and basis together, or neither");
        }
        return new Claim(
                map.text("ref"),
                subject(map),
                content(map, when),
                new Claim.Timing(when, basis, date(map.scalar("said"))),
                chain(map),
                YamlMap.languages(map.need("says")),
                map.findScalar("sort").map(YamlScalar::value),
                parties(map, "confirmed-by"),
                map.findMap("quote").map(this::quote),
                source(map),
                map.languages("note"),
                map.flag("unverified"),
                exercise,
                map.place());
    }

    private Subject subject(YamlMap map) {
        if (map.has("mechanism") == map.has("topic")) {
            throw new ParleyException(
                    Code.MISSING_KEY,
                    map.place(),
                    map.has("topic") ? "a mechanism and a topic" : "no mechanism",
                    "give mechanism: ID, or topic: NAME where it is none of the library's");
        }
        return new Subject(
                map.text(map.has("mechanism") ? "mechanism" : "topic"),
                one(map.scalar("about"), Aspect.values()),
                parties(map, "whose"),
                map.findScalar("event").map(YamlScalar::value),
                map.flag("only"));
    }

    private List<String> parties(YamlMap map, String key) {
        for (YamlNode node : map.listOf(key)) {
            boolean madeUp = node.asScalar().value().matches(MADE_UP);
            if (madeUp != exercise) {
                throw new ParleyException(
                        madeUp ? Code.EXERCISE : Code.UNKNOWN_PARTY,
                        node.place(),
                        node.asScalar().described()
                                + (madeUp ? " is made up" : " is real, and this is an exercise"),
                        madeUp
                                ? "say exercise: true at the top of the file"
                                : "use XA, XB and XC in an exercise");
            }
        }
        return map.texts(key);
    }

    private static Claim.Content content(YamlMap map, Optional<Edtf> when) {
        Optional<Claim.First> first = map.findMap("first").map(ClaimReader::first);
        if (first.isPresent() && when.isEmpty()) {
            throw new ParleyException(
                    Code.MISSING_KEY,
                    map.placeOf("first"),
                    "the first of its sort, without a date",
                    "add when: DATE");
        }
        return new Claim.Content(
                one(map.scalar("status"), Status.values()),
                map.findScalar("assertion")
                        .map(word -> one(word, Assertion.values()))
                        .orElse(Assertion.ASSERTED),
                map.findMap("value").map(ClaimReader::amount),
                map.findScalar("word").map(YamlScalar::value),
                first);
    }

    private static Claim.First first(YamlMap map) {
        map.only("since", "word");
        return new Claim.First(
                map.findScalar("since").map(ClaimReader::date), map.languages("word"));
    }

    private static Amount amount(YamlMap map) {
        map.only("number", "rounding", "unit", "kind", "estimator", "vintage");
        return new Amount(
                map.scalar("number").whole(),
                map.findScalar("rounding")
                        .map(word -> one(word, Amount.Rounding.values()))
                        .orElse(Amount.Rounding.EXACT),
                map.text("unit"),
                map.findScalar("kind").map(ClaimReader::quantity),
                map.languages("estimator"),
                map.findScalar("vintage").map(YamlScalar::value));
    }

    private static Quantity quantity(YamlScalar word) {
        return Quantity.of(word.value())
                .orElseThrow(() ->
                        new ParleyException(
                                Code.BAD_VALUE,
                                word.place(),
                                word.described() + " is none of the words used here",
                                Nearest.hint(word.value(), Quantity.words())));
    }

    private Lookup lookup(YamlMap map) {
        List<String> whats =
                List.of("limit", "count", "duty", "act", "statement", "estimator", "contact");
        List<String> keys = new ArrayList<>(whats);
        keys.addAll(
                List.of("mechanism", "topic", "about", "whose", "event", "kind", "status", "unit"));
        map.only(keys.toArray(String[]::new));
        List<String> named = whats.stream().filter(map::has).toList();
        if (named.size() != 1) {
            throw new ParleyException(
                    Code.MISSING_KEY,
                    map.place(),
                    named.size() + " things to look up",
                    "give one of " + String.join(", ", whats));
        }
        String name = map.text(named.getFirst());
        Lookup.What what =
                switch (named.getFirst()) {
                    case "limit" -> new Lookup.What.OfLimit(name);
                    case "count" -> new Lookup.What.OfCount(name);
                    case "duty" -> new Lookup.What.OfDuty(name);
                    case "act" -> new Lookup.What.OfAct(name);
                    case "contact" -> new Lookup.What.OfContact(name);
                    case "statement" -> new Lookup.What.OfStatement(name);
                    default -> new Lookup.What.OfEstimator(name);
                };
        return new Lookup(
                subject(map),
                what,
                map.findScalar("kind").map(ClaimReader::quantity),
                map.findScalar("status").map(word -> one(word, Status.values())),
                map.findScalar("unit").map(YamlScalar::value),
                map.placeOf(named.getFirst()));
    }

    private List<Link> chain(YamlMap map) {
        List<Link> links = new ArrayList<>();
        map.need("chain");
        for (YamlNode node : map.listOf("chain")) {
            YamlMap link = node.asMap().only("who", "type", "of");
            List<String> of = parties(link, "of");
            links.add(
                    new Link(
                            YamlMap.languages(link.need("who")),
                            one(link.scalar("type"), Link.Type.values()),
                            of.stream().findFirst()));
        }
        if (links.isEmpty()) {
            throw new ParleyException(
                    Code.BAD_VALUE,
                    map.placeOf("chain"),
                    "nobody says so",
                    "name at least the author of the text");
        }
        return links;
    }

    private Quote quote(YamlMap map) {
        map.only("document", "from", "to", "exact", "language");
        YamlScalar id = map.scalar("document");
        Document document =
                Optional.ofNullable(documents.get(id.value()))
                        .orElseThrow(() ->
                                new ParleyException(
                                        Code.UNDECLARED,
                                        id.place(),
                                        "there is no document " + id.described(),
                                        Nearest.hint(id.value(), documents.keySet())));
        String exact = map.text("exact");
        long from = map.scalar("from").whole();
        long to = map.scalar("to").whole();
        if (from < 0 || to - from != exact.codePointCount(0, exact.length())) {
            throw new ParleyException(
                    Code.BAD_VALUE,
                    map.placeOf("to"),
                    "from "
                            + from
                            + " to "
                            + to
                            + " for "
                            + exact.codePointCount(0, exact.length())
                            + " characters",
                    "count Unicode code points from 0");
        }
        return new Quote(
                document.id(),
                Math.toIntExact(from),
                Math.toIntExact(to),
                exact,
                map.text("language", document.language()));
    }

    private Fact fact(YamlMap map) {
        map.only(
                "ref",
                "mechanism",
                "topic",
                "about",
                "whose",
                "event",
                "nature",
                "says",
                "status",
                "assertion",
                "value",
                "when",
                "known",
                "at-most",
                "at",
                "source",
                "unverified");
        return new Fact(
                map.text("ref"),
                subject(map),
                one(map.scalar("nature"), Fact.Nature.values()),
                content(map, map.findScalar("when").map(ClaimReader::date)),
                map.findScalar("when").map(ClaimReader::date),
                date(map.scalar("known")),
                map.findScalar("at-most").map(YamlScalar::whole),
                YamlMap.languages(map.need("says")),
                map.findScalar("at").map(YamlScalar::value),
                source(map),
                map.flag("unverified"),
                exercise);
    }

    private static Named pair(YamlMap map) {
        map.only("id", "a", "b", "title");
        return new Named(
                map.text("id"),
                map.scalar("a"),
                map.scalar("b"),
                YamlMap.languages(map.need("title")));
    }

    private static Source source(YamlMap map) {
        return map.findMap("source")
                .map(found -> {
                    found.only("primary", "read", "also", "date");
                    return new Source(
                            found.findScalar("primary").map(YamlScalar::value),
                            found.findScalar("read").map(YamlScalar::value),
                            found.texts("also"),
                            found.findScalar("date").map(YamlScalar::value));
                })
                .orElse(Source.NONE);
    }

    private static Edtf date(YamlScalar scalar) {
        return Edtf.parse(scalar.value(), scalar.place());
    }

    private static <T extends Word> T one(YamlScalar scalar, T[] words) {
        return Arrays.stream(words)
                .filter(word -> word.word().equals(scalar.value()))
                .findFirst()
                .orElseThrow(() ->
                        new ParleyException(
                                Code.BAD_VALUE,
                                scalar.place(),
                                scalar.described() + " is none of the words used here",
                                Nearest.hint(
                                        scalar.value(),
                                        Arrays.stream(words).map(Word::word).toList())));
    }
}
