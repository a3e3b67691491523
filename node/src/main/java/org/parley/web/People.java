// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.Text;
import org.parley.record.Folders;
import org.parley.time.Edtf;
import org.parley.yaml.YamlMap;
import org.parley.yaml.YamlNode;
import org.parley.yaml.YamlReader;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who speaks, with all their names, and office holders with the roles in which sources show them.
 * Read from {@code actors.yaml}; immutable.
 */
record People(Map<String, Actor> actors, List<Person> persons) {

    People {
        actors = java.util.Collections.unmodifiableMap(new TreeMap<>(actors));
        persons = List.copyOf(persons);
    }

    /**
     * A state, group or organisation.
     *
     * @param also names it went by at another time
     * @param until when it ended, where it did
     * @param members of a group
     */
    record Actor(
            String code,
            String kind,
            Text name,
            Optional<Text> brief,
            Optional<Text> also,
            Optional<String> until,
            List<String> members,
            List<String> successors) {
        Actor {
            members = List.copyOf(members);
            successors = List.copyOf(successors);
        }
    }

    /** An office holder. */
    record Person(String id, Text name, List<Role> roles) {
        Person {
            roles = List.copyOf(roles);
        }
    }

    /**
     * An office, as a source shows it.
     *
     * @param of an actor or a mechanism
     * @param asOf a day for which the source shows it; it may have been held before and after
     */
    record Role(
            Text title,
            String of,
            Optional<Edtf> from,
            Optional<Edtf> until,
            Optional<Edtf> asOf,
            Optional<String> source) {

        /** The latest day that is given for it. */
        Optional<LocalDate> latest() {
            return until.or(() -> asOf).or(() -> from).flatMap(Edtf::latest);
        }

        /** Whether it can be known on a day: nothing given for it lies after that day. */
        boolean knownBy(LocalDate day) {
            return asOf.or(() -> from)
                    .or(() -> until)
                    .flatMap(Edtf::earliest)
                    .map(first -> !first.isAfter(day))
                    .orElse(true);
        }

        Optional<String> link() {
            return source.filter(text -> text.matches("https?://\\S+"));
        }
    }

    /** An office holder in one role. */
    record Held(Person person, Role role) {}

    static People read(List<Path> roots) {
        Map<String, Actor> actors = new TreeMap<>();
        List<Person> persons = new ArrayList<>();
        for (Path root : roots) {
            Path file = root.resolve("actors.yaml");
            if (!Files.isRegularFile(file)) {
                continue;
            }
            YamlNode node = YamlReader.document(Folders.shown(file), Folders.text(file));
            if (node instanceof YamlMap map) {
                map.entries("actors")
                        .forEach((code, entry) -> {
                            if (entry instanceof YamlMap actor) {
                                actors.put(code, actor(code, actor));
                            }
                        });
                map.entries("people")
                        .forEach((id, entry) -> {
                            if (entry instanceof YamlMap person) {
                                persons.add(person(id, person));
                            }
                        });
            }
        }
        return new People(actors, persons);
    }

    private static Actor actor(String code, YamlMap map) {
        return new Actor(
                code,
                map.text("kind", "state"),
                map.languages("name").orElse(Text.same(code)),
                map.languages("short"),
                map.languages("also"),
                map.findScalar("until").map(scalar -> scalar.value()),
                map.texts("members"),
                map.texts("succeeded-by"));
    }

    private static Person person(String id, YamlMap map) {
        List<Role> roles = new ArrayList<>();
        for (YamlNode node : map.listOf("roles")) {
            if (node instanceof YamlMap role) {
                roles.add(
                        new Role(
                                role.languages("role").orElse(Text.same(id)),
                                role.text("of"),
                                date(role, "from"),
                                date(role, "until"),
                                date(role, "as-of"),
                                role.findScalar("source").map(scalar -> scalar.value())));
            }
        }
        return new Person(id, map.languages("name").orElse(Text.same(id)), roles);
    }

    private static Optional<Edtf> date(YamlMap map, String key) {
        return map.findScalar(key).map(scalar -> Edtf.parse(scalar.value(), scalar.place()));
    }

    /** Roles of an actor or a mechanism, the latest first. */
    List<Held> of(String code, LocalDate day) {
        return held(role -> role.of().equals(code) && role.knownBy(day));
    }

    List<Held> held(java.util.function.Predicate<Role> which) {
        List<Held> all = new ArrayList<>();
        for (Person person : persons) {
            person.roles().stream().filter(which).forEach(role -> all.add(new Held(person, role)));
        }
        all.sort(
                Comparator.comparing((Held held) -> held.role().latest().orElse(LocalDate.MIN))
                        .reversed()
                        .thenComparing(held -> held.person().id()));
        return all;
    }
}
