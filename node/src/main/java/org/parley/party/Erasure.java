// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Text;
import org.parley.proof.canonical.Hash;
import org.parley.record.Wire;
import org.parley.statement.Kind;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was said of a body's being erased. The statement stays where it is, with its proofs; only
 * what it says is gone, at those who say so.
 *
 * @param here whether this node's party erased it
 * @param byAuthor whether its author did, and so asks the others to
 */
public record Erasure(boolean here, boolean byAuthor, List<Said> said) {
    /** Dates, receipts, keys and disputes rest on what these say. */
    private static final Set<String> KEPT =
            Set.of("acknowledge", "heads", "key", "erase", "accept", "dispute", "clarify");

    public Erasure {
        said = List.copyOf(said);
    }

    /**
     * One party's word.
     *
     * @param ref where it says so
     * @param body the hash in the header of the statement that it is about
     * @param re the id of that statement
     */
    public record Said(String party, String ref, String body, String re, String why) {}

    /** The author's word comes first, whoever was read first. */
    static Optional<Erasure> of(Entry entry, String own, List<Said> all) {
        List<Said> said =
                all.stream()
                        .sorted(
                                Comparator.comparing(
                                                (Said one) -> !one.party().equals(entry.party()))
                                        .thenComparing(Said::ref))
                        .toList();
        return said.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Erasure(
                                said.stream().anyMatch(one -> one.party().equals(own)),
                                said.stream().anyMatch(one -> one.party().equals(entry.party())),
                                said));
    }

    /**
     * Refuses what others rely on.
     *
     * @throws ParleyException {@code REFUSED}
     */
    static void requireErasable(Entry entry) {
        if (KEPT.contains(entry.header().kind())) {
            throw new ParleyException(
                    Code.REFUSED,
                    Place.of(entry.ref()),
                    "what a statement of kind " + entry.header().kind() + " says is relied on",
                    "only what is declared, notified, reported or said in a form can be erased");
        }
    }

    /** What is said to those who may have the body: that it is to go, or that it is gone here. */
    static Wire.Draft draft(Roster roster, Entry target, String why) {
        List<String> others =
                roster.parties().stream().filter(one -> !one.equals(roster.own())).toList();
        List<String> told = target.header().to().isEmpty() ? others : target.header().to();
        boolean mine = target.party().equals(roster.own());
        NodeWords.Erased words =
                new NodeWords.Erased(Hash.parse(target.header().body()), target.name(), why);
        return new Wire.Draft(
                roster.own(),
                Kind.ERASE,
                Optional.empty(),
                mine ? told : List.of(target.party()),
                Optional.empty(),
                target.header().audience(),
                NodeWords.erased(words));
    }

    /** What became of the body, where it is, by whom and why. */
    public Text text() {
        StringBuilder by = new StringBuilder();
        for (Said one : said) {
            by.append(by.isEmpty() ? "" : "; ").append(one.ref()).append(": ").append(one.why());
        }
        if (here) {
            return Text.of("erased here (" + by + ")", "本方已删除正文（" + by + "）");
        }
        return byAuthor
                ? Text.of(
                        "its author erased it and asks the others to (" + by + ")",
                        "作者已删除正文并请其他各方删除（" + by + "）")
                : Text.of("erased elsewhere (" + by + ")", "他方已删除正文（" + by + "）");
    }
}
