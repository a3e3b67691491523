// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.proof.canonical.Hash;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

import javax.net.ssl.SSLContext;

/**
 * What a node's pages show to browsers on TLS: a certificate chain and its key. Browsers know no
 * Ed25519 certificates, so the node's own {@link Identity} does not do for them. Immutable.
 */
public final class PagesKey {
    /** What browsers take from a certificate that somebody installs by hand: 825 days at most. */
    private static final Duration VALID = Duration.ofDays(800);

    private static final int SERIAL_BITS = 127;

    private final PrivateKey key;
    private final List<X509Certificate> chain;

    private PagesKey(PrivateKey key, List<X509Certificate> chain) {
        this.key = key;
        this.chain = List.copyOf(chain);
    }

    /** A new key, P-256, with a certificate that it signs itself, for one host's name. */
    public static PagesKey create(String host, Instant now, SecureRandom chance) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", Identity.PROVIDER);
            generator.initialize(new ECGenParameterSpec("secp256r1"), chance);
            KeyPair pair = generator.generateKeyPair();
            X500Name name = new X500Name("CN=" + host);
            X509CertificateHolder certificate =
                    new X509v3CertificateBuilder(
                                    name,
                                    new BigInteger(SERIAL_BITS, chance),
                                    time(now.minus(Duration.ofDays(1))),
                                    time(now.plus(VALID)),
                                    name,
                                    SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()))
                            .addExtension(
                                    Extension.subjectAlternativeName,
                                    false,
                                    new GeneralNames(new GeneralName(GeneralName.dNSName, host)))
                            .addExtension(
                                    Extension.basicConstraints, true, new BasicConstraints(false))
                            .addExtension(
                                    Extension.extendedKeyUsage,
                                    false,
                                    new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                            .build(
                                    new JcaContentSignerBuilder("SHA256withECDSA")
                                            .setProvider(Identity.PROVIDER)
                                            .build(pair.getPrivate()));
            return new PagesKey(pair.getPrivate(), List.of(converted(certificate)));
        } catch (GeneralSecurityException | CertIOException | OperatorCreationException e) {
            throw new IllegalStateException("a P-256 key always makes a certificate", e);
        }
    }

    /** RFC 5280, section 4.1.2.5.1: UTCTime until 2049. */
    private static Time time(Instant instant) {
        return new Time(
                new DERUTCTime(
                        DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT)
                                .format(instant.atOffset(ZoneOffset.UTC))));
    }

    private static X509Certificate converted(X509CertificateHolder holder)
            throws CertificateException {
        return new JcaX509CertificateConverter()
                .setProvider(Identity.PROVIDER)
                .getCertificate(holder);
    }

    /**
     * Reads PEM texts, as certificate authorities and openssl write them.
     *
     * @param chain the server's certificate first
     * @throws ParleyException when they are none, or do not belong together; the message does not
     *     repeat them
     */
    public static PagesKey read(String chain, Place chainPlace, String key, Place keyPlace) {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Object one : pem(chain, chainPlace)) {
            if (one instanceof X509CertificateHolder holder) {
                try {
                    certificates.add(converted(holder));
                } catch (CertificateException e) {
                    throw bad(chainPlace, "a certificate is damaged");
                }
            }
        }
        if (certificates.isEmpty()) {
            throw bad(chainPlace, "there is no certificate in it");
        }
        PagesKey read = new PagesKey(privateKey(key, keyPlace), certificates);
        if (!read.belongsTogether()) {
            throw bad(keyPlace, "the key is not this certificate's");
        }
        return read;
    }

    private static PrivateKey privateKey(String text, Place place) {
        JcaPEMKeyConverter converter = new JcaPEMKeyConverter().setProvider(Identity.PROVIDER);
        try {
            for (Object one : pem(text, place)) {
                if (one instanceof PEMKeyPair pair) {
                    return converter.getKeyPair(pair).getPrivate();
                }
                if (one instanceof PrivateKeyInfo info) {
                    return converter.getPrivateKey(info);
                }
            }
        } catch (IOException e) {
            throw bad(place, "the key is damaged");
        }
        throw bad(place, "there is no key in it that can be read without a password");
    }

    private static List<Object> pem(String text, Place place) {
        List<Object> all = new ArrayList<>();
        try (PEMParser parser = new PEMParser(new StringReader(text))) {
            for (Object one = parser.readObject(); one != null; one = parser.readObject()) {
                all.add(one);
            }
            return all;
        } catch (IOException e) {
            throw bad(place, "this is no PEM text");
        }
    }

    private static ParleyException bad(Place place, String what) {
        return new ParleyException(
                Code.BAD_VALUE, place, what, "give PEM files, certificate and key of one server");
    }

    /** A signature by the one holds under the other. */
    private boolean belongsTogether() {
        String algorithm =
                switch (key.getAlgorithm()) {
                    case "EC", "ECDSA" -> "SHA256withECDSA";
                    case "RSA" -> "SHA256withRSA";
                    default -> key.getAlgorithm();
                };
        try {
            Signature signer = Signature.getInstance(algorithm, Identity.PROVIDER);
            signer.initSign(key);
            signer.update(chain.getFirst().getSerialNumber().toByteArray());
            byte[] signature = signer.sign();
            signer.initVerify(chain.getFirst().getPublicKey());
            signer.update(chain.getFirst().getSerialNumber().toByteArray());
            return signer.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Whether its certificate is for this host and valid today. */
    public boolean isFor(String host) {
        try {
            X509Certificate first = chain.getFirst();
            first.checkValidity();
            Collection<List<?>> names = first.getSubjectAlternativeNames();
            return names != null && names.stream().anyMatch(name -> name.contains(host));
        } catch (CertificateException e) {
            return false;
        }
    }

    /** The chain as PEM, for browsers and servers. */
    public String certificates() {
        StringBuilder all = new StringBuilder();
        chain.forEach(one -> all.append(written(one)));
        return all.toString();
    }

    /** The key as PEM; a secret. */
    public String secret() {
        return written(key);
    }

    private static String written(Object one) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(one);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** SHA-256 of the certificate, as browsers show it. */
    public Hash fingerprint() {
        try {
            return Hash.of(chain.getFirst().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("it was read from such bytes", e);
        }
    }

    /** TLS 1.3 with this key, for {@code org.parley.web.WebServer}. */
    public SSLContext context(SecureRandom chance) {
        return HybridTls.pages(
                new HybridTls.OneKey(key, chain.toArray(new X509Certificate[0])), chance);
    }
}
