// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

import org.parley.proof.canonical.Hash;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.Function;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Believes the keys of the roster and nobody's authority. Thread safe. */
final class Pins extends X509ExtendedTrustManager {
    private final Function<Hash, Optional<String>> parties;

    Pins(Function<Hash, Optional<String>> parties) {
        this.parties = parties;
    }

    private void check(X509Certificate[] chain) throws CertificateException {
        if (chain.length == 0 || parties.apply(Identity.pin(chain[0])).isEmpty()) {
            throw new CertificateException("this key is in no card of the roster");
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        check(chain);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
