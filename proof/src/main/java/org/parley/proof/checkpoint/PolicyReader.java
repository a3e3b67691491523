// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.checkpoint;

import org.parley.proof.ProofException;
import org.parley.proof.ProofException.Reason;
import org.parley.proof.checkpoint.Policy.Group;
import org.parley.proof.checkpoint.Policy.Known;
import org.parley.proof.note.Lines;
import org.parley.proof.note.Suite;
import org.parley.proof.note.VerifierKey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the lines of one policy file. For one thread and one file. */
final class PolicyReader {
    private static final int BYTES_MAX = 1_000_000;
    private static final int DEFINED_MAX = 1_000;

    private final List<Known> logs = new ArrayList<>();
    private final Map<String, Known> witnesses = new LinkedHashMap<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Set<String> members = new HashSet<>();
    private Optional<String> quorum = Optional.empty();

    private PolicyReader() {}

    static Policy read(byte[] bytes) {
        // Tabs are white space here and nowhere else.
        String text = Lines.text(withoutTabs(bytes), BYTES_MAX);
        if (!text.endsWith("\n")) {
            throw new ProofException(Reason.FORM, "a policy ends with a line feed");
        }
        PolicyReader reader = new PolicyReader();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            try {
                reader.line(lines[i]);
            } catch (ProofException e) {
                throw new ProofException(e.reason(), "line " + (i + 1) + ": " + e.getMessage());
            }
        }
        String quorum =
                reader.quorum.orElseThrow(
                        () -> new ProofException(Reason.FORM, "a policy has a quorum line"));
        return new Policy(reader.logs, reader.witnesses, reader.groups, quorum);
    }

    private static byte[] withoutTabs(byte[] bytes) {
        byte[] spaced = bytes.clone();
        for (int i = 0; i < spaced.length; i++) {
            if (spaced[i] == '\t') {
                spaced[i] = ' ';
            }
        }
        return spaced;
    }

    private void line(String line) {
        List<String> words = Arrays.stream(line.split(" +", -1)).filter(w -> !w.isEmpty()).toList();
        if (words.isEmpty() || words.getFirst().startsWith("#")) {
            return;
        }
        List<String> rest = words.subList(1, words.size());
        switch (words.getFirst()) {
            case "log" -> log(rest);
            case "witness" -> witness(rest);
            case "group" -> group(rest);
            case "quorum" -> quorum(rest);
            default ->
                    throw new ProofException(
                            Reason.FORM,
                            "expected log, witness, group or quorum, not "
                                    + Lines.quoted(words.getFirst()));
        }
    }

    private void log(List<String> words) {
        expect(words.size() == 1 || words.size() == 2, "log VKEY [URL]");
        expect(logs.size() < DEFINED_MAX, "at most " + DEFINED_MAX + " logs");
        VerifierKey key = VerifierKey.parse(words.getFirst());
        if (key.suite() == Suite.ED25519_COSIGNATURE) {
            throw new ProofException(Reason.WRONG_SUITE, "a log with a key for cosignatures");
        }
        logs.add(known(key, words.subList(1, words.size()), "a log"));
    }

    private void witness(List<String> words) {
        expect(words.size() == 2 || words.size() == 3, "witness NAME VKEY [URL]");
        VerifierKey key = VerifierKey.parse(words.get(1));
        if (!key.suite().isTimed()) {
            throw new ProofException(Reason.WRONG_SUITE, "a witness with a key for texts");
        }
        define(words.getFirst());
        witnesses.put(words.getFirst(), known(key, words.subList(2, words.size()), "a witness"));
    }

    /**
     * The specification forbids a key to stand twice among the logs or among the witnesses. Between
     * the two it is silent; here the owner of a log never counts as having witnessed it.
     */
    private Known known(VerifierKey key, List<String> url, String what) {
        boolean twice =
                logs.stream().anyMatch(l -> isSame(l.key(), key))
                        || witnesses.values().stream().anyMatch(w -> isSame(w.key(), key));
        expect(!twice, "the key of " + what + " stands twice");
        return new Known(key, url.stream().findFirst());
    }

    private static boolean isSame(VerifierKey one, VerifierKey other) {
        return Arrays.equals(one.publicKey(), other.publicKey());
    }

    private void group(List<String> words) {
        expect(words.size() >= 3, "group NAME all|any|K NAME…");
        List<String> names = words.subList(2, words.size());
        long threshold =
                switch (words.get(1)) {
                    case "all" -> names.size();
                    case "any" -> 1;
                    default -> Lines.number(words.get(1));
                };
        expect(threshold >= 1 && threshold <= names.size(), "a threshold from 1 to the members");
        for (String name : names) {
            expect(isDefined(name), Lines.quoted(name) + " is not defined above");
            expect(members.add(name), Lines.quoted(name) + " is a member twice");
        }
        define(words.getFirst());
        groups.put(words.getFirst(), new Group((int) threshold, names));
    }

    private void quorum(List<String> words) {
        expect(words.size() == 1, "quorum NAME");
        expect(quorum.isEmpty(), "one quorum");
        String name = words.getFirst();
        expect(
                name.equals(Policy.NONE) || isDefined(name),
                Lines.quoted(name) + " is not defined above");
        quorum = Optional.of(name);
    }

    private void define(String name) {
        expect(!name.equals(Policy.NONE) && !isDefined(name), Lines.quoted(name) + " is taken");
        expect(witnesses.size() + groups.size() < DEFINED_MAX, "at most 1000 names");
    }

    private boolean isDefined(String name) {
        return witnesses.containsKey(name) || groups.containsKey(name);
    }

    private static void expect(boolean holds, String expected) {
        if (!holds) {
            throw new ProofException(Reason.FORM, "expected: " + expected);
        }
    }
}
