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

    /** The newest believed cards as they were received, by name. */
    public Map<String, byte[]> cards() {
        Map<String, byte[]> cards = new TreeMap<>();
        for (Card card : readRoster().cards()) {
            cards.put(card.name(), bytes(file(card)));
        }
        return cards;
    }

    private static byte[] bytes(Path file) {
        return Folders.text(file).getBytes(StandardCharsets.UTF_8);
    }

    /** The first card of a name, and those that followed it. */
    private Path file(Card card) {
        String version = card.version() > 1 ? "." + card.version() : "";
        return roster().resolve(card.name() + version + CARD);
    }

    /** The bytes of one's own newest card, to hand over. */
    public byte[] ownCard() {
        return bytes(file(readRoster().ownCard()));
    }

    /** The cards that followed others, as their bytes; those that a running node may not know. */
    List<byte[]> laterCards() {
        return readRoster().everyCard().stream()
                .filter(card -> card.version() > 1)
                .map(card -> bytes(file(card)))
                .toList();
    }

    /** Keeps the cards that logs announced, so that what follows them can be told by hand too. */
    void keep(Roster roster) {
        for (Card card : roster.everyCard()) {
            roster.signed(card).ifPresent(signed -> keep(card, signed));
        }
    }

    /** Keeps a card beside those before it. */
    void keep(Card card, byte[] signed) {
        if (!Files.isRegularFile(file(card))) {
            NewFile.write(file(card), signed, false);
        }
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
        Roster roster = NodeView.read(this).roster();
        keep(roster);
        Optional<Card> before = roster.card(card.name());
        boolean known = roster.everyCard().stream().anyMatch(one -> one.hash().equals(card.hash()));
        if (known) {
            return card;
        }
        if (before.isPresent() && card.version() > before.get().version()) {
            Card.readSuccessor(bytes, before.get(), from);
        } else if (before.isPresent() && !before.get().hasKeysOf(card)) {
            throw new ParleyException(
                    Code.CONFLICT,
                    from,
                    "another card of " + card.name() + " is believed here",
                    "ask them by voice; a new key comes with a card that the old one signed");
        }
        NewFile.write(file(card), bytes, true);
        return card;
    }

    void writeOwnCard(Card card, KeyRing keys, Optional<Card> lost, Optional<byte[]> lostBytes) {
        try {
            Files.createDirectories(roster());
        } catch (IOException e) {
            throw new ParleyException(
                    Code.UNWRITABLE,
                    Place.of(Folders.shown(roster())),
                    Folders.why(e),
                    "check the path and the permissions");
        }
        lost.ifPresent(one -> keep(one, lostBytes.orElseThrow()));
        NewFile.write(file(card), card.signed(keys.log()), true);
    }
}
