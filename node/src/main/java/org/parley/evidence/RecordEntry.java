// SPDX-License-Identifier: Apache-2.0
package org.parley.evidence;

import org.parley.Place;
import org.parley.Text;
import org.parley.agreement.Agreement;
import org.parley.estimate.Estimate;
import org.parley.record.History;
import org.parley.statement.Body;
import org.parley.statement.Statement;
import org.parley.time.Edtf;
import org.parley.time.Span;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One entry of a record, which may have several authors, as a fact beside claims. */
final class RecordEntry {
    private static final String WARHEADS = "warheads";

    private RecordEntry() {}

    static Set<String> actsIn(History record) {
        Set<String> acts = new TreeSet<>();
        for (Statement statement : record.statements()) {
            if (statement.body() instanceof Body.Act act) {
                acts.add(act.act());
            }
        }
        return acts;
    }

    static Set<String> refsIn(History record) {
        Set<String> refs = new TreeSet<>();
        record.statements().forEach(statement -> refs.add(name(statement)));
        return refs;
    }

    /** The name of its entry: {@code extended} of {@code extended/RU}. */
    static String name(Statement statement) {
        int slash = statement.ref().indexOf('/');
        return slash < 0 ? statement.ref() : statement.ref().substring(0, slash);
    }

    static boolean isMeant(Lookup.What what, Statement statement) {
        return switch (what) {
            case Lookup.What.OfCount count ->
                    statement.body() instanceof Body.Declare declare
                            && declare.counts().containsKey(count.name());
            case Lookup.What.OfDuty duty ->
                    statement.body() instanceof Body.Declare
                            && statement.under().equals(Optional.of("duties." + duty.name()));
            case Lookup.What.OfAct act ->
                    statement.body() instanceof Body.Act done && done.act().equals(act.name());
            case Lookup.What.OfContact step ->
                    statement.body() instanceof Body.Contact contact
                            && contact.step().word().equals(step.name());
            case Lookup.What.OfStatement ref -> name(statement).equals(ref.name());
            case Lookup.What.OfLimit limit -> false;
            case Lookup.What.OfEstimator estimator -> false;
        };
    }

    static Fact fact(Lookup lookup, Agreement agreement, List<Statement> statements) {
        Statement first = statements.getFirst();
        TreeSet<String> parties = new TreeSet<>();
        for (Statement statement : statements) {
            parties.add(statement.subject());
            if (statement.body() instanceof Body.Contact contact) {
                parties.addAll(contact.between());
            }
        }
        return new Fact(
                name(first),
                lookup.subject().of(List.copyOf(parties)),
                lookup.what() instanceof Lookup.What.OfCount
                        ? Fact.Nature.DECLARED
                        : Fact.Nature.EVENT,
                content(lookup, first),
                when(agreement, first),
                known(agreement, first),
                atMost(agreement, first),
                says(lookup, agreement, first),
                Optional.of(lookup.subject().thing() + "/" + name(first)),
                first.source(),
                first.unverified(),
                agreement.exercise());
    }

    private static Claim.Content content(Lookup lookup, Statement statement) {
        if (lookup.what() instanceof Lookup.What.OfCount count
                && statement.body() instanceof Body.Declare declare) {
            return number(lookup, declare.counts().getOrDefault(count.name(), 0L));
        }
        Status status = lookup.status().orElseGet(() -> status(statement));
        return content(status, Optional.empty());
    }

    private static Claim.Content content(Status status, Optional<Amount> amount) {
        boolean planned =
                status == Status.PROPOSED
                        || status == Status.ANNOUNCED
                        || status == Status.SCHEDULED;
        return new Claim.Content(
                status,
                planned ? Assertion.PLANNED : Assertion.ASSERTED,
                amount,
                Optional.empty(),
                Optional.empty());
    }

    static Claim.Content number(Lookup lookup, long number) {
        return content(
                Status.HELD,
                Optional.of(
                        new Amount(
                                number,
                                Amount.Rounding.EXACT,
                                lookup.unit().orElse(WARHEADS),
                                lookup.quantity(),
                                Optional.empty(),
                                Optional.empty())));
    }

    static Claim.Content estimated(Estimate one) {
        return content(
                Status.HELD,
                Optional.of(
                        new Amount(
                                one.value(),
                                rounding(one.how()),
                                WARHEADS,
                                Optional.of(one.quantity()),
                                Optional.of(one.dataset().estimatorName()),
                                Optional.of(one.dataset().vintage().toString()))));
    }

    private static Amount.Rounding rounding(String how) {
        return Arrays.stream(Amount.Rounding.values())
                .filter(rounding -> rounding.word().equals(how))
                .findFirst()
                .orElse(Amount.Rounding.EXACT);
    }

    /**
     * What an entry says to have happened: acts that stop something, and steps, have their word.
     */
    private static Status status(Statement statement) {
        return switch (statement.body()) {
            case Body.Act act ->
                    switch (act.act()) {
                        case "suspended", "exempted", "inspections-paused", "countermeasure" ->
                                Status.SUSPENDED;
                        case "resumed" -> Status.RESUMED;
                        default -> Status.HELD;
                    };
            case Body.Contact contact ->
                    switch (contact.step()) {
                        case PROPOSED -> Status.PROPOSED;
                        case AGREED -> Status.ANNOUNCED;
                        case SCHEDULED -> Status.SCHEDULED;
                        case POSTPONED -> Status.POSTPONED;
                        case SUSPENDED, STALLED, BLOCKED -> Status.SUSPENDED;
                        case RESUMED -> Status.RESUMED;
                        case REFUSED, NO_ANSWER -> Status.REFUSED;
                        case CANCELLED -> Status.CANCELLED;
                        case ENDED -> Status.EXPIRED;
                        case INSTALLED, HELD, TESTED, USED -> Status.HELD;
                    };
            default -> Status.HELD;
        };
    }

    private static Optional<Edtf> when(Agreement agreement, Statement statement) {
        return switch (statement.body()) {
            case Body.Act act -> span(act, statement.place());
            case Body.Contact contact -> contact.expected().or(contact::on);
            default ->
                    statement
                            .about(agreement.zone())
                            .map(Edtf::of)
                            .or(() -> statement.times().made());
        };
    }

    /** From the decision to its effect: either is the day of an act, to those who count from it. */
    private static Optional<Edtf> span(Body.Act act, Place place) {
        Optional<Edtf> end = act.effective().or(act::notified).or(act::decided);
        Optional<LocalDate> from = act.decided().or(() -> end).flatMap(Edtf::earliest);
        Optional<LocalDate> to = end.flatMap(Edtf::latest);
        return from.isPresent()
                        && to.isPresent()
                        && from.get().isBefore(to.get())
                        && !act.decided().equals(end)
                        && act.decided().isPresent()
                ? Optional.of(Edtf.parse(from.get() + "/" + to.get(), place))
                : end;
    }

    private static Edtf known(Agreement agreement, Statement statement) {
        return statement
                .times()
                .published()
                .orElseGet(() -> Edtf.of(statement.knownFrom(Optional.empty(), agreement.zone())));
    }

    /** An extension as long as the rules allow is the only one. */
    private static Optional<Long> atMost(Agreement agreement, Statement statement) {
        if (!(statement.body() instanceof Body.Act act) || !act.act().equals("extended")) {
            return Optional.empty();
        }
        Optional<LocalDate> from = act.effective().flatMap(Edtf::latest);
        Optional<LocalDate> until = act.until().flatMap(Edtf::latest);
        return agreement
                .exit()
                .extension()
                .filter(rule ->
                        from.isPresent()
                                && until.isPresent()
                                && !longest(rule.atMost(), from.get()).isAfter(until.get()))
                .map(_ -> 1L);
    }

    private static LocalDate longest(Span most, LocalDate from) {
        return switch (most.unit()) {
            case YEAR -> from.plusYears(most.amount());
            case MONTH -> from.plusMonths(most.amount());
            case DAY, WORKING_DAY -> from.plusDays(most.amount());
            case HOUR -> from.plusDays(1 + most.amount() / 24);
        };
    }

    private static Text says(Lookup lookup, Agreement agreement, Statement statement) {
        if (lookup.what() instanceof Lookup.What.OfCount count
                && statement.body() instanceof Body.Declare declare) {
            Text title = agreement.count(count.name()).provision().title();
            String digits =
                    String.format(
                            Locale.ROOT, "%,d", declare.counts().getOrDefault(count.name(), 0L));
            String who = statement.subject();
            return Text.of(
                    who
                            + " declared as of "
                            + declare.asOf()
                            + ": "
                            + title.en()
                            + " "
                            + digits
                            + ".",
                    who + "申报，截至" + declare.asOf() + "：" + title.zh() + digits + "。");
        }
        return statement.text().orElseGet(() -> untitled(agreement, statement));
    }

    private static Text untitled(Agreement agreement, Statement statement) {
        Text what =
                statement
                        .under()
                        .flatMap(agreement::provision)
                        .map(provision -> provision.title())
                        .orElse(agreement.title());
        String of = statement.about(agreement.zone()).map(day -> " " + day).orElse("");
        return Text.of(
                statement.by() + ": " + what.en() + of + ".",
                statement.by() + "：" + what.zh() + of + "。");
    }
}
