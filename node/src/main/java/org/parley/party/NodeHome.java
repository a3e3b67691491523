// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.agreement.Agreement;
import org.parley.proof.canonical.CanonicalJson;
import org.parley.proof.canonical.Json;
import org.parley.proof.canonical.MalformedException;
import org.parley.record.Folders;
import org.parley.record.Library;
import org.parley.record.NewFile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The folder of a node: a home folder like any other, with the agreement in it, and beside that
 * {@code node/} with keys, roster and store. Everything that this node is lies in it, so that a
 * copy of it is a backup.
 */
public final class NodeHome {
    private static final String SETTINGS = "node.json";
    private static final String CARD = ".card";

    private final Path home;

    public NodeHome(Path home) {
        this.home = home;
    }

    /** Whether a node lives here. */
    public boolean isNode() {
        return Files.isRegularFile(node().resolve(SETTINGS));
    }

    public Path path() {
        return home;
    }

    private Path node() {
        return home.resolve("node");
    }

    Path settingsFile() {
        return node().resolve(SETTINGS);
    }

    public Path keys() {
        return node().resolve("keys");
    }

    public Path store() {
        return node().resolve("store");
    }

    Path roster() {
        return node().resolve("roster");
    }

    /** Where the password of a database may stand, for its owner alone. */
    Path databasePassword() {
        return node().resolve("database.password");
    }

    /** Where a running node says how to talk to it. */
    public Path control() {
        return node().resolve("control");
    }

    /** What was said, refused and turned away over the pages, a line each. */
    public Path trail() {
        return node().resolve("pages.log");
    }

    public Path agreementFolder(String id) {
        return home.resolve("agreements").resolve(id);
    }

    /**
     * What a node is.
     *
     * @param name the party, or a witness that is none
     * @param agreement its id
     * @param store the address of a database; empty for the journal in the folder
     */
    public record Settings(
            String name,
            boolean witnessOnly,
            String agreement,
            String origin,
            Optional<String> store) {}

    Settings settings() {
        Path file = node().resolve(SETTINGS);
        if (!isNode()) {
            throw new ParleyException(
                    Code.NOT_FOUND,
                    Place.of(Folders.shown(home)),
                    "no node lives here",
                    "begin one: parley node init --party XA --agreement FILE --home DIR");
        }
        try {
            byte[] text = Folders.text(file).strip().getBytes(StandardCharsets.UTF_8);
            if (CanonicalJson.read(text) instanceof Json.Obj json) {
                return new Settings(
                        NodeWords.text(json, "name").orElseThrow(),
                        json.members()
                                .getOrDefault("witness_only", Json.truth(false))
                                .equals(Json.truth(true)),
                        NodeWords.text(json, "agreement").orElseThrow(),
                        NodeWords.text(json, "origin").orElseThrow(),
                        NodeWords.text(json, "store"));
            }
        } catch (MalformedException | NoSuchElementException e) {
            // Said below.
        }
        throw new ParleyException(
                Code.CORRUPT,
                Place.of(Folders.shown(file)),
                "not the settings of a node",
                "restore it from a backup");
    }

    /** The id of the agreement that this node speaks under. */
    public String agreementId() {
        return settings().agreement();
    }

    void write(Settings settings) {
        Map<String, Json> members = new TreeMap<>();
        members.put("agreement", Json.text(settings.agreement()));
        members.put("name", Json.text(settings.name()));
        members.put("origin", Json.text(settings.origin()));
        settings.store().ifPresent(url -> members.put("store", Json.text(url)));
        members.put("witness_only", Json.truth(settings.witnessOnly()));
        NewFile.write(
                node().resolve(SETTINGS), CanonicalJson.text(Json.object(members)) + "\n", false);
    }

    /** Copies an agreement's file, with the tables beside it, to where a home folder has it. */
    void copyAgreement(Path source, Agreement agreement) {
        Path target = agreementFolder(agreement.id());
        try {
            Files.createDirectories(target);
            NewFile.write(
                    target.resolve("agreement.yaml"),
                    Files.readAllBytes(
                            Files.isDirectory(source) ? source.resolve("agreement.yaml") : source),
                    false);
            Path beside = Files.isDirectory(source) ? source : source.toAbsolutePath().getParent();
            if (beside != null && Files.isDirectory(source)) {
                try (Stream<Path> files = Files.list(beside)) {
                    for (Path table : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
                        NewFile.write(
                                target.resolve(String.valueOf(table.getFileName())),
                                Files.readAllBytes(table),
                                false);
                    }
                }
            }
        } catch (IOException e) {
            throw new ParleyException(
                    Code.UNWRITABLE,
                    Place.of(Folders.shown(target)),
                    Folders.why(e),
                    "check the path and the permissions");
        }
    }

    /** The agreement that this node speaks under. */
    public Library.Case agreement() {
        return Library.load(agreementFolder(settings().agreement()));
    }

    /** The roster as it is now. */
    public Roster readRoster() {
        String own = settings().name();
        List<Card> cards = new ArrayList<>();
        for (Path file : Folders.children(roster())) {
            if (String.valueOf(file.getFileName()).endsWith(CARD)) {
                cards.add(
                        Card.read(
                                Folders.text(file).getBytes(StandardCharsets.UTF_8),
                                Place.of(Folders.shown(file))));
            }
        }
        return new Roster(own, cards);
    }

    /** The believed cards as they were received, by name. */
    public Map<String, byte[]> cards() {
        Map<String, byte[]> cards = new TreeMap<>();
        for (Card card : readRoster().cards()) {
            String text = Folders.text(roster().resolve(card.name() + CARD));
            cards.put(card.name(), text.getBytes(StandardCharsets.UTF_8));
        }
        return cards;
    }

    /** The bytes of one's own card, to hand over. */
    public byte[] ownCard() {
        return Folders.text(roster().resolve(settings().name() + CARD))
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Believes a card from now on.
     *
     * @throws ParleyException {@code CONFLICT} when another card of that name is believed: a party
     *     changes its keys by a statement in its log, not by another card
     */
    public Card enrol(byte[] bytes, Place from) {
        Card card = Card.read(bytes, from);
        Settings settings = settings();
        Agreement agreement = agreement().agreement();
        if (!card.witnessOnly() && !agreement.isParty(card.name())) {
            throw new ParleyException(
                    Code.UNKNOWN_PARTY,
                    from,
                    "\"" + card.name() + "\" is no party of " + settings.agreement(),
                    "its parties are " + String.join(", ", agreement.parties()));
        }
        Optional<Card> before = readRoster().card(card.name());
        if (before.isPresent() && !before.get().hash().equals(card.hash())) {
            boolean sameKeys = before.get().log().equals(card.log());
            if (!sameKeys) {
                throw new ParleyException(
                        Code.CONFLICT,
                        from,
                        "another card of " + card.name() + " is believed here",
                        "ask them by voice; a new key comes with a statement by the old one");
            }
        }
        NewFile.write(roster().resolve(card.name() + CARD), bytes, true);
        return card;
    }

    void writeOwnCard(Card card, KeyRing keys) {
        try {
            Files.createDirectories(roster());
        } catch (IOException e) {
            throw new ParleyException(
                    Code.UNWRITABLE,
                    Place.of(Folders.shown(roster())),
                    Folders.why(e),
                    "check the path and the permissions");
        }
        NewFile.write(roster().resolve(card.name() + CARD), card.signed(keys.log()), true);
    }
}
