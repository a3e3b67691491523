// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.agreement.Agreement;
import org.parley.log.Database;
import org.parley.log.LogStore;
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
 * @param store address of the database for its record; empty for a journal in the folder
 * @param passwordFile with the database's password; it is copied into the folder
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
        Optional<String> store,
        Optional<Path> passwordFile,
        Optional<byte[]> replaces) {

    /** A party's node with one office, {@code duty}, and its record in its folder. */
    public static Beginning of(Path agreement, String party) {
        return new Beginning(
                agreement,
                party,
                false,
                Optional.empty(),
                Optional.empty(),
                List.of(KeyRing.DUTY),
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same, but a neutral witness, which only cosigns. */
    public Beginning asWitness() {
        return new Beginning(
                agreement,
                name,
                true,
                address,
                origin,
                offices,
                officers,
                store,
                passwordFile,
                replaces);
    }

    /** The same, where others reach it. */
    public Beginning at(String host, int port) {
        return new Beginning(
                agreement,
                name,
                witnessOnly,
                Optional.of(host + ":" + port),
                origin,
                offices,
                officers,
                store,
                passwordFile,
                replaces);
    }

    /** The same with these offices, some of which release a statement together. */
    public Beginning with(List<String> several, int releasing) {
        return new Beginning(
                agreement,
                name,
                witnessOnly,
                address,
                origin,
                several,
                releasing,
                store,
                passwordFile,
                replaces);
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
        for (Step step : steps(home, rules, keys, card, log, chance)) {
            step.run();
        }
        return card;
    }

    /** One thing that is on the disk, whole, before the next begins. */
    interface Step {
        void run();
    }

    /**
     * In their order, so that whoever stops in between leaves no node, or a whole one: the settings
     * come last, and a folder without them is no node and can be deleted.
     */
    List<Step> steps(
            NodeHome home,
            Agreement rules,
            KeyRing keys,
            Card card,
            String log,
            SecureRandom chance) {
        Optional<Card> lost = replaces.map(bytes -> Card.read(bytes, Place.of("--replaces")));
        return List.of(
                () -> createStore(home, chance),
                () -> home.copyAgreement(agreement, rules),
                () -> keys.write(home.keys()),
                () -> home.writeOwnCard(card, keys, lost, replaces),
                () -> home.write(new NodeHome.Settings(name, witnessOnly, rules.id(), log, store)));
    }

    private void createStore(NodeHome home, SecureRandom chance) {
        try {
            Files.createDirectories(home.store());
            Optional<String> password =
                    NodeStore.password(passwordFile.orElseGet(home::databasePassword));
            Optional<Database> database = store.map(url -> new Database(url, password));
            NodeStore.create(home, database, chance);
            if (replaces.isPresent()) {
                // Its log lies with the others: nothing is signed before it is got back.
                try (LogStore begun = NodeStore.open(home, database, chance)) {
                    Resuming.markRestored(begun);
                }
            }
            if (passwordFile.isPresent() && password.isPresent()) {
                OwnFile.write(home.databasePassword(), password.get() + "\n");
            }
        } catch (IOException e) {
            throw new ParleyException(
                    Code.UNWRITABLE,
                    Place.of(Folders.shown(home.store())),
                    Folders.why(e),
                    "check the path and the permissions");
        }
    }
}
