// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.canonical;

import org.parley.proof.canonical.MalformedException.Reason;
import org.parley.proof.canonical.StatementText.Signature;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the lines of one statement; it refuses whatever the writer would not have written. */
final class StatementReader {
    private static final byte[] DASH = "\u2014 ".getBytes(StandardCharsets.UTF_8);

    private final byte[] bytes;
    private int at;

    StatementReader(byte[] bytes) {
        this.bytes = bytes;
    }

    StatementText read() {
        int first = line(StatementText.HEADER_BYTES_MAX);
        if (!text(0, first).equals(StatementText.FIRST_LINE)) {
            throw new MalformedException(Reason.FIRST_LINE, 0);
        }
        // What is canonical is what would be written; what the first line is was compared.
        Json.Obj header = header();
        byte[] signed = Arrays.copyOf(bytes, at);
        List<Signature> signatures = new ArrayList<>();
        if (at < bytes.length) {
            int empty = at;
            if (line(StatementText.SIGNATURE_CHARS_MAX) > 0 || at == bytes.length) {
                throw new MalformedException(Reason.TRAILING, empty);
            }
            while (at < bytes.length) {
                addSignature(signatures);
            }
        }
        StatementText statement = new StatementText(header, signatures, signed);
        if (!Arrays.equals(statement.bytes(), bytes)) {
            throw new MalformedException(Reason.NOT_CANONICAL, 0);
        }
        return statement;
    }

    private Json.Obj header() {
        int start = at;
        int length = line(StatementText.HEADER_BYTES_MAX);
        try {
            Json json = CanonicalJson.read(Arrays.copyOfRange(bytes, start, start + length));
            if (json instanceof Json.Obj header) {
                return header;
            }
        } catch (MalformedException e) {
            throw new MalformedException(e.reason(), start + e.offset());
        }
        throw new MalformedException(Reason.HEADER, start);
    }

    private void addSignature(List<Signature> signatures) {
        int start = at;
        if (signatures.size() == StatementText.SIGNATURES_MAX) {
            throw new MalformedException(Reason.TOO_LARGE, start);
        }
        int length = line(StatementText.SIGNATURE_CHARS_MAX);
        boolean dashed =
                length >= DASH.length
                        && Arrays.equals(bytes, start, start + DASH.length, DASH, 0, DASH.length);
        String rest = dashed ? text(start + DASH.length, length - DASH.length) : "";
        int space = rest.indexOf(' ');
        if (space < 0) {
            throw new MalformedException(Reason.SIGNATURE, start);
        }
        Signature signature;
        try {
            signature = new Signature(rest.substring(0, space), rest.substring(space + 1));
        } catch (MalformedException e) {
            throw new MalformedException(e.reason(), start);
        }
        if (signatures.contains(signature)) {
            throw new MalformedException(Reason.DUPLICATE_SIGNATURE, start);
        }
        signatures.add(signature);
    }

    /** Passes one line and its end; returns its length in bytes without the end. */
    private int line(int lengthMax) {
        int start = at;
        while (at < bytes.length && bytes[at] != '\n') {
            if (at - start == lengthMax) {
                throw new MalformedException(Reason.TOO_LARGE, at);
            }
            at++;
        }
        if (at == bytes.length) {
            throw new MalformedException(Reason.ENDS_EARLY, at);
        }
        at++;
        return at - 1 - start;
    }

    /** Bytes that are not UTF-8 become replacement characters here and fail the last comparison. */
    private String text(int start, int length) {
        return new String(bytes, start, length, StandardCharsets.UTF_8);
    }
}
