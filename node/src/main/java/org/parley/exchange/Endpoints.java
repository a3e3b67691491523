// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

import org.parley.log.Event;
import org.parley.log.LogStore;
import org.parley.proof.canonical.Hash;
import org.parley.proof.note.Ed25519;
import org.parley.proof.note.Note;
import org.parley.proof.note.SignerKey;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Everything that other nodes can ask of this one. Whatever they send is checked here or further
 * in; a wrong question is answered as such and changes nothing. Not thread safe; the node's lock
 * guards it.
 */
public final class Endpoints implements Answering {
    private static final String LOG = "/log/";
    private static final String COPIES = "/mirror/";
    private static final String WITNESSED = "/witness/";
    private static final String BODY = "/body/";

    private static final String CHECKPOINT = "/checkpoint";
    private static final String ADD_ENTRIES = "/mirror/add-entries";

    /** The last checkpoint that a mirror was offered: its owner may have lost what it signs. */
    private static final String SEEN = "seen";

    /**
     * The newest checkpoint of a log up to which all entries are held, by whichever way they came.
     * A mirror's own checkpoint tells only of what was pushed to it; what was pulled counts as much
     * for an owner who lost it.
     */
    private static final String HELD = "held";

    private final LogStore store;
    private final StoredLog own;
    private final Bodies bodies;
    private final Witness witness;
    private final Mirror mirror;

    /** Which bodies a node takes and gives. */
    public interface Bodies {
        /** Whether an entry that is held names this body, and it is not held or erased. */
        boolean wants(Hash hash);

        /** Whether that party, or somebody unknown, may have it. */
        boolean mayRead(Optional<String> party, Hash hash);
    }

    /**
     * @param published the own checkpoint as it is served, with every cosignature there is
     * @param witness the keys of the witness, {@code mirror} those of the mirror
     */
    public Endpoints(
            LogStore store,
            String origin,
            Supplier<Optional<byte[]>> published,
            Peers peers,
            Bodies bodies,
            List<SignerKey> witness,
            List<SignerKey> mirror,
            Ed25519 ed25519,
            InstantSource clock) {
        this.store = store;
        this.own = new StoredLog(store, origin, published);
        this.bodies = bodies;
        this.witness = new Witness(store, peers, witness, ed25519, clock);
        this.mirror = new Mirror(store, peers, mirror, ed25519, clock);
    }

    @Override
    public Reply answer(Ask ask) {
        return switch (ask.method()) {
            case "GET" -> get(ask);
            case "POST" -> post(ask);
            case "PUT" -> put(ask);
            default -> none();
        };
    }

    /** Whether a request brings entries, so that {@link #offered} is worth asking. */
    public static boolean offers(Ask ask) {
        return ask.method().equals("POST") && ask.path().equals(ADD_ENTRIES);
    }

    /** The entries that a request brings, if they are proven and new; changes nothing. */
    public Optional<Offered> offered(Ask ask) {
        return offers(ask) ? mirror.offered(ask.body()) : Optional.empty();
    }

    private Reply get(Ask ask) {
        String path = ask.path();
        if (path.startsWith(LOG)) {
            return file(own, path.substring(LOG.length()));
        }
        if (path.startsWith(COPIES)) {
            String rest = path.substring(COPIES.length());
            int slash = rest.indexOf('/');
            return slash < 0 ? none() : copy(rest.substring(0, slash), rest.substring(slash + 1));
        }
        if (path.startsWith(WITNESSED) && path.endsWith(CHECKPOINT)) {
            return note(
                    witness.last(
                            path.substring(
                                    WITNESSED.length(), path.length() - CHECKPOINT.length())));
        }
        if (path.startsWith(BODY)) {
            return hash(path)
                    .filter(name -> bodies.mayRead(ask.peer(), name))
                    .map(name ->
                            store.body(name)
                                    .map(Reply::bytes)
                                    .orElseGet(() ->
                                            store.isErased(name)
                                                    ? Reply.text(Reply.GONE, "erased\n")
                                                    : none()))
                    .orElseGet(Endpoints::none);
        }
        return none();
    }

    private static Reply note(Optional<Note> note) {
        return note.map(one -> new Reply(Reply.OK, "text/plain; charset=utf-8", one.bytes()))
                .orElseGet(Endpoints::none);
    }

    private Reply copy(String originHash, String path) {
        if (path.equals(SEEN)) {
            return note(mirror.last(originHash));
        }
        return store.origins().stream()
                .filter(origin -> Cosigning.hash(origin).equals(originHash))
                .findFirst()
                .map(origin -> path.equals(HELD) ? held(origin) : file(copyOf(origin), path))
                .orElseGet(Endpoints::none);
    }

    private StoredLog copyOf(String origin) {
        return new StoredLog(store, origin, () -> store.fact(Mirror.served(origin)));
    }

    private Reply held(String origin) {
        return note(store.head(origin).map(head -> Note.parse(head.checkpoint())));
    }

    private static Reply file(StoredLog log, String path) {
        return log.read(path, LogStore.BODY_BYTES_MAX)
                .map(bytes ->
                        path.equals("checkpoint")
                                ? new Reply(Reply.OK, "text/plain; charset=utf-8", bytes)
                                : Reply.bytes(bytes))
                .orElseGet(Endpoints::none);
    }

    private Reply post(Ask ask) {
        return switch (ask.path()) {
            case "/witness/add-checkpoint" -> witness.addCheckpoint(ask.body());
            case "/mirror/add-checkpoint" -> mirror.addCheckpoint(ask.body());
            case ADD_ENTRIES -> mirror.addEntries(ask.body());
            default -> none();
        };
    }

    private Reply put(Ask ask) {
        Optional<Hash> name = hash(ask.path());
        if (name.isEmpty()) {
            return none();
        }
        if (ask.body().length > LogStore.BODY_BYTES_MAX) {
            return Reply.text(Reply.TOO_LARGE, "at most " + LogStore.BODY_BYTES_MAX + " bytes\n");
        }
        if (store.body(name.get()).isPresent()) {
            return Reply.text(Reply.OK, "held\n");
        }
        if (store.isErased(name.get())) {
            return Reply.text(Reply.GONE, "erased\n");
        }
        if (!bodies.wants(name.get())) {
            return Reply.text(Reply.FORBIDDEN, "no entry that is held here asks for it\n");
        }
        if (!Hash.of(ask.body()).equals(name.get())) {
            return Reply.text(Reply.UNPROCESSABLE, "the bytes are not what the name says\n");
        }
        store.commit(List.of(new Event.Body(name.get(), ask.body())));
        return Reply.text(Reply.OK, "held\n");
    }

    private static Optional<Hash> hash(String path) {
        String hex = path.startsWith(BODY) ? path.substring(BODY.length()) : "";
        return hex.matches("[0-9a-f]{64}") ? Optional.of(new Hash(hex)) : Optional.empty();
    }

    private static Reply none() {
        return Reply.text(Reply.NOT_FOUND, "nothing here\n");
    }
}
