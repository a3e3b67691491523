// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.party.Card;
import org.parley.party.Entry;
import org.parley.party.Node;
import org.parley.party.Proven;
import org.parley.proof.ProofException;
import org.parley.proof.canonical.CanonicalJson;
import org.parley.proof.canonical.Hash;
import org.parley.proof.canonical.StatementText;
import org.parley.proof.checkpoint.Checkpoint;
import org.parley.proof.merkle.TreeHasher;
import org.parley.proof.note.SignatureLine;
import org.parley.proof.note.Suite;
import org.parley.proof.note.VerifierKey;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * All that shows that a statement stands in its author's log, in the open: whoever reads it checks
 * it himself, with the page's script or with the files.
 */
record ProofPage(Look look, Frame frame, Node node, Proven proven, List<Signed> signatures) {
    /** What a page can show; the rest is in the file. */
    private static final int BODY_CHARS_MAX = 64 << 10;

    /**
     * A signature line and whose it is.
     *
     * @param of statement or checkpoint
     * @param line its number among the lines of that text, from 0
     * @param key by a card, if one has it
     * @param whose who, by which card, in which role
     */
    record Signed(
            String of,
            int line,
            String name,
            Optional<VerifierKey> key,
            Optional<Whose> whose,
            Optional<Instant> at) {}

    /** The card that a key stands on, and what it is there: log, office, mirror, witness. */
    record Whose(String card, String role) {}

    static ProofPage of(Look look, Node node, String ref) {
        Proven proven =
                node.prove(ref)
                        .orElseThrow(() ->
                                new ParleyException(
                                        Code.NOT_FOUND,
                                        Place.of("/node/proof"),
                                        "no statement \"" + Asked.shortened(ref) + "\"",
                                        "the node's page lists all of them"));
        List<Signed> signatures = new ArrayList<>();
        int at = 0;
        for (StatementText.Signature one : proven.progress().entry().text().signatures()) {
            SignatureLine line = new SignatureLine(one.name(), one.base64());
            signatures.add(signed(node, "statement", at++, line));
        }
        at = 0;
        for (SignatureLine line : proven.checkpoint().signatures()) {
            signatures.add(signed(node, "checkpoint", at++, line));
        }
        Frame frame = Frame.of(look, look.t("proof.title", ref), node.agreement().exercise());
        return new ProofPage(look, frame, node, proven, List.copyOf(signatures));
    }

    private static Signed signed(Node node, String of, int at, SignatureLine line) {
        for (Card card : node.roster().cards()) {
            for (Role role : roles(card)) {
                for (VerifierKey key : role.keys()) {
                    if (key.isOf(line)) {
                        return new Signed(
                                of,
                                at,
                                line.name(),
                                Optional.of(key),
                                Optional.of(new Whose(card.name(), role.name())),
                                time(key, line));
                    }
                }
            }
        }
        return new Signed(
                of, at, line.name(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private record Role(String name, List<VerifierKey> keys) {}

    private static List<Role> roles(Card card) {
        return List.of(
                new Role("log", card.log()),
                new Role("office", card.offices()),
                new Role("mirror", card.mirror()),
                new Role("cosigner", card.witness()));
    }

    private static Optional<Instant> time(VerifierKey key, SignatureLine line) {
        try {
            return key.suite().isTimed()
                    ? Optional.of(Instant.ofEpochSecond(key.time(line)))
                    : Optional.empty();
        } catch (ProofException e) {
            // A line of the wrong length: the checks below say so.
            return Optional.empty();
        }
    }

    Entry entry() {
        return proven.progress().entry();
    }

    /** The text as it lies in the log; nothing when it is no text of a statement. */
    Optional<String> text() {
        return entry().fault().filter(Entry.Fault.MALFORMED::equals).isPresent()
                ? Optional.empty()
                : Optional.of(new String(proven.leaf(), StandardCharsets.UTF_8));
    }

    Optional<String> body() {
        return proven.body()
                .map(CanonicalJson::text)
                .filter(text -> text.length() <= BODY_CHARS_MAX);
    }

    Hash leaf() {
        return TreeHasher.leafHash(proven.leaf());
    }

    Checkpoint checkpoint() {
        return Checkpoint.of(proven.checkpoint());
    }

    String note() {
        return new String(proven.checkpoint().bytes(), StandardCharsets.UTF_8);
    }

    List<String> path() {
        return proven.inclusion().hashes().stream()
                .map(hash -> Base64.getEncoder().encodeToString(hash.bytes()))
                .toList();
    }

    /** The written form of a key that a browser can use; the others are too long to read. */
    Optional<String> shownKey(Signed signed) {
        return signed.key().filter(key -> key.suite() != Suite.ML_DSA_44).map(VerifierKey::format);
    }

    String suite(Signed signed) {
        return signed.key()
                .map(key ->
                        switch (key.suite()) {
                            case ED25519 -> "Ed25519";
                            case ED25519_COSIGNATURE -> "Ed25519 (cosignature/v1)";
                            case ML_DSA_44 -> "ML-DSA-44";
                        })
                .orElse("");
    }

    /** Who signed and as what: {@code Arden, log}. */
    String whose(Signed signed) {
        return signed.whose()
                .map(one ->
                        (node.agreement().isParty(one.card()) ? look.party(one.card()) : one.card())
                                + ", "
                                + look.t("proof.role." + one.role()))
                .orElse(look.t("proof.nobody"));
    }

    /** The name that its files bear. */
    String stem() {
        return entry().ref().replace('/', '-');
    }

    String toFile(String ending) {
        return "/node/proof/" + Page.segments(entry().ref()) + "/" + stem() + ending;
    }

    String toProof(Entry other) {
        return to(look, other.ref());
    }

    static String to(Look look, String ref) {
        return "/node/proof/" + Page.segments(ref) + look.asked().query();
    }
}
