// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.proof.canonical.CanonicalJson;
import org.parley.proof.canonical.Hash;
import org.parley.proof.canonical.Json;
import org.parley.proof.canonical.MalformedException;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a backup file says that it holds. The form is docs/formats/backup.md. Immutable.
 *
 * @param name of the party or witness
 * @param made when, by the node's clock
 */
record BackupManifest(
        String name, String origin, String agreement, Instant made, List<Stored> files) {
    static final String NAME = "manifest.json";
    static final int BYTES_MAX = 4 << 20;

    private static final String FORMAT = "parley/backup/v1";

    /** No path leads anywhere but to where a node has such a file. */
    private static final Pattern NAMES =
            Pattern.compile(
                    "node/node\\.json"
                            + "|node/roster/[^/\\\\:\\p{Cntrl}]{1,120}\\.card"
                            + "|node/keys/([1-9][0-9]{0,4}/)?([a-z0-9_-]{1,80}\\.key|whole)"
                            + "|node/store/journal-[0-9]{8}"
                            + "|agreements/[a-z0-9_-]{1,80}/[A-Za-z0-9_-]{1,80}\\.(yaml|csv)"
                            + "|"
                            + PagesFiles.NAMES);

    /** One file, by its path in the home folder. */
    record Stored(String path, long size, Hash sha256) {
        boolean isOfTheStore() {
            return path.startsWith("node/store/");
        }

        /** What others on the machine must not read either. */
        boolean isPrivate() {
            return isKey() || path.matches(PagesFiles.NAMES);
        }

        boolean isKey() {
            return path.startsWith("node/keys/");
        }
    }

    BackupManifest {
        files = List.copyOf(files);
    }

    boolean hasKeys() {
        return files.stream().anyMatch(Stored::isKey);
    }

    byte[] bytes() {
        List<Json> all = new ArrayList<>();
        for (Stored file : files) {
            all.add(
                    Json.object(
                            Map.of(
                                    "path", Json.text(file.path()),
                                    "sha256", Json.text(file.sha256().toString()),
                                    "size", Json.number(file.size()))));
        }
        Map<String, Json> members = new TreeMap<>();
        members.put("agreement", Json.text(agreement));
        members.put("files", Json.array(all.toArray(Json[]::new)));
        members.put("format", Json.text(FORMAT));
        members.put("made", Json.text(made.toString()));
        members.put("name", Json.text(name));
        members.put("origin", Json.text(origin));
        return CanonicalJson.write(Json.object(members));
    }

    /**
     * Reads one.
     *
     * @throws ParleyException {@code CORRUPT} when it is in any other form
     */
    static BackupManifest read(byte[] bytes, Place from) {
        try {
            if (CanonicalJson.read(bytes) instanceof Json.Obj json
                    && NodeWords.text(json, "format").filter(FORMAT::equals).isPresent()
                    && json.members().get("files") instanceof Json.Arr(var values)) {
                List<Stored> files = new ArrayList<>();
                Set<String> paths = new HashSet<>();
                for (Json value : values) {
                    Stored file = stored(value);
                    if (!NAMES.matcher(file.path()).matches() || !paths.add(file.path())) {
                        throw corrupt(from, "it names a file that no node has: " + file.path());
                    }
                    files.add(file);
                }
                return new BackupManifest(
                        NodeWords.text(json, "name").orElseThrow(),
                        NodeWords.text(json, "origin").orElseThrow(),
                        NodeWords.text(json, "agreement").orElseThrow(),
                        Instant.parse(NodeWords.text(json, "made").orElseThrow()),
                        files);
            }
        } catch (MalformedException
                | NoSuchElementException
                | IllegalArgumentException
                | DateTimeException e) {
            // Said below.
        }
        throw corrupt(from, "it does not say what is in it, or in a later version's form");
    }

    private static Stored stored(Json value) {
        if (value instanceof Json.Obj json
                && json.members().get("size") instanceof Json.Int(long size)
                && size >= 0) {
            return new Stored(
                    NodeWords.text(json, "path").orElseThrow(),
                    size,
                    Hash.parse(NodeWords.text(json, "sha256").orElseThrow()));
        }
        throw new NoSuchElementException("a file");
    }

    static ParleyException corrupt(Place from, String what) {
        return new ParleyException(
                Code.CORRUPT, from, what, "take an older backup; nothing was changed");
    }
}
