// SPDX-License-Identifier: Apache-2.0
package org.parley.bench;

import org.parley.log.BouncyEd25519;
import org.parley.proof.canonical.Json;
import org.parley.proof.canonical.StatementText;
import org.parley.proof.note.SignerKey;
import org.parley.proof.note.StatementSignatures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Signed statements, and what checking their signatures costs when nothing else is done. */
final class Strict {
    private Strict() {}

    /** A statement of the form that a node sends, by a party's office. */
    static StatementText statement(String party, long number, SignerKey office) {
        SortedMap<String, Json> header = new TreeMap<>();
        header.put("agreement", new Json.Str("exercise-bench@sha256:" + "0".repeat(64)));
        header.put("audience", new Json.Str("parties"));
        header.put("body", new Json.Str("sha256:" + String.format(Locale.ROOT, "%064x", number)));
        header.put("bytes", new Json.Int(300));
        header.put("form", new Json.Str("change"));
        header.put("from", new Json.Str(party));
        header.put("kind", new Json.Str("change"));
        header.put("made", new Json.Str("2030-10-01T09:00:00Z"));
        header.put(
                "sealed", new Json.Str("sha256:" + String.format(Locale.ROOT, "%064x", ~number)));
        header.put("to", new Json.Arr(List.of(new Json.Str("XB"))));
        header.put("under", new Json.Str("duties.change"));
        return StatementSignatures.sign(StatementText.of(new Json.Obj(header)), office);
    }

    /** One thread checks signatures strictly, of texts that it has read already. */
    static Clock.Row limit(SignerKey office, int number) throws Exception {
        List<StatementText> texts = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            texts.add(statement("XA", i, office));
        }
        BouncyEd25519 ed25519 = new BouncyEd25519();
        return Clock.time(
                "Strict Ed25519 checks of statements, one thread",
                number,
                2,
                3,
                () -> {
                    long sum = 0;
                    for (StatementText text : texts) {
                        sum +=
                                StatementSignatures.signers(
                                                text, List.of(office.verifier()), ed25519)
                                        .size();
                    }
                    if (sum != number) {
                        throw new IllegalStateException("a signature does not verify");
                    }
                    return sum;
                });
    }
}
