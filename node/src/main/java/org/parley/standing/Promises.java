// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.agreement.Agreement;
import org.parley.standing.ContactStanding.Event;
import org.parley.standing.ContactStanding.Promise;
import org.parley.standing.ContactStanding.Turn;
import org.parley.statement.Body;
import org.parley.statement.Statement;
import org.parley.statement.Step;
import org.parley.time.Edtf;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What was promised, by which plans it went on, and what came of it. A date that is set for
 * something promised is a plan, not its fulfilment: only being in touch is. The agreement by which
 * a channel began is no promise of a meeting, and putting one off is none either.
 */
final class Promises {
    private static final Set<Step> NOT_KEPT =
            Set.of(Step.REFUSED, Step.POSTPONED, Step.CANCELLED, Step.NO_ANSWER);

    private final Agreement agreement;
    private final ZoneId zone;
    private final List<Event> events;

    Promises(Agreement agreement, List<Event> events) {
        this.agreement = agreement;
        this.zone = agreement.zone();
        this.events = events;
    }

    List<Promise> all() {
        return events.stream().filter(this::isPromise).map(this::promise).toList();
    }

    private boolean isPromise(Event event) {
        boolean plan = events.stream().anyMatch(other -> isPlan(other) && names(event, other));
        return switch (event.step()) {
            case SCHEDULED -> !plan;
            case AGREED -> !plan && !isFounding(event);
            case PROPOSED -> events.stream().anyMatch(other -> names(other, event));
            default -> false;
        };
    }

    /** The first step of all, with nothing set for it, after which the sides met. */
    private boolean isFounding(Event event) {
        return event.equals(events.getFirst())
                && event.told().expected().isEmpty()
                && events.stream().noneMatch(other -> names(other, event))
                && events.stream().anyMatch(Promises::isKept);
    }

    private static boolean isPlan(Event event) {
        return event.step().isPromise() && event.step() != Step.POSTPONED;
    }

    private static boolean isKept(Event event) {
        return event.step().isTouch() || event.step() == Step.INSTALLED;
    }

    private Promise promise(Event promised) {
        List<Event> plans = new ArrayList<>(List.of(promised));
        for (Event event : events) {
            if (isPlan(event) && !plans.contains(event) && follows(event, plans)) {
                plans.add(event);
            }
        }
        List<Event> following =
                events.stream()
                        .filter(event -> !plans.contains(event) && follows(event, plans))
                        .toList();
        List<Event> kept = following.stream().filter(Promises::isKept).toList();
        Map<String, Long> days = new TreeMap<>();
        if (!kept.isEmpty()) {
            for (String party : agreement.parties()) {
                ZoneId own = agreement.profile().contact().zones().getOrDefault(party, zone);
                // As the party itself dates it: two sides of the date line name two days.
                Event told =
                        kept.stream()
                                .filter(event -> event.by().contains(party))
                                .findFirst()
                                .orElse(kept.getFirst());
                days.put(
                        party,
                        ChronoUnit.DAYS.between(
                                lastDay(promised, party, own), firstDay(told, party, own)));
            }
        }
        return new Promise(
                promised.statements().getFirst().ref(),
                promised.day(),
                plans.subList(1, plans.size()).stream().map(Promises::turn).toList(),
                kept.stream().findFirst().map(event -> event.statements().getFirst().ref()),
                kept.stream().findFirst().map(event -> firstDay(event, "", zone)),
                following.stream()
                        .filter(event -> NOT_KEPT.contains(event.step()))
                        .map(Promises::turn)
                        .toList(),
                days);
    }

    private static Turn turn(Event event) {
        return new Turn(event.step(), event.day(), event.by(), event.statements().getFirst().ref());
    }

    /** Whether it names one of the plans as what it fulfils, or is about the same case. */
    private static boolean follows(Event event, List<Event> plans) {
        return plans.stream().anyMatch(plan -> names(event, plan) || sharesCase(event, plan));
    }

    private static boolean sharesCase(Event event, Event plan) {
        return plan.statements().stream()
                .flatMap(one -> one.caseId().stream())
                .anyMatch(id ->
                        event.statements().stream()
                                .anyMatch(one -> one.caseId().filter(id::equals).isPresent()));
    }

    private static boolean names(Event event, Event promised) {
        for (Statement statement : event.statements()) {
            for (String ref : ((Body.Contact) statement.body()).fulfils()) {
                if (promised.statements().stream()
                        .anyMatch(
                                one -> one.ref().equals(ref) || one.ref().startsWith(ref + "/"))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** When a meeting began: of several days the first. */
    private static LocalDate firstDay(Event event, String party, ZoneId own) {
        Optional<Edtf> on = told(event, party).on();
        return on.filter(edtf -> edtf.toString().contains("/"))
                .flatMap(Edtf::earliest)
                .or(() -> on.flatMap(edtf -> edtf.lastDay(own)))
                .orElse(event.day());
    }

    private static LocalDate lastDay(Event event, String party, ZoneId own) {
        return told(event, party).on().flatMap(edtf -> edtf.lastDay(own)).orElse(event.day());
    }

    private static Body.Contact told(Event event, String party) {
        return event.statements().stream()
                .filter(statement -> statement.by().equals(party))
                .findFirst()
                .map(statement -> (Body.Contact) statement.body())
                .orElse(event.told());
    }
}
