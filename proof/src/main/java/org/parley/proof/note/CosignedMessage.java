// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.note;

import org.parley.proof.ProofException;
import org.parley.proof.ProofException.Reason;
import org.parley.proof.cbor.Cbor;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The exact bytes that are signed where they are no text by themselves: by a cosigner, as in
 * c2sp.org/tlog-cosignature, and in a COSE_Sign1. Stateless.
 */
public final class CosignedMessage {
    private static final String LABEL = "subtree/v1\n\0";
    private static final int NAME_BYTES_MAX = 255;
    private static final int HASH_BYTES = 32;

    private CosignedMessage() {}

    /**
     * What an Ed25519 cosigner signs.
     *
     * @param time in seconds since 1970
     * @param text of the checkpoint, with its final line end
     */
    public static byte[] ed25519(long time, String text) {
        checkTime(time);
        return ("cosignature/v1\ntime " + time + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * What an ML-DSA-44 cosigner signs about the leaves from {@code start} to {@code end}, which it
     * leaves out.
     *
     * @param time in seconds since 1970; 0 when nothing is said about it, as for every subtree that
     *     does not begin at leaf 0
     * @param root 32 bytes, of the subtree
     */
    public static byte[] mlDsa44(
            String cosigner, long time, String origin, long start, long end, byte[] root) {
        checkTime(time);
        if (start < 0 || end < start || start > 0 && time > 0) {
            throw new ProofException(
                    Reason.OUT_OF_RANGE, "leaves " + start + " to " + end + " at time " + time);
        }
        if (root.length != HASH_BYTES) {
            throw new ProofException(Reason.FORM, "a root of " + root.length + " bytes");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(LABEL.getBytes(StandardCharsets.UTF_8));
        appendName(cosigner, out);
        out.writeBytes(ByteBuffer.allocate(8).putLong(time).array());
        appendName(origin, out);
        out.writeBytes(ByteBuffer.allocate(16).putLong(start).putLong(end).array());
        out.writeBytes(root);
        return out.toByteArray();
    }

    /** What an ML-DSA-44 cosigner signs about the checkpoint with this text. */
    static byte[] mlDsa44(String cosigner, long time, String text) {
        String[] lines = text.split("\n", 4);
        if (lines.length < 4) {
            throw new ProofException(Reason.FORM, "no checkpoint: " + Lines.quoted(text));
        }
        long size = Lines.number(lines[1]);
        return mlDsa44(cosigner, time, lines[0], 0, size, Lines.base64(lines[2]));
    }

    /**
     * What a log's Ed25519 key signs in a COSE_Sign1: the Sig_structure of RFC 9052, section 4.4.
     * The same key signs checkpoints. No bytes can be taken for both: these begin with 0x84, with
     * which no text in UTF-8 begins, and a checkpoint is a text.
     *
     * @param header the protected one, as it stands in the message
     */
    static byte[] cose(byte[] header, byte[] payload) {
        return new Cbor()
                .array(4)
                .text("Signature1")
                .bytes(header)
                .bytes(new byte[0])
                .bytes(payload)
                .done();
    }

    private static void checkTime(long time) {
        if (time < 0) {
            throw new ProofException(Reason.NUMBER, "time " + time);
        }
    }

    private static void appendName(String name, ByteArrayOutputStream out) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0 || bytes.length > NAME_BYTES_MAX) {
            throw new ProofException(
                    Reason.TOO_LARGE, "a name of " + bytes.length + " bytes, at most 255");
        }
        out.write(bytes.length);
        out.writeBytes(bytes);
    }
}
