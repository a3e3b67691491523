// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.agreement.Agreement;
import org.parley.agreement.Exit;
import org.parley.agreement.Joining;
import org.parley.statement.Body;
import org.parley.statement.Statement;
import org.parley.time.DateContext;
import org.parley.time.Edtf;
import org.parley.time.Moment;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Works out who belongs to an agreement. A state is bound from the day that the depositary names;
 * where the record has only the deposit, from the day that the agreement's own rule comes to. It
 * leaves in the same way, unless the text bars it or others deny its notice effect.
 */
final class MemberFold {
    private static final Set<String> LEAVING = Set.of("withdrawn", "left");
    private static final List<String> TOGETHER = List.of("joined", "acceded", "succeeded");
    private static final Comparator<Done> ORDER =
            Comparator.comparing(Done::day).thenComparing(done -> done.statement().ref());

    private final Agreement agreement;
    private final Life life;
    private final View view;
    private final ZoneId zone;
    private final Map<String, List<Done>> acts = new HashMap<>();

    /**
     * An act with the day on which it was done: notified to the depositary, else effective, else
     * decided.
     */
    private record Done(String act, LocalDate day, Statement statement) {
        Body.Act body() {
            return (Body.Act) statement.body();
        }
    }

    MemberFold(Agreement agreement, Known known, Life life, View view) {
        this.agreement = agreement;
        this.life = life;
        this.view = view;
        this.zone = agreement.zone();
        for (Statement statement : known.acts) {
            Body.Act act = (Body.Act) statement.body();
            act.notified()
                    .or(act::effective)
                    .or(act::decided)
                    .flatMap(edtf -> edtf.lastDay(zone))
                    .ifPresent(day ->
                            acts.computeIfAbsent(statement.by(), party -> new ArrayList<>())
                                    .add(new Done(act.act(), day, statement)));
        }
        acts.values().forEach(list -> list.sort(ORDER));
    }

    /** Whether the agreement says how one joins, or anybody is seen to have joined or left. */
    private boolean hasMembers() {
        return isTold()
                || acts.values().stream()
                        .flatMap(List::stream)
                        .anyMatch(done -> done.act().equals("joined") || done.act().equals("left"));
    }

    /** Whether it has members in the sense of a treaty: one joins it, or some have left it. */
    boolean isTold() {
        return agreement.profile().joining().isPresent() || isLeft();
    }

    /** Whether some have left what the parties named in the text bring into force together. */
    private boolean isLeft() {
        return bringIntoForce()
                && life.end().filter(end -> !view.asOf().isBefore(end)).isEmpty()
                && acts.values().stream()
                        .flatMap(List::stream)
                        .anyMatch(done -> done.act().equals("withdrawn"));
    }

    private boolean bringIntoForce() {
        return agreement.profile().joining().isEmpty()
                && !agreement.profile().open()
                && agreement.parties().size() > 2
                && life.begin().isPresent();
    }

    /** All states that the record knows, by code. */
    List<MemberStanding> members() {
        if (!hasMembers()) {
            return List.of();
        }
        Map<String, MemberStanding> members = new TreeMap<>();
        for (String party : agreement.parties()) {
            members.put(party, member(party));
        }
        return List.copyOf(members.values());
    }

    MemberStanding member(String party) {
        List<Done> own = acts.getOrDefault(party, List.of());
        Optional<Done> signed = last(own, Set.of("signed"), view.asOf());
        Optional<Done> unsigned = last(own, Set.of("signature-withdrawn"), view.asOf());
        Optional<Done> joined = joined(own);
        Optional<Done> provisional = last(own, Set.of("provisionally-applied"), view.asOf());
        Optional<LocalDate> rule = joined.flatMap(act -> rule(party, act));
        Optional<LocalDate> since =
                joined.flatMap(act -> stated(act).or(() -> rule)).or(() -> together(party));
        LocalDate bindingFrom = joined.map(Done::day).orElse(LocalDate.MIN);
        Optional<Done> leaving = leaving(own, bindingFrom);
        Optional<LocalDate> until = leaving.flatMap(this::leaves);
        List<String> contested =
                leaving.map(done -> contested(party, done, until)).orElse(List.of());
        List<String> paused = paused(party, own);
        boolean bound = since.filter(day -> !day.isAfter(view.asOf())).isPresent();
        boolean gone = until.filter(day -> !day.isAfter(view.asOf())).isPresent();
        MemberStanding.State state;
        if (gone && (bound || joined.isEmpty())) { // it left, also where its joining was not read
            state = contested.isEmpty() ? MemberStanding.State.LEFT : seen(party, contested);
        } else if (bound) {
            state =
                    paused.isEmpty() || view.accordingTo().isPresent()
                            ? MemberStanding.State.PARTY
                            : MemberStanding.State.CONTESTED;
        } else if (joined.isPresent()) {
            state = MemberStanding.State.DEPOSITED;
        } else if (provisional.isPresent()) {
            state = MemberStanding.State.PROVISIONAL;
        } else if (signed.isPresent() && unsigned.isEmpty()) {
            state = MemberStanding.State.SIGNATORY;
        } else {
            state = MemberStanding.State.NOT_A_PARTY;
        }
        List<String> refs = own.stream().map(done -> done.statement().ref()).toList();
        return new MemberStanding(
                party,
                state,
                signed.map(Done::day),
                joined.map(Done::day),
                since,
                joined.flatMap(this::stated).isPresent() ? rule : Optional.empty(),
                until,
                leaving.isPresent() ? contested : paused,
                refs);
    }

    /** A party that the text names is bound from entry into force; its own date was not read. */
    private Optional<LocalDate> together(String party) {
        return bringIntoForce() && agreement.parties().contains(party)
                ? life.begin()
                : Optional.empty();
    }

    /**
     * Who denies that it has suspended everything: while that stands nobody settles whether it is
     * bound. Each side sees it as a party; one of them sees its duties as suspended.
     */
    private List<String> paused(String party, List<Done> own) {
        return last(own, Set.of("suspended", "resumed"), view.asOf())
                .filter(done -> done.act().equals("suspended") && done.body().scope().all())
                .map(done -> contested(party, done, stated(done)))
                .orElse(List.of());
    }

    /** In the leaver's own view it left; in that of one who denies it, it is still bound. */
    private MemberStanding.State seen(String party, List<String> contested) {
        if (view.accordingTo().isEmpty()) {
            return MemberStanding.State.CONTESTED;
        }
        String viewer = view.accordingTo().get();
        if (viewer.equals(party)) {
            return MemberStanding.State.LEFT;
        }
        return contested.contains(viewer)
                ? MemberStanding.State.PARTY
                : MemberStanding.State.CONTESTED;
    }

    private static Optional<Done> last(List<Done> own, Set<String> names, LocalDate until) {
        return own.stream()
                .filter(done -> names.contains(done.act()) && !done.day().isAfter(until))
                .reduce((before, after) -> after);
    }

    /**
     * The act that binds it: the first since it last left. Of several deposits with several
     * depositaries the first counts.
     */
    private Optional<Done> joined(List<Done> own) {
        List<String> binding =
                agreement
                        .profile()
                        .joining()
                        .map(Joining::by)
                        .orElse(bringIntoForce() ? TOGETHER : List.of("joined"));
        Optional<Done> joined = Optional.empty();
        for (Done done : own) {
            if (done.day().isAfter(view.asOf())) {
                break;
            }
            boolean undone = done.act().equals("ratification-withdrawn");
            boolean gone =
                    LEAVING.contains(done.act())
                            && leaves(done).filter(day -> !day.isAfter(view.asOf())).isPresent()
                            && own.stream()
                                    .anyMatch(later ->
                                            binding.contains(later.act())
                                                    && later.day().isAfter(done.day())
                                                    && !later.day().isAfter(view.asOf()));
            if (undone || gone) {
                joined = Optional.empty();
            } else if (binding.contains(done.act()) && joined.isEmpty()) {
                joined = Optional.of(done);
            }
        }
        return joined;
    }

    private Optional<LocalDate> stated(Done done) {
        return done.body().effective().flatMap(edtf -> edtf.lastDay(zone));
    }

    /** Who leaves at an hour of a day is bound on a part of it. */
    private Optional<LocalDate> firstWholeDay(Edtf effective) {
        Optional<LocalDate> day = effective.lastDay(zone);
        boolean within =
                effective
                        .instant()
                        .filter(at -> !at.atZone(zone).toLocalTime().equals(LocalTime.MIDNIGHT))
                        .isPresent();
        return within ? day.map(on -> on.plusDays(1)) : day;
    }

    /** What the agreement's own rule comes to for a deposit. */
    private Optional<LocalDate> rule(String party, Done deposit) {
        Optional<Joining> joining = agreement.profile().joining();
        if (joining.isEmpty() || joining.get().from().isEmpty()) {
            return Optional.of(deposit.day());
        }
        DateContext context = new Deposited(life.of(party), new Moment.Day(deposit.day()));
        return joining.get().from().get().resolve(context).map(moment -> moment.day(zone));
    }

    private static Optional<Done> leaving(List<Done> own, LocalDate after) {
        return own.stream()
                .filter(done -> LEAVING.contains(done.act()) && !done.day().isBefore(after))
                .reduce((before, later) -> later);
    }

    /** When a notice takes effect: as stated, else after the time that the text asks for. */
    private Optional<LocalDate> leaves(Done done) {
        return done.body()
                .effective()
                .flatMap(this::firstWholeDay)
                .or(() ->
                        agreement
                                .exit()
                                .withdrawal()
                                .map(Exit.Withdrawal::notice)
                                .map(notice ->
                                        notice.after(new Moment.Day(done.day()), life.joint())
                                                .day(zone)));
    }

    /** Who denies it: others by their word, and the text by its bar in an armed conflict. */
    private List<String> contested(String party, Done leaving, Optional<LocalDate> until) {
        List<String> contested = new ArrayList<>(life.contesting(leaving.statement()));
        agreement
                .exit()
                .withdrawal()
                .flatMap(Exit.Withdrawal::unless)
                .filter(act -> until.filter(day -> life.stands(act, party, day)).isPresent())
                .ifPresent(bar -> contested.add("exit.withdrawal"));
        return contested;
    }

    /** The dates of an agreement with one deposit laid over them. */
    private record Deposited(DateContext base, Moment deposit) implements DateContext.Laid {
        @Override
        public Optional<Moment> act(String act) {
            return act.equals(Joining.DEPOSITED) ? Optional.of(deposit) : base.act(act);
        }
    }
}
