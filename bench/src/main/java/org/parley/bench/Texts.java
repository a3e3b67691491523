// SPDX-License-Identifier: Apache-2.0
package org.parley.bench;

import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.parley.proof.canonical.Json;
import org.parley.proof.canonical.StatementText;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a statement costs before it is decoded: reading, hashing, signatures. */
final class Texts {
    private final List<byte[]> texts = new ArrayList<>();

    Texts(int number) {
        for (int i = 0; i < number; i++) {
            texts.add(StatementText.of(new Json.Obj(header(i))).bytes());
        }
    }

    private static SortedMap<String, Json> header(int i) {
        SortedMap<String, Json> header = new TreeMap<>();
        header.put("agreement", new Json.Str("exercise-bench@sha256:" + "0".repeat(64)));
        header.put("audience", new Json.Str("public"));
        header.put("body", new Json.Str("sha256:" + String.format(Locale.ROOT, "%064x", i)));
        header.put("form", new Json.Str("change"));
        header.put("from", new Json.Str("XA"));
        header.put("kind", new Json.Str("change"));
        header.put("made", new Json.Str("2020-10-01T09:00:00Z"));
        header.put("to", new Json.Arr(List.of(new Json.Str("XB"))));
        header.put("under", new Json.Str("duties.change"));
        return header;
    }

    int size() {
        return texts.size();
    }

    /** Reads every text and refuses what is not in canonical form. */
    long parse() {
        long sum = 0;
        for (byte[] text : texts) {
            sum += StatementText.read(text).header().members().size();
        }
        return sum;
    }

    /** The id of every statement that was read. */
    static long hash(List<StatementText> statements) {
        long sum = 0;
        for (StatementText statement : statements) {
            sum += statement.id().hashCode();
        }
        return sum;
    }

    List<StatementText> read() {
        return texts.stream().map(StatementText::read).toList();
    }

    /** Ed25519 of one library. */
    interface Signer {
        byte[] sign(byte[] text) throws Exception;

        boolean verifies(byte[] text, byte[] signature) throws Exception;
    }

    static Signer bouncyCastle() {
        Ed25519PrivateKeyParameters key = new Ed25519PrivateKeyParameters(new SecureRandom());
        Ed25519PublicKeyParameters open = key.generatePublicKey();
        return new Signer() {
            @Override
            public byte[] sign(byte[] text) {
                byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
                key.sign(Ed25519.Algorithm.Ed25519, null, text, 0, text.length, signature, 0);
                return signature;
            }

            @Override
            public boolean verifies(byte[] text, byte[] signature) {
                return open.verify(
                        Ed25519.Algorithm.Ed25519, null, text, 0, text.length, signature, 0);
            }
        };
    }

    static Signer jdk() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        PrivateKey key = pair.getPrivate();
        PublicKey open = pair.getPublic();
        return new Signer() {
            @Override
            public byte[] sign(byte[] text) throws Exception {
                Signature signature = Signature.getInstance("Ed25519");
                signature.initSign(key);
                signature.update(text);
                return signature.sign();
            }

            @Override
            public boolean verifies(byte[] text, byte[] signed) throws Exception {
                Signature signature = Signature.getInstance("Ed25519");
                signature.initVerify(open);
                signature.update(text);
                return signature.verify(signed);
            }
        };
    }

    List<byte[]> sign(Signer signer, int number) throws Exception {
        List<byte[]> signatures = new ArrayList<>();
        for (byte[] text : texts.subList(0, number)) {
            signatures.add(signer.sign(text));
        }
        return signatures;
    }

    void verify(Signer signer, List<byte[]> signatures) throws Exception {
        for (int i = 0; i < signatures.size(); i++) {
            if (!signer.verifies(texts.get(i), signatures.get(i))) {
                throw new IllegalStateException("a signature does not verify");
            }
        }
    }
}
