// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One treaty year of two fictional parties with inventories of New START size, all of it lawful:
 * what each would say, and when. EXERCISE: no figure in it is anybody's. The same each time.
 */
public final class ExerciseYear {
    /** The exercise agreement that it is played under: exercises/arden-borel. */
    public static final String AGREEMENT = "exercise-arden-borel";

    public static final LocalDate FIRST_DAY = LocalDate.of(2030, 1, 1);

    private static final List<String> PARTIES = List.of("XA", "XB");
    private static final int CHANGES_EACH = 900;
    private static final int TYPE_ONE_EACH = 10;
    private static final int TYPE_TWO_EACH = 8;
    private static final int BASES = 9;
    private static final int ICBM = 400;
    private static final int SLBM = 230;
    private static final int SLBM_WITH_FIVE = 120;
    private static final int BOMBERS = 60;
    private static final int SPARE_ICBM_LAUNCHERS = 54;
    private static final int SPARE_SLBM_LAUNCHERS = 36;

    private ExerciseYear() {}

    /**
     * Something that a party says.
     *
     * @param yaml an entry as a record has it
     */
    public record Step(Instant at, String party, String kind, String yaml) {}

    /** All of the year, in the order in which it is said. */
    public static List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (String party : PARTIES) {
            String other = party.equals("XA") ? "XB" : "XA";
            beginning(steps, party);
            data(steps, party);
            changes(steps, party);
            inspections(steps, party, other);
        }
        steps.sort(Comparator.comparing(Step::at).thenComparing(Step::party));
        return steps;
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).toInstant(ZoneOffset.UTC);
    }

    private static void beginning(List<Step> steps, String party) {
        steps.add(
                new Step(
                        at(FIRST_DAY, 0),
                        party,
                        "act",
                        "{act: entered-into-force, effective: " + FIRST_DAY + "}"));
        steps.add(
                form(
                        FIRST_DAY.plusDays(3),
                        party,
                        "report",
                        "duties.aircraft_types",
                        "aircraft_types",
                        "since: " + FIRST_DAY));
        steps.add(
                form(
                        FIRST_DAY.plusDays(20),
                        party,
                        "report",
                        "duties.inspector_list",
                        "inspector_list",
                        "since: " + FIRST_DAY));
        for (LocalDate day : List.of(FIRST_DAY.plusDays(100), FIRST_DAY.plusDays(280))) {
            steps.add(
                    form(
                            day.plusDays(5),
                            party,
                            "convene",
                            "bodies.bcc",
                            "session",
                            "start: " + day + ", end: " + day.plusDays(4)));
        }
    }

    private static Step form(
            LocalDate day, String party, String kind, String under, String form, String fields) {
        return new Step(
                at(day, 10),
                party,
                kind,
                "{under: "
                        + under
                        + ", form: "
                        + form
                        + ", fields: {"
                        + fields
                        + "}, audience: parties}");
    }

    /** The lists of items: at the beginning, and after the half year. */
    private static void data(List<Step> steps, String party) {
        LocalDate half = LocalDate.of(2030, 8, 1);
        steps.add(
                declaration(FIRST_DAY.plusDays(30), FIRST_DAY.plusDays(30), party, "initial_data"));
        steps.add(declaration(half.plusDays(20), half, party, "half_yearly_data"));
    }

    private static Step declaration(LocalDate day, LocalDate asOf, String party, String duty) {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < ICBM; i++) {
            items.add(
                    item(
                            party,
                            "L",
                            i,
                            "ICBM",
                            stateOn(i, asOf),
                            "type: IX-1, loaded: 1",
                            base(i)));
            items.add(item(party, "S", i, "ICBM_LAUNCHER", "deployed", "type: SX-1", base(i)));
        }
        for (int i = 0; i < SLBM; i++) {
            int loaded = i < SLBM_WITH_FIVE ? 5 : 4;
            items.add(
                    item(
                            party,
                            "M",
                            i,
                            "SLBM",
                            "deployed",
                            "type: IX-2, loaded: " + loaded,
                            base(i)));
            items.add(item(party, "T", i, "SLBM_LAUNCHER", "deployed", "type: SX-2", base(i)));
        }
        for (int i = 0; i < SPARE_ICBM_LAUNCHERS; i++) {
            items.add(
                    item(
                            party,
                            "S",
                            ICBM + i,
                            "ICBM_LAUNCHER",
                            "non_deployed",
                            "type: SX-1",
                            base(i)));
        }
        for (int i = 0; i < SPARE_SLBM_LAUNCHERS; i++) {
            items.add(
                    item(
                            party,
                            "T",
                            SLBM + i,
                            "SLBM_LAUNCHER",
                            "non_deployed",
                            "type: SX-2",
                            base(i)));
        }
        for (int i = 0; i < BOMBERS; i++) {
            items.add(item(party, "B", i, "HB", "deployed", "type: BX-1, nuclear: true", base(i)));
        }
        return new Step(
                at(day, 9),
                party,
                "declare",
                "{under: duties."
                        + duty
                        + ", as-of: "
                        + asOf
                        + ", audience: parties, items: ["
                        + String.join(", ", items)
                        + "]}");
    }

    private static String item(
            String party,
            String row,
            int number,
            String kind,
            String state,
            String more,
            String base) {
        return "{id: "
                + id(party, row, number)
                + ", kind: "
                + kind
                + ", state: "
                + state
                + ", "
                + more
                + ", base: "
                + base
                + "}";
    }

    private static String id(String party, String row, int number) {
        return party + "-" + row + "-" + number;
    }

    private static String base(int number) {
        return "base" + number % BASES;
    }

    /**
     * Missiles leave their launchers for maintenance and come back: the even changes take one out,
     * the odd ones put it back, a missile at a time, all the year round.
     */
    private static void changes(List<Step> steps, String party) {
        for (int i = 0; i < CHANGES_EACH; i++) {
            Instant event = event(i);
            boolean out = i % 2 == 0;
            steps.add(
                    new Step(
                            event.plus(Duration.ofHours(20)),
                            party,
                            "change",
                            "{item: "
                                    + id(party, "L", i / 2 % ICBM)
                                    + ", at: "
                                    + event
                                    + ", was: {state: "
                                    + (out ? "deployed" : "non_deployed")
                                    + "}, set: {state: "
                                    + (out ? "non_deployed" : "deployed")
                                    + "}, fields: {received_at: "
                                    + event.plus(Duration.ofHours(21))
                                    + ", effective: "
                                    + event
                                    + "}, audience: parties}"));
        }
    }

    private static Instant event(int change) {
        // From the second month on, evenly, so that the last is notified within the year.
        long minutes = Duration.ofDays(330).toMinutes() / CHANGES_EACH * change;
        return at(FIRST_DAY.plusDays(32), 6).plus(Duration.ofMinutes(minutes));
    }

    /** In which state a missile is on the first moment of a day. */
    private static String stateOn(int missile, LocalDate day) {
        String state = "deployed";
        for (int i = 2 * missile; i < CHANGES_EACH; i += 2 * ICBM) {
            for (int change = i; change <= i + 1 && change < CHANGES_EACH; change++) {
                if (event(change).isBefore(at(day, 0))) {
                    state = change % 2 == 0 ? "non_deployed" : "deployed";
                }
            }
        }
        return state;
    }

    private static void inspections(List<Step> steps, String party, String other) {
        int all = TYPE_ONE_EACH + TYPE_TWO_EACH;
        for (int i = 0; i < all; i++) {
            int type = i < TYPE_ONE_EACH ? 1 : 2;
            LocalDate day = FIRST_DAY.plusDays(65 + 15L * i + (party.equals("XA") ? 0 : 7));
            Instant arrival = at(day, 8);
            steps.add(
                    new Step(
                            arrival.minus(Duration.ofDays(2)),
                            party,
                            "intend",
                            "{form: notice, to: ["
                                    + other
                                    + "], fields: {type: "
                                    + type
                                    + ", arrival: "
                                    + arrival
                                    + "}, audience: parties}"));
            steps.add(
                    new Step(
                            arrival.plus(Duration.ofHours(40)),
                            party,
                            "inspect",
                            "{form: inspection, to: ["
                                    + other
                                    + "], fields: {type: "
                                    + type
                                    + ", base: "
                                    + base(i)
                                    + ", start: "
                                    + arrival.plus(Duration.ofHours(6))
                                    + ", end: "
                                    + arrival.plus(Duration.ofHours(30))
                                    + ", designated: "
                                    + arrival.plus(Duration.ofHours(4))
                                    + ", restricted: "
                                    + arrival.plus(Duration.ofMinutes(270))
                                    + "}, audience: parties}"));
        }
    }
}
