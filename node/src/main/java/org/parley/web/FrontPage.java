// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.agreement.Agreement;
import org.parley.agreement.Words;
import org.parley.standing.Course;
import org.parley.standing.MemberStanding;
import org.parley.standing.Situation;
import org.parley.web.chart.Drawing;
import org.parley.web.chart.SvgWriter;

import java.text.Collator;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where arms control stands: every mechanism with its situations through time. */
record FrontPage(Look look, Frame frame, Map<String, List<Row>> shelves, LocalDate first) {
    static final List<String> FILTERS = List.of("party", "subject", "shelf", "from");

    /** What stands together on the page, in its order. */
    static final Map<String, List<String>> SHELVES = shelvesByKind();

    private static final LocalDate EARLIEST = LocalDate.of(1960, 1, 1);
    private static final LocalDate USUAL = LocalDate.of(2009, 1, 1);

    private static Map<String, List<String>> shelvesByKind() {
        Map<String, List<String>> shelves = new LinkedHashMap<>();
        shelves.put("agreements", List.of("treaty", "political"));
        shelves.put("contacts", Words.CONTACTS);
        shelves.put(
                "bodies",
                List.of(
                        "commission",
                        "body",
                        "group",
                        "initiative",
                        "mandate",
                        "measure",
                        "programme"));
        shelves.put("norms", List.of("norm", "statement", "guideline", "proposal"));
        shelves.put("documents", List.of("document", "report", "source", "topic"));
        return shelves;
    }

    static String shelf(Agreement agreement) {
        return SHELVES.entrySet().stream()
                .filter(shelf -> shelf.getValue().contains(agreement.kind()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("documents");
    }

    /**
     * One mechanism.
     *
     * @param problem why it cannot be read; then nothing else is known about it
     */
    record Row(
            String id,
            Optional<Agreement> agreement,
            Optional<Course> course,
            Map<String, MemberStanding.State> places,
            Optional<String> problem) {
        Row {
            places = Map.copyOf(places);
        }

        Situation situation(LocalDate day) {
            return course.orElseThrow().on(day);
        }

        StateSign sign(LocalDate day) {
            return sign(situation(day).state());
        }

        StateSign sign(Situation.State state) {
            return StateSign.of(state, agreement.orElseThrow());
        }
    }

    static FrontPage of(Look look) {
        look.choice("subject", Words.SUBJECTS);
        look.choice("shelf", SHELVES.keySet());
        LocalDate until = until(look);
        Map<String, List<Row>> shelves = new LinkedHashMap<>();
        SHELVES.keySet().forEach(shelf -> shelves.put(shelf, new ArrayList<>()));
        List<Row> all =
                look.site().library().ids().parallelStream()
                        .map(id -> row(look, id, until))
                        .toList();
        for (Row row : all) {
            String shelf = row.agreement().map(FrontPage::shelf).orElse("agreements");
            if (isWanted(look, row, shelf)) {
                Optional.ofNullable(shelves.get(shelf)).ifPresent(rows -> rows.add(row));
            }
        }
        Collator collator = Collator.getInstance(Locale.of(look.language()));
        shelves.values()
                .forEach(rows ->
                        rows.sort(
                                Comparator.comparing(
                                        row ->
                                                sorted(
                                                        row.agreement()
                                                                .map(one -> look.in(one.title()))
                                                                .orElse(row.id())),
                                        collator)));
        shelves.values().removeIf(List::isEmpty);
        List<Frame.Download> files =
                Stream.of("SVG", "PNG", "CSV").map(kind -> download(look, kind)).toList();
        LocalDate first =
                look.filter("from")
                        .map(year -> LocalDate.of((int) Asked.whole(year, "from", 2100), 1, 1))
                        .filter(day -> !day.isBefore(EARLIEST) && day.isBefore(until))
                        .orElse(USUAL);
        return new FrontPage(look, Frame.of(look, look.t("front.title"), files), shelves, first);
    }

    /** A title as it is sorted: Chinese book-title marks do not count. */
    private static String sorted(String title) {
        return title.replace("《", "").replace("》", "");
    }

    private static Frame.Download download(Look look, String kind) {
        String file = "/overview." + kind.toLowerCase(Locale.ROOT);
        return new Frame.Download(kind, file + look.asked().query(look.filters()));
    }

    /** The overview reaches half a year beyond today, or beyond the view's day. */
    static LocalDate until(Look look) {
        LocalDate day = look.view().asOf();
        return (day.isAfter(look.today()) ? day : look.today()).plusMonths(6);
    }

    static Row row(Look look, String id, LocalDate until) {
        try {
            OpenCase open = look.site().agreement(id);
            return new Row(
                    id,
                    Optional.of(open.agreement()),
                    Optional.of(open.course(look.view(), until)),
                    open.places(ActorPage.viewOf(look, open)),
                    Optional.empty());
        } catch (org.parley.ParleyException e) {
            // One file that cannot be read must not hide the others.
            return new Row(
                    id,
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    Optional.of(e.problem().in(look.language())));
        }
    }

    private static boolean isWanted(Look look, Row row, String shelf) {
        if (row.agreement().isEmpty()) {
            return true;
        }
        Agreement agreement = row.agreement().get();
        return look.filter("party").map(agreement.parties()::contains).orElse(true)
                && look.filter("subject").map(agreement.profile().subjects()::contains).orElse(true)
                && look.filter("shelf").map(shelf::equals).orElse(true);
    }

    LocalDate last() {
        return until(look);
    }

    List<String> subjects() {
        return Words.SUBJECTS;
    }

    List<String> parties() {
        return look.ordered(look.site().speakers());
    }

    StateSign sign(Row row) {
        return row.sign(look.view().asOf());
    }

    /** Who suspended, refused or contests it; empty where the word needs nobody. */
    String by(Row row) {
        Situation now = row.situation(look.view().asOf());
        boolean whose =
                switch (now.state()) {
                    case SUSPENDED_BY_SOME, SUSPENDED, REFUSED, CANCELLED, UNANSWERED, CONTESTED ->
                            true;
                    default -> false;
                };
        boolean some = now.state() == Situation.State.IN_FORCE && !now.by().isEmpty();
        String names =
                String.join(
                        look.t("list.comma"),
                        now.by().stream()
                                .filter(row.agreement().orElseThrow()::isParty)
                                .map(look::party)
                                .toList());
        if (some) {
            return look.t("front.suspending", names);
        }
        return whose ? names : "";
    }

    Optional<LocalDate> since(Row row) {
        return row.situation(look.view().asOf()).since();
    }

    String parties(Row row) {
        List<String> all = row.agreement().map(Agreement::parties).orElse(List.of());
        if (row.agreement().filter(one -> one.profile().joining().isPresent()).isPresent()) {
            long bound =
                    number(row, MemberStanding.State.PARTY)
                            + number(row, MemberStanding.State.CONTESTED);
            long deposited = number(row, MemberStanding.State.DEPOSITED);
            // Before it enters into force nobody is bound, and many can have deposited.
            return bound == 0 && deposited > 0
                    ? look.t("list.depositedOnDay", deposited)
                    : look.t("list.membersOnDay", bound);
        }
        // Where nothing says how a state joins, these are the states that the record knows.
        if (row.agreement().filter(one -> one.profile().open()).isPresent()) {
            return look.t("list.knownStates", all.size());
        }
        long left = row.places().size();
        if (all.size() > 4) {
            String stay = look.t("list.manyParties", all.size() - left);
            return left == 0 ? stay : stay + look.t("list.comma") + look.t("list.left", left);
        }
        return String.join(
                look.t("list.comma"),
                look.ordered(all).stream()
                        .map(who ->
                                Optional.ofNullable(row.places().get(who))
                                        .map(place -> gone(who, place))
                                        .orElseGet(() -> look.party(who)))
                        .toList());
    }

    private static long number(Row row, MemberStanding.State state) {
        return row.places().values().stream().filter(state::equals).count();
    }

    private String gone(String who, MemberStanding.State place) {
        return look.t("list.gone", look.party(who), look.word("member", place.word()));
    }

    /** The place of the party that the page is narrowed to, where it is more than being a party. */
    Optional<MemberStanding.State> place(Row row) {
        return look.filter("party").flatMap(who -> Optional.ofNullable(row.places().get(who)));
    }

    StateSign sign(MemberStanding.State place) {
        return StateSign.of(place);
    }

    String strip(Row row) {
        Drawing drawing = Strip.draw(look, row, first, last());
        return SvgWriter.inline(drawing, "strip-" + row.id());
    }

    String axis() {
        return SvgWriter.inline(Strip.axis(look, first, last()), "strip-axis");
    }

    /** How many mechanisms of the page are in each state. */
    Map<StateSign, Integer> numbers() {
        Map<Situation.State, Map<StateSign, Integer>> numbers =
                new EnumMap<>(Situation.State.class);
        readable()
                .forEach(row -> {
                    Situation.State state = row.situation(look.view().asOf()).state();
                    numbers.computeIfAbsent(state, same -> new LinkedHashMap<>())
                            .merge(row.sign(state), 1, Integer::sum);
                });
        Map<StateSign, Integer> signs = new LinkedHashMap<>();
        numbers.values().forEach(signs::putAll);
        return signs;
    }

    private Stream<Row> readable() {
        return shelves.values().stream()
                .flatMap(List::stream)
                .filter(row -> row.course().isPresent());
    }

    /** Every state that a line of the page shows, in one order. */
    List<StateSign> signs() {
        Map<Situation.State, Set<StateSign>> signs = new EnumMap<>(Situation.State.class);
        readable()
                .forEach(row ->
                        Strip.shown(row.course().orElseThrow(), first, last())
                                .forEach(state ->
                                        signs.computeIfAbsent(state, same -> new LinkedHashSet<>())
                                                .add(row.sign(state))));
        return signs.values().stream().flatMap(Set::stream).toList();
    }

    /** What the page is narrowed to, in words; empty where it shows all. */
    Optional<String> choice() {
        List<String> parts = new ArrayList<>();
        look.filter("party").ifPresent(one -> part(parts, "front.party", look.party(one)));
        look.filter("subject")
                .ifPresent(one -> part(parts, "front.subject", look.word("subject", one)));
        look.filter("shelf").ifPresent(one -> part(parts, "front.kind", look.word("shelf", one)));
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" · ", parts));
    }

    private void part(List<String> parts, String key, String value) {
        parts.add(look.t("front.part", look.t(key), value));
    }

    /** Whether an exercise is among what it shows. */
    boolean madeUp() {
        return shelves.values().stream()
                .flatMap(List::stream)
                .flatMap(row -> row.agreement().stream())
                .anyMatch(Agreement::exercise);
    }

    int size() {
        return shelves.values().stream().mapToInt(List::size).sum();
    }

    // The view bar.

    long sliderMax() {
        return ChronoUnit.DAYS.between(first, look.today());
    }

    long sliderAt() {
        return Math.clamp(ChronoUnit.DAYS.between(first, look.view().asOf()), 0, sliderMax());
    }

    LocalDate clamp(LocalDate day) {
        return day.isBefore(first) ? first : day.isAfter(look.today()) ? look.today() : day;
    }

    List<Tick> ticks() {
        return Tick.of(first, look.today());
    }
}
