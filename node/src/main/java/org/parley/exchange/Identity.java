// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.parley.proof.canonical.Hash;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * Who a node is on a connection: an Ed25519 key and a certificate that only carries it. Nobody's
 * authority signs it; a peer knows the key by its pin, from the party's card. Immutable.
 */
public final class Identity {
    static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    /** The certificate says nothing about time: the roster does. */
    private static final Time FROM = new Time(new DERGeneralizedTime("20200101000000Z"));

    private static final Time UNTIL = new Time(new DERGeneralizedTime("21200101000000Z"));
    private static final int SEED_BYTES = 32;

    private final PrivateKey key;
    private final X509Certificate certificate;

    private Identity(PrivateKey key, X509Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    /** The identity that a seed of 32 bytes makes. */
    public static Identity of(byte[] seed) {
        if (seed.length != SEED_BYTES) {
            throw new IllegalArgumentException("a seed of " + seed.length + " bytes");
        }
        Ed25519PrivateKeyParameters secret = new Ed25519PrivateKeyParameters(seed);
        try {
            PrivateKeyInfo encoded = PrivateKeyInfoFactory.createPrivateKeyInfo(secret);
            SubjectPublicKeyInfo open =
                    SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(
                            secret.generatePublicKey());
            PrivateKey key = BouncyCastleProvider.getPrivateKey(encoded);
            X500Name name = new X500Name("CN=parley");
            X509v3CertificateBuilder builder =
                    new X509v3CertificateBuilder(name, BigInteger.ONE, FROM, UNTIL, name, open);
            X509Certificate certificate =
                    new JcaX509CertificateConverter()
                            .setProvider(PROVIDER)
                            .getCertificate(
                                    builder.build(
                                            new JcaContentSignerBuilder("Ed25519")
                                                    .setProvider(PROVIDER)
                                                    .build(key)));
            return new Identity(key, certificate);
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("an Ed25519 key always makes a certificate", e);
        }
    }

    PrivateKey key() {
        return key;
    }

    X509Certificate certificate() {
        return certificate;
    }

    /** What others know this key by. */
    public Hash pin() {
        return pin(certificate);
    }

    /** SHA-256 of the public key as a certificate carries it. */
    static Hash pin(X509Certificate certificate) {
        return Hash.of(certificate.getPublicKey().getEncoded());
    }
}
