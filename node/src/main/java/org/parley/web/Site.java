// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.ParleyException;
import org.parley.archive.ReadingRoom;
import org.parley.estimate.Estimates;
import org.parley.evidence.Dossier;
import org.parley.gap.GapReader;
import org.parley.gap.Gaps;
import org.parley.record.Folders;
import org.parley.record.Library;
import org.parley.review.Desk;
import org.parley.review.Documents;
import org.parley.search.SearchIndex;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What the pages are made from: the library, names, a clock and the program's version. Thread safe;
 * an agreement is read when it is first asked for and kept.
 */
public final class Site {
    /** Days of knowledge for which compared claims are kept; most readers ask for today's. */
    private static final int DAYS_MAX = 64;

    private final Library library;
    private final Actors actors;
    private final People people;
    private final Clock clock;
    private final String version;
    private final Optional<Path> flagPages;
    private final Path shipped;
    private final Path home;
    private volatile Optional<Dossier> dossier = Optional.empty();
    private volatile Optional<Kept> kept = Optional.empty();
    private volatile Optional<NodePages> node = Optional.empty();
    private final AtomicReference<Optional<Desk>> desk = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<ReadingRoom>> room =
            new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<SearchIndex>> search =
            new AtomicReference<>(Optional.empty());
    private final Map<String, OpenCase> open = new ConcurrentHashMap<>();
    private volatile List<String> speakers = List.of();
    private final Map<LocalDate, List<ClaimsPage.Row>> pairs = new ConcurrentHashMap<>();
    private final AtomicReference<Optional<Estimates>> estimates =
            new AtomicReference<>(Optional.empty());

    private Site(Path shipped, Path home, Clock clock, String version, Optional<Path> flagPages) {
        this.shipped = shipped;
        this.home = home;
        this.library = Library.open(shipped, home);
        this.actors = Actors.read(List.of(shipped, home));
        this.people = People.read(List.of(shipped, home));
        this.clock = clock;
        this.version = version;
        this.flagPages = flagPages;
    }

    /**
     * Opens a site.
     *
     * @param shipped the shipped library, beside whose parent docs/flags is looked for
     * @param clock what today is, and the date on which a page was accessed
     */
    public static Site open(Path shipped, Path home, Clock clock, String version) {
        Path pages = shipped.toAbsolutePath().resolveSibling("docs").resolve("flags");
        return new Site(
                shipped, home, clock, version, Optional.of(pages).filter(Files::isDirectory));
    }

    /** Everybody who is a party to anything, by code; what cannot be read is left out. */
    List<String> speakers() {
        if (speakers.isEmpty()) {
            TreeSet<String> all = new TreeSet<>();
            library.ids().stream()
                    .flatMap(id -> find(id).stream())
                    .forEach(one -> all.addAll(one.agreement().parties()));
            speakers = List.copyOf(all);
        }
        return speakers;
    }

    /** A mechanism, if the library has it and it can be read. */
    Optional<OpenCase> find(String id) {
        if (!library.ids().contains(id)) {
            return Optional.empty();
        }
        try {
            return Optional.of(agreement(id));
        } catch (ParleyException _) {
            // Its own page tells what is wrong with it.
            return Optional.empty();
        }
    }

    /** Reads whatever was not read yet, on all processors, so that the first reader waits less. */
    public void readAll() {
        library.ids().parallelStream().forEach(this::find);
    }

    /** The mechanisms that say that they are part of this one, or touch it. */
    List<String> naming(String id) {
        return library.ids().stream()
                .filter(other ->
                        find(other)
                                .map(one -> one.agreement().profile())
                                .filter(profile ->
                                        profile.touches().contains(id)
                                                || profile.partOf().filter(id::equals).isPresent())
                                .isPresent())
                .toList();
    }

    Library library() {
        return library;
    }

    Actors actors() {
        return actors;
    }

    /** Who speaks, with all their names, and office holders. */
    People people() {
        return people;
    }

    /**
     * What others said; read when it is first asked for.
     *
     * @throws ParleyException if a file of claims cannot be read
     */
    Dossier dossier() {
        Dossier found = dossier.orElseGet(() -> Dossier.open(shipped, home));
        dossier = Optional.of(found);
        return found;
    }

    /** Every pair of claims, compared with the record as both were known on a day. */
    List<ClaimsPage.Row> pairs(LocalDate knownOn) {
        List<ClaimsPage.Row> found = pairs.get(knownOn);
        if (found == null) {
            Dossier known = dossier().knownOn(knownOn);
            found =
                    known.pairs().stream()
                            .map(pair -> new ClaimsPage.Row(pair, known.compare(pair)))
                            .toList();
            if (pairs.size() >= DAYS_MAX) {
                pairs.clear();
            }
            pairs.put(knownOn, found);
        }
        return found;
    }

    /** What was last compared, and of what. */
    private record Kept(Of of, Compared compared) {}

    /** As long as these are the same, so is what comes of comparing. */
    private record Of(
            List<Documents.Listed> listed, int decisions, LocalDate known, LocalDate on) {}

    /** All documents at hand, compared with each other and with the record as known on a day. */
    Compared compared(LocalDate knownOn) {
        LocalDate today = LocalDate.now(clock);
        Of of = new Of(desk().list(), desk().decisions(), knownOn, today);
        Optional<Kept> same = kept.filter(one -> one.of().equals(of));
        if (same.isPresent()) {
            return same.get().compared();
        }
        Compared compared = Compared.of(desk(), shipped, library, Map.of(), knownOn, today);
        kept = Optional.of(new Kept(of, compared));
        return compared;
    }

    Clock clock() {
        return clock;
    }

    String version() {
        return version;
    }

    Optional<Path> flagPages() {
        return flagPages;
    }

    /** What observers estimate; read when first asked for and kept. */
    Estimates estimates() {
        Optional<Estimates> found = estimates.get();
        if (found.isEmpty()) {
            found = Optional.of(library.estimates());
            estimates.set(found);
        }
        return found.get();
    }

    /** What is limited by what; small, and read anew each time. */
    Gaps gaps() {
        return library.list("gaps.yaml")
                .map(file -> GapReader.read(Folders.shown(file), Folders.text(file)))
                .orElseGet(() -> new Gaps(List.of(), List.of(), List.of()));
    }

    /** Puts the pages on a node: its agreement's record is what its logs say. */
    public void attach(NodePages pages) {
        library.attach(pages.agreement(), pages.node()::record);
        node = Optional.of(pages);
    }

    /** Puts documents from elsewhere on the pages, in place of those of the home folder. */
    public void attach(Desk other) {
        desk.set(Optional.of(other));
    }

    /** Where documents are reviewed; opened when first asked for and kept. */
    Desk desk() {
        Optional<Desk> found = desk.get();
        if (found.isEmpty()) {
            SecureRandom chance = new SecureRandom();
            desk.compareAndSet(
                    found, Optional.of(Desk.open(shipped, home, clock, chance::nextLong)));
        }
        return desk.get().orElseThrow();
    }

    /** The documents that were taken in; opened when first asked for. */
    ReadingRoom room() {
        Optional<ReadingRoom> found = room.get();
        if (found.isEmpty()) {
            room.compareAndSet(found, Optional.of(ReadingRoom.open(shipped, home)));
        }
        return room.get().orElseThrow();
    }

    /** The same, by words. */
    SearchIndex search() {
        Optional<SearchIndex> found = search.get();
        if (found.isEmpty()) {
            search.compareAndSet(found, Optional.of(new SearchIndex(room())));
        }
        return search.get().orElseThrow();
    }

    /** Whether a code is that of a party, a voice or a person. */
    boolean knows(String code) {
        return actors.full().containsKey(code)
                || people.persons().stream().anyMatch(one -> one.id().equals(code));
    }

    /** The node that these pages stand on. */
    Optional<NodePages> node() {
        return node;
    }

    /**
     * An agreement with its record.
     *
     * @throws org.parley.ParleyException {@code NOT_FOUND} with a suggestion
     */
    OpenCase agreement(String id) {
        node.filter(one -> one.agreement().equals(id) && one.isNews())
                .ifPresent(one -> open.remove(id));
        OpenCase found = open.get(id);
        if (found == null) {
            // Read outside the map's lock: a large record takes a while, and others want theirs.
            found = new OpenCase(library.load(id));
            OpenCase before = open.putIfAbsent(id, found);
            found = before == null ? found : before;
        }
        return found;
    }
}
