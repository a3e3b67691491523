// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.log.LogStore;
import org.parley.proof.ProofException;
import org.parley.proof.ProofException.Reason;
import org.parley.proof.canonical.CanonicalJson;
import org.parley.proof.canonical.Hash;
import org.parley.proof.canonical.Json;
import org.parley.proof.canonical.MalformedException;
import org.parley.proof.checkpoint.Checkpoint;
import org.parley.proof.note.Note;
import org.parley.proof.tile.EntryBundle;
import org.parley.proof.tile.LogFiles;
import org.parley.proof.tile.Tile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * What one node would send another, in one file that somebody can carry: {@code parley/courier/v1},
 * docs/formats/courier.md. Opening it checks its form only; nothing in it is believed before its
 * logs are verified with keys from elsewhere. Thread safe.
 */
public final class Courier implements AutoCloseable {
    static final String FORMAT = "parley/courier/v1";

    private static final String MANIFEST = "manifest.json";
    private static final int MANIFEST_BYTES_MAX = 1 << 20;
    private static final int CARD_BYTES_MAX = 64 << 10;
    private static final String CARDS = "cards/";
    private static final String CARD = ".card";
    private static final String LOGS = "logs/";
    private static final String BODIES = "bodies/";
    private static final String CHECKPOINT = "checkpoint";
    private static final String COSIGNED = "cosigned";
    private static final String HEX = "[0-9a-f]{64}";

    private final StoredZip zip;
    private final String from;
    private final Map<String, byte[]> cards = new TreeMap<>();
    private final Map<String, String> origins = new TreeMap<>();
    private final List<Hash> bodies = new ArrayList<>();

    /**
     * What is to be carried.
     *
     * @param from the name of the node that writes it
     * @param cards signed notes by name
     * @param logs with their checkpoints as they are to be shown
     * @param cosigned who cosigned each log when, by its origin
     * @param bodies by the hash of their bytes
     */
    public record Contents(
            String from,
            Map<String, byte[]> cards,
            List<StoredLog> logs,
            Map<String, byte[]> cosigned,
            Map<Hash, byte[]> bodies) {}

    private Courier(StoredZip zip, String from) {
        this.zip = zip;
        this.from = from;
    }

    /**
     * The bytes of the file; the same contents give the same bytes.
     *
     * @throws ParleyException {@code TOO_LARGE} when it could not be read back
     */
    public static byte[] format(Contents contents) {
        SequencedMap<String, byte[]> files = new LinkedHashMap<>();
        List<Json> origins = new ArrayList<>();
        contents.logs().forEach(log -> origins.add(Json.text(log.origin())));
        Map<String, Json> manifest = new TreeMap<>();
        manifest.put("format", Json.text(FORMAT));
        manifest.put("from", Json.text(contents.from()));
        manifest.put("logs", Json.array(origins.toArray(Json[]::new)));
        files.put(
                MANIFEST,
                CanonicalJson.text(Json.object(manifest)).getBytes(StandardCharsets.UTF_8));
        contents.cards().forEach((name, card) -> files.put(CARDS + name + CARD, card));
        long[] sum = {0};
        for (StoredLog log : contents.logs()) {
            log.each((path, bytes) -> {
                sum[0] += bytes.length;
                checkSize(sum[0], files.size());
                files.put(LOGS + Cosigning.hash(log.origin()) + "/" + path, bytes);
            });
            byte[] cosigned = contents.cosigned().getOrDefault(log.origin(), new byte[0]);
            if (cosigned.length > 0 && cosigned.length <= CosignedNotes.BYTES_MAX) {
                sum[0] += cosigned.length;
                checkSize(sum[0], files.size());
                files.put(LOGS + Cosigning.hash(log.origin()) + "/" + COSIGNED, cosigned);
            }
        }
        new TreeMap<>(byHex(contents.bodies()))
                .forEach((hex, body) -> {
                    sum[0] += body.length;
                    checkSize(sum[0], files.size());
                    files.put(BODIES + hex, body);
                });
        return StoredZip.format(files);
    }

    private static Map<String, byte[]> byHex(Map<Hash, byte[]> bodies) {
        Map<String, byte[]> byHex = new TreeMap<>();
        bodies.forEach((hash, body) -> byHex.put(hash.hex(), body));
        return byHex;
    }

    private static void checkSize(long bytes, int files) {
        // An eighth of the room is for names and directory.
        if (bytes > StoredZip.BYTES_MAX / 8 * 7 || files >= StoredZip.FILES_MAX) {
            throw new ParleyException(
                    Code.TOO_LARGE,
                    Place.of("courier"),
                    "more than one courier file can hold",
                    "let the nodes meet on a network once, or carry a copy of the store");
        }
    }

    /**
     * Opens a file and checks its form, whole, and that every body is what its name says.
     *
     * @param shown the file as messages name it
     * @throws ParleyException {@code REFUSED} when it is anything else
     */
    public static Courier open(Path file, String shown) {
        try {
            StoredZip zip = StoredZip.open(file);
            try {
                return read(zip);
            } catch (RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (ProofException | MalformedException e) {
            throw refused(shown, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new ParleyException(
                    Code.UNREADABLE,
                    Place.of(shown),
                    e.getClass().getSimpleName(),
                    "check the path and the permissions");
        }
    }

    /** The one message for a file of which nothing is taken. */
    public static ParleyException refused(String shown, String why) {
        return new ParleyException(
                Code.REFUSED,
                Place.of(shown),
                "this courier file cannot be believed: " + why,
                "nothing of it was taken; ask for another copy");
    }

    private static Courier read(StoredZip zip) {
        byte[] manifest =
                zip.read(MANIFEST, MANIFEST_BYTES_MAX)
                        .orElseThrow(() -> form("it has no " + MANIFEST));
        if (!(CanonicalJson.read(manifest) instanceof Json.Obj json)
                || !Json.text(FORMAT).equals(json.members().get("format"))
                || !(json.members().get("from") instanceof Json.Str(String from))
                || !(json.members().get("logs") instanceof Json.Arr(var logs))
                || json.members().size() != 3) {
            throw form("not a manifest of " + FORMAT);
        }
        Courier courier = new Courier(zip, from);
        for (Json log : logs) {
            if (!(log instanceof Json.Str(String origin))) {
                throw form("a log without a name");
            }
            courier.origins.put(Cosigning.hash(origin), origin);
        }
        for (String name : zip.names()) {
            courier.note(name);
        }
        courier.checkOrigins();
        return courier;
    }

    /** A file has one of the names that the format knows, or nothing is taken. */
    private void note(String name) {
        if (name.equals(MANIFEST)) {
            return;
        }
        if (name.matches(CARDS + "[A-Za-z0-9_-]{1,64}\\.card")) {
            String who = name.substring(CARDS.length(), name.length() - CARD.length());
            cards.put(who, zip.read(name, CARD_BYTES_MAX).orElseThrow());
            return;
        }
        if (name.matches(BODIES + HEX)) {
            Hash hash = new Hash(name.substring(BODIES.length()));
            byte[] body = zip.read(name, LogStore.BODY_BYTES_MAX).orElseThrow();
            if (!Hash.of(body).equals(hash)) {
                throw form(name + " is not what its name says");
            }
            bodies.add(hash);
            return;
        }
        int slash = name.indexOf('/', LOGS.length());
        if (name.startsWith(LOGS)
                && slash > 0
                && origins.containsKey(name.substring(LOGS.length(), slash))) {
            String path = name.substring(slash + 1);
            if (path.equals(COSIGNED)) {
                CosignedNotes.parse(zip.read(name, CosignedNotes.BYTES_MAX).orElseThrow());
                return;
            }
            if (!path.equals(CHECKPOINT)) {
                Tile.parse(path);
            }
            // Reading it compares it with its checksum; the tree's hashes come later.
            zip.read(name, EntryBundle.BYTES_MAX);
            return;
        }
        throw form("a file that does not belong there");
    }

    private void checkOrigins() {
        for (String origin : origins.values()) {
            String said = Checkpoint.of(checkpoint(origin)).origin();
            if (!said.equals(origin)) {
                throw new ProofException(Reason.ORIGIN, "the manifest and a checkpoint differ");
            }
        }
    }

    private static ProofException form(String why) {
        return new ProofException(Reason.FORM, why);
    }

    /** Who says that it wrote the file. */
    public String from() {
        return from;
    }

    /** The cards in it by name, as unbelieved as anything else. */
    public Map<String, byte[]> cards() {
        return Map.copyOf(cards);
    }

    /** The logs in it. */
    public List<String> origins() {
        return origins.values().stream().sorted().toList();
    }

    /** The files of one log. */
    public LogFiles log(String origin) {
        String folder = LOGS + Cosigning.hash(origin) + "/";
        return (path, bytesMax) -> zip.read(folder + path, bytesMax);
    }

    /** A log's checkpoint with every line it has. */
    public Note checkpoint(String origin) {
        return Note.parse(
                log(origin)
                        .read(CHECKPOINT, Note.BYTES_MAX)
                        .orElseThrow(() -> new ProofException(Reason.MISSING, CHECKPOINT)));
    }

    /** Who cosigned a log when, as the writer shows it; unchecked. */
    public List<Note> cosigned(String origin) {
        return log(origin)
                .read(COSIGNED, CosignedNotes.BYTES_MAX)
                .map(CosignedNotes::parse)
                .orElse(List.of());
    }

    /** The bodies in it, each of which has been checked against its name. */
    public List<Hash> bodies() {
        return List.copyOf(bodies);
    }

    public Optional<byte[]> body(Hash hash) {
        return zip.read(BODIES + hash.hex(), LogStore.BODY_BYTES_MAX);
    }

    @Override
    public void close() {
        zip.close();
    }
}
