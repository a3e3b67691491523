// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.log.LogStore;
import org.parley.proof.canonical.Hash;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Asks over HTTPS with {@link HybridTls}, on the thread of whoever asks: a question then wakes
 * nobody here. Connections are kept for the next question, each for the one peer whose key it
 * believes: an answer cannot come from another party. Thread safe.
 */
public final class HttpsCarrier implements Carrier, AutoCloseable {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(60);

    /** Shorter than a node keeps a connection over which nothing is asked. */
    private static final Duration IDLE_MAX = Duration.ofSeconds(15);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final int REPLY_BYTES_MAX = LogStore.BODY_BYTES_MAX + (64 << 10);

    private final Supplier<Identity> own;
    private final Function<String, Peer> peers;
    private final Map<Ends, Deque<Idle>> idle = new ConcurrentHashMap<>();

    /** The sockets of questions under way, and when each is given up. */
    private final Map<Socket, Long> asking = new ConcurrentHashMap<>();

    private final Thread watch;
    private volatile boolean closed;

    /**
     * @param peers where a party's node listens, and by which key it is known
     */
    public HttpsCarrier(Identity own, Function<String, Peer> peers) {
        this(() -> own, peers);
    }

    /**
     * @param own who this node is; asked for each question, for keys change while a node runs
     */
    public HttpsCarrier(Supplier<Identity> own, Function<String, Peer> peers) {
        this.own = own;
        this.peers = peers;
        this.watch = Thread.ofVirtual().name("carrier").start(this::watch);
    }

    /**
     * Where a node listens.
     *
     * @param pins of the keys it is known by; two while it changes its key
     */
    public record Peer(String host, int port, Set<Hash> pins) {
        public Peer {
            pins = Set.copyOf(pins);
        }

        public Peer(String host, int port, Hash pin) {
            this(host, port, Set.of(pin));
        }
    }

    /** Between whom a connection was made. */
    private record Ends(Hash own, Peer peer) {}

    private record Idle(HttpsConnection connection, Socket socket, long since) {}

    @Override
    public Reply ask(String party, Ask ask) {
        Peer peer = peers.apply(party);
        Identity self = own.get();
        Deque<Idle> kept =
                idle.computeIfAbsent(
                        new Ends(self.pin(), peer), ends -> new ConcurrentLinkedDeque<>());
        try {
            while (true) {
                Idle last = kept.pollLast();
                if (last == null) {
                    return askAnew(self, peer, ask, kept);
                }
                try {
                    return ask(last.connection(), last.socket(), ask, kept);
                } catch (IOException e) {
                    if (closed || last.connection().isAnswered()) {
                        throw e;
                    }
                    // The peer had hung up. Whatever is asked may be asked again.
                }
            }
        } catch (IOException e) {
            throw noAnswer(
                    party,
                    Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName()));
        }
    }

    private Reply askAnew(Identity self, Peer peer, Ask ask, Deque<Idle> kept) throws IOException {
        Socket socket = new Socket();
        try {
            begin(socket);
            HttpsConnection connection =
                    HttpsConnection.open(socket, self, peer.host(), peer.port(), peer.pins());
            return ask(connection, socket, ask, kept);
        } catch (IOException | RuntimeException e) {
            end(socket);
            socket.close();
            throw e;
        }
    }

    private Reply ask(HttpsConnection connection, Socket socket, Ask ask, Deque<Idle> kept)
            throws IOException {
        begin(socket);
        try {
            return connection.ask(ask, REPLY_BYTES_MAX);
        } finally {
            end(socket);
            if (connection.isOpen() && !closed) {
                kept.addLast(new Idle(connection, socket, System.nanoTime()));
            } else {
                connection.close();
            }
        }
    }

    private void begin(Socket socket) throws IOException {
        asking.putIfAbsent(socket, System.nanoTime() + ANSWER_MAX.toNanos());
        if (closed) {
            socket.close();
        }
    }

    private void end(Socket socket) {
        asking.remove(socket);
    }

    /**
     * Gives up questions that take too long, by closing their sockets: a peer that takes one byte a
     * minute holds up whoever writes to it as well as one that says nothing.
     */
    private void watch() {
        while (!closed) {
            try {
                Thread.sleep(LOOK_EVERY);
            } catch (InterruptedException e) {
                return;
            }
            long now = System.nanoTime();
            asking.forEach((socket, until) -> {
                if (until - now < 0) {
                    close(socket);
                }
            });
            idle.values().forEach(kept -> kept.removeIf(one -> isOld(one, now)));
        }
    }

    private static boolean isOld(Idle one, long now) {
        boolean old = now - one.since() > IDLE_MAX.toNanos();
        if (old) {
            one.connection().close();
        }
        return old;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no use any more either way.
        }
    }

    private static ParleyException noAnswer(String party, String why) {
        return new ParleyException(
                Code.UNREACHABLE,
                Place.of(party),
                why,
                "it is tried again at the next round; if its node runs, compare rosters: it may not"
                        + " believe this node's key yet; or carry a courier file");
    }

    @Override
    public void close() {
        closed = true;
        watch.interrupt();
        asking.keySet().forEach(HttpsCarrier::close);
        idle.values().forEach(kept -> kept.forEach(one -> one.connection().close()));
        idle.clear();
    }
}
