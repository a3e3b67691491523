// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One answer of a peer as it comes over a connection: HTTP/1.1 of RFC 9112, as far as a node sends
 * it. It is bounded in every part; whatever is not understood ends the connection. Not thread safe.
 */
final class HttpAnswer {
    private static final int LINE_BYTES_MAX = 8 << 10;
    private static final int HEADERS_MAX = 100;

    /** Notices that an answer is still to come. */
    private static final int NOTICES_MAX = 8;

    private final InputStream in;
    private final int bytesMax;
    private boolean begun;
    private boolean goesOn;

    /**
     * @param bytesMax of the body
     */
    HttpAnswer(InputStream in, int bytesMax) {
        this.in = in;
        this.bytesMax = bytesMax;
    }

    /** Whether anything came. */
    boolean isBegun() {
        return begun;
    }

    /** Whether another question may follow on the connection. */
    boolean goesOn() {
        return goesOn;
    }

    /**
     * Reads it to its end.
     *
     * @throws IOException when it breaks off, is too long, or is no HTTP
     */
    Reply read() throws IOException {
        String[] status = status();
        Map<String, String> headers = headers();
        for (int i = 0; status[1].startsWith("1"); i++) {
            if (i == NOTICES_MAX) {
                throw new IOException("notices without end");
            }
            status = status();
            headers = headers();
        }
        int code = Integer.parseInt(status[1]);
        boolean empty = code == 204 || code == 304;
        byte[] body = empty ? new byte[0] : body(headers);
        goesOn =
                status[0].equals("HTTP/1.1")
                        && (empty || isDelimited(headers))
                        && !headers.getOrDefault("connection", "").equalsIgnoreCase("close");
        return new Reply(code, headers.getOrDefault("content-type", ""), body);
    }

    private String[] status() throws IOException {
        String line = line();
        String[] words = line.split(" ", 3);
        if (words.length < 2
                || !words[0].matches("HTTP/1\\.[01]")
                || !words[1].matches("[1-5][0-9][0-9]")) {
            throw new IOException("no HTTP");
        }
        return words;
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new TreeMap<>();
        for (int i = 0; i <= HEADERS_MAX; i++) {
            String line = line();
            if (line.isEmpty()) {
                return headers;
            }
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new IOException("no HTTP");
            }
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            String value = line.substring(colon + 1).strip();
            boolean twice = headers.containsKey(name) && !value.equals(headers.get(name));
            if (twice && name.equals("content-length")) {
                throw new IOException("two lengths of one answer");
            }
            headers.put(name, value);
        }
        throw new IOException("headers without end");
    }

    private static boolean isDelimited(Map<String, String> headers) {
        return headers.containsKey("content-length") || headers.containsKey("transfer-encoding");
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        String coding = headers.getOrDefault("transfer-encoding", "");
        if (!coding.isEmpty() && headers.containsKey("content-length")) {
            throw new IOException("two lengths of one answer");
        }
        if (coding.equalsIgnoreCase("chunked")) {
            return chunks();
        }
        if (!coding.isEmpty()) {
            throw new IOException("an unknown coding");
        }
        return headers.containsKey("content-length")
                ? exactly(number(headers.getOrDefault("content-length", ""), 10, bytesMax))
                : toTheEnd();
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            String size = line().split(";", 2)[0].strip();
            int bytes = number(size, 16, bytesMax - body.size());
            if (bytes == 0) {
                headers();
                return body.toByteArray();
            }
            body.writeBytes(exactly(bytes));
            if (!line().isEmpty()) {
                throw new IOException("no HTTP");
            }
        }
    }

    private byte[] toTheEnd() throws IOException {
        byte[] bytes = in.readNBytes(bytesMax + 1);
        if (bytes.length > bytesMax) {
            throw new IOException("answers without end");
        }
        return bytes;
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("an answer that ends early");
        }
        return bytes;
    }

    private static int number(String digits, int radix, int max) throws IOException {
        if (!digits.matches(radix == 10 ? "[0-9]{1,10}" : "[0-9a-fA-F]{1,8}")) {
            throw new IOException("no HTTP");
        }
        long number = Long.parseLong(digits, radix);
        if (number > max) {
            throw new IOException("answers without end");
        }
        return (int) number;
    }

    /** One line without its end. */
    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            int c = in.read();
            if (c < 0) {
                throw new EOFException("it hung up");
            }
            begun = true;
            if (c == '\n') {
                int end = line.length() - 1;
                if (end >= 0 && line.charAt(end) == '\r') {
                    line.setLength(end);
                }
                return line.toString();
            }
            if (line.length() >= LINE_BYTES_MAX) {
                throw new IOException("a line without end");
            }
            line.append((char) c);
        }
    }
}
