// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.parley.proof.canonical.CanonicalJson;
import org.parley.proof.canonical.Json;
import org.parley.proof.canonical.MalformedException;
import org.parley.record.Folders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a node's pages keep beside the node: who may log in, what waits for release, the certificate
 * that it made for itself. As far as a backup takes them. Stateless.
 */
final class PagesFiles {
    private static final Pattern DRAFT = Pattern.compile("drafts/[0-9a-f]{16}\\.json");

    /** The paths of such files in a home folder, as a regular expression. */
    static final String NAMES = "people\\.json|pages(-key)?\\.pem|" + DRAFT.pattern();

    private PagesFiles() {}

    /** Whoever has the certificate's key can show pages under this node's name. */
    static boolean isKey(String path) {
        return path.endsWith(".pem");
    }

    static boolean isDraft(String path) {
        return DRAFT.matcher(path).matches();
    }

    /** The files of drafts in a home folder. */
    static List<Path> drafts(Path home) {
        Path folder = home.resolve("drafts");
        return Files.isDirectory(folder)
                ? Folders.children(folder).stream()
                        .filter(file -> isDraft("drafts/" + file.getFileName()))
                        .toList()
                : List.of();
    }

    /**
     * Copies them, for drafts come and go while the node runs.
     *
     * @return the copies, by their paths in the home folder
     */
    static Map<String, Path> copy(Path home, Path scratch, boolean withKeys) throws IOException {
        List<Path> all = new ArrayList<>(List.of(home.resolve("people.json")));
        if (withKeys) {
            all.add(home.resolve("pages.pem"));
            all.add(home.resolve("pages-key.pem"));
        }
        all.addAll(drafts(home));
        Map<String, Path> copies = new TreeMap<>();
        for (Path file : all) {
            String path = home.relativize(file).toString().replace('\\', '/');
            if (path.matches(NAMES) && Files.isRegularFile(file)) {
                Path copy = scratch.resolve("pages-" + copies.size());
                try {
                    Files.copy(file, copy);
                    copies.put(path, copy);
                } catch (NoSuchFileException e) {
                    // It was released or withdrawn meanwhile.
                }
            }
        }
        return copies;
    }

    /**
     * A draft may have been said after the backup was made: it comes back as sent back, without the
     * releases it had, so that nobody says it twice without looking.
     */
    static void sendBack(Path draft) throws IOException {
        try {
            if (CanonicalJson.read(Files.readString(draft).strip().getBytes(UTF_8))
                    instanceof Json.Obj json) {
                Map<String, Json> members = new TreeMap<>(json.members());
                members.put("state", Json.text("returned"));
                members.put("releases", Json.array());
                members.put(
                        "why",
                        Json.text(
                                "restored from a backup: look whether it stands in the log"
                                        + " 由备份恢复：请先查看日志中是否已有"));
                Files.writeString(draft, CanonicalJson.text(Json.object(members)) + "\n");
            }
        } catch (MalformedException e) {
            // Whoever opens it is told that it is no draft.
        }
    }
}
