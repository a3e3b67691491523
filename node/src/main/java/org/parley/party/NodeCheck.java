// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.log.BouncyEd25519;
import org.parley.log.Flaw;
import org.parley.log.Fsck;
import org.parley.log.LogStore;
import org.parley.proof.ProofException;
import org.parley.proof.note.Ed25519;
import org.parley.proof.note.Note;
import org.parley.proof.note.VerifierKey;
import org.parley.record.Folders;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks all that a node keeps: its store, then cards, keys and rules beside it, then the last
 * checkpoint of each log and every cosignature against the keys that are believed. Changes nothing;
 * a node may run meanwhile. One check is one object, for one thread.
 */
public final class NodeCheck {
    private static final String COSIGNED = "cosigned/";

    private final NodeHome home;
    private final Ed25519 ed25519 = new BouncyEd25519();
    private final List<Fsck.Finding> findings = new ArrayList<>();
    private final List<Card> cards = new ArrayList<>();

    private NodeCheck(NodeHome home) {
        this.home = home;
    }

    /**
     * Checks a node's folder.
     *
     * @throws ParleyException {@code NOT_FOUND} when no node lives there, or its journal is missing
     */
    public static Fsck.Report run(NodeHome home, Fsck.Watch watch) {
        NodeHome.Settings settings = home.settings();
        Fsck.Report store = NodeStore.check(home, watch);
        NodeCheck check = new NodeCheck(home);
        check.beside(settings);
        if (store.isSound()) {
            check.signatures();
        }
        return store.with(check.findings);
    }

    private void found(Path file, Flaw flaw, String about) {
        String name = home.path().relativize(file).toString();
        findings.add(new Fsck.Finding(name, -1, flaw, about));
    }

    private void beside(NodeHome.Settings settings) {
        for (Path file : Folders.children(home.roster())) {
            try {
                cards.add(
                        Card.read(
                                Folders.text(file).getBytes(StandardCharsets.UTF_8),
                                Place.of(Folders.shown(file))));
            } catch (ParleyException e) {
                found(file, Flaw.HOME_DAMAGED, e.problem().what());
            }
        }
        try {
            home.agreement();
        } catch (ParleyException e) {
            found(
                    home.agreementFolder(settings.agreement()),
                    Flaw.HOME_DAMAGED,
                    e.problem().toString());
        }
        Optional<Card> own = new Roster(settings.name(), cards).card(settings.name());
        boolean agrees =
                own.filter(card ->
                                card.origin().equals(settings.origin())
                                        && card.witnessOnly() == settings.witnessOnly())
                        .isPresent();
        if (!agrees) {
            found(home.roster(), Flaw.HOME_DAMAGED, settings.name() + " " + settings.origin());
        }
        own.ifPresent(this::keys);
    }

    /** What the others believe of this node is what it can sign and open with. */
    private void keys(Card own) {
        try {
            if (KeyRing.read(home.keys(), ed25519).find(own).isEmpty()) {
                found(home.keys(), Flaw.KEYS_DIFFER, "");
            }
        } catch (ParleyException e) {
            found(home.keys(), Flaw.HOME_DAMAGED, e.problem().what());
        }
    }

    private void signatures() {
        Roster roster = new Roster(home.settings().name(), cards);
        try (LogStore store = NodeStore.openToRead(home)) {
            for (String origin : store.origins()) {
                List<VerifierKey> keys = roster.logKeysEver(origin);
                if (keys.isEmpty()) {
                    found(home.roster(), Flaw.LOG_UNKNOWN, origin);
                } else {
                    store.head(origin)
                            .filter(head -> !isSigned(head.checkpoint(), keys))
                            .ifPresent(head ->
                                    found(
                                            home.store(),
                                            Flaw.CHECKPOINT_UNSIGNED,
                                            origin + ": " + head.size()));
                }
            }
            for (String prefix : List.of(COSIGNED, Cosignings.HANDED)) {
                store.facts(prefix)
                        .forEach((name, note) -> {
                            String party =
                                    name.replaceFirst("/[^/]*$", "").replaceFirst("^.*/", "");
                            List<VerifierKey> keys = roster.cosignersEver(party);
                            if (!keys.isEmpty() && !isSigned(note, keys)) {
                                String rest = name.substring(prefix.length());
                                found(home.store(), Flaw.COSIGNATURE_UNSIGNED, rest);
                            }
                        });
            }
        } catch (ParleyException e) {
            if (e.code() == Code.UNAVAILABLE) {
                throw e;
            }
            found(home.store(), Flaw.FILE_DAMAGED, e.problem().toString());
        }
    }

    private boolean isSigned(byte[] note, List<VerifierKey> keys) {
        try {
            Note.parse(note).open(keys, ed25519);
            return true;
        } catch (ProofException e) {
            return false;
        }
    }
}
