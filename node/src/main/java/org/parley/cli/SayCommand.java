// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.party.Control;
import org.parley.party.Entry;
import org.parley.party.KeyRing;
import org.parley.party.NodeHome;
import org.parley.party.RunningNode;
import org.parley.party.Saying;
import org.parley.record.Folders;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Says something on this party's node: signed, durable, and sent with the next round. What is said
 * has the form of an entry of a record; it is a file, one line of YAML, or {@code key=value} pairs.
 */
abstract sealed class SayCommand extends LibraryCommand {
    private static final String NAME = "[a-z][a-z0-9_-]*";

    /** How {@code node status} names a statement, and its id. */
    private static final String REFERENCE = "[^=\\s/]+/[0-9]+|sha256:[0-9a-f]{64}";

    @Parameters(
            paramLabel = "SAYING",
            arity = "1..*",
            description = {
                "an entry: a YAML file, '{key: value}', or pairs such as",
                "under=duties.half_yearly_data as-of=2030-03-01 counts.launchers=780"
            })
    List<String> said = List.of();

    @Option(
            names = "--office",
            split = ",",
            paramLabel = "NAME",
            description = "the offices that release it (duty)")
    List<String> offices = List.of(KeyRing.DUTY);

    /** The kind of statement, which all but one command are named after. */
    private String kind() {
        String name = command().name();
        return name.equals("notify") ? Saying.CHANGE : name;
    }

    /** Under which key stands what it is about, where it is about another statement. */
    private Optional<String> about() {
        return switch (kind()) {
            case "dispute" -> Optional.of("about");
            case "acknowledge", "accept" -> Optional.of("re");
            default -> Optional.empty();
        };
    }

    @Override
    public Integer call() {
        NodeHome home = new NodeHome(options.home);
        Saying saying = new Saying(kind(), yaml(), offices);
        if (!home.isNode()) {
            throw new ParleyException(
                    Code.NOT_FOUND,
                    Place.of(Folders.shown(home.path())),
                    "no node lives here",
                    "name its folder: --home DIR");
        }
        mark(home.agreement().agreement());
        Optional<String> told = Control.say(home, saying);
        out().println(told.orElseGet(() -> alone(home, saying)));
        return 0;
    }

    /** No node runs: it is opened for this one statement. */
    private String alone(NodeHome home, Saying saying) {
        try (RunningNode node = RunningNode.open(home, Clock.systemUTC(), new SecureRandom())) {
            Entry entry = saying.by(node.node());
            return entry.ref() + " " + entry.name();
        }
    }

    private String yaml() {
        String first = said.getFirst();
        if (said.size() == 1 && first.stripLeading().startsWith("{")) {
            return first;
        }
        if (said.size() == 1 && Files.isRegularFile(Path.of(first))) {
            return Folders.text(Path.of(first));
        }
        Map<String, Object> entry = new TreeMap<>();
        for (String pair : said) {
            int equals = pair.indexOf('=');
            if (about().isPresent() && pair.matches(REFERENCE)) {
                entry.put(about().get(), pair);
                continue;
            }
            if (equals < 1) {
                throw new ParleyException(
                        Code.USAGE,
                        Place.of("\"" + pair + "\""),
                        "neither a file nor key=value",
                        about().map(key ->
                                        "as in XA/1 or " + key + "=XA/1, or a file that is there")
                                .orElse(
                                        "as in under=duties.half_yearly_data, or a file that is"
                                                + " there"));
            }
            put(entry, pair.substring(0, equals), pair.substring(equals + 1));
        }
        return flow(entry);
    }

    private static void put(Map<String, Object> entry, String key, String value) {
        int dot = key.indexOf('.');
        String name = dot < 0 ? key : key.substring(0, dot);
        if (!name.matches(NAME)) {
            throw new ParleyException(
                    Code.USAGE,
                    Place.of("\"" + key + "\""),
                    "no key",
                    "as in counts.launchers=780");
        }
        if (dot < 0) {
            entry.put(name, value);
            return;
        }
        Object below = entry.computeIfAbsent(name, one -> new TreeMap<String, Object>());
        if (below instanceof Map<?, ?>) {
            @SuppressWarnings("unchecked")
            Map<String, Object> map = (Map<String, Object>) below;
            put(map, key.substring(dot + 1), value);
        }
    }

    private static String flow(Map<String, Object> entry) {
        StringBuilder yaml = new StringBuilder("{");
        entry.forEach((key, value) -> {
            yaml.append(yaml.length() > 1 ? ", " : "").append(key).append(": ");
            switch (value) {
                case String text -> yaml.append(scalar(text));
                case Map<?, ?> map -> {
                    @SuppressWarnings("unchecked")
                    Map<String, Object> below = (Map<String, Object>) map;
                    yaml.append(flow(below));
                }
                default -> throw new IllegalStateException("neither text nor map: " + value);
            }
        });
        return yaml.append('}').toString();
    }

    /** A list or map is YAML already; anything else is exactly the text that was typed. */
    private static String scalar(String text) {
        return text.startsWith("[") || text.startsWith("{")
                ? text
                : "'" + text.replace("'", "''") + "'";
    }

    @Command(name = "declare", description = "Declare totals or items as of a date.")
    static final class Declare extends SayCommand {}

    @Command(name = "notify", description = "Notify a change of an item, or fill a form.")
    static final class Notify extends SayCommand {}

    @Command(name = "intend", description = "Give notice of what is intended: an inspection.")
    static final class Intend extends SayCommand {}

    @Command(name = "inspect", description = "State an inspection that was made.")
    static final class Inspect extends SayCommand {}

    @Command(name = "report", description = "Report what happened, or totals.")
    static final class Report extends SayCommand {}

    @Command(name = "act", description = "Take a step in the agreement's life.")
    static final class Act extends SayCommand {}

    @Command(name = "dispute", description = "State where one sees something otherwise.")
    static final class Dispute extends SayCommand {}

    @Command(name = "acknowledge", description = "Say that a statement was read or understood.")
    static final class Acknowledge extends SayCommand {}

    @Command(name = "accept", description = "Accept a statement: more than acknowledging it.")
    static final class Accept extends SayCommand {}
}
