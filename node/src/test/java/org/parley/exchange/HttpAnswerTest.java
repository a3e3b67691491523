// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

final class HttpAnswerTest {
    private static final int BYTES_MAX = 20;

    private static HttpAnswer answer(String text) {
        String wire = text.replace("\n", "\r\n");
        return new HttpAnswer(
                new ByteArrayInputStream(wire.getBytes(StandardCharsets.ISO_8859_1)), BYTES_MAX);
    }

    @Test
    void aBodyIsAsLongAsItSaysAndTheConnectionGoesOn() throws IOException {
        HttpAnswer answer =
                answer("HTTP/1.1 202 Accepted\nContent-Type: a/b\ncontent-length: 4\n\nsaidHTTP");
        Reply reply = answer.read();
        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.type()).isEqualTo("a/b");
        assertThat(reply.text()).isEqualTo("said");
        assertThat(answer.goesOn()).isTrue();
        assertThat(answer.isBegun()).isTrue();
    }

    @Test
    void aBodyComesInChunks() throws IOException {
        HttpAnswer answer =
                answer(
                        "HTTP/1.1 100 Continue\n\nHTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n"
                                + "3\nsai\nA;x=y\nd and done\n0\nTrailer: x\n\n");
        assertThat(answer.read().text()).isEqualTo("said and done");
        assertThat(answer.goesOn()).isTrue();
    }

    @Test
    void aBodyWithoutALengthEndsWithTheConnection() throws IOException {
        HttpAnswer answer = answer("HTTP/1.1 200 OK\n\nsaid");
        assertThat(answer.read().text()).isEqualTo("said");
        assertThat(answer.goesOn()).isFalse();
    }

    @Test
    void aPeerThatSaysSoHangsUp() throws IOException {
        HttpAnswer answer = answer("HTTP/1.1 404 x\nConnection: close\nContent-Length: 0\n\n");
        assertThat(answer.read().status()).isEqualTo(404);
        assertThat(answer.goesOn()).isFalse();
    }

    @Test
    void silenceIsToldFromAnAnswerThatBreaksOff() {
        HttpAnswer silent = answer("");
        assertThatThrownBy(silent::read).isInstanceOf(IOException.class);
        assertThat(silent.isBegun()).isFalse();
        HttpAnswer broken = answer("HTTP/1.1 200 OK\nContent-Length: 5\n\nsaid");
        assertThatThrownBy(broken::read).isInstanceOf(IOException.class);
        assertThat(broken.isBegun()).isTrue();
        assertThat(broken.goesOn()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/2 200 OK\n\n",
                "HTTP/1.1 2000 OK\n\n",
                "SSH-2.0-x\n",
                "HTTP/1.1 200 OK\nno header\n\n",
                "HTTP/1.1 200 OK\nContent-Length: 4\nContent-Length: 5\n\nsaid!",
                "HTTP/1.1 200 OK\nContent-Length: 4\nTransfer-Encoding: chunked\n\nsaid",
                "HTTP/1.1 200 OK\nContent-Length: -4\n\nsaid",
                "HTTP/1.1 200 OK\nContent-Length: 21\n\n123456789012345678901",
                "HTTP/1.1 200 OK\n\n123456789012345678901",
                "HTTP/1.1 200 OK\nTransfer-Encoding: gzip\n\nsaid",
                "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\nx\nsaid\n0\n\n",
                "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n4\nsaid!\n0\n\n",
                "HTTP/1.1 200 OK\n"
                        + "Transfer-Encoding: chunked\n\n"
                        + "B\n"
                        + "12345678901\n"
                        + "A\n"
                        + "1234567890\n"
                        + "0\n\n",
                "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\nffffffff\n"
            })
    void whatIsNoAnswerIsRefused(String text) {
        assertThatThrownBy(answer(text)::read).isInstanceOf(IOException.class);
    }

    @Test
    void linesHeadersAndNoticesEnd() {
        assertThatThrownBy(answer("HTTP/1.1 200 " + "x".repeat(9_000) + "\n\n")::read)
                .hasMessage("a line without end");
        assertThatThrownBy(answer("HTTP/1.1 200 OK\n" + "a: b\n".repeat(200) + "\n")::read)
                .hasMessage("headers without end");
        assertThatThrownBy(answer("HTTP/1.1 102 x\n\n".repeat(50))::read)
                .hasMessage("notices without end");
    }
}
