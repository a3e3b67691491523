// SPDX-License-Identifier: Apache-2.0
package org.parley.proof;

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

    private final Reason reason;

    /**
     * @param detail what was expected and what was there, without the reason's own words
     */
    public ProofException(Reason reason, String detail) {
        super(reason.words() + ": " + detail);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
