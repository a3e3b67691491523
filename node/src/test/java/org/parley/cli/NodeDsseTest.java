// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Envelopes hold for whoever reads the specification of DSSE and knows nothing of Parley. */
final class NodeDsseTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** SubjectPublicKeyInfo of Ed25519 up to the key (RFC 8410). */
    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

    @TempDir Path folder;

    private Homes homes = new Homes(Path.of("."));

    @BeforeEach
    void oneDeclaration() throws IOException {
        homes = new Homes(folder);
        homes.begin();
        homes.done(Homes.DECLARE + " audience=parties --home @XA");
        homes.carry();
    }

    private static byte[] signed(String type, byte[] payload) {
        String before = "DSSEv1 " + type.length() + " " + type + " " + payload.length + " ";
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        all.writeBytes(payload);
        return all.toByteArray();
    }

    /** With the key of the card and the JDK's own Ed25519. */
    private boolean holds(JsonNode envelope, byte[] payload) throws Exception {
        String keyId = envelope.get("signatures").get(0).get("keyid").asString();
        assertThat(Files.readString(homes.path("XA.card"))).contains(keyId);
        byte[] key = Base64.getDecoder().decode(keyId.replaceFirst("^[^+]+\\+[0-9a-f]{8}\\+", ""));
        ByteArrayOutputStream spki = new ByteArrayOutputStream();
        spki.writeBytes(SPKI);
        spki.writeBytes(Arrays.copyOfRange(key, 1, key.length));
        Signature ed25519 = Signature.getInstance("Ed25519");
        ed25519.initVerify(
                KeyFactory.getInstance("Ed25519")
                        .generatePublic(new X509EncodedKeySpec(spki.toByteArray())));
        ed25519.update(signed(envelope.get("payloadType").asString(), payload));
        return ed25519.verify(
                Base64.getDecoder()
                        .decode(envelope.get("signatures").get(0).get("sig").asString()));
    }

    @Test
    void theSignatureHoldsOverWhatTheSpecificationSaysAndOverNothingElse() throws Exception {
        JsonNode envelope = JSON.readTree(homes.done("node dsse XA/0 --home @XA"));
        byte[] payload = Base64.getDecoder().decode(envelope.get("payload").asString());
        assertThat(holds(envelope, payload)).isTrue();
        payload[40] ^= 1;
        assertThat(holds(envelope, payload)).isFalse();
    }

    @Test
    void afterAChangeOfKeysTheNewOneSigns() {
        String before = keyId();
        homes.done("node rotate --all --home @XA");
        String after = keyId();
        assertThat(after).isNotEqualTo(before);
        homes.done("node rotate --finish --home @XA");
        assertThat(keyId()).isEqualTo(after);
    }

    private String keyId() {
        JsonNode envelope = JSON.readTree(homes.done("node dsse XA/0 --home @XA"));
        return envelope.get("signatures").get(0).get("keyid").asString();
    }

    @Test
    void headerBodyAndIdBelongTogether() throws Exception {
        homes.done("node dsse XA/0 @a.dsse.json --home @XA");
        assertThat(homes.run("node dsse XA/0 @a.dsse.json --home @XA").err()).contains("--force");
        JsonNode envelope = JSON.readTree(Files.readString(homes.path("a.dsse.json")));
        JsonNode payload =
                JSON.readTree(Base64.getDecoder().decode(envelope.get("payload").asString()));

        assertThat(payload.get("exercise").asString()).isEqualTo("EXERCISE 演练");
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        byte[] body = payload.get("body").toString().getBytes(StandardCharsets.UTF_8);
        assertThat(payload.get("header").get("body").asString())
                .isEqualTo("sha256:" + HexFormat.of().formatHex(sha256.digest(body)));
        sha256.update((byte) 0);
        String text = "parley/statement/v1\n" + payload.get("header") + "\n";
        assertThat(payload.get("id").asString())
                .isEqualTo(
                        "sha256:"
                                + HexFormat.of()
                                        .formatHex(
                                                sha256.digest(
                                                        text.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void onlyOwnWordsThatAreHereAreSignedAndOnlyByEnoughOffices() {
        homes.done("accept re=XA/0 --home @XB");
        homes.carry();
        assertThat(homes.run("node dsse XB/1 --home @XA").err())
                .contains("only what its own party said");
        assertThat(homes.run("node dsse XA/0 --office none --home @XA").err())
                .contains("no key office-none");
        homes.done("node erase XA/0 --why mistake --home @XA");
        assertThat(homes.run("node dsse XA/0 --home @XA").err()).contains("was erased");
    }
}
