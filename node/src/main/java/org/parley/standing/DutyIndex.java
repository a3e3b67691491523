// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.agreement.Agreement;
import org.parley.agreement.Duty;
import org.parley.agreement.Formulas;
import org.parley.agreement.Versions;
import org.parley.statement.Body;
import org.parley.statement.Statement;
import org.parley.time.DateExpression;
import org.parley.time.Reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * The instances of one duty that changes give rise to, counted for every pair of days. It follows
 * the changes when asked next. Not thread safe.
 */
final class DutyIndex {
    private final Versions<Duty> versions;
    private final String form;
    private final ToIntFunction<Statement> knownFrom;
    private final Map<String, Map<DutyStanding.State, DaySums>> sums = new TreeMap<>();
    private final List<Exceptional> exceptions = new ArrayList<>();
    private int followed;

    /** An instance that is listed one by one. */
    private record Exceptional(DutyStanding duty, int day, int known) {}

    DutyIndex(Versions<Duty> versions, ToIntFunction<Statement> knownFrom) {
        this.versions = versions;
        this.form = ((Duty.Trigger.Of) versions.first().trigger()).form();
        this.knownFrom = knownFrom;
    }

    /** Takes in the changes that have come since it was last asked. */
    void follow(List<Statement> changes, Life life, EventDuty events) {
        for (Statement change : changes.subList(followed, changes.size())) {
            if (change.form().filter(form::equals).isPresent()) {
                LocalDate day = ((Body.Change) change.body()).day();
                events.about(versions.on(day, life::day), change)
                        .ifPresent(duty -> add(duty, ItemEvent.epochDay(day), change));
            }
        }
        followed = changes.size();
    }

    private void add(DutyStanding duty, int day, Statement change) {
        int known = knownFrom.applyAsInt(change);
        sums.computeIfAbsent(
                        duty.id() + "/" + duty.party(),
                        key -> new EnumMap<>(DutyStanding.State.class))
                .computeIfAbsent(duty.state(), state -> new DaySums())
                .add(day, known, 1);
        if (duty.exceptional()) {
            exceptions.add(new Exceptional(duty, day, known));
        }
    }

    /** Adds the numbers by duty and party, {@code change/US}. */
    void tally(ItemIndex.Days days, Map<String, Map<DutyStanding.State, Long>> numbers) {
        sums.forEach((key, states) ->
                states.forEach((state, sum) -> {
                    long number = sum.sum(days.asOf(), days.knownOn());
                    if (number > 0) {
                        numbers.computeIfAbsent(key, same -> new TreeMap<>())
                                .merge(state, number, Long::sum);
                    }
                }));
    }

    void exceptional(ItemIndex.Days days, List<DutyStanding> listed) {
        for (Exceptional one : exceptions) {
            if (one.day() <= days.asOf() && one.known() <= days.knownOn()) {
                listed.add(one.duty());
            }
        }
    }

    /**
     * Whether a duty asks for nothing but the form itself. If it also asks for dates, acts or
     * holidays, or who has joined, what it comes to depends on what a view knows of those.
     */
    static boolean asksOnlyForTheForm(Agreement agreement, Formulas formulas, Versions<Duty> all) {
        List<Duty> rules = new ArrayList<>(List.of(all.first()));
        boolean fixed = agreement.profile().joining().isEmpty();
        for (Versions.Later<Duty> later : all.later()) {
            rules.add(later.rule());
            fixed &= later.from().references().isEmpty();
        }
        for (Duty rule : rules) {
            List<DateExpression> dates = new ArrayList<>();
            rule.by().ifPresent(dates::add);
            rule.notice().ifPresent(notice -> dates.add(notice.latest()));
            fixed &=
                    dates.stream().allMatch(DutyIndex::ofForm)
                            && rule.when()
                                    .map(formulas::expression)
                                    .map(when ->
                                            when.reads().stream()
                                                    .noneMatch(name ->
                                                            name.startsWith(Formulas.DATES)))
                                    .orElse(true);
        }
        return fixed;
    }

    private static boolean ofForm(DateExpression date) {
        return !date.source().contains("working-day")
                && date.references().stream()
                        .allMatch(reference -> reference.kind() == Reference.Kind.FORM);
    }
}
