// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.agreement.Agreement;
import org.parley.log.JournalStore;
import org.parley.log.LogStore;
import org.parley.log.RealDisk;
import org.parley.record.Folders;
import org.parley.record.Library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/**
 * How a node comes to be: once, on purpose, in a folder of its own. From then on a missing journal
 * is a loss and never a beginning.
 *
 * @param agreement folder or file with the rules
 * @param name the party that it speaks for, or a witness's own name
 * @param address where others reach it, {@code host:port}; empty when they cannot
 * @param origin the name of its log; empty for the usual one
 * @param offices whose keys are made; {@code duty} first
 * @param officers how many of them release a statement
 * @param replaces the last card of the same party, whose keys are lost
 */
public record Beginning(
        Path agreement,
        String name,
        boolean witnessOnly,
        Optional<String> address,
        Optional<String> origin,
        List<String> offices,
        int officers,
        Optional<byte[]> replaces) {

    /** One that takes no other's place. */
    public Beginning(
            Path agreement,
            String name,
            boolean witnessOnly,
            Optional<String> address,
            Optional<String> origin,
            List<String> offices,
            int officers) {
        this(agreement, name, witnessOnly, address, origin, offices, officers, Optional.empty());
    }

    /**
     * Makes folder, keys, card and empty store.
     *
     * @return the card to hand to the others
     * @throws ParleyException when a node lives there, or the party is none of the agreement's
     */
    public Card in(NodeHome home, SecureRandom chance) {
        if (home.isNode()) {
            throw new ParleyException(
                    Code.CONFLICT,
                    Place.of(Folders.shown(home.path())),
                    "a node lives here already",
                    "choose another folder");
        }
        Agreement rules = Library.load(agreement).agreement();
        boolean party = rules.isParty(name);
        if (party == witnessOnly) {
            throw new ParleyException(
                    Code.UNKNOWN_PARTY,
                    Place.of("--party"),
                    party
                            ? "\"" + name + "\" is a party; a witness has a name of its own"
                            : "\"" + name + "\" is no party of " + rules.id(),
                    "its parties are " + String.join(", ", rules.parties()));
        }
        if (officers < 1 || officers > offices.size()) {
            throw new ParleyException(
                    Code.USAGE,
                    Place.of("--officers"),
                    officers + " of " + offices.size() + " offices",
                    "name at least as many offices: --office duty,second");
        }
        String log =
                origin.orElse(
                        rules.exercise()
                                ? "exercise/" + rules.id() + "/" + name
                                : rules.id() + ".parley.invalid/" + name);
        address.ifPresent(where -> Card.address(where, Place.of("--listen")));
        KeyRing keys = KeyRing.create(log, offices, chance);
        Optional<Card> lost = replaces.map(bytes -> Card.read(bytes, Place.of("--replaces")));
        Card fresh = keys.card(name, witnessOnly, log, address, officers);
        Card card = lost.map(fresh::after).orElse(fresh);
        if (lost.isPresent() && !card.follows(lost.get())) {
            throw Card.doesNotFollow(Place.of("--replaces"));
        }
        try {
            Files.createDirectories(home.store());
            JournalStore.create(new RealDisk(home.store()), chance::nextLong);
            if (lost.isPresent()) {
                // Its log lies with the others: nothing is signed before it is got back.
                try (LogStore store =
                        JournalStore.open(new RealDisk(home.store()), chance::nextLong)) {
                    Resuming.markRestored(store);
                }
            }
        } catch (IOException e) {
            throw new ParleyException(
                    Code.UNWRITABLE,
                    Place.of(Folders.shown(home.store())),
                    Folders.why(e),
                    "check the path and the permissions");
        }
        home.copyAgreement(agreement, rules);
        keys.write(home.keys());
        home.writeOwnCard(card, keys, lost, replaces);
        // Last: a folder without it is no node, and can be deleted.
        home.write(new NodeHome.Settings(name, witnessOnly, rules.id(), log));
        return card;
    }
}
