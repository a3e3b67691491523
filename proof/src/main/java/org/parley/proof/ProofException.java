// SPDX-License-Identifier: Apache-2.0
package org.parley.proof;

import org.parley.proof.canonical.Hash;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A text, key or proof that does not hold. Refusing is the only answer to it; the message says what
 * was expected and what was there instead.
 */
public final class ProofException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why something is refused: a closed list. */
    public enum Reason {
        TOO_LARGE("longer than the limit"),
        NOT_UTF8("not UTF-8"),
        CONTROL_CHARACTER("a control character other than a line feed"),
        FORM("not in the form the format asks for"),
        NUMBER("not a whole number in its shortest decimal form"),
        BASE64("not base64 in its only form"),
        KEY("not a key, or its key hash is not that of its name and bytes"),
        WEAK_KEY("a public key outside the group that signatures are made in"),
        WRONG_SUITE("a key of a kind that cannot be used here"),
        NO_KNOWN_KEY("not signed by any key that is known here"),
        BAD_SIGNATURE("a signature by a known key that does not verify"),
        OFFICES("not signed as the card that holds at this place asks for"),
        OUT_OF_RANGE("an index or size outside the tree"),
        PROOF_LENGTH("a proof with too few or too many hashes"),
        ROOT("a root hash other than the one that was signed"),
        ENTRY("an entry other than the one that was signed"),
        MISSING("a file of the log that is not there"),
        ORIGIN("another log than the one that was asked for"),
        QUORUM("too few cosignatures for the policy"),
        NO_CONFLICT("two checkpoints that do not contradict each other");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    private static final long NOWHERE = -1;

    private final Reason reason;
    private final long index;
    private final String expected;
    private final String actual;

    /**
     * A refusal without an index or hashes.
     *
     * @param detail what was expected and what was there, without the reason's own words
     */
    public ProofException(Reason reason, String detail) {
        super(reason.words() + ": " + detail);
        this.reason = reason;
        this.index = NOWHERE;
        this.expected = "";
        this.actual = "";
    }

    private ProofException(Reason reason, String place, long index, Hash expected, Hash actual) {
        super(reason.words() + ": " + place + ": expected " + expected + ", computed " + actual);
        this.reason = reason;
        this.index = index;
        this.expected = expected.hex();
        this.actual = actual.hex();
    }

    /**
     * Two hashes that should be one.
     *
     * @param place what was hashed
     */
    public static ProofException of(Reason reason, String place, Hash expected, Hash actual) {
        return new ProofException(reason, place, NOWHERE, expected, actual);
    }

    /** An entry that is not the one whose hash was signed. */
    public static ProofException ofEntry(long index, Hash expected, Hash actual) {
        return new ProofException(Reason.ENTRY, "entry " + index, index, expected, actual);
    }

    public Reason reason() {
        return reason;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** Which entry of the log, if it is about one. */
    public OptionalLong index() {
        return index == NOWHERE ? OptionalLong.empty() : OptionalLong.of(index);
    }

    /** The hash that was signed or given, if it is about a hash. */
    public Optional<Hash> expected() {
        return expected.isEmpty() ? Optional.empty() : Optional.of(new Hash(expected));
    }

    /** The hash that was computed from what is there. */
    public Optional<Hash> actual() {
        return actual.isEmpty() ? Optional.empty() : Optional.of(new Hash(actual));
    }
}
