// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.log.BouncyEd25519;
import org.parley.log.Fsck;
import org.parley.log.JournalStore;
import org.parley.log.RealDisk;
import org.parley.proof.canonical.Hash;
import org.parley.record.Folders;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Puts a backup back. All of it is unpacked and checked beside the node's folder before anything
 * there is changed. A store that was there is put aside and not deleted: it may hold what the
 * backup does not. The restored one is marked, so that the node signs nothing until it asked others
 * what they saw of its log. For one thread.
 */
public final class Restoring implements AutoCloseable {
    private static final int COPY_BYTES = 1 << 20;
    private static final DateTimeFormatter ASIDE =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final NodeHome home;
    private final BackupManifest manifest;
    private final Path scratch;
    private final Fsck.Report report;

    private Restoring(NodeHome home, BackupManifest manifest, Path scratch, Fsck.Report report) {
        this.home = home;
        this.manifest = manifest;
        this.scratch = scratch;
        this.report = report;
    }

    /**
     * Unpacks a backup and checks it whole; changes nothing else.
     *
     * @param home where it is to go
     * @throws ParleyException {@code CORRUPT} when it is damaged or no backup; {@code UNWRITABLE}
     */
    public static Restoring open(Path file, NodeHome home) {
        Place from = Place.of(Folders.shown(file));
        if (!Files.isRegularFile(file)) {
            throw new ParleyException(
                    Code.NOT_FOUND, from, "there is no such file", "name a backup file");
        }
        Path target = home.path().toAbsolutePath().normalize();
        try (ZipFile zip = new ZipFile(file.toFile(), ZipFile.OPEN_READ)) {
            BackupManifest manifest = manifest(zip, from);
            Path above = target.resolveSibling(".");
            Files.createDirectories(above);
            Path scratch = Files.createTempDirectory(above, ".parley-restore-");
            try {
                for (BackupManifest.Stored one : manifest.files()) {
                    unpack(zip, one, scratch, from);
                }
                Fsck.Report report = check(scratch, from);
                return new Restoring(home, manifest, scratch, report);
            } catch (IOException | RuntimeException e) {
                BackupFile.delete(scratch);
                throw e;
            }
        } catch (ZipException e) {
            throw BackupManifest.corrupt(from, "no whole backup file");
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    private static BackupManifest manifest(ZipFile zip, Place from) throws IOException {
        Optional<ZipEntry> entry = Optional.ofNullable(zip.getEntry(BackupManifest.NAME));
        if (entry.isEmpty()) {
            throw BackupManifest.corrupt(from, "no backup of a node");
        }
        byte[] bytes;
        try (InputStream in = zip.getInputStream(entry.get())) {
            bytes = in.readNBytes(BackupManifest.BYTES_MAX);
        }
        BackupManifest manifest = BackupManifest.read(bytes, from);
        if (zip.size() != manifest.files().size() + 1) {
            throw BackupManifest.corrupt(from, "it has more in it than it says, or less");
        }
        return manifest;
    }

    private static void unpack(ZipFile zip, BackupManifest.Stored stored, Path scratch, Place from)
            throws IOException {
        Optional<ZipEntry> entry = Optional.ofNullable(zip.getEntry(stored.path()));
        if (entry.isEmpty()) {
            throw BackupManifest.corrupt(from, stored.path() + " is missing");
        }
        Path target = scratch.resolve(stored.path());
        Files.createDirectories(target.resolveSibling("."));
        if (stored.isPrivate()) {
            OwnFile.create(target);
        }
        MessageDigest sum = BackupFile.sha256();
        long size = 0;
        byte[] buffer = new byte[COPY_BYTES];
        try (InputStream in = zip.getInputStream(entry.get());
                OutputStream out = Files.newOutputStream(target)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                size += count;
                if (size > stored.size()) {
                    break;
                }
                sum.update(buffer, 0, count);
                out.write(buffer, 0, count);
            }
        }
        if (size != stored.size() || !Hash.fromBytes(sum.digest()).equals(stored.sha256())) {
            throw BackupManifest.corrupt(from, stored.path() + " is not what was backed up");
        }
    }

    private static Fsck.Report check(Path scratch, Place from) throws IOException {
        Path store = scratch.resolve("node/store");
        if (!Files.isDirectory(store)) {
            throw BackupManifest.corrupt(from, "no record is in it");
        }
        Fsck.Report report = Fsck.check(new RealDisk(store));
        if (!report.findings().isEmpty()) {
            throw BackupManifest.corrupt(from, report.findings().getFirst().toString());
        }
        return report;
    }

    /** Whose node it is. */
    public String name() {
        return manifest.name();
    }

    public Instant made() {
        return manifest.made();
    }

    public Fsck.Report report() {
        return report;
    }

    /**
     * What became of it.
     *
     * @param aside the store that was there before, if there was one
     * @param keys whether the node has its keys now
     */
    public record Restored(Optional<Path> aside, boolean keys) {}

    /**
     * Puts it in place.
     *
     * @param force whether something may be there already
     * @throws ParleyException {@code CONFLICT} when something is there and may not, or another node
     *     lives there; {@code UNAVAILABLE} when a node runs there
     */
    public Restored put(boolean force, SecureRandom chance, Instant now) {
        boolean empty = isEmpty();
        if (!empty && !force) {
            throw new ParleyException(
                    Code.CONFLICT,
                    Place.of(Folders.shown(home.path())),
                    "this folder is not empty",
                    "choose another --home; or add --force: its store is put aside then");
        }
        requireSameNode();
        AutoCloseable lock = lock();
        try (lock) {
            JournalStore store =
                    JournalStore.open(new RealDisk(scratch("node/store")), chance::nextLong);
            try (store) {
                Resuming.markRestored(store);
            }
            boolean keysHere = !keysOf(home.keys()).isEmpty();
            for (BackupManifest.Stored one : manifest.files()) {
                boolean settings = one.path().equals("node/node.json");
                boolean wanted = !one.isOfTheStore() && !settings && !(one.isKey() && keysHere);
                if (wanted && !isUsable(one.path())) {
                    if (PagesFiles.isDraft(one.path())) {
                        PagesFiles.sendBack(scratch(one.path()));
                    }
                    place(one.path());
                }
            }
            Optional<Path> aside = putAside(now);
            Files.move(scratch("node/store"), home.store(), StandardCopyOption.ATOMIC_MOVE);
            // Last: a folder without it is no node.
            if (!isUsable("node/node.json")) {
                place("node/node.json");
            }
            return new Restored(aside, keysHere || manifest.hasKeys());
        } catch (ParleyException e) {
            throw e;
        } catch (Exception e) {
            throw unwritable(
                    home.path(), e instanceof IOException known ? known : new IOException(e));
        }
    }

    private Path scratch(String path) {
        return scratch.resolve(path);
    }

    private boolean isEmpty() {
        try {
            if (!Files.exists(home.path())) {
                return true;
            }
            try (Stream<Path> all = Files.list(home.path())) {
                return all.findAny().isEmpty();
            }
        } catch (IOException e) {
            throw unwritable(home.path(), e);
        }
    }

    /** What a running node has open is not taken away under it. */
    private AutoCloseable lock() {
        if (!Files.isDirectory(home.store())) {
            return () -> {};
        }
        try {
            return new RealDisk(home.store()).lock("lock");
        } catch (IOException e) {
            throw new ParleyException(
                    Code.UNAVAILABLE,
                    Place.of(Folders.shown(home.store())),
                    "a node runs on this store",
                    "stop it first");
        }
    }

    /** Keys of one party and the log of another would sign what nobody said. */
    private void requireSameNode() {
        boolean other = false;
        if (isUsable("node/node.json")) {
            other = !home.settings().origin().equals(manifest.origin());
        }
        if (!other && !keysOf(home.keys()).isEmpty()) {
            String key = KeyRing.read(home.keys(), new BouncyEd25519()).log().name();
            other = !key.equals(manifest.origin());
        }
        if (other) {
            throw new ParleyException(
                    Code.CONFLICT,
                    Place.of(Folders.shown(home.path())),
                    "another node lives here than that of the backup: " + manifest.origin(),
                    "choose another --home");
        }
    }

    private static List<Path> keysOf(Path folder) {
        return Files.isDirectory(folder)
                ? Folders.children(folder).stream()
                        .filter(file -> file.toString().endsWith(".key"))
                        .toList()
                : List.of();
    }

    /** A file that is here and whole is newer than the backup's, and stays. */
    private boolean isUsable(String path) {
        Path file = home.path().resolve(path);
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try {
            if (path.endsWith(".card")) {
                Card.read(
                        Folders.text(file).getBytes(StandardCharsets.UTF_8),
                        Place.of(Folders.shown(file)));
            } else if (path.endsWith("node.json")) {
                home.settings();
            } else if (path.startsWith("agreements/")) {
                home.agreement();
            }
            return true;
        } catch (ParleyException e) {
            return false;
        }
    }

    private void place(String path) throws IOException {
        Path target = home.path().resolve(path);
        Files.createDirectories(target.resolveSibling("."));
        Files.move(
                scratch(path),
                target,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private Optional<Path> putAside(Instant now) throws IOException {
        if (!Files.isDirectory(home.store())) {
            return Optional.empty();
        }
        Path aside = home.store().resolveSibling("store-before-" + ASIDE.format(now));
        Files.move(home.store(), aside, StandardCopyOption.ATOMIC_MOVE);
        return Optional.of(aside);
    }

    private static ParleyException unwritable(Path where, IOException e) {
        return new ParleyException(
                Code.UNWRITABLE,
                Place.of(Folders.shown(where)),
                Folders.why(e),
                "check the permissions and the free space");
    }

    @Override
    public void close() {
        try {
            BackupFile.delete(scratch);
        } catch (IOException e) {
            throw unwritable(scratch, e);
        }
    }
}
