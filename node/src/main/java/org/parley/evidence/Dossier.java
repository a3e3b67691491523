// SPDX-License-Identifier: Apache-2.0
package org.parley.evidence;

import org.parley.Code;
import org.parley.Nearest;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.record.Folders;
import org.parley.record.Library;
import org.parley.yaml.YamlScalar;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All claims at hand with the entries of the record that stand beside them, and which claims are
 * set side by side. Immutable.
 */
public final class Dossier {
    private final Map<String, Document> documents;
    private final Map<String, Claim> claims;
    private final List<Fact> typed;
    private final Optional<RecordLookup> record;
    private final List<Fact> facts;
    private final Map<String, Pair> pairs;

    private Dossier(
            Map<String, Document> documents,
            Map<String, Claim> claims,
            List<Fact> typed,
            Optional<RecordLookup> record,
            LocalDate knownOn,
            Map<String, Pair> pairs) {
        this.documents = documents;
        this.claims = claims;
        this.typed = typed;
        this.record = record;
        List<Fact> all =
                new ArrayList<>(typed.stream().filter(fact -> fact.knownOn(knownOn)).toList());
        record.ifPresent(found -> all.addAll(found.knownOn(knownOn)));
        this.facts = List.copyOf(all);
        this.pairs = pairs;
    }

    /** Reads {@code claims/*.yaml} of the shipped library and of a home folder. */
    public static Dossier open(Path shipped, Path home) {
        List<ClaimReader.ClaimFile> files = new ArrayList<>(folder(shipped, false));
        files.addAll(folder(home, true));
        List<Lookup> lookups = files.stream().flatMap(file -> file.lookups().stream()).toList();
        return of(
                files,
                lookups.isEmpty()
                        ? Optional.empty()
                        : Optional.of(RecordLookup.of(lookups, Library.open(shipped, home))));
    }

    private static List<ClaimReader.ClaimFile> folder(Path root, boolean exercises) {
        Path folder = root.resolve("claims");
        List<ClaimReader.ClaimFile> files = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        for (Path file : Folders.children(folder)) {
            if (!String.valueOf(file.getFileName()).endsWith(".yaml")) {
                continue;
            }
            String name = Folders.shown(file);
            ClaimReader.ClaimFile read = ClaimReader.read(name, Folders.text(file));
            if (!exercises && read.claims().stream().anyMatch(Claim::exercise)) {
                throw new ParleyException(
                        Code.EXERCISE,
                        new Place(name, 1, 1),
                        "an exercise in the library",
                        "keep it in a home folder of its own");
            }
            files.add(read);
        }
        return files;
    }

    /** Reads one text on its own, without a library to look anything up in. */
    public static Dossier read(String origin, String text) {
        return of(List.of(ClaimReader.read(origin, text)), Optional.empty());
    }

    private static Dossier of(List<ClaimReader.ClaimFile> files, Optional<RecordLookup> record) {
        Map<String, Document> documents = new LinkedHashMap<>();
        Map<String, Claim> claims = new LinkedHashMap<>();
        List<Fact> facts = new ArrayList<>();
        for (ClaimReader.ClaimFile file : files) {
            file.documents().forEach(document -> documents.put(document.id(), document));
            for (Claim claim : file.claims()) {
                if (claims.putIfAbsent(claim.ref(), claim) != null) {
                    throw twice(claim.place(), claim.ref());
                }
            }
            facts.addAll(file.facts());
        }
        Map<String, Pair> pairs = new LinkedHashMap<>();
        for (ClaimReader.ClaimFile file : files) {
            for (ClaimReader.Named named : file.pairs()) {
                Pair pair =
                        new Pair(
                                named.id(),
                                resolve(claims, named.a()),
                                resolve(claims, named.b()),
                                named.title());
                if (pairs.putIfAbsent(pair.id(), pair) != null) {
                    throw twice(named.a().place(), pair.id());
                }
            }
        }
        return new Dossier(documents, claims, facts, record, LocalDate.MAX, pairs);
    }

    private static Claim resolve(Map<String, Claim> claims, YamlScalar ref) {
        return find(claims, ref.value(), ref.place(), "claim");
    }

    private static <T> T find(Map<String, T> all, String ref, Place at, String what) {
        return Optional.ofNullable(all.get(ref))
                .orElseThrow(() ->
                        new ParleyException(
                                at.line() == 0 ? Code.NOT_FOUND : Code.UNKNOWN_REF,
                                at,
                                "no " + what + " \"" + ref + "\"",
                                all.isEmpty() ? "" : Nearest.hint(ref, all.keySet())));
    }

    private static ParleyException twice(Place place, String ref) {
        return new ParleyException(
                Code.DUPLICATE_REF,
                place,
                "\"" + ref + "\" is used twice",
                "give it a name of its own");
    }

    /** What had been said, and was on record, by a day. */
    public Dossier knownOn(LocalDate day) {
        Map<String, Claim> said = new LinkedHashMap<>(claims);
        said.values().removeIf(claim -> !claim.knownOn(day));
        Map<String, Pair> both = new LinkedHashMap<>(pairs);
        both.values().removeIf(pair -> !pair.a().knownOn(day) || !pair.b().knownOn(day));
        return new Dossier(documents, said, typed, record, day, both);
    }

    /** Claims in the order of the files. */
    public Collection<Claim> claims() {
        return List.copyOf(claims.values());
    }

    public List<Fact> facts() {
        return List.copyOf(facts);
    }

    /** Pairs in the order of the files. */
    public List<Pair> pairs() {
        return List.copyOf(pairs.values());
    }

    public Optional<Document> document(String id) {
        return Optional.ofNullable(documents.get(id));
    }

    /**
     * A claim by its ref.
     *
     * @throws ParleyException {@code NOT_FOUND} with a suggestion
     */
    public Claim claim(String ref) {
        return find(claims, ref, Place.of("claims"), "claim");
    }

    /**
     * A pair by its id.
     *
     * @throws ParleyException {@code NOT_FOUND} with a suggestion
     */
    public Pair pair(String id) {
        return find(pairs, id, Place.of("claims"), "pair");
    }

    /** Compares two claims with the record beside them. */
    public Comparison compare(Claim a, Claim b) {
        boolean exercise = a.exercise() || b.exercise();
        return Comparison.of(
                a, b, facts.stream().filter(fact -> fact.exercise() == exercise).toList());
    }

    public Comparison compare(Pair pair) {
        return compare(pair.a(), pair.b());
    }
}
