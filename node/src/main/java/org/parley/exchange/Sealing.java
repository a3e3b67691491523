// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.log.LogStore;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Bodies for their readers only: age files (c2sp.org/age) with the hybrid post-quantum recipient
 * {@code mlkem768x25519}, which the age program of version 1.3 and newer opens too. Thread safe.
 */
public final class Sealing {
    private static final String TYPE = "mlkem768x25519";
    private static final byte[] INFO =
            ("age-encryption.org/" + TYPE).getBytes(StandardCharsets.US_ASCII);
    private static final String PUBLIC_PREFIX = "age1pq";
    private static final String SECRET_PREFIX = "age-secret-key-pq-";
    private static final int WRAPPED_KEY_BYTES = 32;

    private final SecureRandom chance;

    public Sealing(SecureRandom chance) {
        this.chance = chance;
    }

    /** A new secret, {@code AGE-SECRET-KEY-PQ-1…}. */
    public String secret() {
        byte[] seed = new byte[HybridKem.SEED_BYTES];
        chance.nextBytes(seed);
        return LongBech32.encode(SECRET_PREFIX, seed).toUpperCase(Locale.ROOT);
    }

    /** Whom to seal to so that the holder of the secret can open it: {@code age1pq1…}. */
    public static String reader(String secret) {
        byte[] seed = decode(secret, SECRET_PREFIX, HybridKem.SEED_BYTES);
        return LongBech32.encode(PUBLIC_PREFIX, HybridKem.publicKey(seed));
    }

    /**
     * Whether a text names a reader.
     *
     * @throws ParleyException {@code BAD_VALUE} when it does not
     */
    public static String checked(String reader) {
        decode(reader, PUBLIC_PREFIX, HybridKem.PUBLIC_BYTES);
        return reader;
    }

    /**
     * An age file that these readers can open, and nobody else.
     *
     * @throws ParleyException {@code BAD_VALUE} when one of them is no reader
     */
    public byte[] seal(byte[] plain, List<String> readers) {
        List<RecipientStanzaWriter> writers = new ArrayList<>();
        for (String reader : readers) {
            byte[] key = decode(reader, PUBLIC_PREFIX, HybridKem.PUBLIC_BYTES);
            writers.add(file -> List.of(stanza(key, file)));
        }
        ByteArrayOutputStream sealed = new ByteArrayOutputStream(plain.length + 4_096);
        try (WritableByteChannel target = Channels.newChannel(sealed);
                WritableByteChannel channel =
                        new StandardEncryptingChannelFactory()
                                .newEncryptingChannel(target, writers)) {
            ByteBuffer left = ByteBuffer.wrap(plain);
            while (left.hasRemaining()) {
                channel.write(left);
            }
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("every Java 25 has what age needs", e);
        }
        return sealed.toByteArray();
    }

    /**
     * The plain bytes; empty when it is not sealed to this secret, or was altered.
     *
     * @param secret {@code AGE-SECRET-KEY-PQ-1…}
     */
    public static Optional<byte[]> open(byte[] sealed, String secret) {
        byte[] seed = decode(secret, SECRET_PREFIX, HybridKem.SEED_BYTES);
        RecipientStanzaReader reader = stanzas -> fileKey(seed, stanzas);
        try (ReadableByteChannel source = Channels.newChannel(new ByteArrayInputStream(sealed));
                ReadableByteChannel channel =
                        new StandardDecryptingChannelFactory()
                                .newDecryptingChannel(source, List.of(reader))) {
            byte[] plain = Channels.newInputStream(channel).readNBytes(LogStore.BODY_BYTES_MAX + 1);
            return plain.length > LogStore.BODY_BYTES_MAX ? Optional.empty() : Optional.of(plain);
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private RecipientStanza stanza(byte[] key, FileKey file) throws GeneralSecurityException {
        HybridKem.Sealed sealed = HybridKem.seal(key, INFO, file.getEncoded(), chance);
        String encapsulated =
                Base64.getEncoder().withoutPadding().encodeToString(sealed.encapsulated());
        return new Stanza(encapsulated, sealed.ciphertext());
    }

    /** The file's key from the one stanza that this seed opens. */
    private static FileKey fileKey(byte[] seed, Iterable<RecipientStanza> stanzas)
            throws GeneralSecurityException {
        for (RecipientStanza stanza : stanzas) {
            if (!stanza.getType().equals(TYPE)) {
                continue;
            }
            byte[] encapsulated = encapsulated(stanza);
            if (stanza.getBody().length != WRAPPED_KEY_BYTES) {
                throw new GeneralSecurityException("a wrapped key of another length");
            }
            try {
                return new FileKey(
                        HybridKem.open(
                                seed, INFO, new HybridKem.Sealed(encapsulated, stanza.getBody())));
            } catch (GeneralSecurityException _) {
                // Sealed to another reader; the next stanza may be ours.
            }
        }
        throw new GeneralSecurityException("not sealed to this reader");
    }

    private static byte[] encapsulated(RecipientStanza stanza) throws GeneralSecurityException {
        if (stanza.getArguments().size() != 1) {
            throw new GeneralSecurityException("a stanza with other arguments");
        }
        String text = stanza.getArguments().getFirst();
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            boolean only = Base64.getEncoder().withoutPadding().encodeToString(bytes).equals(text);
            if (only && bytes.length == HybridKem.ENCAPSULATED_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException _) {
            // Said below, as for every other encoding.
        }
        throw new GeneralSecurityException("an encapsulated key of another form");
    }

    private static byte[] decode(String text, String prefix, int bytes) {
        return LongBech32.decode(prefix, text)
                .filter(data -> data.length == bytes)
                .orElseThrow(() ->
                        new ParleyException(
                                Code.BAD_VALUE,
                                Place.of("age key"),
                                "not a key that begins with " + prefix + "1",
                                "take the one from the party's card"));
    }

    private record Stanza(String encapsulated, byte[] body) implements RecipientStanza {
        @Override
        public String getType() {
            return TYPE;
        }

        @Override
        public List<String> getArguments() {
            return List.of(encapsulated);
        }

        @Override
        public byte[] getBody() {
            return body.clone();
        }
    }
}
