// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

import org.parley.proof.canonical.Hash;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import javax.net.ssl.SSLSocket;

/**
 * One connection to a node, over which questions go one after the other: HTTP/1.1, as far as {@link
 * Ask} and {@link Reply} need it, on the thread of whoever asks. Not thread safe, but for {@link
 * #close}, which ends a question under way.
 */
final class HttpsConnection implements AutoCloseable {
    private static final int CONNECT_MS_MAX = 10_000;
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
        HttpAnswer answer = new HttpAnswer(in, bytesMax);
        try {
            Reply reply = answer.read();
            open = answer.goesOn();
            return reply;
        } finally {
            answered = answer.isBegun();
        }
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
