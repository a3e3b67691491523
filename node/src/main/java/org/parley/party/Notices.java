// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.Text;
import org.parley.log.LogStore;
import org.parley.proof.ProofException;
import org.parley.proof.canonical.Hash;
import org.parley.proof.checkpoint.Checkpoint;
import org.parley.proof.checkpoint.Conflict;
import org.parley.proof.checkpoint.Fork;
import org.parley.proof.checkpoint.Rollback;
import org.parley.proof.note.Ed25519;
import org.parley.statement.Notice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a node notices about how the record is kept. Only what it can show others becomes a flag:
 * each file is checked again by the keys of the roster. A file that was checked is remembered, for
 * checking takes post-quantum signatures and pages ask often. Not thread safe; the node's lock
 * guards it.
 */
final class Notices {
    static final String EVIDENCE = "evidence/";
    static final String ENDING = ".evidence";

    private final LogStore store;
    private final Roster roster;
    private final Ed25519 ed25519;
    private final Map<String, Optional<Seen>> checked = new HashMap<>();

    Notices(LogStore store, Roster roster, Ed25519 ed25519) {
        this.store = store;
        this.roster = roster;
        this.ed25519 = ed25519;
    }

    private record Seen(String code, String party, Text detail) {}

    /** The name of an evidence file as people see it. */
    static String file(String hex) {
        return hex + ENDING;
    }

    /** The id under which statements name an evidence file: {@code sha256:} of its bytes. */
    static Optional<String> id(String file) {
        return file.endsWith(ENDING)
                ? NodeWords.hash("sha256:" + file.substring(0, file.length() - ENDING.length()))
                        .map(Hash::toString)
                : Optional.empty();
    }

    /** The file's name behind an id, if it is held here. */
    Optional<String> named(String id) {
        return NodeWords.hash(id)
                .map(Hash::hex)
                .filter(hex -> store.fact(EVIDENCE + hex).isPresent())
                .map(Notices::file);
    }

    /** All of them, with the statements that speak about them. */
    List<Notice> all(Logbook book) {
        List<Notice> all = new ArrayList<>();
        store.facts(EVIDENCE)
                .forEach((name, bytes) -> {
                    String hex = name.substring(EVIDENCE.length());
                    checked.computeIfAbsent(hex, one -> seen(bytes))
                            .ifPresent(seen -> all.add(notice(seen, hex, book)));
                });
        for (Roster.Loss loss : roster.losses()) {
            suspect(loss, book).ifPresent(all::add);
        }
        return all;
    }

    /** What counts and was said while somebody else may have held the keys. */
    private static Optional<Notice> suspect(Roster.Loss loss, Logbook book) {
        List<String> refs =
                book.of(loss.party()).stream()
                        .filter(entry -> entry.index() >= loss.since())
                        .filter(entry -> entry.index() < loss.until())
                        .filter(Entry::counts)
                        .map(Entry::ref)
                        .toList();
        String said = Entry.ref(loss.party(), loss.until());
        return refs.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Notice(
                                "after-lost-key",
                                loss.party(),
                                said,
                                Text.of(
                                        refs.size() + " statements, according to " + said,
                                        refs.size() + " 条陈述，依据 " + said),
                                refs));
    }

    private static Notice notice(Seen seen, String hex, Logbook book) {
        return new Notice(
                seen.code(),
                seen.party(),
                file(hex),
                Text.of(
                        seen.detail().en() + "; " + file(hex),
                        seen.detail().zh() + "；" + file(hex)),
                book.about("sha256:" + hex).stream().map(Entry::ref).toList());
    }

    private Optional<Seen> seen(byte[] bytes) {
        try {
            Conflict conflict = Conflict.parse(bytes);
            Checkpoint first = Checkpoint.of(conflict.first());
            Checkpoint second = Checkpoint.of(conflict.second());
            Text detail =
                    switch (conflict) {
                        case Fork fork -> fork(fork.verify(roster.all(), ed25519));
                        case Rollback back -> rollback(back.verify(roster.all(), ed25519));
                    };
            return roster.party(first.origin())
                    .map(party -> new Seen(conflict.word(), party, sizes(first, second, detail)));
        } catch (ProofException e) {
            // Nobody whose card is believed signed it: it shows nothing to anybody.
            return Optional.empty();
        }
    }

    private static Text sizes(Checkpoint first, Checkpoint second, Text detail) {
        return Text.of(
                "sizes " + first.size() + " and " + second.size() + ", " + detail.en(),
                "规模 " + first.size() + " 与 " + second.size() + "，" + detail.zh());
    }

    private static Text fork(Fork.Shown shown) {
        String who = String.join(", ", shown.signedBoth());
        return Text.of("both signed by " + who, "两者均由 " + who + " 签署");
    }

    private static Text rollback(Rollback.Shown shown) {
        return Text.of(
                "the smaller signed " + shown.signed() + ", the larger " + shown.earlier(),
                "较小者签署于 " + shown.signed() + "，较大者 " + shown.earlier());
    }
}
