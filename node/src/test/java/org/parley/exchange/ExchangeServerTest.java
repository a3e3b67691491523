// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.parley.ParleyException;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

@Timeout(120)
class ExchangeServerTest {
    private static final String HOST = "127.0.0.1";

    private final Identity arden = Identity.of(seed(1));
    private final Identity borel = Identity.of(seed(2));
    private final Identity stranger = Identity.of(seed(3));

    private static byte[] seed(int first) {
        byte[] seed = new byte[32];
        seed[0] = (byte) first;
        return seed;
    }

    private ExchangeServer arden(Answering answering) {
        return arden(answering, 0);
    }

    private ExchangeServer arden(Answering answering, int port) {
        return ExchangeServer.start(
                () -> arden,
                pin -> pin.equals(borel.pin()) ? Optional.of("XB") : Optional.empty(),
                answering,
                HOST,
                port,
                (path, failure) -> {
                    throw new AssertionError(path, failure);
                });
    }

    private static HttpsCarrier carrier(Identity own, Identity peer, int port) {
        return new HttpsCarrier(own, party -> new HttpsCarrier.Peer(HOST, port, peer.pin()));
    }

    @Test
    void anAskArrivesWithThePartyWhoseKeyOpenedTheConnection() {
        try (ExchangeServer server =
                        arden(ask ->
                                Reply.text(
                                        Reply.ACCEPTED,
                                        ask.method() + ask.path() + ask.peer() + ask.text()));
                HttpsCarrier carrier = carrier(borel, arden, server.port())) {
            Reply reply =
                    carrier.ask("XA", Ask.post("/a/b", "said".getBytes(StandardCharsets.UTF_8)));

            assertThat(reply.status()).isEqualTo(Reply.ACCEPTED);
            assertThat(reply.text()).isEqualTo("POST/a/bOptional[XB]said");
        }
    }

    /** Over client and server as they are used: both set parameters of their own. */
    @Test
    void aConnectionIsCipheredWithTheSuiteThatProcessorsHelpWith() throws Exception {
        try (ExchangeServer server = arden(ask -> Reply.text(Reply.OK, ask.text()));
                HttpsConnection connection =
                        HttpsConnection.open(
                                new Socket(), borel, HOST, server.port(), Set.of(arden.pin()))) {
            byte[] said = "said".repeat(50_000).getBytes(StandardCharsets.UTF_8);

            Reply reply = connection.ask(Ask.post("/echo", said), said.length);

            assertThat(reply.body()).isEqualTo(said);
            assertThat(connection.suite()).isEqualTo("TLS_AES_256_GCM_SHA384");
        }
    }

    @Test
    void aKeyOfNoCardIsRefusedBeforeAnythingIsRead() {
        try (ExchangeServer server =
                        arden(ask -> {
                            assertThat(ask.path()).isEqualTo("/log/checkpoint");
                            return Reply.text(Reply.OK, "mine");
                        });
                HttpsCarrier carrier = carrier(stranger, arden, server.port())) {
            assertThatThrownBy(() -> carrier.ask("XA", Ask.get("/secret")))
                    .isInstanceOf(ParleyException.class);
        }
    }

    @Test
    void anAnswerWithAnotherKeyThanThePartysIsNotHeard() {
        try (ExchangeServer server = arden(ask -> Reply.text(Reply.OK, "forged"));
                HttpsCarrier carrier = carrier(borel, stranger, server.port())) {
            assertThatThrownBy(() -> carrier.ask("XC", Ask.get("/")))
                    .isInstanceOf(ParleyException.class);
        }
    }

    /** The connection that was kept is of no use any more, and nobody notices. */
    @Test
    void aPeerThatBeganAnewIsAskedAnew() {
        ExchangeServer before = arden(ask -> Reply.text(Reply.OK, "before"));
        int port = before.port();
        try (HttpsCarrier carrier = carrier(borel, arden, port)) {
            try (before) {
                assertThat(carrier.ask("XA", Ask.get("/x")).text()).isEqualTo("before");
            }
            try (ExchangeServer after = arden(ask -> Reply.text(Reply.OK, "after"), port)) {
                assertThat(after.port()).isEqualTo(port);
                assertThat(carrier.ask("XA", Ask.get("/x")).text()).isEqualTo("after");
            }
        }
    }

    @Test
    void aPeerThatDrivelsDoesNotHoldUpTheOthers() throws IOException {
        try (ExchangeServer server = arden(ask -> Reply.text(Reply.OK, "served"));
                Socket slow = new Socket(HOST, server.port());
                Socket noise = new Socket(HOST, server.port());
                HttpsCarrier carrier = carrier(borel, arden, server.port())) {
            OutputStream out = noise.getOutputStream();
            out.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            slow.getOutputStream().write(0x16);

            assertThat(carrier.ask("XA", Ask.get("/x")).text()).isEqualTo("served");
            InputStream answer = noise.getInputStream();
            assertThat(new String(answer.readAllBytes(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("served");
        }
    }

    /** A peer that is killed while it sends has not found a defect of ours. */
    @Test
    void aPeerThatGoesAwayInTheMiddleOfAnAskIsNoDefect() throws Exception {
        List<String> defects = new CopyOnWriteArrayList<>();
        List<String> asked = new CopyOnWriteArrayList<>();
        try (ExchangeServer server =
                ExchangeServer.start(
                        () -> arden,
                        pin -> pin.equals(borel.pin()) ? Optional.of("XB") : Optional.empty(),
                        ask -> {
                            asked.add(ask.path() + " " + ask.text());
                            return Reply.text(Reply.OK, ask.text());
                        },
                        HOST,
                        0,
                        (path, failure) -> defects.add(path + " " + failure))) {
            Socket raw = new Socket(HOST, server.port());
            try (Socket half =
                    HybridTls.socket(raw, borel, HOST, server.port(), Set.of(arden.pin()))) {
                String head =
                        "POST /log/entries HTTP/1.1\r\nHost: x\r\nContent-Length: 999\r\n\r\n";
                half.getOutputStream().write((head + "half").getBytes(StandardCharsets.US_ASCII));
                half.getOutputStream().flush();
                // As long as it takes the other thread to read what came, and to want the rest.
                Thread.sleep(300);
            }
            for (int i = 0; i < 50 && defects.isEmpty(); i++) {
                Thread.sleep(20);
            }
            try (HttpsCarrier carrier = carrier(borel, arden, server.port())) {
                assertThat(carrier.ask("XA", Ask.get("/x")).status()).isEqualTo(Reply.OK);
            }
        }
        assertThat(defects).isEmpty();
        assertThat(asked)
                .as("half an ask is answered by nobody")
                .contains("/x ")
                .noneMatch(ask -> ask.startsWith("/log/entries"));
    }
}
