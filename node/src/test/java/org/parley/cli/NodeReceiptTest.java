// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import COSE.KeyKeys;
import COSE.Message;
import COSE.MessageTag;
import COSE.OneKey;
import COSE.Sign1Message;

import com.upokecenter.cbor.CBORObject;

import net.i2p.crypto.eddsa.EdDSASecurityProvider;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.Security;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Receipts hold for a COSE library that others wrote, and knows nothing of Parley. */
final class NodeReceiptTest {
    private static final String VERIFY = "verify @a.receipt --card @XA.card --entry ";

    @TempDir Path folder;

    private Homes homes = new Homes(Path.of("."));

    @BeforeEach
    void twoDeclarations() throws IOException {
        homes = new Homes(folder);
        homes.begin();
        homes.done(Homes.DECLARE + " audience=parties --home @XA");
        homes.done(
                "declare under=duties.half_yearly_data as-of=2030-07-01 counts.launchers=779"
                        + " counts.deployed_warheads=1498 counts.deployed_vehicles=689"
                        + " audience=parties --home @XA");
    }

    /** The library asks for its own Ed25519 by the name of its provider. */
    @BeforeAll
    static void ed25519OfThePeer() {
        Security.addProvider(new EdDSASecurityProvider());
    }

    @AfterAll
    static void withoutIt() {
        Security.removeProvider(EdDSASecurityProvider.PROVIDER_NAME);
    }

    private void receipt(String ref) {
        homes.done("node receipt " + ref + " @a.receipt --entry @a.entry --force --home @XA");
    }

    private static byte[] sha256(byte[]... parts) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        Arrays.stream(parts).forEach(digest::update);
        return digest.digest();
    }

    /** The root of a tree of two, by hand, and the signature by the other library. */
    private boolean holdsForThePeer(byte[] receipt, byte[] entry, int index) throws Exception {
        Sign1Message message = (Sign1Message) Message.DecodeFromBytes(receipt, MessageTag.Sign1);
        CBORObject proof =
                CBORObject.DecodeFromBytes(
                        message.getUnprotectedAttributes()
                                .get(CBORObject.FromObject(396))
                                .get(CBORObject.FromObject(-1))
                                .get(0)
                                .GetByteString());
        assertThat(proof.get(0).AsInt32Value()).isEqualTo(2);
        assertThat(proof.get(1).AsInt32Value()).isEqualTo(index);
        byte[] sibling = proof.get(2).get(0).GetByteString();
        byte[] leaf = sha256(new byte[] {0}, entry);
        byte[] root =
                index == 0
                        ? sha256(new byte[] {1}, leaf, sibling)
                        : sha256(new byte[] {1}, sibling, leaf);
        CBORObject key = CBORObject.NewMap();
        key.Add(KeyKeys.KeyType.AsCBOR(), KeyKeys.KeyType_OKP);
        key.Add(KeyKeys.OKP_Curve.AsCBOR(), KeyKeys.OKP_Ed25519);
        key.Add(KeyKeys.OKP_X.AsCBOR(), CBORObject.FromObject(cardKey()));
        message.SetContent(root);
        return message.validate(new OneKey(key));
    }

    /** The Ed25519 key of the log as it stands on the card: type 1, then the key. */
    private byte[] cardKey() throws IOException {
        Matcher keys =
                Pattern.compile("\"exercise/[^\"+]*/XA\\+[0-9a-f]{8}\\+(AQ?[^\"]{43})\"")
                        .matcher(Files.readString(homes.path("XA.card")));
        assertThat(keys.find()).as(Files.readString(homes.path("XA.card"))).isTrue();
        byte[] typed = Base64.getDecoder().decode(keys.group(1));
        assertThat(typed).hasSize(33).startsWith(1);
        return Arrays.copyOfRange(typed, 1, typed.length);
    }

    @Test
    void aLibraryOfOthersChecksTheSignatureAndNoOtherEntryPasses() throws Exception {
        for (int index = 0; index < 2; index++) {
            receipt("XA/" + index);
            byte[] bytes = Files.readAllBytes(homes.path("a.receipt"));
            byte[] entry = Files.readAllBytes(homes.path("a.entry"));
            assertThat(holdsForThePeer(bytes, entry, index)).isTrue();
            entry[0] ^= 1;
            assertThat(holdsForThePeer(bytes, entry, index)).isFalse();
        }
    }

    @Test
    void verifySaysThatItHoldsOrWhichStepFailed() throws Exception {
        receipt("XA/1");
        assertThat(homes.done(VERIFY + "@a.entry")).contains("It holds.").contains("1 of 2");
        Files.writeString(homes.path("b.entry"), "EXERCISE another\n");
        Session other = homes.run(VERIFY + "@b.entry");
        assertThat(other.code()).isEqualTo(1);
        assertThat(other.out()).contains("FAILED").contains("signature of the log");
        Session stranger = homes.run("verify @a.receipt --card @XB.card --entry @a.entry");
        assertThat(stranger.code()).isEqualTo(1);
        assertThat(stranger.out()).contains("not signed by any key that is known here");
        assertThat(homes.run("verify @a.receipt --card @XA.card").code()).isEqualTo(2);
        byte[] bytes = Files.readAllBytes(homes.path("a.receipt"));
        Files.write(homes.path("a.receipt"), Arrays.copyOf(bytes, 100));
        Session cut = homes.run(VERIFY + "@a.entry");
        assertThat(cut.code()).isEqualTo(1);
        assertThat(cut.out()).contains("ends too early");
    }

    @Test
    void onlyOwnEntriesHaveOneAndNothingInTheFolderChanges() throws Exception {
        Map<Path, String> before = contents();
        receipt("XA/0");
        assertThat(contents()).isEqualTo(before);
        assertThat(homes.run("node receipt XA/0 @a.receipt --home @XA").err()).contains("--force");
        assertThat(homes.run("node receipt XA/9 @b.receipt --home @XA").err())
                .contains("no statement of that name");
        homes.done(Homes.DECLARE + " audience=parties --home @XB");
        assertThat(homes.run("node receipt XB/0 @b.receipt --home @XB").err())
                .contains("the only entry of its log");
        homes.carry();
        assertThat(homes.run("node receipt XB/0 @b.receipt --home @XA").err())
                .contains("own entries only");
    }

    private Map<Path, String> contents() throws Exception {
        Map<Path, String> all = new TreeMap<>();
        for (Path file : homes.files("XA")) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Files.copy(file, bytes);
            all.put(file, Base64.getEncoder().encodeToString(sha256(bytes.toByteArray())));
        }
        return all;
    }
}
