// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.checkpoint;

import org.parley.proof.ProofException;
import org.parley.proof.ProofException.Reason;
import org.parley.proof.note.Ed25519;
import org.parley.proof.note.Note;
import org.parley.proof.note.VerifierKey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which logs are known, and who must have cosigned a checkpoint before it counts:
 * c2sp.org/tlog-policy. Immutable.
 *
 * @param witnesses and groups by name, in the order they were defined
 * @param quorum the name of a witness or group, or {@code none}
 */
public record Policy(
        List<Known> logs, Map<String, Known> witnesses, Map<String, Group> groups, String quorum) {
    /** The quorum that asks for nobody. */
    public static final String NONE = "none";

    /** A key, and where whoever holds it can be reached. */
    public record Known(VerifierKey key, Optional<String> url) {}

    /** Satisfied when at least {@code threshold} of its members are. */
    public record Group(int threshold, List<String> members) {
        public Group {
            members = List.copyOf(members);
        }
    }

    /** A checkpoint that satisfies a policy, and by what. */
    public record Accepted(
            Checkpoint checkpoint, List<VerifierKey> signers, List<Cosignature> cosignatures) {}

    public Policy {
        logs = List.copyOf(logs);
        witnesses = Collections.unmodifiableMap(new LinkedHashMap<>(witnesses));
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
    }

    /** One log, and nobody else needed. */
    public static Policy ofLog(Collection<VerifierKey> keys) {
        List<Known> logs = keys.stream().map(k -> new Known(k, Optional.empty())).toList();
        return new Policy(logs, Map.of(), Map.of(), NONE);
    }

    /**
     * Reads a policy file.
     *
     * @throws ProofException with the number of the line that is wrong
     */
    public static Policy parse(byte[] bytes) {
        return PolicyReader.read(bytes);
    }

    /** Whether these keys, which have cosigned, are enough. */
    public boolean isMetBy(Set<VerifierKey> cosigners) {
        return isMet(quorum, cosigners);
    }

    /** Groups only name what stands before them, so this ends. */
    private boolean isMet(String name, Set<VerifierKey> cosigners) {
        if (name.equals(NONE)) {
            return true;
        }
        Known witness = witnesses.get(name);
        if (witness != null) {
            return cosigners.contains(witness.key());
        }
        Group group = groups.get(name);
        if (group == null) {
            return false;
        }
        long met = group.members().stream().filter(m -> isMet(m, cosigners)).count();
        return met >= group.threshold();
    }

    /**
     * Checks the log's signature and the quorum of cosignatures on a checkpoint.
     *
     * @throws ProofException when the checkpoint does not satisfy this policy
     */
    public Accepted check(Note note) {
        return check(note, Ed25519.jdk());
    }

    /** The same as {@link #check(Note)}, with another maker of Ed25519 checks. */
    public Accepted check(Note note, Ed25519 ed25519) {
        List<VerifierKey> signers = checkLog(note, ed25519);
        List<Cosignature> cosignatures = checkQuorum(note, ed25519);
        return new Accepted(Checkpoint.of(note), signers, cosignatures);
    }

    /** Only the signature of the log that the checkpoint names; its keys that signed. */
    public List<VerifierKey> checkLog(Note note, Ed25519 ed25519) {
        Checkpoint checkpoint = Checkpoint.of(note);
        List<VerifierKey> keys =
                logs.stream()
                        .map(Known::key)
                        .filter(k -> k.name().equals(checkpoint.origin()))
                        .toList();
        if (keys.isEmpty()) {
            throw new ProofException(
                    Reason.NO_KNOWN_KEY, "the policy has no log " + checkpoint.origin());
        }
        return note.open(keys, ed25519);
    }

    /** Only the cosignatures; all there are by known witnesses. */
    public List<Cosignature> checkQuorum(Note note, Ed25519 ed25519) {
        List<VerifierKey> keys = new ArrayList<>();
        witnesses.values().forEach(w -> keys.add(w.key()));
        List<Cosignature> cosignatures = Cosignature.of(note, keys, ed25519);
        Set<VerifierKey> cosigners =
                cosignatures.stream().map(Cosignature::key).collect(Collectors.toSet());
        if (!isMetBy(cosigners)) {
            String who =
                    cosigners.stream()
                            .map(VerifierKey::name)
                            .sorted()
                            .collect(Collectors.joining(", "));
            throw new ProofException(
                    Reason.QUORUM,
                    "\"" + quorum + "\" is not met by " + (who.isEmpty() ? "nobody" : who));
        }
        return cosignatures;
    }

    /** The policy file, which {@link #parse} reads. */
    public String text() {
        StringBuilder out = new StringBuilder();
        logs.forEach(l -> out.append("log ").append(keyAndUrl(l)));
        witnesses.forEach(
                (n, w) -> out.append("witness ").append(n).append(' ').append(keyAndUrl(w)));
        groups.forEach((n, g) ->
                out.append("group ")
                        .append(n)
                        .append(' ')
                        .append(g.threshold())
                        .append(' ')
                        .append(String.join(" ", g.members()))
                        .append('\n'));
        return out.append("quorum ").append(quorum).append('\n').toString();
    }

    private static String keyAndUrl(Known known) {
        return known.key().format() + known.url().map(u -> " " + u).orElse("") + "\n";
    }
}
