// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

import org.parley.proof.canonical.Hash;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import javax.net.ssl.SSLSocket;

/**
 * One connection to a node, over which questions go one after the other: HTTP/1.1 as RFC 9112 has
 * it, as far as {@link Ask} and {@link Reply} need it, on the thread of whoever asks. Answers are
 * bounded in every part. Not thread safe, but for {@link #close}, which ends a question under way.
 */
final class HttpsConnection implements AutoCloseable {
    private static final int CONNECT_MS_MAX = 10_000;
    private static final int LINE_BYTES_MAX = 8 << 10;
    private static final int HEADERS_MAX = 100;
    private static final int BUFFER_BYTES = 16 << 10;

    private final Socket raw;
    private final SSLSocket tls;
    private final InputStream in;
    private final String host;

    /** Whether another question may follow. */
    private boolean open = true;

    /** Whether anything came in answer to the last question. */
    private boolean answered;

    private HttpsConnection(Socket raw, SSLSocket tls, String host) throws IOException {
        this.raw = raw;
        this.tls = tls;
        this.in = new BufferedInputStream(tls.getInputStream(), BUFFER_BYTES);
        this.host = host;
    }

    /** Connects a socket, and makes sure of the keys at its other end. */
    static HttpsConnection open(Socket raw, Identity self, String host, int port, Set<Hash> pins)
            throws IOException {
        raw.setTcpNoDelay(true);
        raw.connect(new InetSocketAddress(host, port), CONNECT_MS_MAX);
        SSLSocket tls = HybridTls.socket(raw, self, host, port, pins);
        tls.startHandshake();
        String literal = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return new HttpsConnection(raw, tls, literal + ":" + port);
    }

    boolean isOpen() {
        return open && !raw.isClosed();
    }

    /** Whether the other side said anything to the last question; else it may never have come. */
    boolean isAnswered() {
        return answered;
    }

    String suite() {
        return tls.getSession().getCipherSuite();
    }

    /**
     * Asks, and reads the answer to its end.
     *
     * @param bytesMax of the answer's body
     * @throws IOException when no answer came that can be read; nothing is asked here any more
     */
    Reply ask(Ask ask, int bytesMax) throws IOException {
        open = false;
        answered = false;
        send(ask);
        String[] status = status();
        Map<String, String> headers = headers();
        while (status[1].startsWith("1")) {
            status = status();
            headers = headers();
        }
        int code = Integer.parseInt(status[1]);
        byte[] body = code == 204 || code == 304 ? new byte[0] : body(headers, bytesMax);
        open =
                status[0].equals("HTTP/1.1")
                        && isDelimited(headers)
                        && !headers.getOrDefault("connection", "").equalsIgnoreCase("close");
        return new Reply(code, headers.getOrDefault("content-type", ""), body);
    }

    /** In one piece, so that it goes in as few packets as there can be. */
    private void send(Ask ask) throws IOException {
        String path;
        try {
            path = new URI(null, null, ask.path(), null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IOException("no path: " + ask.path(), e);
        }
        byte[] head =
                (ask.method()
                                + " "
                                + path
                                + " HTTP/1.1\r\nHost: "
                                + host
                                + "\r\nContent-Length: "
                                + ask.body().length
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[head.length + ask.body().length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(ask.body(), 0, all, head.length, ask.body().length);
        tls.getOutputStream().write(all);
        tls.getOutputStream().flush();
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

    private byte[] body(Map<String, String> headers, int bytesMax) throws IOException {
        String coding = headers.getOrDefault("transfer-encoding", "");
        if (coding.equalsIgnoreCase("chunked")) {
            return chunks(bytesMax);
        }
        if (!coding.isEmpty()) {
            throw new IOException("an unknown coding");
        }
        return headers.containsKey("content-length")
                ? exactly(number(headers.getOrDefault("content-length", ""), 10, bytesMax))
                : toTheEnd(bytesMax);
    }

    private byte[] chunks(int bytesMax) throws IOException {
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

    private byte[] toTheEnd(int bytesMax) throws IOException {
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
            answered = true;
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

    /** Without a farewell, which might wait for a peer that does not read. */
    @Override
    public void close() {
        try {
            raw.close();
        } catch (IOException e) {
            // It is of no use any more either way.
        }
    }
}
