// SPDX-License-Identifier: Apache-2.0
package org.parley.login;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.proof.canonical.CanonicalJson;
import org.parley.proof.canonical.Hash;
import org.parley.proof.canonical.Json;
import org.parley.proof.canonical.MalformedException;
import org.parley.record.Folders;
import org.parley.record.NewFile;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Who may log in, and the links that are open: one small file, read anew each time, because the
 * command line changes it while a node runs. Readable by its owner alone. Thread safe, also across
 * processes.
 */
public final class PeopleFile {
    private static final String FORM = "parley/people/v1";
    private static final int PEOPLE_MAX = 64;
    private static final int LINKS_MAX = 64;
    private static final int TOKEN_BYTES = 32;

    /** A file lock is the whole process's: threads need one of their own. */
    private static final Object IN_THIS_PROCESS = new Object();

    private final Path file;
    private final Path lock;
    private final InstantSource clock;
    private final SecureRandom chance;

    public PeopleFile(Path home, InstantSource clock, SecureRandom chance) {
        this.file = home.resolve("people.json");
        this.lock = home.resolve("people.lock");
        this.clock = clock;
        this.chance = chance;
    }

    private record State(List<Person> people, List<Link> links, Optional<String> pages) {
        State {
            people = List.copyOf(people);
            links = List.copyOf(links);
        }

        State with(List<Person> others) {
            return new State(others, links, pages);
        }

        State and(List<Link> others) {
            return new State(people, others, pages);
        }

        Optional<Person> person(String name) {
            return people.stream().filter(one -> one.name().equals(name)).findFirst();
        }
    }

    private record Step<T>(State state, T result) {}

    private Place place() {
        return Place.of(Folders.shown(file));
    }

    public List<Person> people() {
        return read().people();
    }

    public Optional<Person> person(String name) {
        return read().person(name);
    }

    Optional<Person> byPasskey(String id) {
        return people().stream().filter(one -> one.passkey().id().equals(id)).findFirst();
    }

    /** The links that could still be used, without the words that use them. */
    public List<Link> links() {
        return open(read().links());
    }

    private List<Link> open(List<Link> links) {
        Instant now = clock.instant();
        return links.stream().filter(link -> link.isOpen(now)).toList();
    }

    /** Where the pages were last, so that a command can print a whole link. */
    public Optional<String> pages() {
        return read().pages();
    }

    public void pagesAt(String address) {
        change(state ->
                new Step<>(
                        new State(state.people(), state.links(), Optional.of(address)), address));
    }

    /**
     * Makes a link; an earlier one for the same name is void.
     *
     * @return the word in it, which is nowhere kept
     * @throws ParleyException {@code CONFLICT} if somebody of that name has a passkey already
     */
    public String link(String name, Role role) {
        Person.requireName(name, Place.of("name"));
        byte[] secret = new byte[TOKEN_BYTES];
        chance.nextBytes(secret);
        String token = HexFormat.of().formatHex(secret);
        Instant until = now().plus(Link.VALID);
        return change(state -> {
            if (state.person(name).isPresent()) {
                throw new ParleyException(
                        Code.CONFLICT,
                        Place.of("name"),
                        "somebody of that name has a passkey already",
                        "remove them first, or choose another name");
            }
            List<Link> links = new ArrayList<>(open(state.links()));
            links.removeIf(link -> link.name().equals(name));
            if (links.size() >= LINKS_MAX || state.people().size() >= PEOPLE_MAX) {
                throw new ParleyException(
                        Code.TOO_LARGE,
                        place(),
                        "too many people or open links",
                        "at most " + PEOPLE_MAX + "; remove some");
            }
            links.add(new Link(hash(token), name, role, until));
            return new Step<>(state.and(links), token);
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static Hash hash(String token) {
        return Hash.of(token.getBytes(StandardCharsets.UTF_8));
    }

    /** The link that a word opens, if it may still be used. */
    Optional<Link> link(String token) {
        return find(read(), token);
    }

    /** Hashes are compared: how long that takes tells nothing about the word. */
    private Optional<Link> find(State state, String token) {
        Hash hash = hash(token);
        return open(state.links()).stream().filter(link -> link.token().equals(hash)).findFirst();
    }

    /** Uses up a link: of two who try at once one is refused. */
    Person register(String token, Person.Passkey passkey) {
        return change(state -> {
            Link link = find(state, token).orElseThrow(PeopleFile::noLink);
            boolean taken =
                    state.person(link.name()).isPresent()
                            || state.people().stream()
                                    .anyMatch(one -> one.passkey().id().equals(passkey.id()));
            if (taken) {
                throw noLink();
            }
            Person person = new Person(link.name(), link.role(), passkey, now());
            List<Person> people = new ArrayList<>(state.people());
            people.add(person);
            List<Link> links = new ArrayList<>(open(state.links()));
            links.remove(link);
            return new Step<>(state.with(people).and(links), person);
        });
    }

    static ParleyException noLink() {
        return new ParleyException(
                Code.REFUSED,
                Place.of("link"),
                "this link was used, is too old, or was never given",
                "ask the administrator for another one");
    }

    /**
     * Keeps the new count of a passkey.
     *
     * @return whether it is newer than what is kept: two answers with the same count are a copy
     */
    boolean counted(Person person, long count) {
        return change(state -> {
            Optional<Person> kept = state.person(person.name());
            boolean holds =
                    kept.isPresent()
                            && kept.get().passkey().id().equals(person.passkey().id())
                            && (count > kept.get().passkey().count()
                                    || count == 0 && kept.get().passkey().count() == 0);
            List<Person> people = new ArrayList<>(state.people());
            if (holds) {
                Person was = kept.get();
                people.set(
                        people.indexOf(was),
                        new Person(
                                was.name(), was.role(), was.passkey().counted(count), was.since()));
            }
            return new Step<>(state.with(people), holds);
        });
    }

    /**
     * Removes somebody and any open link of that name; their sessions end with that.
     *
     * @throws ParleyException {@code NOT_FOUND}
     */
    public void remove(String name) {
        change(state -> {
            List<Person> people = new ArrayList<>(state.people());
            List<Link> links = new ArrayList<>(state.links());
            boolean known = people.removeIf(one -> one.name().equals(name));
            if (!links.removeIf(one -> one.name().equals(name)) && !known) {
                throw new ParleyException(
                        Code.NOT_FOUND,
                        Place.of("name"),
                        "nobody of that name is here",
                        "see: parley node people list");
            }
            return new Step<>(state.with(people).and(links), known);
        });
    }

    private <T> T change(Function<State, Step<T>> change) {
        synchronized (IN_THIS_PROCESS) {
            try (FileChannel channel =
                            FileChannel.open(
                                    lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                State before = read();
                Step<T> step = change.apply(before);
                if (held.isValid() && !step.state().equals(before)) {
                    NewFile.writeSecret(file, CanonicalJson.text(json(step.state())) + "\n");
                }
                return step.result();
            } catch (IOException e) {
                throw new ParleyException(
                        Code.UNWRITABLE,
                        place(),
                        Folders.why(e),
                        "check the path and the permissions");
            }
        }
    }

    private static Json.Obj json(State state) {
        Map<String, Json> members = new TreeMap<>();
        members.put("form", Json.text(FORM));
        members.put("links", new Json.Arr(values(state.links(), Link::json)));
        members.put("people", new Json.Arr(values(state.people(), Person::json)));
        state.pages().ifPresent(address -> members.put("pages", Json.text(address)));
        return Json.object(members);
    }

    private static <T> List<Json> values(Collection<T> all, Function<T, Json.Obj> json) {
        return List.copyOf(all.stream().map(json).toList());
    }

    private State read() {
        if (!Files.exists(file)) {
            return new State(List.of(), List.of(), Optional.empty());
        }
        try {
            byte[] text = Folders.text(file).strip().getBytes(StandardCharsets.UTF_8);
            if (CanonicalJson.read(text) instanceof Json.Obj json
                    && json.text("form").equals(Optional.of(FORM))) {
                return new State(
                        all(json, "people", one -> Person.of(one, place())),
                        all(json, "links", one -> Link.of(one, place())),
                        json.text("pages"));
            }
        } catch (MalformedException
                | NoSuchElementException
                | IllegalArgumentException
                | DateTimeException e) {
            // Said below.
        }
        throw new ParleyException(
                Code.CORRUPT,
                place(),
                "not a list of people",
                "restore it from a backup, or take it away and let everybody register again");
    }

    private static <T> List<T> all(Json.Obj json, String key, Function<Json, Optional<T>> read) {
        if (json.get(key).orElse(json) instanceof Json.Arr(List<Json> values)) {
            return values.stream().map(one -> read.apply(one).orElseThrow()).toList();
        }
        throw new NoSuchElementException(key);
    }
}
