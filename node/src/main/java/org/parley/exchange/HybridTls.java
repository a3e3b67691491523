// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

import org.bouncycastle.jsse.BCSSLEngine;
import org.bouncycastle.jsse.BCSSLParameters;
import org.bouncycastle.jsse.BCSSLSocket;
import org.bouncycastle.jsse.provider.BouncyCastleJsseProvider;
import org.parley.proof.canonical.Hash;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyManagementException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * TLS 1.3 with both sides' keys pinned, and X25519MLKEM768 as the only key exchange: whoever
 * records the traffic today gains nothing from a quantum computer later. Java's own TLS takes the
 * group's name and ignores it until version 27 (JEP 527), so this is Bouncy Castle's; and since a
 * setter that is ignored looks like one that works, {@link HybridCheck} tries the server at start.
 */
final class HybridTls {
    static final String GROUP = "X25519MLKEM768";
    static final String VERSION = "TLSv1.3";

    private static final BouncyCastleJsseProvider PROVIDER =
            new BouncyCastleJsseProvider(false, new NativeAes());

    /** All three of RFC 8446; the first is the one that processors help with. */
    private static final List<String> SUITES =
            List.of(
                    "TLS_AES_256_GCM_SHA384",
                    "TLS_AES_128_GCM_SHA256",
                    "TLS_CHACHA20_POLY1305_SHA256");

    /** Held, so that its level is not forgotten with it. */
    private static final Logger QUIET = Logger.getLogger("org.bouncycastle");

    static {
        // The provider writes a trace for each stranger who knocks; a node tells that in its own
        // words, where its owner looks.
        QUIET.setLevel(Level.OFF);
    }

    private HybridTls() {}

    /**
     * A context for both directions.
     *
     * @param parties the party that a pin belongs to; who is unknown is refused
     */
    static SSLContext context(
            Supplier<Identity> own, Function<Hash, Optional<String>> parties, SecureRandom chance) {
        return new Hybrid(plain(own, parties, chance), GROUP);
    }

    private static SSLContext plain(
            Supplier<Identity> own, Function<Hash, Optional<String>> parties, SecureRandom chance) {
        try {
            SSLContext plain = SSLContext.getInstance(VERSION, PROVIDER);
            plain.init(
                    new KeyManager[] {new OneKey(own)},
                    new TrustManager[] {new Pins(parties)},
                    chance);
            return plain;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the provider is part of the program", e);
        }
    }

    /**
     * A context for pages: whoever comes is asked for no certificate, and a browser that does not
     * know the hybrid group may use one of the two that all know.
     */
    static SSLContext pages(KeyManager key, SecureRandom chance) {
        try {
            SSLContext plain = SSLContext.getInstance(VERSION, PROVIDER);
            plain.init(new KeyManager[] {key}, new TrustManager[0], chance);
            return new Hybrid(plain, GROUP, "x25519", "secp256r1");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the provider is part of the program", e);
        }
    }

    /**
     * A client's side of a connection that is there already: both sides' keys pinned, the hybrid
     * group or nothing. The handshake is the caller's.
     */
    static SSLSocket socket(Socket raw, Identity self, String host, int port, Set<Hash> pins)
            throws IOException {
        SSLSocket socket =
                (SSLSocket) clientFactory(self, pins).createSocket(raw, host, port, true);
        BCSSLSocket bouncy = (BCSSLSocket) socket;
        bouncy.setParameters(only(bouncy.getParameters(), GROUP));
        return socket;
    }

    private static SSLSocketFactory clientFactory(Identity self, Set<Hash> pins) {
        Function<Hash, Optional<String>> peer =
                pin -> pins.contains(pin) ? Optional.of("peer") : Optional.empty();
        return plain(() -> self, peer, new SecureRandom()).getSocketFactory();
    }

    /** Every engine speaks these groups or nothing. */
    private static SSLEngine only(SSLEngine engine, String... groups) {
        BCSSLEngine bouncy = (BCSSLEngine) engine;
        bouncy.setParameters(only(bouncy.getParameters(), groups));
        return engine;
    }

    private static BCSSLParameters only(BCSSLParameters parameters, String... groups) {
        parameters.setNamedGroups(groups);
        parameters.setEarlyKeyShares(new String[] {GROUP});
        parameters.setProtocols(new String[] {VERSION});
        parameters.setCipherSuites(suites());
        parameters.setUseCipherSuitesOrder(true);
        return parameters;
    }

    /** The suites in our order. */
    static String[] suites() {
        return SUITES.toArray(String[]::new);
    }

    private static final class Hybrid extends SSLContext {
        Hybrid(SSLContext plain, String... groups) {
            super(new Spi(plain, groups), PROVIDER, VERSION);
        }
    }

    private static final class Spi extends SSLContextSpi {
        private final SSLContext plain;
        private final String[] groups;

        Spi(SSLContext plain, String... groups) {
            this.plain = plain;
            this.groups = groups.clone();
        }

        @Override
        protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom chance)
                throws KeyManagementException {
            throw new KeyManagementException("this context has its keys");
        }

        @Override
        protected SSLSocketFactory engineGetSocketFactory() {
            throw new UnsupportedOperationException("sockets would not be held to the group");
        }

        @Override
        protected SSLServerSocketFactory engineGetServerSocketFactory() {
            throw new UnsupportedOperationException("sockets would not be held to the group");
        }

        @Override
        protected SSLEngine engineCreateSSLEngine() {
            return only(plain.createSSLEngine(), groups);
        }

        @Override
        protected SSLEngine engineCreateSSLEngine(String host, int port) {
            return only(plain.createSSLEngine(host, port), groups);
        }

        @Override
        protected SSLSessionContext engineGetServerSessionContext() {
            return plain.getServerSessionContext();
        }

        @Override
        protected SSLSessionContext engineGetClientSessionContext() {
            return plain.getClientSessionContext();
        }

        @Override
        protected SSLParameters engineGetDefaultSSLParameters() {
            // Java's client copies these onto each engine, over what was set there.
            SSLParameters parameters = plain.getDefaultSSLParameters();
            parameters.setCipherSuites(suites());
            parameters.setUseCipherSuitesOrder(true);
            return parameters;
        }

        @Override
        protected SSLParameters engineGetSupportedSSLParameters() {
            return plain.getSupportedSSLParameters();
        }
    }

    /** The one key there is at the time, for whatever is asked. */
    static final class OneKey extends X509ExtendedKeyManager {
        private static final String ALIAS = "node";

        private final Supplier<PrivateKey> key;
        private final Supplier<X509Certificate[]> chain;

        OneKey(PrivateKey key, X509Certificate... chain) {
            X509Certificate[] copy = chain.clone();
            this.key = () -> key;
            this.chain = () -> copy.clone();
        }

        OneKey(Supplier<Identity> own) {
            this.key = () -> own.get().key();
            this.chain = () -> new X509Certificate[] {own.get().certificate()};
        }

        @Override
        public String[] getClientAliases(String type, Principal[] issuers) {
            return new String[] {ALIAS};
        }

        @Override
        public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
            return ALIAS;
        }

        @Override
        public String chooseEngineClientAlias(
                String[] types, Principal[] issuers, SSLEngine engine) {
            return ALIAS;
        }

        @Override
        public String[] getServerAliases(String type, Principal[] issuers) {
            return new String[] {ALIAS};
        }

        @Override
        public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
            return ALIAS;
        }

        @Override
        public String chooseEngineServerAlias(String type, Principal[] issuers, SSLEngine engine) {
            return ALIAS;
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return chain.get();
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return key.get();
        }
    }
}
