// SPDX-License-Identifier: Apache-2.0
package org.parley.login;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.proof.canonical.CanonicalJson;
import org.parley.proof.canonical.MalformedException;
import org.parley.record.Folders;
import org.parley.record.NewFile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What was drafted and waits to be released, a file each. Who drafted may not release, and nobody
 * releases twice. Thread safe within one process, which the node's lock makes the only one.
 */
public final class Drafts {
    private static final int MAX = 200;
    private static final int ID_BYTES = 8;
    private static final int YAML_LENGTH_MAX = 28_000;
    private static final int WHY_LENGTH_MAX = 1_000;
    private static final String SUFFIX = ".json";

    /** After these nobody knows whether it stands in the log. */
    private static final Set<Code> OPEN_END =
            Set.of(Code.STOPPED, Code.UNWRITABLE, Code.UNREADABLE, Code.CORRUPT);

    private final Path folder;
    private final InstantSource clock;
    private final SecureRandom chance;

    public Drafts(Path home, InstantSource clock, SecureRandom chance) {
        this.folder = home.resolve("drafts");
        this.clock = clock;
        this.chance = chance;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** All that wait, the newest first. */
    public synchronized List<Draft> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Draft> all = new ArrayList<>();
        for (Path file : Folders.children(folder)) {
            if (String.valueOf(file.getFileName()).endsWith(SUFFIX)) {
                all.add(read(file));
            }
        }
        all.sort(Comparator.comparing(Draft::made).reversed().thenComparing(Draft::id));
        return all;
    }

    private static Draft read(Path file) {
        try {
            byte[] text = Folders.text(file).strip().getBytes(StandardCharsets.UTF_8);
            return Draft.of(CanonicalJson.read(text)).orElseThrow();
        } catch (MalformedException
                | NoSuchElementException
                | ClassCastException
                | DateTimeException e) {
            throw new ParleyException(
                    Code.CORRUPT,
                    Place.of(Folders.shown(file)),
                    "not a draft",
                    "take the file away; whoever wrote it has to write it again");
        }
    }

    private Path file(String id) {
        if (!id.matches("[0-9a-f]{" + 2 * ID_BYTES + "}")) {
            throw gone();
        }
        return folder.resolve(id + SUFFIX);
    }

    /**
     * The draft of this name.
     *
     * @throws ParleyException {@code NOT_FOUND}
     */
    public synchronized Draft find(String id) {
        Path file = file(id);
        if (!Files.exists(file)) {
            throw gone();
        }
        return read(file);
    }

    private static ParleyException gone() {
        return new ParleyException(
                Code.NOT_FOUND,
                Place.of("draft"),
                "there is no such draft, or not any more",
                "see the list of drafts");
    }

    private static ParleyException refused(String why, String todo) {
        return new ParleyException(Code.REFUSED, Place.of("draft"), why, todo);
    }

    /** Keeps a new draft; it is on the disk when this returns. */
    public synchronized Draft save(String by, String kind, String yaml) {
        if (all().size() >= MAX) {
            throw new ParleyException(
                    Code.TOO_LARGE,
                    Place.of("drafts"),
                    "too many drafts wait",
                    "at most " + MAX + "; release or withdraw some");
        }
        byte[] id = new byte[ID_BYTES];
        chance.nextBytes(id);
        return keep(
                new Draft(
                        HexFormat.of().formatHex(id),
                        by,
                        now(),
                        kind,
                        bounded(yaml, YAML_LENGTH_MAX),
                        Draft.State.WAITING,
                        "",
                        List.of()));
    }

    private static String bounded(String text, int most) {
        if (text.length() > most) {
            throw new ParleyException(
                    Code.TOO_LARGE,
                    Place.of("draft"),
                    text.length() + " characters",
                    "at most " + most);
        }
        return text;
    }

    private Draft keep(Draft draft) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new ParleyException(
                    Code.UNWRITABLE,
                    Place.of(Folders.shown(folder)),
                    Folders.why(e),
                    "check the path and the permissions");
        }
        NewFile.writeSecret(file(draft.id()), CanonicalJson.text(draft.json()) + "\n");
        return draft;
    }

    /** Writes it anew: what was released of the old text is not of this one. */
    public synchronized Draft change(String id, String by, String kind, String yaml) {
        Draft was = own(id, by);
        return keep(
                new Draft(
                        was.id(),
                        by,
                        now(),
                        kind,
                        bounded(yaml, YAML_LENGTH_MAX),
                        Draft.State.WAITING,
                        "",
                        List.of()));
    }

    private Draft own(String id, String by) {
        Draft draft = find(id);
        if (!draft.by().equals(by)) {
            throw refused("it is somebody else's draft", "write one of your own");
        }
        return draft;
    }

    public synchronized void withdraw(String id, String by) {
        own(id, by);
        delete(id);
    }

    private void delete(String id) {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException e) {
            throw new ParleyException(
                    Code.UNWRITABLE,
                    Place.of(Folders.shown(file(id))),
                    Folders.why(e),
                    "it was said all the same: take the file away");
        }
    }

    /** Gives it back to who drafted it. */
    public synchronized Draft sendBack(String id, String by, String why) {
        Draft draft = find(id);
        if (draft.by().equals(by)) {
            throw refused("who drafted it may not judge it", "withdraw it instead");
        }
        String reason = bounded(why.strip(), WHY_LENGTH_MAX);
        if (reason.isEmpty()) {
            throw refused("no reason is given", "say what is to be changed");
        }
        return keep(draft.as(Draft.State.RETURNED, by + ": " + reason, List.of()));
    }

    /**
     * Releases it as one officer, and says it once there are enough.
     *
     * @param seen {@link Draft#seen} of what the officer read
     * @param needed how many different officers release a statement
     * @param say says it and returns what was said
     * @return what was said; nothing while others have to release it too
     * @throws ParleyException {@code REFUSED} to who drafted or released it already, {@code
     *     CONFLICT} when the text is another by now
     */
    public synchronized <T> Optional<T> release(
            String id, String seen, Draft.Release release, int needed, Function<Draft, T> say) {
        Draft draft = find(id);
        requireReleasable(draft, seen, release);
        List<Draft.Release> all = new ArrayList<>(draft.releases());
        all.add(release);
        if (all.size() < needed) {
            keep(draft.as(Draft.State.WAITING, "", all));
            return Optional.empty();
        }
        // On the disk first: nothing may be said twice because the process ended in between.
        Draft releasing = keep(draft.as(Draft.State.RELEASING, "", all));
        T said;
        try {
            said = say.apply(releasing);
        } catch (ParleyException e) {
            if (!OPEN_END.contains(e.code())) {
                keep(draft);
            }
            throw e;
        }
        delete(id);
        return Optional.of(said);
    }

    private static void requireReleasable(Draft draft, String seen, Draft.Release release) {
        if (draft.by().equals(release.by())) {
            throw refused("who drafted it may not release it", "another officer has to");
        }
        if (draft.state() == Draft.State.RETURNED) {
            throw refused("it was sent back", "wait until it is written anew");
        }
        if (draft.state() == Draft.State.RELEASING) {
            throw refused(
                    "the node stopped while it was being said",
                    "look whether it stands in the log; then send it back or withdraw it");
        }
        if (!draft.seen().equals(seen)) {
            throw new ParleyException(
                    Code.CONFLICT,
                    Place.of("draft"),
                    "it was changed since it was read",
                    "read it again");
        }
        for (Draft.Release before : draft.releases()) {
            if (before.by().equals(release.by())) {
                throw refused("you have released it already", "another officer has to");
            }
            if (before.office().equals(release.office())) {
                throw refused("this office has released it already", "choose another office");
            }
        }
    }
}
