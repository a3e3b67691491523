// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.canonical;

import org.parley.proof.canonical.MalformedException.Reason;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;

/**
 * The written form of a statement: the format's name on the first line, the header as canonical
 * JSON on the second, and, after an empty line, the signature lines of a C2SP signed note. Who
 * signed with which key is for the reader of the signatures to find out; here they are only lines.
 * Immutable. The format is docs/formats/statement.md.
 */
public final class StatementText {
    public static final String FIRST_LINE = "parley/statement/v1";

    /** A header names things; what is said stands in the body, which is another text. */
    public static final int HEADER_BYTES_MAX = 64 << 10;

    /** What the common readers of signed notes allow. */
    public static final int SIGNATURES_MAX = 100;

    /** Room for a post-quantum signature (ML-DSA-87: 4,627 bytes) in base64 with its name. */
    public static final int SIGNATURE_CHARS_MAX = 16 << 10;

    private static final byte[] LEAF = {0};
    private static final String DASH = "\u2014 ";

    /**
     * One signature line: {@code — name base64}.
     *
     * @param name of the key; no space, no plus sign
     * @param base64 four bytes of key hash, then the signature, in the only base64 there is for
     *     them
     */
    public record Signature(String name, String base64) {
        /** The key hash of a signed note. */
        private static final int KEY_HASH_BYTES = 4;

        public Signature {
            boolean named = !name.isEmpty() && name.indexOf('+') < 0;
            boolean oneWord = name.codePoints().noneMatch(Signature::isSpaceOrControl);
            if (!named || !oneWord || Json.whyNotText(name).isPresent() || !isStrict(base64)) {
                throw new MalformedException(Reason.SIGNATURE, -1);
            }
        }

        private static boolean isSpaceOrControl(int c) {
            return Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || Character.isISOControl(c);
        }

        public static Signature of(String name, byte[] keyHashAndSignature) {
            return new Signature(name, Base64.getEncoder().encodeToString(keyHashAndSignature));
        }

        public byte[] keyHash() {
            return Arrays.copyOf(decoded(), KEY_HASH_BYTES);
        }

        public byte[] signature() {
            byte[] all = decoded();
            return Arrays.copyOfRange(all, KEY_HASH_BYTES, all.length);
        }

        private byte[] decoded() {
            return Base64.getDecoder().decode(base64);
        }

        private static boolean isStrict(String base64) {
            try {
                byte[] bytes = Base64.getDecoder().decode(base64);
                return bytes.length > KEY_HASH_BYTES
                        && Base64.getEncoder().encodeToString(bytes).equals(base64);
            } catch (IllegalArgumentException e) {
                return false;
            }
        }

        String line() {
            return DASH + name + " " + base64 + "\n";
        }
    }

    private final Json.Obj header;
    private final List<Signature> signatures;

    /** The first two lines. Written once: it is what is hashed, signed, checked and kept. */
    private final byte[] signed;

    /**
     * @throws MalformedException when the header is longer than {@link #HEADER_BYTES_MAX}, or a
     *     signature stands twice, or there are more than {@link #SIGNATURES_MAX}
     */
    public StatementText(Json.Obj header, List<Signature> signatures) {
        this(header, signatures, lines(header));
    }

    /**
     * @param signed the first two lines with their line ends, the second the canonical text of the
     *     header; never changed
     */
    StatementText(Json.Obj header, List<Signature> signatures, byte[] signed) {
        this.header = header;
        this.signatures = List.copyOf(signatures);
        this.signed = signed;
        if (signed.length - FIRST_LINE.length() - 2 > HEADER_BYTES_MAX
                || signatures.size() > SIGNATURES_MAX) {
            throw new MalformedException(Reason.TOO_LARGE, -1);
        }
        if (signatures.size() > 1 && new HashSet<>(signatures).size() < signatures.size()) {
            throw new MalformedException(Reason.DUPLICATE_SIGNATURE, -1);
        }
    }

    private static byte[] lines(Json.Obj header) {
        return (FIRST_LINE + "\n" + CanonicalJson.text(header) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A statement that nobody has signed yet. */
    public static StatementText of(Json.Obj header) {
        return new StatementText(header, List.of());
    }

    public Json.Obj header() {
        return header;
    }

    public List<Signature> signatures() {
        return signatures;
    }

    public StatementText signedBy(Signature signature) {
        List<Signature> more = new ArrayList<>(signatures);
        more.add(signature);
        return new StatementText(header, more, signed);
    }

    /** The first two lines with their line ends: what the signatures sign. */
    public byte[] signedBytes() {
        return signed.clone();
    }

    /** The whole text. */
    public byte[] bytes() {
        if (signatures.isEmpty()) {
            return signed.clone();
        }
        StringBuilder lines = new StringBuilder("\n");
        signatures.forEach(s -> lines.append(s.line()));
        byte[] rest = lines.toString().getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(signed, signed.length + rest.length);
        System.arraycopy(rest, 0, all, signed.length, rest.length);
        return all;
    }

    /**
     * The statement's identity: SHA-256 of a zero byte and {@link #signedBytes}. A second officer's
     * signature does not change it.
     */
    public Hash id() {
        return Hash.of(LEAF, signed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StatementText text
                && text.header.equals(header)
                && text.signatures.equals(signatures);
    }

    @Override
    public int hashCode() {
        return 31 * header.hashCode() + signatures.hashCode();
    }

    @Override
    public String toString() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /**
     * Reads exactly what {@link #bytes} writes.
     *
     * @throws MalformedException when the bytes are anything else
     */
    public static StatementText read(byte[] bytes) {
        return new StatementReader(bytes).read();
    }
}
