// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

import java.nio.charset.StandardCharsets;

/**
 * What a node answers.
 *
 * @param status as in HTTP; the tlog specifications give each its meaning
 * @param type of the content
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as they came; nobody compares replies
public record Reply(int status, String type, byte[] body) {
    public static final int OK = 200;
    public static final int ACCEPTED = 202;
    public static final int BAD_REQUEST = 400;
    public static final int FORBIDDEN = 403;
    public static final int NOT_FOUND = 404;
    public static final int CONFLICT = 409;
    public static final int GONE = 410;
    public static final int TOO_LARGE = 413;
    public static final int UNPROCESSABLE = 422;
    public static final int UNAVAILABLE = 503;

    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String BYTES = "application/octet-stream";

    public static Reply text(int status, String text) {
        return new Reply(status, TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    public static Reply text(int status, String type, String text) {
        return new Reply(status, type, text.getBytes(StandardCharsets.UTF_8));
    }

    public static Reply bytes(byte[] body) {
        return new Reply(OK, BYTES, body);
    }

    public boolean isOk() {
        return status == OK;
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
