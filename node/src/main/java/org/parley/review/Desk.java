// SPDX-License-Identifier: Apache-2.0
package org.parley.review;

import org.parley.Code;
import org.parley.Nearest;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Text;
import org.parley.archive.ReadingRoom;
import org.parley.extraction.reading.Extractor;
import org.parley.extraction.reading.Extractor.Extraction;
import org.parley.log.JournalStore;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a reviewer sits: documents, what is found in them, and what was decided. Pages and commands
 * decide here and nowhere else. Thread safe.
 */
public final class Desk {
    private static final int KEPT_MAX = 128;
    private static final int PREFIX_MIN = 8;
    private static final int WHY_LENGTH_MAX = 300;
    private static final int MERGED_MAX = 100;

    private final Documents documents;
    private final Extractor extractor;
    private final Reviews reviews;
    private final InstantSource clock;

    /** What was read last, so that a decision does not read a text again. */
    private final Map<String, Extraction> kept = new LinkedHashMap<>(16, 0.75f, true);

    public Desk(Documents documents, Extractor extractor, Reviews reviews, InstantSource clock) {
        this.documents = documents;
        this.extractor = extractor;
        this.reviews = reviews;
        this.clock = clock;
    }

    /**
     * The documents of a home folder, taken in or put into its folder documents, read with the
     * words of the library and of that home.
     */
    public static Desk open(
            Path shipped, Path home, InstantSource clock, JournalStore.Salts salts) {
        ReadingRoom room = ReadingRoom.open(shipped, home);
        Documents documents =
                new BothDocuments(
                        new ArchiveDocuments(room), new FolderDocuments(home.resolve("documents")));
        return new Desk(documents, new Extractor(room.lexicon()), new Reviews(home, salts), clock);
    }

    public List<Documents.Listed> list() {
        return documents.list();
    }

    /**
     * The id of a document by its name, its id, or an unambiguous beginning of that.
     *
     * @throws ParleyException {@code NOT_FOUND}
     */
    public String find(String called) {
        List<Documents.Listed> all = list();
        List<String> found =
                all.stream()
                        .filter(one ->
                                one.name().equals(called)
                                        || called.length() >= PREFIX_MIN
                                                && one.id().startsWith(called))
                        .map(Documents.Listed::id)
                        .distinct()
                        .toList();
        if (found.size() != 1) {
            throw new ParleyException(
                    Code.NOT_FOUND,
                    Place.of(called),
                    found.isEmpty()
                            ? Text.of("there is no such document", "没有此文件")
                            : Text.of("several documents are so named", "有多份文件同名"),
                    Nearest.hinted(called, all.stream().map(Documents.Listed::name).toList()));
        }
        return found.getFirst();
    }

    /** A document with its claims as reviewed. */
    public record Open(Documents.Loaded loaded, Reviewed reviewed) {}

    /** Opens a document; its bytes are hashed and its quotes looked up anew each time. */
    public Open open(String id) {
        Documents.Loaded loaded = documents.load(id);
        return new Open(
                loaded,
                Reviewed.of(
                        loaded.document(),
                        reviews.all(),
                        day -> read(loaded, day.or(loaded::given))));
    }

    /** The same as if it were of this day, whatever else is known of its date. */
    public Open open(String id, LocalDate day) {
        Documents.Loaded loaded = documents.load(id);
        return new Open(
                loaded,
                Reviewed.of(loaded.document(), reviews.all(), _ -> read(loaded, Optional.of(day))));
    }

    /** How many decisions there are: it changes when there is another. */
    public int decisions() {
        return reviews.all().size();
    }

    private Extraction read(Documents.Loaded loaded, Optional<LocalDate> day) {
        return extractor.with(found(loaded, day), loaded.proposed());
    }

    private Extraction found(Documents.Loaded loaded, Optional<LocalDate> day) {
        if (loaded.kept().isPresent() && day.equals(loaded.given())) {
            return loaded.kept().get();
        }
        String key = loaded.document().id() + " " + loaded.document().name() + " " + day;
        synchronized (kept) {
            Extraction before = kept.get(key);
            if (before != null) {
                return before;
            }
        }
        Extraction read =
                extractor.extract(
                        loaded.document(), day.or(() -> Extractor.anchor(loaded.document())));
        synchronized (kept) {
            kept.put(key, read);
            if (kept.size() > KEPT_MAX) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return read;
    }

    /** Decisions about documents that are not here, neither as they were nor under their name. */
    public List<Decided> elsewhere() {
        Set<String> here = new HashSet<>();
        for (Documents.Listed one : list()) {
            here.add("sha256:" + one.id());
            here.add(one.name());
        }
        return reviews.all().stream()
                .filter(one ->
                        !here.contains(one.decision().document())
                                && !here.contains(one.decision().name()))
                .toList();
    }

    /** Days that an undated text may be of. */
    public List<Offer> offers(Reviewed reviewed) {
        return Offer.of(
                reviewed.extraction(),
                LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC));
    }

    public Decided accept(String document, String claim, String by) {
        return accept(document, claim, Map.of(), by);
    }

    /**
     * Accepts a claim in the reviewer's words.
     *
     * @param set what each slot shall say; what is already said there is no edit
     */
    public Decided accept(String document, String claim, Map<Slot, String> set, String by) {
        Open open = open(document);
        Reviewed.Claim one = standing(open, claim);
        Map<Slot, String> found =
                one.found()
                        .map(it -> Slot.of(it, name -> ""))
                        .orElseGet(() -> new EnumMap<>(one.slots()));
        Map<Slot, String> edits = new EnumMap<>(Slot.class);
        set.forEach((slot, value) -> {
            String checked = slot.checked(value);
            boolean same =
                    checked.equals(found.getOrDefault(slot, ""))
                            || checked.equals(one.slot(slot)) && !one.set().contains(slot);
            if (!same) {
                edits.put(slot, checked);
            }
        });
        return add(by, new Decision.Accept(one.quote(), found, one.chain(), edits));
    }

    public Decided reject(String document, String claim, String why, String by) {
        Reviewed.Claim one = standing(open(document), claim);
        return add(by, new Decision.Reject(one.quote(), reason(why, true)));
    }

    public Decided reopen(String document, String claim, String by) {
        Reviewed.Claim one = standing(open(document), claim);
        if (one.decided().isEmpty()) {
            throw refused(
                    "claim",
                    Text.of("nobody decided about it yet", "尚无人对其作出决定"),
                    Text.of("it is open", "它仍待审"));
        }
        return add(by, new Decision.Reopen(one.quote()));
    }

    public Decided merge(String document, String claim, List<String> others, String by) {
        Open open = open(document);
        Reviewed.Claim into = standing(open, claim);
        if (into.state() == Reviewed.State.PROPOSED) {
            throw refused(
                    "claim",
                    Text.of("it is only proposed", "它只是提议"),
                    Text.of(
                            "accept it first: nothing is merged into what does not count",
                            "请先接受：不能并入尚不作数的说法"));
        }
        List<Quoted> same =
                others.stream()
                        .distinct()
                        .map(other -> standing(open, other).quote())
                        .filter(quote -> !quote.claim().equals(into.id()))
                        .toList();
        if (same.isEmpty() || same.size() > MERGED_MAX) {
            throw refused(
                    "with",
                    Text.of(same.size() + " others", same.size() + " 条其他说法"),
                    Text.of(
                            "name 1 to " + MERGED_MAX + " other claims",
                            "请给出 1 至 " + MERGED_MAX + " 条其他说法"));
        }
        return add(by, new Decision.Merge(into.quote(), same));
    }

    public Decided link(String document, String name, String actor, String by) {
        Open open = open(document);
        String called = Quoted.written(name.strip());
        boolean said =
                open.reviewed().extraction().claims().stream()
                        .flatMap(claim -> claim.participants().stream())
                        .anyMatch(person -> person.name().equals(called));
        if (!said) {
            throw refused(
                    "name",
                    Text.of("no claim of this document names it", "此文件没有说法提到该名称"),
                    Text.of("write it as the text has", "请按原文书写"));
        }
        if (!actor.matches("[A-Za-z][A-Za-z0-9/_.-]{0,59}")) {
            throw refused(
                    "actor",
                    Text.of("this is no code", "这不是代码"),
                    Text.of("the code of a party or person", "请用缔约方或个人的代码"));
        }
        return add(
                by,
                new Decision.Link(
                        open.loaded().document().id(),
                        open.loaded().document().name(),
                        called,
                        actor));
    }

    public Decided anchor(String document, LocalDate day, String why, String by) {
        Open open = open(document);
        return add(
                by,
                new Decision.Anchor(
                        open.loaded().document().id(),
                        open.loaded().document().name(),
                        day,
                        reason(why, false)));
    }

    /** A claim whose words stand in bytes that are the document's. */
    private static Reviewed.Claim standing(Open open, String id) {
        Reviewed.Claim claim = open.reviewed().claim(id);
        if (!open.loaded().isIntact() || !claim.stands()) {
            throw refused(
                    "claim",
                    Text.of("its words do not stand in the document", "文件中没有它的引文"),
                    Text.of("restore the document", "请恢复该文件"));
        }
        return claim;
    }

    private static String reason(String why, boolean required) {
        String reason = why.strip();
        if (reason.length() > WHY_LENGTH_MAX
                || required && reason.isEmpty()
                || reason.chars().anyMatch(Character::isISOControl)) {
            throw refused(
                    "why",
                    Text.of("no reason that can be kept", "没有可保存的理由"),
                    Text.of(
                            "one line, at most " + WHY_LENGTH_MAX + " characters",
                            "一行，至多 " + WHY_LENGTH_MAX + " 个字符"));
        }
        return reason;
    }

    private Decided add(String by, Decision decision) {
        return reviews.add(by, clock.instant(), decision);
    }

    private static ParleyException refused(String place, Text what, Text todo) {
        return new ParleyException(Code.BAD_VALUE, Place.of(place), what, todo);
    }
}
