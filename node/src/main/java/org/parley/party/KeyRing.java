// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.exchange.Identity;
import org.parley.exchange.Sealing;
import org.parley.proof.ProofException;
import org.parley.proof.note.Ed25519;
import org.parley.proof.note.SignerKey;
import org.parley.proof.note.Suite;
import org.parley.record.Folders;
import org.parley.record.NewFile;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The secrets of a node, one file each, which only its owner can read: what signs its log, what
 * cosigns others', its offices, what opens bodies, who it is on connections. Never printed.
 * Immutable.
 */
public final class KeyRing {
    /** The office that every node has. */
    public static final String DUTY = "duty";

    private static final String SUFFIX = ".key";
    private static final String READER = "reader";
    private static final String TLS = "tls";
    private static final String OFFICE = "office-";

    /** The file that says that all others of its folder are written. */
    private static final String WHOLE = "whole";

    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");

    private final Map<String, SignerKey> signers;
    private final String reader;
    private final byte[] tls;

    /** Derived from the seed; a certificate and a post-quantum key are too dear to derive often. */
    private final Supplier<Identity> identity;

    private final Supplier<String> open;

    /** The rings that came after this one, in folders of their own. */
    private final List<KeyRing> later;

    private KeyRing(
            Map<String, SignerKey> signers, String reader, byte[] tls, List<KeyRing> later) {
        this.signers = new TreeMap<>(signers);
        this.reader = reader;
        this.tls = tls.clone();
        this.identity = once(() -> Identity.of(this.tls));
        this.open = once(() -> Sealing.reader(reader));
        this.later = List.copyOf(later);
    }

    /** At the first question, and not in the constructor: half a ring may be read. */
    private static <T> Supplier<T> once(Supplier<T> made) {
        return new Supplier<>() {
            private Optional<T> known = Optional.empty();

            @Override
            public synchronized T get() {
                if (known.isEmpty()) {
                    known = Optional.of(made.get());
                }
                return known.get();
            }
        };
    }

    /** What a rotation can change; all that ever opened bodies stays, for the old ones. */
    public enum Part {
        OFFICE,
        LOG,
        MIRROR,
        WITNESS,
        TLS,
        READER
    }

    /** The same ring with new keys in some parts. */
    KeyRing renewed(Set<Part> parts, String origin, SecureRandom chance, Ed25519 ed25519) {
        KeyRing fresh = create(origin, offices(), chance);
        Map<String, SignerKey> mixed = new TreeMap<>(signers);
        signers.keySet()
                .forEach(name -> {
                    boolean changed =
                            parts.stream()
                                    .anyMatch(part ->
                                            name.startsWith(
                                                    part.name().toLowerCase(Locale.ROOT) + "-"));
                    if (changed) {
                        mixed.put(name, fresh.named(name).with(ed25519));
                    }
                });
        return new KeyRing(
                mixed,
                parts.contains(Part.READER) ? fresh.reader : reader,
                parts.contains(Part.TLS) ? fresh.tls : tls,
                List.of());
    }

    /** This one, which knows of one that comes after it. */
    KeyRing with(KeyRing next) {
        List<KeyRing> all = new ArrayList<>(later);
        all.add(next);
        return new KeyRing(signers, reader, tls, all);
    }

    /** The ring, this or a later one, whose keys a card names. */
    KeyRing of(Card card) {
        return find(card)
                .orElseThrow(() ->
                        new ParleyException(
                                Code.CORRUPT,
                                Place.of("keys"),
                                "the keys of card " + card.version() + " are not here",
                                "restore keys/ from your backup, or parley node lost"));
    }

    /** The ring that signs now: until the others have the newest card, that of the one before. */
    KeyRing signing(Roster roster) {
        return find(roster.signingCard()).orElseGet(() -> of(roster.ownCard()));
    }

    /** The same, where it may have been lost. */
    Optional<KeyRing> find(Card card) {
        return isOf(card)
                ? Optional.of(this)
                : later.stream().filter(ring -> ring.isOf(card)).findFirst();
    }

    private boolean isOf(Card card) {
        return card.hasKeysOf(
                card(
                        card.name(),
                        card.witnessOnly(),
                        card.origin(),
                        card.address(),
                        card.officers()));
    }

    /** New keys for a log of this name. */
    public static KeyRing create(String origin, List<String> offices, SecureRandom chance) {
        Map<String, SignerKey> signers = new LinkedHashMap<>();
        signers.put("log-ed25519", key(Suite.ED25519, origin, chance));
        signers.put("log-mldsa44", key(Suite.ML_DSA_44, origin, chance));
        for (String role : List.of("mirror", "witness")) {
            String name = origin + "/" + role;
            signers.put(role + "-ed25519", key(Suite.ED25519_COSIGNATURE, name, chance));
            signers.put(role + "-mldsa44", key(Suite.ML_DSA_44, name, chance));
        }
        for (String office : offices) {
            signers.put(OFFICE + office, key(Suite.ED25519, origin + "/office/" + office, chance));
        }
        byte[] tls = new byte[Suite.SEED_BYTES];
        chance.nextBytes(tls);
        return new KeyRing(signers, new Sealing(chance).secret(), tls, List.of());
    }

    private static SignerKey key(Suite suite, String name, SecureRandom chance) {
        byte[] seed = new byte[Suite.SEED_BYTES];
        chance.nextBytes(seed);
        return SignerKey.of(suite, name, seed);
    }

    /**
     * Writes the keys into a folder that has none.
     *
     * @throws ParleyException {@code UNWRITABLE}
     */
    void write(Path folder) {
        Map<String, String> files = new TreeMap<>();
        signers.forEach((name, key) -> files.put(name, key.format()));
        files.put(READER, reader);
        files.put(TLS, HexFormat.of().formatHex(tls));
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path target = folder.resolve(file.getKey() + SUFFIX);
                boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
                Files.writeString(target, "", StandardOpenOption.CREATE_NEW);
                if (posix) {
                    Files.setPosixFilePermissions(target, OWNER_ONLY);
                }
                Files.writeString(target, file.getValue() + "\n", StandardOpenOption.SYNC);
            }
        } catch (IOException e) {
            throw new ParleyException(
                    Code.UNWRITABLE,
                    Place.of(Folders.shown(folder)),
                    Folders.why(e),
                    "check the path and the permissions");
        }
    }

    /**
     * Reads the keys of a folder.
     *
     * @param ed25519 who makes the Ed25519 signatures
     * @throws ParleyException when one is missing, or is no key; the message does not repeat it
     */
    static KeyRing read(Path folder, Ed25519 ed25519) {
        KeyRing first = readOne(folder, ed25519);
        for (int number = 2; Files.isDirectory(numbered(folder, number)); number++) {
            Path next = numbered(folder, number);
            // A process that ended while it wrote them named them nowhere yet.
            if (Files.isRegularFile(next.resolve(WHOLE))) {
                first = first.with(readOne(next, ed25519));
            }
        }
        return first;
    }

    private static Path numbered(Path folder, int number) {
        return folder.resolve(Integer.toString(number));
    }

    /** Writes keys beside those that are there, before anything names them. */
    void writeBeside(Path folder) {
        int number = 2;
        while (Files.isDirectory(numbered(folder, number))) {
            number++;
        }
        Path target = numbered(folder, number);
        write(target);
        NewFile.write(target.resolve(WHOLE), "\n", false);
        for (Path one : List.of(target, folder)) {
            try (FileChannel channel = FileChannel.open(one, StandardOpenOption.READ)) {
                channel.force(true);
            } catch (IOException e) {
                // Not every system lets a folder be forced; the files themselves are.
            }
        }
    }

    private static KeyRing readOne(Path folder, Ed25519 ed25519) {
        Map<String, SignerKey> signers = new TreeMap<>();
        String reader = "";
        byte[] tls = {};
        for (Path file : Folders.children(folder)) {
            String name = String.valueOf(file.getFileName());
            if (!name.endsWith(SUFFIX)) {
                continue;
            }
            String key = name.substring(0, name.length() - SUFFIX.length());
            String text = Folders.text(file).strip();
            try {
                switch (key) {
                    case READER -> reader = text;
                    case TLS -> tls = HexFormat.of().parseHex(text);
                    default -> signers.put(key, SignerKey.parse(text).with(ed25519));
                }
            } catch (ProofException | IllegalArgumentException e) {
                throw damaged(file);
            }
        }
        KeyRing ring = new KeyRing(signers, reader, tls, List.of());
        if (reader.isEmpty() || tls.length == 0 || !ring.isWhole()) {
            throw damaged(folder);
        }
        return ring;
    }

    private static ParleyException damaged(Path where) {
        return new ParleyException(
                Code.CORRUPT,
                Place.of(Folders.shown(where)),
                "a key is missing, or is no key",
                "restore keys/ from your backup; a new key has to be enrolled by the others");
    }

    private boolean isWhole() {
        return signers.keySet()
                        .containsAll(
                                List.of(
                                        "log-ed25519",
                                        "log-mldsa44",
                                        "mirror-ed25519",
                                        "mirror-mldsa44",
                                        "witness-ed25519",
                                        "witness-mldsa44"))
                && !offices().isEmpty();
    }

    private SignerKey named(String name) {
        SignerKey key = signers.get(name);
        if (key == null) {
            throw new ParleyException(
                    Code.NOT_FOUND,
                    Place.of("keys"),
                    "this node has no key " + name,
                    "it has " + String.join(", ", signers.keySet()));
        }
        return key;
    }

    /** Signs every commit of the log. */
    public SignerKey log() {
        return named("log-ed25519");
    }

    /** Signs what is published of the log, against later quantum computers. */
    public SignerKey logPostQuantum() {
        return named("log-mldsa44");
    }

    /** Says that all entries of somebody's log are held: Ed25519, then ML-DSA-44. */
    public List<SignerKey> mirror() {
        return List.of(named("mirror-ed25519"), named("mirror-mldsa44"));
    }

    /** Says that a log's head was seen and follows from the one before. */
    public List<SignerKey> witness() {
        return List.of(named("witness-ed25519"), named("witness-mldsa44"));
    }

    /** What makes a statement this party's. */
    public SignerKey office(String name) {
        return named(OFFICE + name);
    }

    /** The offices whose keys are here. */
    public List<String> offices() {
        return signers.keySet().stream()
                .filter(name -> name.startsWith(OFFICE))
                .map(name -> name.substring(OFFICE.length()))
                .toList();
    }

    /** What opens bodies, that of the newest ring first: each opens what was sealed to it. */
    List<String> readers() {
        Set<String> all = new LinkedHashSet<>();
        later.reversed().forEach(ring -> all.add(ring.reader));
        all.add(reader);
        return List.copyOf(all);
    }

    /** Who this node is on connections. */
    public Identity identity() {
        return identity.get();
    }

    /** What others need to know of these keys. */
    public Card card(
            String name,
            boolean witnessOnly,
            String origin,
            Optional<String> address,
            int officers) {
        return new Card(
                name,
                witnessOnly,
                origin,
                address,
                List.of(log().verifier(), logPostQuantum().verifier()),
                mirror().stream().map(SignerKey::verifier).toList(),
                witness().stream().map(SignerKey::verifier).toList(),
                offices().stream().map(office -> office(office).verifier()).toList(),
                officers,
                Optional.of(open.get()),
                identity().pin(),
                1,
                Optional.empty());
    }

    /** The card that follows another one, with these keys. */
    Card successor(Card before) {
        return card(
                        before.name(),
                        before.witnessOnly(),
                        before.origin(),
                        before.address(),
                        before.officers())
                .after(before);
    }
}
