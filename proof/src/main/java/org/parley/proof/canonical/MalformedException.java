// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.canonical;

/**
 * A text that is not canonical JSON, or not a statement. Refusing is the only answer to it: a text
 * that could be read in two ways must not be hashed or signed.
 */
public final class MalformedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why a text is refused: the closed list of docs/formats/canonical-json.md. */
    public enum Reason {
        TOO_LARGE("longer than the limit"),
        TOO_DEEP("nested deeper than the limit"),
        NOT_UTF8("not UTF-8"),
        ENDS_EARLY("the text ends too early"),
        TRAILING("something follows the end"),
        WHITESPACE("white space between values"),
        NULL("null"),
        NOT_AN_INTEGER("a number with a fraction or an exponent"),
        NUMBER_FORM("a number with a leading zero or plus sign, or minus zero"),
        NUMBER_TOO_LARGE("a number beyond 2^53-1"),
        DUPLICATE_KEY("a key that stands twice"),
        UNSORTED_KEYS("keys out of order"),
        ESCAPE("an escape that is unknown or not the shortest"),
        CONTROL_CHARACTER("a bare control character in a string"),
        LONE_SURROGATE("half a surrogate pair"),
        UNASSIGNED("a code point that Unicode has not assigned"),
        NOT_NFC("text that is not in normal form C"),
        UNEXPECTED("a character that cannot stand here"),
        NOT_CANONICAL("differs from its own re-serialisation"),
        FIRST_LINE("the first line is not the format's name"),
        HEADER("the second line is not an object"),
        SIGNATURE("a signature line that is not well-formed"),
        DUPLICATE_SIGNATURE("a signature line that stands twice");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    private final Reason reason;
    private final int offset;

    MalformedException(Reason reason, int offset) {
        super("byte " + offset + ": " + reason.words());
        this.reason = reason;
        this.offset = offset;
    }

    public Reason reason() {
        return reason;
    }

    /** Where, in bytes from the start of the text; -1 for a value that was never a text. */
    public int offset() {
        return offset;
    }
}
