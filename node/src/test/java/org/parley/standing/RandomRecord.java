// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.agreement.Agreement;
import org.parley.agreement.AgreementReader;
import org.parley.statement.Body;
import org.parley.statement.Coverage;
import org.parley.statement.Item;
import org.parley.statement.Kind;
import org.parley.statement.Scope;
import org.parley.statement.Statement;
import org.parley.statement.Value;
import org.parley.time.Edtf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Made-up records of the exercise agreement: few parties, items and days, so that much collides.
 */
final class RandomRecord {
    static final LocalDate FIRST = LocalDate.of(1999, 11, 1);
    static final LocalDate LAST = LocalDate.of(2002, 3, 1);
    private static final List<Coverage> COVERAGE =
            List.of(new Coverage("duties", Optional.empty(), Optional.empty(), true));

    private final org.parley.testing.Source random;
    private final List<Statement> statements = new ArrayList<>();

    private RandomRecord(org.parley.testing.Source random) {
        this.random = random;
    }

    static Agreement agreement() {
        try (InputStream file =
                Objects.requireNonNull(
                        RandomRecord.class.getResourceAsStream("exercise-timeline.yaml"))) {
            return AgreementReader.read(
                    "exercise-timeline.yaml",
                    new String(file.readAllBytes(), StandardCharsets.UTF_8),
                    (name, at) -> {
                        throw new IllegalArgumentException(name);
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Coverage> coverage(org.parley.testing.Source random) {
        return random.bool() ? COVERAGE : List.of();
    }

    /** Statements in any order of arrival. */
    static List<Statement> of(org.parley.testing.Source random, int most) {
        return many(random, random.ints(0, Math.max(3, most)));
    }

    /** So many statements in any order of arrival. */
    static List<Statement> many(org.parley.testing.Source random, int number) {
        RandomRecord record = new RandomRecord(random);
        for (int i = 0; i < number; i++) {
            record.one();
        }
        return random.shuffled(record.statements);
    }

    static View view(org.parley.testing.Source random) {
        LocalDate asOf = random.date(FIRST, LAST);
        LocalDate knownOn = random.oneIn(5) ? LocalDate.of(9999, 12, 31) : day(random);
        return new View(asOf, knownOn, viewer(random));
    }

    private static Optional<String> viewer(org.parley.testing.Source random) {
        return random.oneIn(3) ? Optional.of(party(random)) : Optional.empty();
    }

    private static LocalDate day(org.parley.testing.Source random) {
        return random.date(FIRST, LAST);
    }

    private static String party(org.parley.testing.Source random) {
        return random.pick("XA", "XA", "XA", "XB", "XC");
    }

    private void one() {
        switch (random.ints(0, 19)) {
            case 0 -> act();
            case 1 -> holidays();
            case 2 -> totals();
            case 3, 4, 5 -> list();
            case 6 -> dispute();
            case 7 -> moreTime();
            default -> change();
        }
    }

    private void act() {
        String act = random.pick("entered-into-force", "entered-into-force", "withdrawn");
        say(
                Kind.ACT,
                Optional.empty(),
                random.oneIn(2) ? "depositary" : party(random),
                new Body.Act(
                        act,
                        Scope.ALL,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Edtf.of(day(random))),
                        Optional.empty()));
    }

    /** More time for a duty: granted by a body, or said by a party, which grants itself nothing. */
    private void moreTime() {
        LocalDate decided = day(random);
        say(
                Kind.ACT,
                Optional.empty(),
                random.oneIn(3) ? party(random) : "council",
                new Body.Act(
                        "extended",
                        random.oneIn(4) ? Scope.ALL : new Scope(List.of("duties.destruction")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Edtf.of(decided)),
                        Optional.of(Edtf.of(decided.plusDays(random.ints(1, 300))))));
    }

    private void holidays() {
        List<LocalDate> days = random.list(0, 20, RandomRecord::day);
        declare(
                Optional.of("holidays"),
                Map.of(),
                Optional.empty(),
                Map.of("days", new Value.Days(days)));
    }

    private void totals() {
        Map<String, Long> counts = new HashMap<>();
        counts.put(random.pick("vehicles", "tanks", "warheads"), random.longs(0, 4));
        declare(Optional.empty(), counts, Optional.empty(), Map.of());
    }

    private void list() {
        declare(
                Optional.empty(),
                random.oneIn(3) ? Map.of("vehicles", random.longs(0, 4)) : Map.of(),
                Optional.of(random.list(0, 5, this::item)),
                Map.of());
    }

    private void declare(
            Optional<String> form,
            Map<String, Long> counts,
            Optional<List<Item>> items,
            Map<String, Value> fields) {
        Body.Declare body =
                new Body.Declare(
                        day(random),
                        counts,
                        random.oneIn(4)
                                ? Optional.of(random.pick("flank", "centre"))
                                : Optional.empty(),
                        items.orElse(List.of()),
                        items.isPresent(),
                        fields);
        say(Kind.DECLARE, form, party(random), body);
    }

    private String id(org.parley.testing.Source source) {
        return source.pick("u1", "u2", "u3", "u4", "u5");
    }

    private Item item(org.parley.testing.Source source) {
        Map<String, Value> fields = new HashMap<>();
        String kind = source.pick("ICBM", "SLBM", "HB");
        for (String field : source.list(0, 3, r -> r.pick("type", "loaded", "nuclear", "base"))) {
            boolean declared = !field.equals(kind.equals("HB") ? "loaded" : "nuclear");
            if (declared) {
                fields.put(field, value(field));
            }
        }
        return new Item(id(source), kind, value("state").shown(), fields);
    }

    private Value value(String field) {
        return switch (field) {
            case "kind" -> new Value.Words(random.pick("ICBM", "SLBM", "HB"));
            case "state" ->
                    new Value.Words(
                            random.pick("deployed", "deployed", "non_deployed", "eliminated"));
            case "type" -> new Value.Words(random.pick("T-1", "T-4", "T-9"));
            case "loaded" -> new Value.Whole(loaded());
            case "nuclear" -> new Value.Truth(random.bool());
            default -> new Value.Words(random.pick("port", "base", "centre", "elsewhere"));
        };
    }

    /** Now and then more than any item carries, about the most that one can add. */
    private long loaded() {
        return random.oneIn(12)
                ? random.longs(Measure.ADDS_MAX - 1, Measure.ADDS_MAX + 1)
                : random.longs(0, 4);
    }

    private Map<String, Value> some(int least) {
        Map<String, Value> values = new HashMap<>();
        for (String field :
                random.list(
                        least,
                        3,
                        r -> r.pick("state", "state", "kind", "type", "loaded", "base"))) {
            values.put(field, value(field));
        }
        return values;
    }

    private void change() {
        LocalDate day = day(random);
        Instant at = day.atTime(random.ints(0, 23), 0).toInstant(ZoneOffset.UTC);
        Map<String, Value> set = some(1);
        Map<String, Value> fields = new HashMap<>();
        fields.put("field", new Value.Words(set.keySet().iterator().next()));
        fields.put("at", new Value.At(at));
        for (String field : List.of("effective", "received_at")) {
            if (!random.oneIn(4)) {
                Instant other = at.plusSeconds(86_400L * random.ints(0, 2));
                fields.put(field, new Value.At(other));
            }
        }
        say(
                Kind.CHANGE,
                Optional.of("change"),
                party(random),
                new Body.Change(
                        id(random),
                        day,
                        random.oneIn(3) ? Optional.empty() : Optional.of(at),
                        random.bool() ? some(0) : Map.of(),
                        set,
                        fields));
    }

    private void dispute() {
        String by = party(random);
        Body.About about =
                new Body.About.OfItems(party(random), random.list(1, 4, this::id), day(random));
        Body.Claims claims = new Body.Claims(Map.of(), Optional.empty(), Optional.empty(), some(1));
        say(Kind.DISPUTE, Optional.empty(), by, new Body.Dispute(about, claims, List.of()));
    }

    private void say(Kind kind, Optional<String> form, String by, Body body) {
        LocalDate about =
                body instanceof Body.Change change
                        ? change.day()
                        : body instanceof Body.Declare declare ? declare.asOf() : day(random);
        String ref = "s" + (statements.size() * 7919 % 10007);
        Map<String, Edtf> received = new HashMap<>();
        for (String party : List.of("XA", "XB", "XC")) {
            if (!party.equals(by) && random.bool()) {
                received.put(party, Edtf.of(about.plusDays(random.ints(0, 9))));
            }
        }
        Statement.Times times =
                new Statement.Times(
                        random.bool() ? Optional.of(Edtf.of(about)) : Optional.empty(),
                        received,
                        random.bool()
                                ? Optional.of(Edtf.of(about.plusDays(random.ints(-3, 200))))
                                : Optional.empty(),
                        false);
        Optional<String> under = random.bool() ? Optional.of("duties.data") : Optional.empty();
        statements.add(Statement.plain(ref, kind, form, by, under, times, body));
    }
}
