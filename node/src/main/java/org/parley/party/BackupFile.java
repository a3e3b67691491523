// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.log.Backup;
import org.parley.log.Fsck;
import org.parley.log.JournalStore;
import org.parley.log.LogStore;
import org.parley.proof.canonical.CanonicalJson;
import org.parley.proof.canonical.Hash;
import org.parley.proof.canonical.Json;
import org.parley.record.Folders;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a node into one file, while it runs: its record as it was at one moment, cards, rules and
 * settings, and its keys if that is asked for. The file has its name only when it is whole, checked
 * and on the disk, and its owner alone can read it. The form is docs/formats/backup.md.
 */
public final class BackupFile {
    private static final int COPY_BYTES = 1 << 20;

    private BackupFile() {}

    /**
     * What was written.
     *
     * @param sha256 of the file, to be noted elsewhere
     */
    public record Written(long bytes, Hash sha256, long entries, long bodies, boolean keys) {
        private String line() {
            return bytes + " " + sha256 + " " + entries + " " + bodies + " " + keys;
        }

        private static Written of(String line) {
            String[] words = line.strip().split(" ", 5);
            return new Written(
                    Long.parseLong(words[0]),
                    Hash.parse(words[1]),
                    Long.parseLong(words[2]),
                    Long.parseLong(words[3]),
                    Boolean.parseBoolean(words[4]));
        }
    }

    /**
     * Writes one, by the node if one runs there.
     *
     * @throws ParleyException as {@link #write}; {@code UNAVAILABLE} when another process has the
     *     store and cannot be asked
     */
    public static Written make(
            NodeHome home,
            Path file,
            boolean withKeys,
            boolean replace,
            SecureRandom chance,
            Instant now) {
        Map<String, Json> asked = new TreeMap<>();
        asked.put("file", Json.text(file.toAbsolutePath().toString()));
        asked.put("keys", Json.truth(withKeys));
        asked.put("replace", Json.truth(replace));
        String request = CanonicalJson.text(Json.object(asked));
        return Written.of(
                Either.of(
                        home,
                        () -> Control.ask(home, Control.BACKUP, Map.of(), request),
                        () -> NodeStore.open(home, chance),
                        opened -> {
                            try (LogStore store = opened) {
                                return write(home, store, file, withKeys, replace, now).line();
                            }
                        }));
    }

    /** What a command asked of a running node. */
    static String asked(NodeHome home, Node node, String request) {
        Json.Obj json = Control.object(request);
        return write(
                        home,
                        node.store(),
                        Path.of(NodeWords.text(json, "file").orElseThrow()),
                        Json.truth(true).equals(json.members().get("keys")),
                        Json.truth(true).equals(json.members().get("replace")),
                        node.now())
                .line();
    }

    /**
     * Writes one.
     *
     * @param store of the node, open in this process
     * @param replace whether a file of that name may be replaced
     * @throws ParleyException {@code BAD_VALUE} when it is there and may not; {@code REFUSED} when
     *     the record lies in a database; {@code CORRUPT} when the store is damaged; {@code
     *     UNWRITABLE}
     */
    static Written write(
            NodeHome home,
            LogStore store,
            Path file,
            boolean withKeys,
            boolean replace,
            Instant now) {
        if (!(store instanceof JournalStore journal)) {
            throw new ParleyException(
                    Code.REFUSED,
                    Place.of(Folders.shown(home.path())),
                    "its record lies in a database",
                    "back that up with the database's own tools, and copy the folder");
        }
        Path target = file.toAbsolutePath().normalize();
        if (!replace && Files.exists(target)) {
            throw new ParleyException(
                    Code.BAD_VALUE,
                    Place.of(Folders.shown(file)),
                    "this file is already there",
                    "choose another name, or add --force to replace it");
        }
        try {
            // Its owner alone can look into a temporary folder.
            Path scratch = Files.createTempDirectory(target.resolveSibling("."), ".parley-backup-");
            try {
                Fsck.Report report = Backup.write(journal, scratch.resolve("store"));
                Path part = scratch.resolve("part");
                Hash sum = zip(home, scratch.resolve("store"), part, withKeys, now);
                long bytes = Files.size(part);
                move(part, target);
                return new Written(bytes, sum, report.entries(), report.bodies(), withKeys);
            } finally {
                delete(scratch);
            }
        } catch (IOException e) {
            throw new ParleyException(
                    Code.UNWRITABLE,
                    Place.of(Folders.shown(file)),
                    Folders.why(e),
                    "check the permissions and the free space; nothing was changed");
        }
    }

    private static void move(Path part, Path target) throws IOException {
        try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(
                part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel names =
                FileChannel.open(target.resolveSibling("."), StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    private static Hash zip(NodeHome home, Path store, Path part, boolean withKeys, Instant now)
            throws IOException {
        Map<String, Path> files = new LinkedHashMap<>();
        add(files, home.path(), home.settingsFile());
        for (Path folder : List.of(home.roster(), home.agreementFolder(home.agreementId()))) {
            for (Path one : Folders.children(folder)) {
                add(files, home.path(), one);
            }
        }
        if (withKeys) {
            // Keys that came later are in folders of their own below the first ones.
            for (Path one : Folders.children(home.keys())) {
                add(files, home.path(), one);
                if (Files.isDirectory(one)) {
                    Folders.children(one).forEach(later -> add(files, home.path(), later));
                }
            }
        }
        for (Path one : Folders.children(store)) {
            String name = String.valueOf(one.getFileName());
            if (name.startsWith("journal-")) {
                files.put("node/store/" + name, one);
            }
        }
        files.putAll(PagesFiles.copy(home.path(), part.resolveSibling("."), withKeys));
        List<BackupManifest.Stored> stored = new ArrayList<>();
        for (Map.Entry<String, Path> one : files.entrySet()) {
            stored.add(
                    new BackupManifest.Stored(
                            one.getKey(), Files.size(one.getValue()), hash(one.getValue())));
        }
        NodeHome.Settings settings = home.settings();
        BackupManifest manifest =
                new BackupManifest(
                        settings.name(), settings.origin(), settings.agreement(), now, stored);
        OwnFile.create(part);
        try (DigestOutputStream sum =
                new DigestOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(part), COPY_BYTES),
                        sha256())) {
            write(manifest, files, sum);
            return Hash.fromBytes(sum.getMessageDigest().digest());
        }
    }

    private static void write(BackupManifest manifest, Map<String, Path> files, OutputStream out)
            throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.setLevel(Deflater.BEST_SPEED);
        zip.putNextEntry(new ZipEntry(BackupManifest.NAME));
        zip.write(manifest.bytes());
        zip.closeEntry();
        for (Map.Entry<String, Path> one : files.entrySet()) {
            zip.putNextEntry(new ZipEntry(one.getKey()));
            Files.copy(one.getValue(), zip);
            zip.closeEntry();
        }
        zip.finish();
        zip.flush();
    }

    private static void add(Map<String, Path> files, Path home, Path file) {
        if (Files.isRegularFile(file)) {
            files.put(home.relativize(file).toString().replace('\\', '/'), file);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Hash hash(Path file) throws IOException {
        MessageDigest sum = sha256();
        byte[] buffer = new byte[COPY_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                sum.update(buffer, 0, count);
            }
        }
        return Hash.fromBytes(sum.digest());
    }

    /** Deletes a folder with all that is in it; nothing of it is a link that leads out. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
