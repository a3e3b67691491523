// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import org.parley.Code;
import org.parley.Nearest;
import org.parley.Place;
import org.parley.Problem;
import org.parley.time.DateExpression;
import org.parley.time.NamedDates;
import org.parley.time.Reference;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Checks that what one part of an agreement names is declared in another. */
final class CrossCheck {
    private final Agreement agreement;
    private final Problems problems;

    CrossCheck(Agreement agreement, Problems problems) {
        this.agreement = agreement;
        this.problems = problems;
    }

    void run() {
        parties();
        zones();
        items();
        Map<String, DateExpression> named = new LinkedHashMap<>();
        agreement.dates().forEach((name, date) -> named.put(name, date.date()));
        NamedDates.problems(named).forEach(problems::add);
        for (Dated dated : everyDate()) {
            references(dated);
        }
        agreement.limits().values().forEach(limit -> each(limit, this::limit));
        agreement.duties().values().forEach(duty -> each(duty, this::duty));
        agreement.quotas().values().forEach(quota -> each(quota, this::quota));
        agreement.procedures().values().forEach(this::procedure);
        agreement
                .bodies()
                .values()
                .forEach(body ->
                        body.meets()
                                .ifPresent(meets -> period(meets.per(), body.provision().place())));
        agreement.profile().holdouts().ifPresent(this::holdouts);
        agreement
                .holidaysForm()
                .ifPresent(
                        form -> known(form, agreement.forms().keySet(), "form", agreement.place()));
    }

    private void holdouts(Profile.Holdouts holdouts) {
        known(holdouts.set(), setNames(), "set", agreement.place());
        known(holdouts.act(), acts(), "act", agreement.place());
    }

    private static <T> void each(Versions<T> versions, java.util.function.Consumer<T> check) {
        check.accept(versions.first());
        versions.later().forEach(version -> check.accept(version.rule()));
    }

    private void parties() {
        if (agreement.parties().isEmpty()
                && !agreement.profile().open()
                && !agreement.provisions().isEmpty()) {
            problem(Code.MISSING_KEY, agreement.place(), "no parties", "add parties: [XA, XB]");
        }
        if (new HashSet<>(agreement.parties()).size() != agreement.parties().size()) {
            problem(Code.DUPLICATE_KEY, agreement.place(), "a party stands twice", "keep one");
        }
        agreement.groups().forEach((group, members) -> members.forEach(member -> party(member)));
        boolean fictional = agreement.parties().stream().anyMatch(Words.FICTIONAL::contains);
        boolean allFictional = Words.FICTIONAL.containsAll(agreement.parties());
        if (agreement.exercise() && !allFictional || fictional && !allFictional) {
            problem(
                    Code.EXERCISE,
                    agreement.place(),
                    "an exercise mixes made-up and real parties",
                    "use XA, XB, XC … only");
        } else if (fictional && !agreement.exercise()) {
            problem(
                    Code.EXERCISE,
                    agreement.place(),
                    "made-up parties in an agreement that does not say so",
                    "add exercise: true");
        }
    }

    private void party(String member) {
        if (!agreement.isParty(member)) {
            known(member, agreement.parties(), "party", agreement.place());
        }
    }

    private void zones() {
        agreement
                .zones()
                .values()
                .forEach(zone ->
                        zone.within()
                                .ifPresent(outer ->
                                        known(
                                                outer,
                                                agreement.zones().keySet(),
                                                "zone",
                                                agreement.place())));
        agreement
                .places()
                .values()
                .forEach(member ->
                        member.zones()
                                .forEach(belongs ->
                                        known(
                                                belongs.zone(),
                                                agreement.zones().keySet(),
                                                "zone",
                                                agreement.place())));
    }

    private void items() {
        Set<String> kinds = new HashSet<>();
        for (ItemGroup group : agreement.items().values()) {
            if (group.kinds().isEmpty() || group.states().isEmpty()) {
                problem(
                        Code.MISSING_KEY,
                        group.place(),
                        "items " + group.name() + " need is: and state:",
                        "add is: [KIND] and state: [deployed, …]");
            }
            for (String kind : group.kinds()) {
                if (!kinds.add(kind)) {
                    problem(
                            Code.DUPLICATE_KEY,
                            group.place(),
                            "kind " + kind + " stands in two groups of items",
                            "keep it in one");
                }
            }
        }
    }

    private void limit(Limit limit) {
        Place at = limit.provision().place();
        known(limit.count(), agreement.counts().keySet(), "count", at);
        limit.zone().ifPresent(zone -> known(zone, agreement.zones().keySet(), "zone", at));
        limit.within().ifPresent(outer -> known(outer, agreement.limits().keySet(), "limit", at));
        if (limit.holder() instanceof Holder.Named(String name)) {
            List<String> all = new ArrayList<>(agreement.parties());
            all.addAll(agreement.groups().keySet());
            if (!agreement.isParty(name)) {
                known(name, all, "party or group", at);
            }
        }
        if (limit.holder() instanceof Holder.EachGroup && agreement.groups().isEmpty()) {
            problem(Code.UNDECLARED, at, "each: group, but there are no groups", "add groups:");
        }
        if (limit.bound() instanceof Limit.Bound.Fixed fixed
                && agreement.counts().containsKey(limit.count())
                && fixed.decimals() > agreement.count(limit.count()).decimals()) {
            problem(
                    Code.BAD_VALUE,
                    at,
                    limit.id() + " is bounded by " + fixed.exact() + ", finer than its count",
                    "add decimals: " + fixed.decimals() + " to counts." + limit.count());
        }
        switch (limit.bound()) {
            case Limit.Bound.Decided(String name) -> decided(name, at);
            case Limit.Bound.Fixed fixed -> fixed(fixed.exact(), limit.count(), at);
        }
    }

    /** Figures are held scaled by the count's decimals, and so is the bound. */
    private void fixed(BigDecimal value, String id, Place at) {
        Count count = agreement.counts().get(id);
        BigDecimal most =
                BigDecimal.valueOf(FieldKind.WHOLE_MAX, count == null ? 0 : count.decimals());
        if (value.abs().compareTo(most) > 0) {
            problem(
                    Code.BAD_VALUE,
                    at,
                    value.toPlainString()
                            + " lies outside -"
                            + most.toPlainString()
                            + " to "
                            + most.toPlainString(),
                    "check the number, or give the count fewer decimals");
        }
    }

    private void decided(String name, Place at) {
        Set<String> names = new TreeSet<>();
        agreement.bodies().values().forEach(body -> names.addAll(body.sets().keySet()));
        known(name, names, "decided number", at);
    }

    private void duty(Duty duty) {
        Place at = duty.provision().place();
        if (duty.trigger() instanceof Duty.Trigger.Every(String period)) {
            period(period, at);
        }
        who(duty.who(), at);
        duty.unless().ifPresent(act -> known(act, acts(), "act", at));
    }

    private void who(Duty.Who who, Place at) {
        boolean heard = agreement.isParty(who.party()) || agreement.isHeard(who.party());
        if (who.role() == Duty.Role.NAMED && !heard) {
            known(who.party(), agreement.parties(), "party or role", at);
        }
    }

    /** A step waits for one statement, so that one alone can owe it. */
    private void single(Duty.Who who, Place at) {
        if (who.role() == Duty.Role.SET || who.role() == Duty.Role.EACH_PARTY_EXCEPT) {
            problem(
                    Code.BAD_VALUE,
                    at,
                    "a step of a procedure is one party's, and " + who.party() + " is a set",
                    "name a role or a party");
        }
    }

    private void quota(Quota quota) {
        Place at = quota.provision().place();
        period(quota.per(), at);
        if (quota.cap() instanceof Quota.Cap.Decided(String name)) {
            decided(name, at);
        }
    }

    private void procedure(Procedure procedure) {
        for (Procedure.Step step : procedure.steps()) {
            who(step.who(), step.provision().place());
            single(step.who(), step.provision().place());
        }
        procedure
                .votes()
                .values()
                .forEach(vote ->
                        known(
                                vote.body(),
                                agreement.bodies().keySet(),
                                "body",
                                procedure.provision().place()));
    }

    private void period(String name, Place at) {
        Set<String> all = new TreeSet<>(agreement.periods().keySet());
        all.addAll(agreement.phases().keySet());
        all.add("calendar_year");
        known(name, all, "period", at);
    }

    private Set<String> acts() {
        Set<String> acts = new TreeSet<>(Words.USUAL_ACTS);
        acts.addAll(agreement.acts());
        if (agreement.profile().joining().isPresent()) {
            acts.add(Joining.DEPOSITED);
        }
        return acts;
    }

    /** A date with the form and the steps that it may see. */
    private record Dated(DateExpression date, Optional<String> form, Set<String> steps) {
        static Dated plain(DateExpression date) {
            return new Dated(date, Optional.empty(), Set.of());
        }
    }

    private List<Dated> everyDate() {
        List<Dated> all = new ArrayList<>();
        agreement.dates().values().forEach(date -> all.add(Dated.plain(date.date())));
        agreement.periods().values().forEach(period -> all.add(Dated.plain(period.from())));
        agreement
                .phases()
                .values()
                .forEach(phase -> {
                    all.add(Dated.plain(phase.from()));
                    all.add(Dated.plain(phase.until()));
                });
        agreement
                .profile()
                .joining()
                .flatMap(Joining::from)
                .ifPresent(date -> all.add(Dated.plain(date)));
        agreement.limits().values().forEach(limit -> each(limit, rule -> limitDates(rule, all)));
        agreement.duties().values().forEach(duty -> each(duty, rule -> dutyDates(rule, all)));
        for (Procedure procedure : agreement.procedures().values()) {
            Set<String> names = new TreeSet<>();
            procedure.steps().forEach(step -> names.add(step.name()));
            for (Procedure.Step step : procedure.steps()) {
                step.by().ifPresent(date -> all.add(new Dated(date, step.form(), names)));
                step.notice()
                        .ifPresent(
                                notice -> all.add(new Dated(notice.latest(), step.form(), names)));
            }
        }
        return all;
    }

    private static void limitDates(Limit limit, List<Dated> all) {
        limit.from().ifPresent(date -> all.add(Dated.plain(date)));
        limit.until().ifPresent(date -> all.add(Dated.plain(date)));
        limit.on().ifPresent(date -> all.add(Dated.plain(date)));
    }

    private static void dutyDates(Duty duty, List<Dated> all) {
        Optional<String> form =
                switch (duty.trigger()) {
                    case Duty.Trigger.Of(String name) -> Optional.of(name);
                    case Duty.Trigger.After(String name) -> Optional.of(name);
                    case Duty.Trigger.Once once -> Optional.empty();
                    case Duty.Trigger.Every every -> Optional.empty();
                };
        duty.by().ifPresent(date -> all.add(new Dated(date, form, Set.of())));
        duty.notice().ifPresent(notice -> all.add(new Dated(notice.latest(), form, Set.of())));
        duty.from().ifPresent(date -> all.add(Dated.plain(date)));
        duty.until().ifPresent(date -> all.add(Dated.plain(date)));
    }

    private void references(Dated dated) {
        for (Reference reference : dated.date().references()) {
            String name = reference.name();
            switch (reference.kind()) {
                case NAME -> known(name, agreement.dates().keySet(), "date", reference.at());
                case ACT ->
                        known(
                                name.endsWith("-until")
                                        ? name.substring(0, name.length() - "-until".length())
                                        : name,
                                acts(),
                                "act",
                                reference.at());
                case FORM -> formField(name, dated.form(), reference.at());
                case STEP -> known(name, dated.steps(), "step", reference.at());
                case SET -> known(name, setNames(), "set", reference.at());
                case PERIOD -> {
                    // start and end are all there is, and the parser knows them
                }
            }
        }
    }

    private Set<String> setNames() {
        Set<String> names = new TreeSet<>(agreement.sets().keySet());
        names.addAll(agreement.groups().keySet());
        names.add("parties");
        return names;
    }

    private void formField(String name, Optional<String> form, Place at) {
        Set<String> fields = new TreeSet<>(Set.of("received", "made"));
        form.map(agreement.forms()::get).ifPresent(known -> fields.addAll(known.fields().keySet()));
        known(name, fields, "field of the form", at);
    }

    private void known(String name, Collection<String> declared, String what, Place at) {
        if (!declared.contains(name)) {
            problem(
                    what.startsWith("party") ? Code.UNKNOWN_PARTY : Code.UNDECLARED,
                    at,
                    "there is no " + what + " \"" + name + "\"",
                    declared.isEmpty() ? "declare it" : Nearest.hint(name, declared));
        }
    }

    private void problem(Code code, Place at, String what, String todo) {
        problems.add(new Problem(code, at, what, todo));
    }
}
