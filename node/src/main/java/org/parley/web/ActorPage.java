// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.Code;
import org.parley.Nearest;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Text;
import org.parley.agreement.Agreement;
import org.parley.standing.MemberStanding;
import org.parley.standing.View;
import org.parley.statement.Body;
import org.parley.statement.Statement;
import org.parley.web.export.Due;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A state, group or organisation: its names, who spoke for it, what it belongs to, what it owes.
 *
 * @param memberships where it is, was or will be bound, or signed, by state and then by day
 * @param places the other mechanisms that name it among their parties
 * @param due what falls due in the year after the view's day
 */
record ActorPage(
        Look look,
        Frame frame,
        People.Actor actor,
        List<People.Held> holders,
        List<Membership> memberships,
        List<Seat> places,
        List<Due> due,
        Reach reach) {
    private static final int DUE_SHOWN = 12;

    /**
     * A mechanism that names it a party.
     *
     * @param act its own latest act: others may go on without one that left
     */
    record Seat(FrontPage.Row row, Optional<Deed> act) {}

    /** An act by its name, on a day. */
    record Deed(String act, LocalDate day, String ref) {}

    /** Its place in one mechanism that states join. */
    record Membership(FrontPage.Row row, MemberStanding standing) {}

    /**
     * How far the record of it goes.
     *
     * @param statements how many of its own the view knows
     * @param newest the one known last, with the mechanism it stands in
     */
    record Reach(int statements, int mechanisms, Optional<Newest> newest) {}

    /** A statement known last. */
    record Newest(String mechanism, String ref, LocalDate known) {}

    static ActorPage of(Look look, String code) {
        People people = look.site().people();
        People.Actor actor =
                Optional.ofNullable(people.actors().get(code))
                        .or(() -> named(look, code))
                        .orElseThrow(() -> unknown(people, code));
        List<Membership> memberships = new ArrayList<>();
        List<Seat> places = new ArrayList<>();
        LocalDate until = FrontPage.until(look);
        for (String id : look.site().library().ids()) {
            Optional<OpenCase> open =
                    look.site().find(id).filter(one -> one.agreement().parties().contains(code));
            if (open.isEmpty()) {
                continue;
            }
            FrontPage.Row row = FrontPage.row(look, id, until);
            open.get()
                    .member(viewOf(look, open.get()), code)
                    .ifPresentOrElse(
                            standing -> memberships.add(new Membership(row, standing)),
                            () -> places.add(new Seat(row, deed(look, open.get(), code))));
        }
        memberships.sort(
                Comparator.comparingInt((Membership one) ->
                                StatusPage.MEMBER_ORDER.indexOf(one.standing().state()))
                        .thenComparing(one -> day(one.standing())));
        Map<String, String> who = new LinkedHashMap<>(look.filters());
        who.put("party", code);
        Look theirs = new Look(look.site(), look.asked(), look.today(), "/due", who);
        LocalDate day = look.view().asOf();
        String name = look.in(actor.name());
        return new ActorPage(
                look,
                Frame.of(look, name, madeUp(look, code)),
                actor,
                people.of(code, day),
                memberships,
                places,
                DuePage.duties(theirs, day, day.plusYears(1)),
                reach(look, code));
    }

    /** A party whom only an agreement names: one of an exercise, or a body of its own. */
    private static Optional<People.Actor> named(Look look, String code) {
        if (!look.site().speakers().contains(code)) {
            return Optional.empty();
        }
        Text name =
                Text.of(
                        look.site().actors().full(code, "en"),
                        look.site().actors().full(code, "zh"));
        return Optional.of(
                new People.Actor(
                        code,
                        madeUp(look, code) ? "exercise" : "other",
                        name,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of()));
    }

    private static boolean madeUp(Look look, String code) {
        return look.site().library().ids().stream()
                .flatMap(id -> look.site().find(id).stream())
                .map(OpenCase::agreement)
                .anyMatch(one -> one.exercise() && one.parties().contains(code));
    }

    private static ParleyException unknown(People people, String code) {
        return new ParleyException(
                Code.NOT_FOUND,
                Place.of("actor"),
                "nobody has the code \"" + Asked.shortened(code) + "\"",
                Nearest.near(code, people.actors().keySet(), "see the list of all"));
    }

    /** The view asked for, declared where the viewer is no party. */
    static View viewOf(Look look, OpenCase open) {
        boolean speaks = look.view().accordingTo().map(open.agreement()::isParty).orElse(true);
        return speaks ? look.view() : View.declared(look.view().asOf(), look.view().knownOn());
    }

    private static Optional<Deed> deed(Look look, OpenCase open, String code) {
        View view = viewOf(look, open);
        Optional<Deed> last = Optional.empty();
        for (Statement one : open.record().statements()) {
            LocalDate known = one.knownFrom(view.accordingTo(), open.agreement().zone());
            Optional<LocalDate> on = one.about(open.agreement().zone());
            if (one.body() instanceof Body.Act act
                    && one.by().equals(code)
                    && !known.isAfter(view.knownOn())
                    && on.filter(day -> !day.isAfter(view.asOf())).isPresent()
                    && last.map(deed -> !deed.day().isAfter(on.get())).orElse(true)) {
                last = Optional.of(new Deed(act.act(), on.get(), one.ref()));
            }
        }
        return last;
    }

    private static LocalDate day(MemberStanding one) {
        return one.since().or(one::deposited).or(one::signed).orElse(LocalDate.MAX);
    }

    private static Reach reach(Look look, String code) {
        int number = 0;
        Set<String> mechanisms = new TreeSet<>();
        Optional<Newest> newest = Optional.empty();
        for (String id : look.site().library().ids()) {
            Optional<OpenCase> open = look.site().find(id);
            if (open.isEmpty()) {
                continue;
            }
            Agreement agreement = open.get().agreement();
            View view = viewOf(look, open.get());
            for (Statement one : open.get().record().statements()) {
                LocalDate known = one.knownFrom(view.accordingTo(), agreement.zone());
                if (!one.by().equals(code) || known.isAfter(view.knownOn())) {
                    continue;
                }
                number++;
                mechanisms.add(id);
                if (newest.map(last -> last.known().isBefore(known)).orElse(true)) {
                    newest = Optional.of(new Newest(id, one.ref(), known));
                }
            }
        }
        return new Reach(number, mechanisms.size(), newest);
    }

    // What it is called.

    /** Its name in every other language, by language tag. */
    Map<String, String> otherNames() {
        Map<String, String> names = new LinkedHashMap<>();
        for (String one : actor.name().byLanguage().keySet().stream().sorted().toList()) {
            if (!one.equals(look.language())) {
                names.put(Wording.tag(one), actor.name().in(one));
            }
        }
        return names;
    }

    /** Short names and names of another time, in Chinese and English. */
    List<String> aliases() {
        Set<String> all = new java.util.LinkedHashSet<>();
        for (Optional<Text> text : List.of(actor.brief(), actor.also())) {
            text.ifPresent(names ->
                    names.byLanguage().keySet().stream()
                            .sorted()
                            .forEach(one -> all.add(names.in(one))));
        }
        all.removeAll(actor.name().byLanguage().values());
        return List.copyOf(all);
    }

    // How it stands.

    StateSign sign(MemberStanding.State state) {
        return StateSign.of(state);
    }

    StateSign sign(FrontPage.Row row) {
        return row.sign(look.view().asOf());
    }

    Optional<LocalDate> since(FrontPage.Row row) {
        return row.situation(look.view().asOf()).since();
    }

    /** How many there are of each membership state. */
    Map<MemberStanding.State, Integer> numbers() {
        Map<MemberStanding.State, Integer> numbers = new LinkedHashMap<>();
        memberships.forEach(one -> numbers.merge(one.standing().state(), 1, Integer::sum));
        return numbers;
    }

    List<Due> soon() {
        return due.subList(0, Math.min(DUE_SHOWN, due.size()));
    }

    StateSign sign(Due one) {
        return StateSign.of(one.duty().state());
    }

    String explain(Due one) {
        return DuePage.explain(look, one);
    }

    /** Under what nothing is worked out for it; empty if nothing is left out. */
    String leftOut() {
        return DuePage.leftOut(look, actor.code());
    }

    String toDue() {
        return "/due" + look.asked().query(Map.of("party", actor.code()));
    }

    String feed() {
        return DuePage.subscription(look, actor.code());
    }

    String statement(String mechanism, String ref) {
        return "/a/"
                + Page.segment(mechanism)
                + "/statements/"
                + Page.segments(ref)
                + "?lang="
                + look.language();
    }

    String title(String mechanism) {
        return look.in(look.site().agreement(mechanism).agreement().title());
    }
}
