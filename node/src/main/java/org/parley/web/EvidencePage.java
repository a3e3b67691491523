// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.party.Card;
import org.parley.party.Node;
import org.parley.proof.ProofException;
import org.parley.proof.canonical.Hash;
import org.parley.proof.checkpoint.Checkpoint;
import org.parley.proof.checkpoint.Conflict;
import org.parley.proof.checkpoint.Fork;
import org.parley.proof.checkpoint.Rollback;
import org.parley.proof.note.VerifierKey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every pair of signed checkpoints that cannot both be of one log. It says what was signed, and by
 * which keys; how that came about is not in the files.
 */
record EvidencePage(Look look, Frame frame, Node node, List<Row> rows) {

    /**
     * One file.
     *
     * @param party whose log it is, if a card has it
     * @param signers under which names both were signed; empty when the check fails here
     */
    record Row(
            String file,
            Optional<String> party,
            Checkpoint first,
            Checkpoint second,
            Conflict conflict,
            List<String> signers) {

        /** What the second implies at the size of the first, where the two have two histories. */
        Optional<Hash> implied() {
            return conflict instanceof Fork fork ? Optional.of(fork.root()) : Optional.empty();
        }
    }

    static EvidencePage of(Look look, Node node) {
        List<Row> rows = new ArrayList<>();
        node.evidence()
                .forEach((name, bytes) -> {
                    Conflict conflict = Conflict.parse(bytes);
                    Checkpoint first = Checkpoint.of(conflict.first());
                    rows.add(
                            new Row(
                                    name.substring(name.lastIndexOf('/') + 1) + ".evidence",
                                    node.roster().party(first.origin()),
                                    first,
                                    Checkpoint.of(conflict.second()),
                                    conflict,
                                    signers(node, conflict)));
                });
        return new EvidencePage(
                look,
                Frame.of(look, look.t("evidence.title"), node.agreement().exercise()),
                node,
                rows);
    }

    private static List<String> signers(Node node, Conflict conflict) {
        List<VerifierKey> keys = new ArrayList<>();
        for (Card card : node.roster().cards()) {
            keys.addAll(card.log());
            keys.addAll(card.mirror());
            keys.addAll(card.witness());
        }
        try {
            return switch (conflict) {
                case Fork fork -> List.copyOf(fork.verify(keys).signedBoth());
                case Rollback back -> {
                    Rollback.Shown shown = back.verify(keys);
                    List<String> times = new ArrayList<>();
                    times.add(shown.first().size() + ": " + shown.signed());
                    shown.earlier()
                            .forEach((name, at) ->
                                    times.add(shown.second().size() + ": " + at + " " + name));
                    yield List.copyOf(times);
                }
            };
        } catch (ProofException e) {
            return List.of();
        }
    }

    String toFile(Row row) {
        return "/node/evidence/" + row.file();
    }
}
