// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import org.parley.Code;
import org.parley.Nearest;
import org.parley.ParleyException;
import org.parley.Text;
import org.parley.agreement.Agreement;
import org.parley.agreement.Count;
import org.parley.agreement.Form;
import org.parley.agreement.Words;
import org.parley.statement.Body;
import org.parley.statement.Item;
import org.parley.statement.Kind;
import org.parley.statement.Reporter;
import org.parley.statement.Scope;
import org.parley.statement.Source;
import org.parley.statement.Statement;
import org.parley.statement.Value;
import org.parley.time.Edtf;
import org.parley.yaml.YamlMap;
import org.parley.yaml.YamlNode;
import org.parley.yaml.YamlScalar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads one entry of a record: the body of each kind, and what every statement carries. */
final class StatementReader {
    private static final List<String> OWN_KEYS =
            List.of(
                    "ref",
                    "kind",
                    "form",
                    "by",
                    "to",
                    "under",
                    "made",
                    "received",
                    "published",
                    "published-basis",
                    "as-of",
                    "decided",
                    "notified",
                    "effective",
                    "until",
                    "from",
                    "for",
                    "act",
                    "scope",
                    "counts",
                    "zone",
                    "totals",
                    "items",
                    "item",
                    "at",
                    "was",
                    "set",
                    "fields",
                    "case",
                    "re",
                    "about",
                    "claims",
                    "because",
                    "said",
                    "chain",
                    "assertion",
                    "sets",
                    "text",
                    "reported",
                    "source",
                    "audience",
                    "note",
                    "unverified",
                    "quote",
                    "about-party",
                    "with");

    private static final String[] KEYS =
            Stream.concat(OWN_KEYS.stream(), ContactReader.KEYS.stream()).toArray(String[]::new);

    /** Who compiled a record out of what others reported. */
    static final String COMPILER = "analyst";

    private final Agreement agreement;
    private final ItemFields itemFields;

    StatementReader(Agreement agreement) {
        this.agreement = agreement;
        this.itemFields = new ItemFields(agreement);
    }

    /** One entry can be several statements: {@code by: [A, B]} is one of each author. */
    List<Statement> read(YamlMap entry) {
        entry.only(KEYS);
        Optional<Form> form = entry.findScalar("form").map(this::form).or(() -> implied(entry));
        Kind kind = kind(entry, form);
        List<String> authors = RecordReader.authors(entry, agreement);
        List<Statement> statements = new ArrayList<>();
        for (String author : authors) {
            if (kind != Kind.CLAIM && kind != Kind.MESSAGE) {
                checkAuthor(author, entry);
            }
            String ref = entry.text("ref");
            statements.add(
                    statement(
                            entry,
                            authors.size() > 1 ? ref + "/" + author : ref,
                            kind,
                            form,
                            author));
        }
        return statements;
    }

    /** A change fills the one form for changes, where the agreement has just one. */
    private Optional<Form> implied(YamlMap entry) {
        List<Form> changes =
                agreement.forms().values().stream()
                        .filter(form -> form.say() == Kind.CHANGE && entry.has("item"))
                        .filter(form -> form.fields().containsKey("field"))
                        .toList();
        return changes.size() == 1 ? Optional.of(changes.getFirst()) : Optional.empty();
    }

    /** A statement of a form can only come from a party; others can be heard in claims. */
    private void checkAuthor(String author, YamlMap entry) {
        boolean reported = entry.has("step") || entry.text("kind", "").equals("report");
        boolean compiler = author.equals(COMPILER) && reported;
        if (!agreement.isHeard(author) && !compiler) {
            agreement.party(author, entry.placeOf("by"));
        }
    }

    private Form form(YamlScalar name) {
        Form form = agreement.forms().get(name.value());
        if (form == null) {
            throw new ParleyException(
                    Code.UNDECLARED,
                    name.place(),
                    agreement.id() + " has no form \"" + name.value() + "\"",
                    Nearest.hint(name.value(), agreement.forms().keySet()));
        }
        return form;
    }

    private static Kind kind(YamlMap entry, Optional<Form> form) {
        if (!entry.has("kind")) {
            return form.map(Form::say)
                    .orElseThrow(() ->
                            new ParleyException(
                                    Code.MISSING_KEY,
                                    entry.place(),
                                    "neither kind nor form is given",
                                    "add kind: declare, act, dispute …"));
        }
        YamlScalar word = entry.scalar("kind");
        return Kind.of(word.value())
                .orElseThrow(() ->
                        new ParleyException(
                                Code.BAD_VALUE,
                                word.place(),
                                word.described() + " is not a kind of statement",
                                Nearest.hint(word.value(), Kind.words())));
    }

    private Statement statement(
            YamlMap entry, String ref, Kind kind, Optional<Form> form, String author) {
        Optional<String> under = entry.findScalar("under").map(this::provision);
        return new Statement(
                StatementId.of(
                        agreement,
                        entry,
                        new StatementId.Header(
                                kind,
                                form.map(Form::name),
                                author,
                                to(entry),
                                under,
                                entry.text("audience", "public"),
                                entry.findScalar("made").map(YamlScalar::value))),
                ref,
                kind,
                form.map(Form::name),
                author,
                to(entry),
                under,
                entry.findScalar("case").map(YamlScalar::value),
                entry.findScalar("re").map(YamlScalar::value),
                times(entry, author),
                body(entry, kind, form),
                entry.languages("text"),
                entry.listOf("reported").stream().map(StatementReader::reporter).toList(),
                source(entry),
                entry.text("audience", "public"),
                entry.languages("note"),
                entry.flag("unverified"),
                entry.place());
    }

    private List<String> to(YamlMap entry) {
        List<String> to = new ArrayList<>();
        for (YamlNode node : entry.listOf("to")) {
            YamlScalar word = node.asScalar();
            boolean other = agreement.isHeard(word.value());
            to.add(other ? word.value() : agreement.party(word.value(), word.place()));
        }
        return to;
    }

    /** A provision that the agreement has. */
    String provision(YamlScalar path) {
        var all = agreement.provisions().keySet();
        if (!all.contains(path.value())) {
            throw new ParleyException(
                    Code.UNDECLARED,
                    path.place(),
                    agreement.id() + " has no provision \"" + path.value() + "\"",
                    Nearest.hint(path.value(), all));
        }
        return path.value();
    }

    private Statement.Times times(YamlMap entry, String author) {
        Map<String, Edtf> received = new HashMap<>();
        entry.find("received")
                .ifPresent(node -> {
                    if (node instanceof YamlMap map) {
                        map.entries()
                                .forEach((party, day) ->
                                        received.put(
                                                agreement.party(party, day.place()),
                                                edtf(day.asScalar())));
                    } else {
                        List<String> others =
                                agreement.profile().open()
                                        ? List.of(Agreement.DEPOSITARY)
                                        : agreement.counterparts(author);
                        others.forEach(party -> received.put(party, edtf(node.asScalar())));
                    }
                });
        return new Statement.Times(
                findEdtf(entry, "made"),
                received,
                findEdtf(entry, "published"),
                entry.text("published-basis", "source").equals("assumed"));
    }

    static Edtf edtf(YamlScalar scalar) {
        return Edtf.parse(scalar.value(), scalar.place());
    }

    static Optional<Edtf> findEdtf(YamlMap entry, String key) {
        return entry.findScalar(key).map(StatementReader::edtf);
    }

    private static Reporter reporter(YamlNode node) {
        YamlMap map = node.asMap().only("who", "type");
        return new Reporter(map.text("who"), map.text("type"));
    }

    static Source source(YamlMap entry) {
        Optional<YamlMap> found = entry.findMap("source");
        if (found.isEmpty()) {
            return Source.NONE;
        }
        YamlMap map = found.get().only("primary", "read", "also", "date", "title");
        return new Source(
                map.findScalar("primary").or(() -> map.findScalar("title")).map(YamlScalar::value),
                map.findScalar("read").map(YamlScalar::value),
                map.texts("also"),
                map.findScalar("date").map(YamlScalar::value));
    }

    private Body body(YamlMap entry, Kind kind, Optional<Form> form) {
        return switch (kind) {
            case ACT -> act(entry);
            case DECLARE -> declare(entry, form);
            case CHANGE -> change(entry, form);
            case REPORT -> report(entry, form);
            case DECIDE -> decide(entry);
            case DISPUTE -> new DisputeReader(agreement, itemFields).read(entry);
            case CLAIM -> claim(entry);
            case CONVENE ->
                    entry.has("step")
                            ? new ContactReader(agreement).contact(entry)
                            : words(entry, form);
            case INTEND, INSPECT, ASSIGN, ACKNOWLEDGE, ACCEPT, CLARIFY, MESSAGE ->
                    words(entry, form);
            case ERASE, KEY, HEADS, OTHER -> new Body.Unknown(kind.word());
        };
    }

    private Body report(YamlMap entry, Optional<Form> form) {
        if (entry.has("totals")) {
            return totals(entry);
        }
        if (entry.has("on") && form.isEmpty()) {
            return new ContactReader(agreement).account(entry);
        }
        return entry.has("version") ? words(entry, form) : filled(entry, form);
    }

    private Body words(YamlMap entry, Optional<Form> form) {
        return form.isPresent() || entry.has("fields") || entry.has("as-of")
                ? filled(entry, form)
                : new Body.Said(entry.findScalar("version").map(YamlScalar::value));
    }

    private Body.Act act(YamlMap entry) {
        YamlScalar act = entry.scalar("act");
        TreeSet<String> acts = new TreeSet<>(Words.USUAL_ACTS);
        acts.addAll(agreement.acts());
        if (!acts.contains(act.value())) {
            throw new ParleyException(
                    Code.UNDECLARED,
                    act.place(),
                    act.described() + " is not an act",
                    Nearest.hint(act.value(), acts) + " Else add it to acts: in the agreement");
        }
        return new Body.Act(
                act.value(),
                scope(entry),
                findEdtf(entry, "decided"),
                findEdtf(entry, "notified"),
                findEdtf(entry, "effective"),
                findEdtf(entry, "until"),
                entry.findScalar("with").map(this::depositary));
    }

    private String depositary(YamlScalar name) {
        List<String> known = agreement.profile().depositaries();
        if (!known.contains(name.value())) {
            throw new ParleyException(
                    Code.UNKNOWN_PARTY,
                    name.place(),
                    name.described() + " is no depositary of " + agreement.id(),
                    known.isEmpty()
                            ? "name the depositaries: in the agreement"
                            : Nearest.hint(name.value(), known));
        }
        return name.value();
    }

    private Scope scope(YamlMap entry) {
        Optional<YamlNode> node = entry.find("scope");
        if (node.isEmpty()) {
            return Scope.ALL;
        }
        if (node.get() instanceof YamlMap map) {
            map.only("all", "provisions");
            return map.has("provisions") ? new Scope(map.texts("provisions")) : Scope.ALL;
        }
        return new Scope(entry.texts("scope"));
    }

    private Body.Declare declare(YamlMap entry, Optional<Form> form) {
        List<Item> items = new ArrayList<>();
        for (YamlNode node : entry.listOf("items")) {
            items.add(itemFields.item(node.asMap()));
        }
        YamlScalar asOf = entry.scalar("as-of");
        return new Body.Declare(
                FieldValues.day(asOf.value(), asOf.place()),
                counts(entry.entries("counts")),
                entry.findScalar("zone").map(this::zone),
                items,
                entry.has("items"),
                fields(entry, form),
                entry.findScalar("about-party")
                        .map(party -> agreement.party(party.value(), party.place())));
    }

    /** A zone that the agreement has. */
    String zone(YamlScalar zone) {
        if (!agreement.zones().containsKey(zone.value())) {
            throw new ParleyException(
                    Code.UNDECLARED,
                    zone.place(),
                    "there is no zone " + zone.described(),
                    Nearest.hint(zone.value(), agreement.zones().keySet()));
        }
        return zone.value();
    }

    /** Declared totals; an empty one is left out: unknown, not zero. */
    Map<String, Long> counts(Map<String, YamlNode> nodes) {
        Map<String, Long> counts = new LinkedHashMap<>();
        nodes.forEach((id, node) -> {
            Count count = agreement.counts().get(id);
            if (count == null) {
                throw new ParleyException(
                        Code.UNDECLARED,
                        node.place(),
                        agreement.id() + " has no count \"" + id + "\"",
                        Nearest.hint(id, agreement.counts().keySet()));
            }
            YamlScalar number = node.asScalar();
            if (!number.value().isBlank()) {
                counts.put(id, number.scaled(count.decimals()));
            }
        });
        return counts;
    }

    private Body.Change change(YamlMap entry, Optional<Form> form) {
        YamlScalar item = entry.scalar("item");
        YamlScalar at = entry.scalar("at");
        Edtf when = edtf(at);
        LocalDate day =
                when.lastDay(agreement.zone())
                        .orElseThrow(() ->
                                new ParleyException(
                                        Code.BAD_DATE,
                                        at.place(),
                                        "a change needs a day",
                                        "write at: 2020-01-31"));
        Optional<Instant> instant = when.instant();
        Map<String, Value> fields = new LinkedHashMap<>(fields(entry, form));
        fields.put("at", instant.<Value>map(Value.At::new).orElse(new Value.Day(day)));
        fields.put("item", new Value.Words(item.value()));
        Map<String, Value> set = itemFields.loose(entry.entries("set"));
        fields.putIfAbsent("field", new Value.Words(String.join(",", new TreeSet<>(set.keySet()))));
        return new Body.Change(
                item.value(), day, instant, itemFields.loose(entry.entries("was")), set, fields);
    }

    private Body.Filled filled(YamlMap entry, Optional<Form> form) {
        return new Body.Filled(
                fields(entry, form),
                entry.findScalar("as-of").map(day -> FieldValues.day(day.value(), day.place())));
    }

    private Map<String, Value> fields(YamlMap entry, Optional<Form> form) {
        Map<String, Value> fields = new LinkedHashMap<>();
        Map<String, org.parley.agreement.FieldKind> types = form.map(Form::fields).orElse(Map.of());
        entry.entries("fields")
                .forEach((name, node) -> {
                    var type = types.get(name);
                    if (type == null) {
                        throw new ParleyException(
                                Code.UNDECLARED,
                                node.place(),
                                "the form has no field \"" + name + "\"",
                                Nearest.hint(name, types.keySet()));
                    }
                    String text =
                            node instanceof YamlScalar scalar
                                    ? scalar.value()
                                    : String.join(
                                            " ",
                                            node.asList().nodes().stream()
                                                    .map(one -> one.asScalar().value())
                                                    .toList());
                    fields.put(name, FieldValues.parse(type, text, node.place()));
                });
        return fields;
    }

    private Body.Totals totals(YamlMap entry) {
        Map<String, Map<String, Long>> totals = new LinkedHashMap<>();
        entry.entries("totals")
                .forEach((what, node) -> {
                    Map<String, Long> byParty = new LinkedHashMap<>();
                    node.asMap()
                            .entries()
                            .forEach((party, number) ->
                                    byParty.put(party, number.asScalar().whole()));
                    totals.put(what, Map.copyOf(byParty));
                });
        YamlScalar asOf = entry.scalar("as-of");
        LocalDate day =
                edtf(asOf)
                        .lastDay(agreement.zone())
                        .orElseThrow(() ->
                                new ParleyException(
                                        Code.BAD_DATE,
                                        asOf.place(),
                                        "totals need a date",
                                        "write as-of: 2012-02-05"));
        return new Body.Totals(day, totals);
    }

    private Body.Decide decide(YamlMap entry) {
        Map<String, Long> sets = new LinkedHashMap<>();
        entry.entries("sets").forEach((name, node) -> sets.put(name, node.asScalar().whole()));
        return new Body.Decide(
                sets,
                findEdtf(entry, "from").or(() -> findEdtf(entry, "effective")),
                findEdtf(entry, "until"));
    }

    private static Body.Claim claim(YamlMap entry) {
        YamlNode said = entry.need("said");
        Text words;
        List<String> actors = List.of();
        if (said instanceof YamlMap map && !map.has("en") && !map.has("zh")) {
            words = map.languages("text").orElseGet(() -> Text.same(summary(map)));
            actors = map.texts("by");
        } else {
            words = YamlMap.languages(said);
        }
        return new Body.Claim(
                words,
                entry.listOf("chain").stream().map(StatementReader::reporter).toList(),
                entry.text("assertion", "asserted"),
                actors);
    }

    private static String summary(YamlMap said) {
        StringBuilder words = new StringBuilder();
        said.entries()
                .forEach((key, node) -> {
                    String value =
                            node instanceof YamlScalar scalar
                                    ? scalar.value()
                                    : String.join(" ", said.texts(key));
                    words.append(words.isEmpty() ? "" : ", ").append(key).append(' ');
                    words.append(value);
                });
        return words.toString();
    }
}
