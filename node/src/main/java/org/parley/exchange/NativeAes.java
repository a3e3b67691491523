// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

import org.bouncycastle.jcajce.util.JcaJceHelper;
import org.bouncycastle.jcajce.util.NamedJcaJceHelper;
import org.bouncycastle.tls.crypto.impl.TlsAEADCipherImpl;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaTlsCrypto;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaTlsCryptoProvider;
import org.bouncycastle.tls.crypto.impl.jcajce.JceAEADCipherImpl;

import java.security.GeneralSecurityException;
import java.security.NoSuchProviderException;
import java.security.SecureRandom;

/**
 * Bouncy Castle's cryptography for TLS, with AES-GCM by Java: there the virtual machine puts the
 * processor's own instructions in its place, which it does for no other provider's classes. Key
 * exchange and signatures stay Bouncy Castle's.
 */
final class NativeAes extends JcaTlsCryptoProvider {
    private static final String GCM = "AES/GCM/NoPadding";
    private static final String JAVA = "SunJCE";

    NativeAes() {
        setProvider(Identity.PROVIDER);
    }

    @Override
    public JcaTlsCrypto create(SecureRandom entropy, SecureRandom nonces) {
        return new Crypto(getHelper(), getAltHelper(), entropy, nonces);
    }

    private static final class Crypto extends JcaTlsCrypto {
        Crypto(JcaJceHelper helper, JcaJceHelper other, SecureRandom entropy, SecureRandom nonces) {
            super(helper, other, entropy, nonces);
        }

        @Override
        protected TlsAEADCipherImpl createAEADCipher(
                String cipher, String algorithm, int keyBytes, boolean encrypting)
                throws GeneralSecurityException {
            if (cipher.equals(GCM)) {
                try {
                    return new JceAEADCipherImpl(
                            this,
                            new NamedJcaJceHelper(JAVA),
                            cipher,
                            algorithm,
                            keyBytes,
                            encrypting);
                } catch (NoSuchProviderException e) {
                    // A Java of another maker: slower, and the same bytes.
                }
            }
            return super.createAEADCipher(cipher, algorithm, keyBytes, encrypting);
        }
    }
}
