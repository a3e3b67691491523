// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

import org.jspecify.annotations.Nullable;
import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Whether a server that just started takes the hybrid key exchange and refuses the classical one.
 * Asked of the server itself, over its own socket, because settings for groups have been seen to be
 * taken and ignored.
 */
final class HybridCheck {
    private static final int WAIT_MS = 10_000;

    private HybridCheck() {}

    /**
     * @throws ParleyException {@code UNAVAILABLE} when it is not so
     */
    static void check(Identity own, String host, int port) {
        try (HttpsCarrier carrier =
                new HttpsCarrier(own, party -> new HttpsCarrier.Peer(host, port, own.pin()))) {
            carrier.ask("self", Ask.get("/log/checkpoint"));
        } catch (ParleyException e) {
            throw failed("this node cannot reach itself over " + HybridTls.GROUP, e);
        }
        if (takesClassical(host, port)) {
            throw failed("this node would exchange keys without ML-KEM", null);
        }
    }

    private static ParleyException failed(String what, @Nullable Exception why) {
        ParleyException failure =
                new ParleyException(
                        Code.UNAVAILABLE,
                        Place.of("TLS"),
                        what,
                        "do not run it; report this with the version of Java");
        if (why != null) {
            failure.initCause(why);
        }
        return failure;
    }

    /** Whether Java's own TLS, which has no ML-KEM before version 27, gets as far as keys. */
    private static boolean takesClassical(String host, int port) {
        try {
            SSLContext classical = SSLContext.getInstance("TLSv1.3");
            classical.init(null, new TrustManager[] {new Anybody()}, null);
            try (SSLSocket socket = (SSLSocket) classical.getSocketFactory().createSocket()) {
                socket.connect(new InetSocketAddress(host, port), WAIT_MS);
                socket.setSoTimeout(WAIT_MS);
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setNamedGroups(new String[] {"x25519", "secp256r1"});
                socket.setSSLParameters(parameters);
                socket.startHandshake();
                return true;
            }
        } catch (SSLHandshakeException _) {
            return false;
        } catch (IOException | GeneralSecurityException e) {
            throw failed("whether this node refuses classical keys could not be tried", e);
        }
    }

    /** The question is which keys are exchanged; who the other side is was asked before. */
    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
