// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import org.parley.proof.note.Ed25519;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers what was found right, so that nobody pays twice for the same signature, and so that
 * many can be checked ahead on all processors. What was found wrong is asked again: it is rare, and
 * would let others fill the memory. Thread safe.
 */
public final class SeenSignatures implements Ed25519 {
    /** A hash each; of so many, the older half is forgotten. */
    private static final int REMEMBERED_MAX = 1 << 17;

    private final Ed25519 checks;

    /**
     * Forgetting all at once would lose what was checked ahead a moment ago and is about to be
     * asked for.
     */
    private volatile Halves right = new Halves(newHalf(), newHalf());

    private record Halves(Set<Name> fresh, Set<Name> old) {
        boolean contains(Name name) {
            return fresh.contains(name) || old.contains(name);
        }
    }

    /** What was asked: the answer to one is none to the other. */
    private enum Question {
        EQUATION(0),
        POINT(1),
        STRICT(2);

        /** Stands before what is hashed. */
        private final byte tag;

        Question(int tag) {
            this.tag = (byte) tag;
        }
    }

    /** SHA-256 of a question, as four numbers: so many are kept that text would be in the way. */
    private record Name(long first, long second, long third, long fourth) {
        /** Key and signature have fixed lengths, so that no two questions read the same. */
        static Name of(Question question, byte[]... parts) {
            MessageDigest digest = sha256();
            digest.update(question.tag);
            for (byte[] part : parts) {
                digest.update(part);
            }
            ByteBuffer hash = ByteBuffer.wrap(digest.digest());
            return new Name(hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong());
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }

        /** Any part of a hash is one. */
        @Override
        public int hashCode() {
            return Long.hashCode(first);
        }
    }

    private static Set<Name> newHalf() {
        return ConcurrentHashMap.newKeySet();
    }

    public SeenSignatures(Ed25519 checks) {
        this.checks = checks;
    }

    @Override
    public byte[] sign(byte[] seed, byte[] message) {
        return checks.sign(seed, message);
    }

    @Override
    public byte[] sign(byte[] seed, byte[] publicKey, byte[] message) {
        return checks.sign(seed, publicKey, message);
    }

    @Override
    public boolean verify(byte[] publicKey, byte[] signature, byte[] message) {
        Name name = Name.of(Question.EQUATION, publicKey, signature, message);
        return right.contains(name)
                || checks.verify(publicKey, signature, message) && remember(name);
    }

    @Override
    public boolean verifyStrictly(byte[] publicKey, byte[] signature, byte[] message) {
        Name name = Name.of(Question.STRICT, publicKey, signature, message);
        return right.contains(name)
                || checks.verifyStrictly(publicKey, signature, message) && remember(name);
    }

    @Override
    public boolean isSoundPoint(byte[] point) {
        Name name = Name.of(Question.POINT, point);
        return right.contains(name) || checks.isSoundPoint(point) && remember(name);
    }

    private boolean remember(Name name) {
        Halves now = right;
        if (now.fresh().size() >= REMEMBERED_MAX / 2) {
            now = forgetting();
        }
        now.fresh().add(name);
        return true;
    }

    /** Many come here at once; the first of them does it. */
    private synchronized Halves forgetting() {
        if (right.fresh().size() >= REMEMBERED_MAX / 2) {
            right = new Halves(newHalf(), right.fresh());
        }
        return right;
    }
}
