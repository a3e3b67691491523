// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.agreement.Agreement;
import org.parley.exchange.Answering;
import org.parley.exchange.Ask;
import org.parley.exchange.Endpoints;
import org.parley.exchange.Identity;
import org.parley.exchange.Offered;
import org.parley.exchange.Reply;
import org.parley.exchange.Witness;
import org.parley.log.Event;
import org.parley.log.Head;
import org.parley.log.LogStore;
import org.parley.log.OwnLog;
import org.parley.log.SeenSignatures;
import org.parley.proof.ProofException;
import org.parley.proof.ProofException.Reason;
import org.parley.proof.canonical.Hash;
import org.parley.proof.canonical.Json;
import org.parley.proof.canonical.MalformedException;
import org.parley.proof.canonical.StatementText;
import org.parley.proof.note.Ed25519;
import org.parley.proof.note.Note;
import org.parley.proof.note.SignatureLine;
import org.parley.proof.note.StatementSignatures;
import org.parley.record.History;
import org.parley.record.Wire;
import org.parley.statement.Kind;
import org.parley.yaml.YamlMap;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One party's node: it says what its offices sign, answers other nodes, and acknowledges by itself
 * what it received. Clock, chance, disk and network are arguments, so that the same code runs in a
 * process of its own and many times in one simulation. Thread safe: whatever changes the log
 * happens under one lock, and no lock is held while another node is waited for ({@link Rounds}).
 */
public final class Node implements Answering {
    private final Agreement agreement;
    private final Roster roster;
    private final OwnKeys keys;
    private final LogStore store;
    private final InstantSource clock;
    private final SeenSignatures ed25519;
    private final Resuming resuming;
    private final Refusals refusals = new Refusals();
    private final Logbook book;
    private final Cosignings cosigned;
    private final Notices notices;
    private final Readers readers;
    private final Speech speech;
    private final Together together;
    private Endpoints endpoints;

    private final Unasked unasked;

    /** What was in the store when the node started; read once. */
    private List<Entry> begun;

    private static final String WITNESS = "/witness/";

    private static final int PLACE_MAX = 20;

    /** Clocks of computers drift by seconds. */
    private static final Duration CLOCKS_APART_MAX = Duration.ofHours(1);

    private long changes;
    private Leaves leaves = new Leaves(Map.of(), ZoneOffset.UTC);
    private long leavesAt = -1;

    /** What a node is made of, besides its agreement. */
    public record Parts(
            Roster roster,
            KeyRing keys,
            LogStore store,
            InstantSource clock,
            SecureRandom chance,
            Ed25519 ed25519) {}

    public Node(Agreement agreement, Parts parts) {
        this.agreement = agreement;
        this.roster = parts.roster();
        this.store = parts.store();
        this.clock = parts.clock();
        this.ed25519 = new SeenSignatures(parts.ed25519());
        String origin = roster.ownCard().origin();
        this.readers = new Readers(store, roster, parts.keys().readers());
        this.book = Logbook.of(store, roster, readers, ed25519);
        // What the logs say about keys comes first: it tells which of the own ones are in use.
        this.begun = book.refresh();
        this.keys = new OwnKeys(roster, store, parts.keys());
        this.cosigned = new Cosignings(store, roster, ed25519);
        this.notices = new Notices(store, roster, ed25519);
        this.speech = new Speech(agreement, keys::speaking, readers, parts.chance(), clock);
        this.unasked = new Unasked(roster, store, book, readers, speech);
        this.together = new Together(this, ready -> durable(ready, List.of()), this::ownAfterNews);
        this.endpoints = endpoints();
        if (store.head(origin).isEmpty()) {
            keys.log().begin();
        }
        this.resuming = new Resuming(store, roster, ed25519);
        takeIn();
    }

    private Endpoints endpoints() {
        return new Endpoints(
                store,
                origin(),
                this::shown,
                roster,
                readers,
                keys.signing().witness(),
                keys.signing().mirror(),
                ed25519,
                clock);
    }

    public Agreement agreement() {
        return agreement;
    }

    public Roster roster() {
        return roster;
    }

    LogStore store() {
        return store;
    }

    Instant now() {
        return clock.instant();
    }

    String origin() {
        return roster.ownCard().origin();
    }

    /** To who asks over the network: not before others were asked, at a start. */
    private synchronized Optional<byte[]> shown() {
        return resuming.isShown() ? published() : Optional.empty();
    }

    private synchronized Optional<byte[]> published() {
        if (resuming.isBehind()) {
            return Optional.empty();
        }
        Cosigned log = cosigned.ownLog();
        return log.published(keys.signing().logPostQuantum(), roster.others(), clock.instant());
    }

    /**
     * A log's checkpoint as it is handed over: the own one as it is published, a copy's with this
     * node's word that it holds all of it.
     */
    synchronized Optional<byte[]> shown(String origin) {
        if (origin.equals(origin())) {
            return published();
        }
        return store.head(origin)
                .map(head -> keys.vouched(Note.parse(head.checkpoint()), clock.instant()).bytes());
    }

    /** The bodies at hand that a party may have; without one, those that any other may have. */
    synchronized List<Hash> bodiesFor(Optional<String> party) {
        List<String> parties =
                party.map(List::of)
                        .orElseGet(() ->
                                roster.parties().stream()
                                        .filter(one -> !one.equals(roster.own()))
                                        .toList());
        return roster.parties().stream()
                .flatMap(author -> book.of(author).stream())
                .filter(entry -> parties.stream().anyMatch(one -> readers.isFor(one, entry)))
                .flatMap(entry -> Readers.file(entry.header()).stream())
                .filter(hash -> store.body(hash).isPresent())
                .distinct()
                .toList();
    }

    Ed25519 ed25519() {
        return ed25519;
    }

    /**
     * Says something.
     *
     * @param entry as a record has it, without what only others can know
     * @param offices whose officers release it; as many as the party's card asks for
     * @return where it lies in the log; it is durable
     * @throws ParleyException when the agreement does not know such words, or too few released it
     */
    public Entry say(YamlMap entry, List<String> offices) {
        return together.say(() -> {
            keys.requireOfficers(offices);
            Wire.Draft draft = Wire.draft(agreement, roster.own(), entry, this::id);
            return sayable(speech.sign(speech.compose(addressed(draft)), offices));
        });
    }

    /** Who has left is asked for nothing any more, unless it is named. */
    private Wire.Draft addressed(Wire.Draft draft) {
        if (!draft.to().isEmpty() || leaves().days().isEmpty()) {
            return draft;
        }
        String made = clock.instant().toString();
        List<String> to =
                agreement.counterparts(roster.own()).stream()
                        .filter(party -> !leaves().isOut(party, made))
                        .toList();
        return new Wire.Draft(
                draft.author(),
                draft.kind(),
                draft.form(),
                to,
                draft.under(),
                draft.audience(),
                draft.body());
    }

    /**
     * What a local name stands for in statements: a statement's id, or that of an evidence file.
     */
    private String id(String name) {
        return book.find(name).map(Entry::name).or(() -> Notices.id(name)).orElse(name);
    }

    /**
     * Says what no provision of the agreement is about: an acceptance, an acknowledgement by
     * people, that a body is to be forgotten.
     */
    public synchronized Entry sayAbout(
            String kind, String name, Map<String, Json> more, List<String> offices) {
        keys.requireOfficers(offices);
        Entry about = book.required(name);
        Map<String, Json> body = new TreeMap<>(more);
        body.put("re", Json.text(about.name()));
        Wire.Draft draft =
                new Wire.Draft(
                        roster.own(),
                        Kind.of(kind).orElseThrow(),
                        Optional.empty(),
                        List.of(about.party()),
                        Optional.empty(),
                        Readers.PUBLIC,
                        Json.object(body));
        return append(speech.sign(speech.compose(draft), offices));
    }

    /**
     * Erases a statement's body here, and says so: to the others, its author asks them to do the
     * same; anybody else says that it holds it no longer. Statement, place in the log and all
     * proofs stay. What is said and what is erased become durable in one commit; then the bytes are
     * overwritten.
     *
     * @param name id or local name of a statement, this party's or another's
     * @return the statement that says so
     * @throws ParleyException {@code REFUSED} when the body is what dates, receipts or keys rest
     *     on; {@code CONFLICT} when it was erased before
     */
    public synchronized Entry erase(String name, String why, List<String> offices) {
        keys.requireOfficers(offices);
        Entry target = book.required(name);
        Erasure.requireErasable(target);
        Hash file =
                Readers.file(target.header())
                        .filter(hash -> !store.isErased(hash))
                        .orElseThrow(() ->
                                new ParleyException(
                                        Code.CONFLICT,
                                        Place.of(target.ref()),
                                        "it has no body, or that was erased before",
                                        "see: parley node status"));
        Speech.Ready said =
                speech.sign(speech.compose(Erasure.draft(roster, target, why)), offices);
        return append(said, List.of(new Event.Erased(file)));
    }

    /** The statements that name the same body: what is erased of one is erased of all. */
    public synchronized List<Entry> sameBody(Entry entry) {
        return Readers.file(entry.header()).map(readers::naming).orElse(List.of()).stream()
                .filter(one -> !one.name().equals(entry.name()))
                .toList();
    }

    /**
     * What this party said that it erased stays so: also when an older copy of the store was
     * restored, or the body comes once more. What its author erased before it came is not asked for
     * any more.
     */
    private void eraseAgain(List<Entry> fresh) {
        List<Entry> looked = new ArrayList<>(fresh);
        book.newErasures().forEach(said -> book.find(said.re()).ifPresent(looked::add));
        List<Event> events = new ArrayList<>();
        for (Entry entry : looked) {
            Optional<Erasure> erasure = Erasure.of(entry, roster.own(), book.erasures(entry));
            Optional<Hash> file = Readers.file(entry.header());
            if (erasure.isEmpty() || file.isEmpty()) {
                continue;
            }
            if (erasure.get().here() && !store.isErased(file.get())) {
                events.add(new Event.Erased(file.get()));
            } else if (erasure.get().byAuthor()) {
                readers.forget(file.get());
            }
        }
        if (!events.isEmpty()) {
            store.commit(events);
        }
    }

    private Entry append(Speech.Ready ready) {
        return append(ready, List.of());
    }

    private Entry append(Speech.Ready ready, List<Event> beside) {
        OwnLog.Appended appended = durable(List.of(sayable(ready)), beside);
        return ownAfterNews().get(Math.toIntExact(appended.first()));
    }

    private OwnLog.Appended durable(List<Speech.Ready> ready, List<Event> beside) {
        List<Event> events = new ArrayList<>(beside);
        ready.forEach(one -> events.add(one.body()));
        return keys.log().append(ready.stream().map(one -> one.text().bytes()).toList(), events);
    }

    private List<Entry> ownAfterNews() {
        takeIn();
        return book.of(roster.own());
    }

    /** What may be appended now. */
    private Speech.Ready sayable(Speech.Ready ready) {
        Optional<ParleyException> problem = resuming.problem();
        if (problem.isPresent()) {
            throw problem.get();
        }
        if (store.isErased(ready.body().hash())) {
            throw new ParleyException(
                    Code.REFUSED,
                    Place.of("body"),
                    "these very words were erased here before, and would be again",
                    "say it in other words, or not publicly");
        }
        return ready;
    }

    /**
     * Changes keys: says so in the log, signed by the offices before and by the new ones. The new
     * offices sign from the next entry on; the other keys when every other node can know them.
     *
     * @param next the ring with the new keys; they are on the disk
     * @param card the new card, signed by the log's key before it and its own
     */
    synchronized Entry rotate(KeyRing next, byte[] card, List<String> offices) {
        keys.requireOfficers(offices);
        requireNoRotation();
        Json.Obj body = Json.object(Map.of("card", Json.text(Hash.of(card).toString())));
        Speech.Ready ready = speech.aboutKeys(roster.own(), body, KeyWords.announce(card), offices);
        Speech.Ready signed = Speech.alsoSigned(ready, keys.newest(), next);
        keys.add(next);
        readers.secrets(keys.readers());
        return append(signed);
    }

    /**
     * Says that keys were lost or stolen, and which ones come instead. No lost key is asked for:
     * the new offices sign the statement, the log's key signed the card.
     *
     * @param since the first entry of the own log that somebody else may have signed
     */
    synchronized Entry lost(KeyRing next, byte[] card, long since) {
        requireNoRotation();
        Json.Obj body = Json.object(Map.of("card", Json.text(Hash.of(card).toString())));
        keys.add(next);
        readers.secrets(keys.readers());
        return append(speech.aboutKeys(roster.own(), body, KeyWords.lost(card, since), next));
    }

    /** Believes a card that nobody's key vouches for: a statement in the own log, by people. */
    public synchronized Entry replace(byte[] card, List<String> offices) {
        keys.requireOfficers(offices);
        Card known = Card.read(card, Place.of("card"));
        if (roster.card(known.name()).filter(known::follows).isEmpty()
                || known.name().equals(roster.own())) {
            throw Card.doesNotFollow(Place.of("card"));
        }
        Json.Obj body = Json.object(Map.of("card", Json.text(known.hash().toString())));
        return append(speech.aboutKeys(roster.own(), body, KeyWords.replaced(card), offices));
    }

    synchronized void requireNoRotation() {
        keys.requireNoChange();
    }

    /** Whether a party does not hold the announcement of the newest keys yet. */
    synchronized boolean awaitsParties() {
        Optional<Long> index = roster.underWay(roster.own());
        return index.isPresent()
                && roster.others().stream()
                        .filter(card -> !card.witnessOnly())
                        .anyMatch(card -> cosigned.size(card.name()) <= index.get());
    }

    /** From here on only the newest keys are used: said in the log, and signed with them. */
    synchronized Optional<Entry> finishRotation() {
        if (roster.underWay(roster.own()).isEmpty() || resuming.problem().isPresent()) {
            return Optional.empty();
        }
        keys.useNewest();
        endpoints = endpoints();
        Json.Obj body = Json.object(Map.of("step", Json.text(KeyWords.DONE)));
        return Optional.of(
                append(
                        speech.aboutKeys(
                                roster.own(), body, KeyWords.done(), List.of(KeyRing.DUTY))));
    }

    /** Who this node is on connections now. */
    Identity identity() {
        return keys.identity();
    }

    /** Believes a card that follows one that is believed; it came by hand. */
    synchronized Card believe(byte[] card, Place from) {
        Card taken = roster.take(card, from);
        changes++;
        return taken;
    }

    /** What is sent is read, and its signatures checked, before the lock is taken. */
    @Override
    public Reply answer(Ask ask) {
        Optional<Offered> sent = Endpoints.offers(ask) ? offered(ask) : Optional.empty();
        return answered(
                ask,
                sent.map(one -> Ahead.expect(one, roster, ed25519)).orElse(Ahead.Expected.NONE));
    }

    private synchronized Optional<Offered> offered(Ask ask) {
        return endpoints.offered(ask);
    }

    private synchronized Reply answered(Ask ask, Ahead.Expected expected) {
        Reply reply =
                roster.answer(ask)
                        .or(() -> cosigned.answer(ask))
                        .orElseGet(() -> endpoints.answer(ask));
        if (reply.isOk() && ask.path().startsWith(WITNESS)) {
            roster.retireSeen(origin -> Witness.last(store, origin));
        }
        if (!ask.method().equals("GET")) {
            boolean routine = reply.status() == Reply.CONFLICT || reply.status() == Reply.GONE;
            if (reply.status() >= Reply.BAD_REQUEST && !routine) {
                refused(ask.peer().orElse("?"), ask.method() + " " + place(ask), reply.text());
            }
            read(expected);
            if (!unasked.awaitsBodies()) {
                acknowledge();
            }
        }
        return reply;
    }

    /** Bodies have names that say nothing to people, and would fill the list. */
    private static String place(Ask ask) {
        String path = ask.path();
        return path.substring(0, Math.min(path.lastIndexOf('/') + 1 + PLACE_MAX, path.length()));
    }

    synchronized void refused(String peer, String what, String why) {
        refusals.add(peer, what, why, clock.instant());
        changes++;
    }

    /** What was refused lately, from whom, why and when; the newest last. */
    public synchronized List<Refusals.Refusal> refusals() {
        return refusals.all();
    }

    /** Why this node signs nothing now: its store is older than its log. */
    public synchronized Optional<ParleyException> problem() {
        return resuming.problem();
    }

    synchronized boolean isBehind() {
        return resuming.isBehind();
    }

    /**
     * Checkpoints of the own log that a peer has seen; what the own key did not sign is refused.
     */
    synchronized void seen(String peer, List<Note> notes) {
        for (Note note : notes) {
            try {
                resuming.seen(note);
            } catch (ProofException e) {
                refused(peer, "a checkpoint of this log", String.valueOf(e.getMessage()));
            }
        }
        resuming.asked(peer);
    }

    /** Everybody was asked what they saw, as far as they can be reached. */
    synchronized void begin() {
        resuming.begin();
        takeIn();
    }

    /**
     * A person says that the store came from a copy: nothing is signed until everybody was asked.
     */
    public synchronized void wasRestored() {
        Resuming.markRestored(store);
    }

    /** A person says that nobody else holds more of this log. */
    public synchronized void goOn() {
        resuming.goOn();
        begin();
    }

    /**
     * Takes back entries of the own log that a peer held.
     *
     * @throws ProofException when one of them is not signed by an office of this party
     */
    synchronized void recover(List<Event> events) {
        for (Event event : events) {
            if (event instanceof Event.Entries more) {
                more.entries().forEach(this::requireOwn);
            }
        }
        store.commit(events);
        keys.reopen();
        resuming.judge();
        takeIn();
    }

    private void requireOwn(byte[] leaf) {
        try {
            StatementText text = StatementText.read(leaf);
            for (Card card : roster.everyCard()) {
                boolean own = card.name().equals(roster.own());
                if (own && !StatementSignatures.signers(text, card.offices(), ed25519).isEmpty()) {
                    return;
                }
            }
        } catch (MalformedException e) {
            // Said below.
        }
        throw new ProofException(Reason.NO_KNOWN_KEY, "an entry that no office of ours signed");
    }

    /** Reads what came, and acknowledges what can be. */
    synchronized void takeIn() {
        read(Ahead.Expected.NONE);
        acknowledge();
    }

    private void read(Ahead.Expected expected) {
        List<Entry> fresh = new ArrayList<>(begun);
        begun = List.of();
        fresh.addAll(book.refresh(expected));
        for (Entry entry : fresh) {
            readers.note(entry);
            entry.fault().ifPresent(fault -> refused(entry.party(), entry.ref(), fault.toString()));
            unasked.note(entry);
        }
        eraseAgain(fresh);
        changes += fresh.size();
        leaves();
    }

    private void acknowledge() {
        if (resuming.speaksByItself() && keys.canSpeak()) {
            unasked.receipt().ifPresent(this::append);
        }
    }

    /** Says how far this party holds the others' logs, if that is news, and that often at least. */
    synchronized void sayHeads(Duration atLeastEvery) {
        if (resuming.speaksByItself() && keys.canSpeak()) {
            unasked.heads(clock.instant(), atLeastEvery).ifPresent(this::append);
        }
    }

    /** The head that others are to hold. */
    synchronized Head head() {
        return store.head(origin()).orElseThrow();
    }

    Cosignings cosignings() {
        return cosigned;
    }

    synchronized long cosignedBy(String party) {
        return cosigned.size(party);
    }

    synchronized void keep(String party, Head head, List<SignatureLine> lines) {
        Optional<Instant> time = cosigned.keep(party, head, lines);
        time.map(at -> Duration.between(clock.instant(), at))
                .filter(apart -> apart.abs().compareTo(CLOCKS_APART_MAX) > 0)
                .ifPresent(apart ->
                        refused(
                                party,
                                "its clock",
                                "apart from this one by "
                                        + apart.toHours()
                                        + " hours; taken as said"));
        changes++;
    }

    /** Makes durable what was fetched from another node. */
    synchronized void commit(List<Event> events) {
        store.commit(events);
        changes++;
        takeIn();
    }

    /** The own statements from an index on whose bodies that party may have. */
    synchronized List<Entry> readableBy(String party, long from) {
        List<Entry> own = book.of(roster.own());
        return own.subList((int) Math.min(from, own.size()), own.size()).stream()
                .filter(entry -> readers.isFor(party, entry))
                .toList();
    }

    /** The bodies of a party's statements that are for this one and not held. */
    synchronized List<Hash> missingBodies(String party) {
        return readers.missing(party);
    }

    /** How far every statement of a party has come. */
    public synchronized List<Progress> progress(String party) {
        List<Progress> all = new ArrayList<>();
        for (Entry entry : book.of(party)) {
            all.add(progress(entry));
        }
        return all;
    }

    /** Who left; worked out again after news. */
    private Leaves leaves() {
        if (leavesAt != changes) {
            leaves = Leaves.of(agreement, book, notices);
            leavesAt = changes;
            readers.leaves(leaves);
        }
        return leaves;
    }

    private Progress progress(Entry entry) {
        return NodeView.progress(entry, roster, book, cosigned, leaves());
    }

    /** A statement by id or local name. */
    public synchronized Optional<Progress> find(String name) {
        return book.find(name).map(this::progress);
    }

    /** What a statement says, if its body is at hand. */
    public synchronized Optional<Json.Obj> body(Entry entry) {
        return book.body(entry);
    }

    /** What shows others that a statement, by id or local name, stands in its author's log. */
    public synchronized Optional<Proven> prove(String name) {
        Optional<Entry> found = book.find(name);
        Optional<Card> author = found.flatMap(entry -> roster.card(entry.party()));
        if (author.isEmpty()) {
            return Optional.empty();
        }
        Entry entry = found.get();
        Optional<byte[]> checkpoint =
                entry.party().equals(roster.own())
                        ? published()
                        : store.head(author.get().origin()).map(Head::checkpoint);
        return checkpoint.map(bytes ->
                Proven.of(
                        store, progress(entry), author.get(), Note.parse(bytes), book.body(entry)));
    }

    /** The record that the agreement's rules are folded over. */
    public synchronized History record() {
        return LiveRecord.of(
                agreement,
                roster.own(),
                book,
                notices,
                leaves(),
                entry -> NodeView.delivery(entry, roster, cosigned, leaves()));
    }

    /** Grows with everything that can change a page. */
    public synchronized long changes() {
        return changes + cosigned.changes();
    }

    /** A log's head as it is held here. */
    public Optional<Head> head(String party) {
        return roster.card(party).flatMap(card -> store.head(card.origin()));
    }

    /** The files that convict somebody of two histories, by name. */
    public Map<String, byte[]> evidence() {
        return store.facts("evidence/");
    }
}
