// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.party.Card;
import org.parley.party.Node;
import org.parley.proof.ProofException;
import org.parley.proof.checkpoint.Checkpoint;
import org.parley.proof.checkpoint.Fork;
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
            Fork fork,
            List<String> signers) {}

    static EvidencePage of(Look look, Node node) {
        List<Row> rows = new ArrayList<>();
        node.evidence()
                .forEach((name, bytes) -> {
                    Fork fork = Fork.parse(bytes);
                    Checkpoint first = Checkpoint.of(fork.first());
                    rows.add(
                            new Row(
                                    name.substring(name.lastIndexOf('/') + 1) + ".evidence",
                                    node.roster().party(first.origin()),
                                    first,
                                    Checkpoint.of(fork.second()),
                                    fork,
                                    signers(node, fork)));
                });
        return new EvidencePage(
                look,
                Frame.of(look, look.t("evidence.title"), node.agreement().exercise()),
                node,
                rows);
    }

    private static List<String> signers(Node node, Fork fork) {
        List<VerifierKey> keys = new ArrayList<>();
        for (Card card : node.roster().cards()) {
            keys.addAll(card.log());
            keys.addAll(card.mirror());
            keys.addAll(card.witness());
        }
        try {
            return List.copyOf(fork.verify(keys).signedBoth());
        } catch (ProofException e) {
            return List.of();
        }
    }

    String toFile(Row row) {
        return "/node/evidence/" + row.file();
    }
}
