// SPDX-License-Identifier: Apache-2.0
package org.parley.bench;

import org.parley.statement.Body;
import org.parley.statement.Item;
import org.parley.statement.Kind;
import org.parley.statement.Scope;
import org.parley.statement.Statement;
import org.parley.statement.Value;
import org.parley.time.Edtf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The made-up changes as statements over fifteen years: a list of all items on the first day and
 * every half year, agreeing with the changes; each change received within five days, one in a
 * thousand later.
 */
final class MadeUpRecord {
    static final LocalDate FIRST = LocalDate.of(2011, 2, 5);
    static final LocalDate LAST = LocalDate.of(2026, 2, 4);
    private static final String[] PARTIES = {"XA", "XB"};

    private final MadeUpChanges changes;
    private final SplittableRandom random = new SplittableRandom(2);
    private final Map<LocalDate, Edtf> days = new HashMap<>();
    private final List<Statement> statements = new ArrayList<>();
    private final int[] last = new int[MadeUpChanges.ITEMS];

    private MadeUpRecord(MadeUpChanges changes) {
        this.changes = changes;
    }

    static List<Statement> of(MadeUpChanges changes) {
        MadeUpRecord record = new MadeUpRecord(changes);
        record.write();
        return record.statements;
    }

    private void write() {
        act();
        for (int i = 0; i < MadeUpChanges.ITEMS; i++) {
            last[i] = i;
        }
        LocalDate list = FIRST;
        long span = LAST.toEpochDay() * 86_400 - FIRST.toEpochDay() * 86_400;
        int number = changes.size - MadeUpChanges.ITEMS;
        for (int i = 0; i < number; i++) {
            long second = FIRST.toEpochDay() * 86_400 + 86_400 + span * i / number;
            LocalDate day = LocalDate.ofEpochDay(second / 86_400);
            while (!list.isAfter(day)) {
                lists(list);
                list = list.plusMonths(6);
            }
            change(MadeUpChanges.ITEMS + i, day, Instant.ofEpochSecond(second));
        }
    }

    private void act() {
        Body.Act body =
                new Body.Act(
                        "entered-into-force",
                        Scope.ALL,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(day(FIRST)),
                        Optional.empty());
        for (String party : PARTIES) {
            say("eif-" + party, Kind.ACT, Optional.empty(), party, body, FIRST, Optional.empty());
        }
    }

    private void lists(LocalDate day) {
        for (int party = 0; party < PARTIES.length; party++) {
            List<Item> items = new ArrayList<>();
            for (int item = party; item < MadeUpChanges.ITEMS; item += PARTIES.length) {
                items.add(item(item, last[item]));
            }
            Body.Declare body =
                    new Body.Declare(day, Map.of(), Optional.empty(), items, true, Map.of());
            say(
                    "list-" + PARTIES[party] + "-" + day,
                    Kind.DECLARE,
                    Optional.empty(),
                    PARTIES[party],
                    body,
                    day.plusDays(30),
                    Optional.of("duties.half_yearly_data"));
        }
    }

    private Item item(int item, int row) {
        Map<String, Value> fields = new HashMap<>();
        if (changes.kinds[row] < 2) {
            fields.put("loaded", new Value.Whole(changes.loads[row]));
        }
        if (changes.kinds[row] == 4) {
            fields.put("nuclear", new Value.Truth(changes.nuclear[row]));
        }
        return new Item(
                "U" + item,
                MadeUpChanges.KINDS[changes.kinds[row]],
                MadeUpChanges.STATES[changes.states[row]],
                fields);
    }

    private void change(int row, LocalDate day, Instant at) {
        int item = changes.items[row];
        last[item] = row;
        MadeUpChanges.Field field = changes.fields[row];
        Value value =
                switch (field) {
                    case STATE -> new Value.Words(MadeUpChanges.STATES[changes.states[row]]);
                    case LOADED -> new Value.Whole(changes.loads[row]);
                    case NUCLEAR -> new Value.Truth(changes.nuclear[row]);
                    case MADE ->
                            throw new IllegalStateException("items are made by the first list");
                };
        String name =
                switch (field) {
                    case STATE, MADE -> "state";
                    case LOADED -> "loaded";
                    case NUCLEAR -> "nuclear";
                };
        Body.Change body =
                new Body.Change(
                        "U" + item,
                        day,
                        Optional.of(at),
                        Map.of(),
                        Map.of(name, value),
                        Map.of("field", new Value.Words(name), "at", new Value.At(at)));
        int after = random.nextInt(1000) == 0 ? 6 + random.nextInt(30) : random.nextInt(6);
        say(
                "c" + row,
                Kind.CHANGE,
                Optional.of("change"),
                PARTIES[MadeUpChanges.party(item)],
                body,
                day.plusDays(after),
                Optional.of("duties.change"));
    }

    private Edtf day(LocalDate day) {
        return days.computeIfAbsent(day, Edtf::of);
    }

    private void say(
            String ref,
            Kind kind,
            Optional<String> form,
            String by,
            Body body,
            LocalDate received,
            Optional<String> under) {
        String other = by.equals(PARTIES[0]) ? PARTIES[1] : PARTIES[0];
        Statement.Times times =
                new Statement.Times(
                        Optional.empty(),
                        Map.of(other, day(received)),
                        Optional.of(day(received)),
                        false);
        statements.add(Statement.plain(ref, kind, form, by, under, times, body));
    }
}
