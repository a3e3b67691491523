// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.exchange.Courier;
import org.parley.proof.canonical.CanonicalJson;
import org.parley.proof.canonical.Json;
import org.parley.record.Folders;
import org.parley.record.NewFile;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Courier files as commands write and read them: by the node, if one runs there. Stateless. */
public final class Carrying {
    /** A line may bring the same entries while a file is checked; then it is checked anew. */
    private static final int ATTEMPTS = 3;

    private Carrying() {}

    /**
     * Writes a file.
     *
     * @param reader whose bodies to put in; empty for those that any other party may have
     * @return how many bytes it has
     * @throws ParleyException as {@link Couriers#write} and {@link NewFile#write}
     */
    public static long write(
            NodeHome home,
            Path file,
            Optional<String> reader,
            boolean replace,
            InstantSource clock,
            SecureRandom chance) {
        Map<String, Json> asked = new TreeMap<>();
        asked.put("file", Json.text(file.toAbsolutePath().toString()));
        asked.put("replace", Json.truth(replace));
        reader.ifPresent(party -> asked.put("for", Json.text(party)));
        String request = CanonicalJson.text(Json.object(asked));
        return Long.parseLong(
                Either.of(
                        home,
                        clock,
                        chance,
                        () -> Control.ask(home, Control.CARRY, Map.of(), request),
                        opened -> {
                            try (RunningNode running = opened) {
                                return Long.toString(
                                        write(home, running.node(), file, reader, replace));
                            }
                        }));
    }

    private static long write(
            NodeHome home, Node node, Path file, Optional<String> reader, boolean replace) {
        byte[] bytes = Couriers.write(node, home.cards(), reader);
        NewFile.write(file, bytes, replace);
        return bytes.length;
    }

    /**
     * Reads a file.
     *
     * @throws ParleyException as {@link Couriers#read}; nothing was changed
     */
    public static Couriers.Read read(
            NodeHome home, Path file, InstantSource clock, SecureRandom chance) {
        Map<String, Json> asked =
                Map.of(
                        "file", Json.text(file.toAbsolutePath().toString()),
                        "shown", Json.text(Folders.shown(file)));
        String request = CanonicalJson.text(Json.object(asked));
        return told(
                Either.of(
                        home,
                        clock,
                        chance,
                        () -> Control.ask(home, Control.CARRIED, Map.of(), request),
                        opened -> {
                            try (RunningNode running = opened) {
                                return lines(read(running.node(), file, Folders.shown(file)));
                            }
                        }));
    }

    private static Couriers.Read read(Node node, Path file, String shown) {
        try (Courier courier = Courier.open(file, shown)) {
            for (int attempt = 1; ; attempt++) {
                try {
                    return Couriers.read(node, courier, shown);
                } catch (ParleyException e) {
                    if (e.code() != Code.CONFLICT || attempt == ATTEMPTS) {
                        throw e;
                    }
                }
            }
        }
    }

    /** What a command asked of a running node: to write a file. */
    static String writeAsked(NodeHome home, Node node, String request) {
        Json.Obj asked = Control.object(request);
        return Long.toString(
                write(
                        home,
                        node,
                        Path.of(NodeWords.text(asked, "file").orElseThrow()),
                        NodeWords.text(asked, "for"),
                        Json.truth(true).equals(asked.members().get("replace"))));
    }

    /** What a command asked of a running node: to read a file. */
    static String readAsked(Node node, String request) {
        Json.Obj asked = Control.object(request);
        return lines(
                read(
                        node,
                        Path.of(NodeWords.text(asked, "file").orElseThrow()),
                        NodeWords.text(asked, "shown").orElseThrow()));
    }

    private static String lines(Couriers.Read read) {
        StringBuilder lines = new StringBuilder(read.from() + "\n" + read.bodies() + "\n");
        for (Couriers.LogRead log : read.logs()) {
            // A log's name may have any character in it but the end of a line.
            lines.append(log.outcome() + " " + log.before() + " " + log.size() + " ");
            lines.append(log.party() + "\n");
        }
        return lines.toString();
    }

    private static Couriers.Read told(String text) {
        List<String> lines = text.lines().toList();
        List<Couriers.LogRead> logs = new ArrayList<>();
        for (String line : lines.subList(2, lines.size())) {
            String[] words = line.split(" ", 4);
            logs.add(
                    new Couriers.LogRead(
                            words[3],
                            Couriers.Outcome.valueOf(words[0]),
                            Long.parseLong(words[1]),
                            Long.parseLong(words[2])));
        }
        return new Couriers.Read(lines.get(0), logs, Integer.parseInt(lines.get(1)));
    }
}
