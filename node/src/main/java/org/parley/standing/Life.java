// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.agreement.Agreement;
import org.parley.agreement.Joining;
import org.parley.statement.Body;
import org.parley.statement.Scope;
import org.parley.statement.Statement;
import org.parley.statement.Value;
import org.parley.time.DateContext;
import org.parley.time.DateExpression;
import org.parley.time.Edtf;
import org.parley.time.Moment;
import org.parley.time.NamedDates;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** An agreement's life as a view knows it: acts, the dates that follow from them, excuses. */
final class Life {
    private static final String UNTIL = "-until";
    private static final String PAUSED = "-paused";
    private static final String RESUMED = "-resumed";
    private static final String TERMINATED = "terminated";
    private static final Set<String> EXCUSES = Set.of("suspended", "countermeasure", "exempted");
    private static final Set<String> AT_ONCE =
            Set.of(
                    "signed",
                    "ratified",
                    "accepted",
                    "approved",
                    "acceded",
                    "succeeded",
                    "signature-withdrawn",
                    "ratification-withdrawn");
    private static final Map<String, String> UNDONE_BY =
            Map.of("signed", "signature-withdrawn", "ratified", "ratification-withdrawn");
    private static final Map<String, String> ENDED_BY =
            Map.of(
                    "suspended", "resumed",
                    "countermeasure", "countermeasure-ended",
                    "exempted", "exemption-ended");

    private final Agreement agreement;
    private final Known known;
    private final View view;
    private final ZoneId zone;
    private final NamedDates named;
    private final Map<String, List<Statement>> actsByName = new HashMap<>();
    private final DateContext joint;
    private final Map<String, DateContext> byParty = new HashMap<>();
    private final Set<LocalDate> holidays = new HashSet<>();
    private final Map<String, MemberStanding> memberships = new HashMap<>();
    private Optional<MemberFold> members = Optional.empty();
    private Optional<Map<String, Moment>> dates = Optional.empty();

    Life(Agreement agreement, Known known, View view) {
        this.agreement = agreement;
        this.known = known;
        this.view = view;
        this.zone = agreement.zone();
        for (Statement statement : known.acts) {
            Body.Act act = (Body.Act) statement.body();
            actsByName.computeIfAbsent(act.act(), a -> new ArrayList<>()).add(statement);
        }
        agreement.holidaysForm().ifPresent(this::holidays);
        Map<String, DateExpression> definitions = new LinkedHashMap<>();
        agreement.dates().forEach((name, date) -> definitions.put(name, date.date()));
        this.named = NamedDates.of(definitions);
        this.joint = named.over(new Acts(Optional.empty()));
    }

    /** Holidays that any party declared; a working day is one for both sides of a notification. */
    private void holidays(String form) {
        for (Statement statement : known.ofForm(form)) {
            statement
                    .body()
                    .formFields()
                    .values()
                    .forEach(value -> {
                        if (value instanceof Value.Days(List<LocalDate> days)) {
                            holidays.addAll(days);
                        }
                    });
        }
    }

    /**
     * All that its dates and holidays come from: equal stamps, equal dates. Beside acts and
     * holidays these are denials of an act's effect, which can take the date of an end away, and,
     * where an act was taken back or one joins, the day of the view: from that day on it was never
     * done.
     */
    List<String> stamp() {
        List<String> refs = new ArrayList<>();
        known.acts.forEach(act -> refs.add(act.ref()));
        known.disputes.stream()
                .filter(dispute ->
                        dispute.body() instanceof Body.Dispute(_, var claims, _)
                                && claims.legalEffect().isPresent())
                .forEach(dispute -> refs.add(dispute.ref()));
        boolean undone = UNDONE_BY.values().stream().anyMatch(actsByName::containsKey);
        if (undone || agreement.profile().joining().isPresent()) {
            refs.add(view.asOf().toString());
        }
        agreement
                .holidaysForm()
                .ifPresent(form -> known.ofForm(form).forEach(list -> refs.add(list.ref())));
        return refs;
    }

    /** The agreement's dates, for all. */
    DateContext joint() {
        return joint;
    }

    /** The agreement's dates seen from one party: its own acts come first. */
    DateContext of(String party) {
        return byParty.computeIfAbsent(party, p -> named.over(new Acts(Optional.of(p))));
    }

    Optional<LocalDate> day(DateExpression date) {
        return date.resolve(joint).map(moment -> moment.day(zone));
    }

    Optional<LocalDate> day(DateExpression date, String party) {
        return date.resolve(of(party)).map(moment -> moment.day(zone));
    }

    /** The named dates as far as they are known; worked out once. */
    Map<String, Moment> dates() {
        if (dates.isEmpty()) {
            Map<String, Moment> found = new HashMap<>();
            named.names().forEach(name -> joint.name(name).ifPresent(at -> found.put(name, at)));
            dates = Optional.of(Map.copyOf(found));
        }
        return dates.get();
    }

    /** When it entered into force, by the date named eif or by the act. */
    Optional<LocalDate> begin() {
        return joint.name("eif")
                .or(() -> joint.act("entered-into-force"))
                .map(moment -> moment.day(zone));
    }

    /** The first day on which it is over, by the date named end or by an act. */
    Optional<LocalDate> end() {
        Optional<Moment> end = joint.name("end");
        for (String act : List.of("withdrawn", "superseded", "terminated", "expired")) {
            if (end.isEmpty()) {
                end = joint.act(act);
            }
        }
        return end.map(moment -> moment.day(zone));
    }

    /** When it would have been over without any extension. */
    Optional<Moment> unextendedEnd() {
        return named.over(new Acts(Optional.empty(), Set.of("extended"))).name("end");
    }

    /** Where in its life it is, as the view sees it: some may say that it ended, others not. */
    Standing.Phase phase() {
        if (begin().isEmpty() || view.asOf().isBefore(begin().get())) {
            return Standing.Phase.NOT_IN_FORCE;
        }
        if (over(end())) {
            return Standing.Phase.ENDED;
        }
        if (view.accordingTo().filter(viewer -> over(endFor(viewer))).isPresent()) {
            return Standing.Phase.LEFT;
        }
        List<Statement> ending = contestedEndings().stream().filter(this::begun).toList();
        if (ending.isEmpty()) {
            return Standing.Phase.IN_FORCE;
        }
        Optional<String> viewer = view.accordingTo();
        if (ending.stream().anyMatch(act -> viewer.filter(act.by()::equals).isPresent())) {
            return Standing.Phase.ENDED;
        }
        boolean denied =
                viewer.isPresent()
                        && ending.stream().anyMatch(act -> contesting(act).contains(viewer.get()));
        return denied ? Standing.Phase.IN_FORCE : Standing.Phase.CONTESTED;
    }

    /** Some of many say that it is over, and another denies it: nobody settles that here. */
    private List<Statement> contestedEndings() {
        return actsByName.getOrDefault(TERMINATED, List.of()).stream()
                .filter(act -> !bilateral() && !contesting(act).isEmpty())
                .toList();
    }

    /** Whether one of its two parties can end it by leaving. */
    private boolean bilateral() {
        return agreement.parties().size() <= 2 && !agreement.profile().open();
    }

    private boolean over(Optional<LocalDate> end) {
        return end.isPresent() && !view.asOf().isBefore(end.get());
    }

    /** A state's place in the agreement; worked out once. */
    MemberStanding member(String party) {
        return memberships.computeIfAbsent(party, this::membership);
    }

    private MemberStanding membership(String party) {
        if (members.isEmpty()) {
            members = Optional.of(new MemberFold(agreement, known, this, view));
        }
        return members.get().member(party);
    }

    /** From when a party is bound, where the agreement says how one joins. */
    Optional<LocalDate> beginFor(String party) {
        return agreement.profile().joining().isPresent() ? member(party).since() : begin();
    }

    /** Whether a party has joined by a day; always, where the agreement does not say how. */
    boolean binds(String party, LocalDate day) {
        return agreement.profile().joining().isEmpty()
                || !agreement.isParty(party)
                || member(party).since().filter(since -> !day.isBefore(since)).isPresent();
    }

    /**
     * The first day on which a party is no longer bound: its own withdrawal, else the common end.
     */
    Optional<LocalDate> endFor(String party) {
        Optional<LocalDate> own = leaves(party);
        Optional<LocalDate> common = end();
        return own.isPresent() && (common.isEmpty() || own.get().isBefore(common.get()))
                ? own
                : common;
    }

    /** The first day on which a party is out by its own step, whatever becomes of the others. */
    Optional<LocalDate> leaves(String party) {
        return agreement.profile().joining().isPresent()
                ? Optional.of(member(party))
                        .filter(member -> member.contestedBy().isEmpty())
                        .flatMap(MemberStanding::until)
                : ownAct("withdrawn", party);
    }

    /** Whether a party's own withdrawal has taken effect. */
    boolean hasLeft(String party) {
        return begin().isPresent() && over(endFor(party)) && !over(end());
    }

    private Optional<LocalDate> ownAct(String act, String party) {
        return actsByName.getOrDefault(act, List.of()).stream()
                .filter(statement -> statement.by().equals(party))
                .flatMap(statement -> effective(statement).stream())
                .map(moment -> moment.day(zone))
                .min(LocalDate::compareTo);
    }

    /**
     * When an act takes effect. A signature or a deposit is an act of its day; when a state is
     * bound by it is another question, which {@link MemberFold} answers.
     */
    private Optional<Moment> effective(Statement statement) {
        Body.Act act = (Body.Act) statement.body();
        return act.effective()
                .or(() -> AT_ONCE.contains(act.act()) ? act.notified() : Optional.empty())
                .flatMap(this::moment);
    }

    private Optional<Moment> moment(Edtf edtf) {
        return edtf.instant()
                .<Moment>map(Moment.At::new)
                .or(() -> edtf.lastDay(zone).map(Moment.Day::new));
    }

    /** Acts that stand as of the view's day and cover a provision: what a party pleads. */
    List<Statement> excuses(String party, String path, LocalDate day) {
        List<Statement> found = new ArrayList<>();
        for (String name : EXCUSES) {
            for (Statement statement : actsByName.getOrDefault(name, List.of())) {
                Body.Act act = (Body.Act) statement.body();
                if (statement.by().equals(party)
                        && act.scope().covers(path)
                        && takenBy(statement, day)
                        && !endedBy(name, party, path, statement, day)) {
                    found.add(statement);
                }
            }
        }
        return found;
    }

    /**
     * Acts that put a provision on hold on a day, the rest left as it is; without those that the
     * viewer says have no effect.
     */
    List<Statement> pausing(String path, LocalDate day) {
        List<Statement> found = new ArrayList<>();
        for (String name : actsByName.keySet()) {
            if (!EXCUSES.contains(name) && !name.endsWith(PAUSED)) {
                continue;
            }
            for (Statement statement : actsByName.get(name)) {
                Body.Act act = (Body.Act) statement.body();
                if (!act.scope().all()
                        && act.scope().covers(path)
                        && takenBy(statement, day)
                        && !endedBy(name, statement.by(), path, statement, day)
                        && view.accordingTo().filter(contesting(statement)::contains).isEmpty()) {
                    found.add(statement);
                }
            }
        }
        return found;
    }

    /** The day on which an act takes effect. */
    Optional<LocalDate> begins(Statement act) {
        return effective(act).map(moment -> moment.day(zone));
    }

    /** The parties that have suspended the agreement as a whole. */
    List<String> suspending(LocalDate day) {
        return actsByName.getOrDefault("suspended", List.of()).stream()
                .filter(statement -> ((Body.Act) statement.body()).scope().all())
                .filter(statement -> takenBy(statement, day))
                .filter(statement -> !endedBy("suspended", statement.by(), "", statement, day))
                .map(Statement::by)
                .toList();
    }

    /** Whether an act has taken effect by the view's day, whatever became of it since. */
    private boolean begun(Statement statement) {
        return effective(statement)
                .filter(moment -> !moment.day(zone).isAfter(view.asOf()))
                .isPresent();
    }

    private boolean takenBy(Statement statement, LocalDate day) {
        Optional<Moment> from = effective(statement);
        Body.Act act = (Body.Act) statement.body();
        Optional<LocalDate> until = act.until().flatMap(edtf -> edtf.lastDay(zone));
        return from.isPresent()
                && !from.get().day(zone).isAfter(day)
                && (until.isEmpty() || until.get().isAfter(day));
    }

    private boolean endedBy(
            String name, String party, String path, Statement excuse, LocalDate day) {
        LocalDate since = effective(excuse).orElseThrow().day(zone);
        String end =
                name.endsWith(PAUSED)
                        ? name.replace(PAUSED, RESUMED)
                        : ENDED_BY.getOrDefault(name, "");
        return actsByName.getOrDefault(end, List.of()).stream()
                .anyMatch(statement ->
                        statement.by().equals(party)
                                && ((Body.Act) statement.body()).scope().covers(path)
                                && effective(statement)
                                        .map(moment -> moment.day(zone))
                                        .filter(at -> !at.isAfter(day))
                                        .filter(at -> !at.isBefore(since))
                                        .isPresent());
    }

    /** Whether a party says that it keeps to a provision politically, without being bound. */
    boolean observedPolitically(String party, String path, LocalDate day) {
        return actsByName.getOrDefault("observe-politically", List.of()).stream()
                .anyMatch(statement ->
                        statement.by().equals(party)
                                && ((Body.Act) statement.body()).scope().covers(path)
                                && takenBy(statement, day));
    }

    /** Whether somebody's act stands on a day: an armed conflict that guards a duty. */
    boolean stands(String name, LocalDate day) {
        return actsByName.getOrDefault(name, List.of()).stream()
                .anyMatch(statement -> takenBy(statement, day));
    }

    /** Whether a party's own act stands on a day. */
    boolean stands(String name, String party, LocalDate day) {
        return actsByName.getOrDefault(name, List.of()).stream()
                .anyMatch(statement -> statement.by().equals(party) && takenBy(statement, day));
    }

    /** Who of a set has done an act and not undone it, by the view's day. */
    List<String> acted(String set, String act) {
        return agreement.members(set).stream()
                .filter(member -> did(member, act).filter(this::isPast).isPresent())
                .toList();
    }

    /** Of the set that entry into force waits for, those whose act does not stand. */
    List<String> holdouts() {
        return agreement
                .profile()
                .holdouts()
                .map(wanted -> {
                    TreeSet<String> missing = new TreeSet<>(agreement.members(wanted.set()));
                    missing.removeAll(acted(wanted.set(), wanted.act()));
                    return List.copyOf(missing);
                })
                .orElse(List.of());
    }

    private Optional<Moment> did(String member, String act) {
        Optional<Moment> done = first(member, act);
        Optional<Moment> undone = first(member, UNDONE_BY.getOrDefault(act, ""));
        boolean stands = undone.filter(this::isPast).isEmpty();
        return stands ? done : Optional.empty();
    }

    private boolean isPast(Moment moment) {
        return !moment.day(zone).isAfter(view.asOf());
    }

    private Optional<Moment> first(String member, String act) {
        return known.acts(act, member).stream()
                .flatMap(statement -> effective(statement).stream())
                .min(Moment.order(zone));
    }

    /** The parties that deny an act its effect. */
    List<String> contesting(Statement act) {
        return known.disputes.stream()
                .filter(dispute ->
                        dispute.body() instanceof Body.Dispute(var about, var c, var b)
                                && about instanceof Body.About.Ref(String ref)
                                && (ref.equals(act.ref()) || act.ref().startsWith(ref + "/"))
                                && c.legalEffect().isPresent())
                .map(Statement::by)
                .distinct()
                .sorted()
                .toList();
    }

    List<ActLine> acts() {
        List<ActLine> lines = new ArrayList<>();
        for (Statement statement : known.acts) {
            Body.Act act = (Body.Act) statement.body();
            Optional<Edtf> received =
                    statement.times().received().entrySet().stream()
                            .min(Map.Entry.comparingByKey())
                            .map(Map.Entry::getValue);
            lines.add(
                    new ActLine(
                            act.act(),
                            statement.by(),
                            act.scope(),
                            act.decided(),
                            act.notified(),
                            received,
                            act.effective(),
                            act.until(),
                            begun(statement),
                            contesting(statement),
                            statement.ref()));
        }
        return lines;
    }

    /**
     * Acts as dates: for the agreement when all (or the depositary) did them, for a party its own.
     */
    private final class Acts implements DateContext {
        private final Optional<String> party;
        private final Set<String> leftOut;

        Acts(Optional<String> party) {
            this(party, Set.of());
        }

        Acts(Optional<String> party, Set<String> leftOut) {
            this.party = party;
            this.leftOut = leftOut;
        }

        @Override
        public ZoneId zone() {
            return zone;
        }

        @Override
        public Optional<Moment> act(String name) {
            boolean joins = agreement.profile().joining().isPresent();
            if (joins && party.isPresent() && name.equals("joined")) {
                return member(party.get()).since().map(Moment.Day::new);
            }
            if (joins && party.isPresent() && name.equals(Joining.DEPOSITED)) {
                return member(party.get()).deposited().map(Moment.Day::new);
            }
            boolean until = name.endsWith(UNTIL);
            String act = until ? name.substring(0, name.length() - UNTIL.length()) : name;
            List<Statement> done =
                    leftOut.contains(act) || joint(act) && !contestedEndings().isEmpty()
                            ? List.of()
                            : actsByName.getOrDefault(act, List.of());
            Map<String, Moment> byAuthor = new HashMap<>();
            for (Statement statement : done) {
                Body.Act body = (Body.Act) statement.body();
                if (act.equals("extended") && forDuties(body.scope())) {
                    continue;
                }
                (until ? body.until().flatMap(Life.this::moment) : effective(statement))
                        .ifPresent(
                                moment -> byAuthor.merge(statement.by(), moment, Life.this::later));
            }
            if (party.isPresent() && byAuthor.containsKey(party.get())) {
                return Optional.of(byAuthor.get(party.get()));
            }
            if (byAuthor.containsKey(Agreement.DEPOSITARY)) {
                return Optional.of(byAuthor.get(Agreement.DEPOSITARY));
            }
            if (joins && party.isPresent() && AT_ONCE.contains(act)) {
                return Optional.empty();
            }
            boolean ends = act.equals("withdrawn");
            boolean everybody = byAuthor.keySet().containsAll(agreement.parties());
            if (!bilateral() && ends && !everybody) {
                return Optional.empty();
            }
            return ends && bilateral()
                    ? byAuthor.values().stream().min(Moment.order(zone))
                    : byAuthor.values().stream().max(Moment.order(zone));
        }

        private boolean joint(String act) {
            return act.equals(TERMINATED) && party.isEmpty();
        }

        @Override
        public SetActs setActs(String set, String act) {
            List<String> members = agreement.members(set);
            List<Moment> dates = new ArrayList<>();
            members.forEach(member -> did(member, act).ifPresent(dates::add));
            return new SetActs(members.size(), dates);
        }

        @Override
        public Set<LocalDate> holidays() {
            return holidays;
        }
    }

    /** More time for some duties leaves the agreement's own term as it is. */
    static boolean forDuties(Scope scope) {
        return !scope.all()
                && scope.provisions().stream()
                        .allMatch(path -> path.equals("duties") || path.startsWith("duties."));
    }

    private Moment later(Moment a, Moment b) {
        return Moment.order(zone).compare(a, b) >= 0 ? a : b;
    }
}
