// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.note;

import org.parley.proof.ProofException;
import org.parley.proof.ProofException.Reason;
import org.parley.proof.canonical.StatementText;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** How officers sign the text of a statement, and how that is checked. Stateless. */
public final class StatementSignatures {
    private StatementSignatures() {}

    /**
     * The statement with one more signature.
     *
     * @throws ProofException when the key signs checkpoints only
     */
    public static StatementText sign(StatementText statement, SignerKey key) {
        SignatureLine line = key.sign(statement.signedBytes());
        return statement.signedBy(new StatementText.Signature(line.name(), line.base64()));
    }

    /**
     * The keys among these that signed, in the order of the lines; none when nobody known did.
     *
     * @throws ProofException when a line of a known key is wrong
     */
    public static List<VerifierKey> signers(
            StatementText statement, Collection<VerifierKey> known, Ed25519 ed25519) {
        byte[] text = statement.signedBytes();
        List<VerifierKey> signers = new ArrayList<>();
        for (StatementText.Signature signature : statement.signatures()) {
            SignatureLine line = new SignatureLine(signature.name(), signature.base64());
            for (VerifierKey key : known) {
                if (!key.isOf(line)) {
                    continue;
                }
                // A key for cosignatures has no say about statements, whatever it signed.
                if (key.suite() != Suite.ED25519 || !key.verifiesBytes(text, line, ed25519)) {
                    throw new ProofException(Reason.BAD_SIGNATURE, key.name());
                }
                if (!signers.contains(key)) {
                    signers.add(key);
                }
            }
        }
        return List.copyOf(signers);
    }

    /** The same with the JDK's Ed25519. */
    public static List<VerifierKey> signers(
            StatementText statement, Collection<VerifierKey> known) {
        return signers(statement, known, Ed25519.jdk());
    }
}
