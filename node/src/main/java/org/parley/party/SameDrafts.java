// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.proof.canonical.CanonicalJson;
import org.parley.proof.canonical.Json;
import org.parley.proof.canonical.MalformedException;
import org.parley.record.Folders;
import org.parley.record.Wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Drafts beside a node that say just what is erased: they would keep its words. Whether another
 * draft repeats some of them only people can tell.
 *
 * @param same files of drafts with the same body
 * @param others how many other drafts there are
 */
record SameDrafts(List<Path> same, int others) {
    /** A draft's text has 28,000 characters at most. */
    private static final int BYTES_MAX = 1 << 20;

    SameDrafts {
        same = List.copyOf(same);
    }

    /**
     * Looks through the drafts.
     *
     * @param erased what the statement says; empty when that cannot be read here
     */
    static SameDrafts of(NodeHome home, Node node, Optional<Json.Obj> erased) {
        List<Path> same = new ArrayList<>();
        int others = 0;
        for (Path file : PagesFiles.drafts(home.path())) {
            Optional<Json.Obj> said = said(file, node);
            if (erased.isPresent() && said.equals(erased.map(SameDrafts::unsalted))) {
                same.add(file);
            } else {
                others++;
            }
        }
        return new SameDrafts(same, others);
    }

    /** What a draft would say; empty when it could not be said. */
    private static Optional<Json.Obj> said(Path file, Node node) {
        try {
            byte[] text = Folders.text(file).strip().getBytes(StandardCharsets.UTF_8);
            if (text.length > BYTES_MAX || !(CanonicalJson.read(text) instanceof Json.Obj draft)) {
                return Optional.empty();
            }
            String kind = NodeWords.text(draft, "kind").orElse("");
            String yaml = NodeWords.text(draft, "yaml").orElse("");
            return new Saying(kind, yaml, List.of()).draft(node).map(Wire.Draft::body);
        } catch (MalformedException | ParleyException e) {
            return Optional.empty();
        }
    }

    private static Json.Obj unsalted(Json.Obj body) {
        Map<String, Json> members = new TreeMap<>(body.members());
        members.remove(Wire.SALT);
        return Json.object(members);
    }

    /** The names by which the pages know them. */
    List<String> names() {
        return same.stream()
                .map(file -> String.valueOf(file.getFileName()).replace(".json", ""))
                .toList();
    }

    /** Overwrites them, as the journal does with the body, and takes them away. */
    void forget() {
        for (Path file : same) {
            try {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    ByteBuffer zeros = ByteBuffer.allocate((int) channel.size());
                    while (zeros.hasRemaining()) {
                        channel.write(zeros);
                    }
                    channel.force(true);
                }
                Files.deleteIfExists(file);
            } catch (NoSuchFileException e) {
                // It was released or withdrawn meanwhile.
            } catch (IOException e) {
                throw new ParleyException(
                        Code.UNWRITABLE,
                        Place.of(Folders.shown(file)),
                        Folders.why(e),
                        "the statement is erased; take this draft of it away by hand");
            }
        }
    }
}
