// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.Text;
import org.parley.evidence.Pair;
import org.parley.standing.ActLine;
import org.parley.standing.Course;
import org.parley.standing.Standing;
import org.parley.statement.Body;
import org.parley.statement.Statement;
import org.parley.time.Edtf;
import org.parley.web.chart.Drawing;
import org.parley.web.chart.Mark;
import org.parley.web.chart.SvgWriter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a mechanism's page shows for its kind: names, life, who appears, wordings, versions, and
 * claims set side by side that touch it.
 */
record Portrait(Page p, Standing standing) {
    /** Kinds whose substance is what each party says. */
    private static final Set<String> WORDED = Set.of("norm", "statement", "guideline", "proposal");

    private static final Set<String> WRITTEN = Set.of("report", "document", "source");

    private static final Set<String> MET =
            Set.of("dialogue", "channel", "meeting", "forum", "format");

    private static final int PARTIES_MAX = 12;

    boolean isWorded() {
        return WORDED.contains(p.agreement().kind());
    }

    boolean isWritten() {
        return WRITTEN.contains(p.agreement().kind());
    }

    boolean isMet() {
        return MET.contains(p.agreement().kind());
    }

    boolean isTopic() {
        return p.agreement().kind().equals("topic");
    }

    /** Names by which texts call it, by language tag, without those of the title. */
    Map<String, List<String>> names() {
        Map<String, List<String>> names = new TreeMap<>();
        Text title = p.agreement().title();
        p.agreement()
                .profile()
                .aliases()
                .forEach((language, all) -> {
                    List<String> other =
                            all.stream()
                                    .filter(one -> !title.byLanguage().containsValue(one))
                                    .toList();
                    if (!other.isEmpty()) {
                        names.put(Wording.tag(language), other);
                    }
                });
        return names;
    }

    // Its life.

    /**
     * A stretch of its life, for those who read it in words.
     *
     * @param from empty for what was so from the beginning
     */
    record Stretch(Optional<LocalDate> from, StateSign sign) {}

    List<Stretch> stretches() {
        List<Stretch> all = new ArrayList<>();
        for (Course.Span span : course().spans()) {
            Optional<LocalDate> from =
                    Optional.of(span.from()).filter(day -> !day.equals(LocalDate.MIN));
            all.add(new Stretch(from, StateSign.of(span.situation().state(), p.agreement())));
        }
        return all;
    }

    private Course course() {
        return p.open().course(p.view(), FrontPage.until(p.look()));
    }

    String life() {
        Look look = p.look();
        LocalDate last = FrontPage.until(look);
        LocalDate first =
                stretches().stream()
                        .flatMap(one -> one.from().stream())
                        .findFirst()
                        .filter(day -> day.isBefore(last.minusYears(5)))
                        .orElseGet(() -> last.minusYears(5))
                        .withDayOfYear(1);
        FrontPage.Row row = FrontPage.row(look, p.agreement().id(), last);
        Drawing strip = Strip.draw(look, row, first, last);
        List<Mark> marks = new ArrayList<>(Strip.axis(look, first, last).marks());
        marks.add(new Mark.Group(0, 16, strip.marks()));
        return SvgWriter.inline(
                new Drawing(
                        strip.width(),
                        strip.height() + 16,
                        strip.title(),
                        strip.description(),
                        marks),
                "life-drawing");
    }

    // What the view knows.

    private List<Statement> known() {
        return p.open().record().statements().stream()
                .filter(one ->
                        !one.knownFrom(p.view().accordingTo(), p.agreement().zone())
                                .isAfter(p.view().knownOn()))
                .filter(one -> day(one).map(on -> !on.isAfter(p.view().asOf())).orElse(true))
                .toList();
    }

    private Optional<LocalDate> day(Statement one) {
        return one.about(p.agreement().zone())
                .or(() ->
                        one.times()
                                .made()
                                .or(() -> one.times().published())
                                .flatMap(made -> made.lastDay(p.agreement().zone())));
    }

    /**
     * Words of a party, or such as it is said to have used.
     *
     * @param by who says so where it is not the party itself
     */
    record Worded(String date, String words, Optional<String> by, StatementLine line) {}

    /** Each party's own words and those ascribed to it; none where no source was read. */
    Map<String, List<Worded>> wordings() {
        Map<String, List<Worded>> all = new LinkedHashMap<>();
        List<Statement> known = known();
        List<String> named = p.agreement().parties();
        if (named.size() <= PARTIES_MAX) {
            p.ordered(named).forEach(party -> all.put(party, new ArrayList<>()));
        }
        for (Statement one : known) {
            StatementLine line = new StatementLine(p, one);
            List<String> whose = new ArrayList<>();
            if (one.body() instanceof Body.Claim claim) {
                whose.addAll(claim.actors());
            }
            if (whose.isEmpty()) {
                whose.add(one.by());
            }
            String words = line.words().orElseGet(line::brief);
            for (String party : whose) {
                boolean own = party.equals(one.by()) && !party.equals("analyst");
                all.computeIfAbsent(party, _ -> new ArrayList<>())
                        .add(
                                new Worded(
                                        date(one),
                                        words,
                                        own ? Optional.empty() : Optional.of(line.by()),
                                        line));
            }
        }
        Map<String, List<Worded>> sorted = new LinkedHashMap<>();
        p.ordered(List.copyOf(all.keySet())).stream()
                .sorted(Comparator.comparing(who -> !p.agreement().isParty(who)))
                .forEach(who -> sorted.put(who, all.getOrDefault(who, List.of())));
        return sorted;
    }

    private String date(Statement one) {
        return one.times()
                .made()
                .or(() -> one.times().published())
                .map(Object::toString)
                .orElse("–");
    }

    /** A document's version, or what somebody says of the document. */
    record Version(Optional<String> version, String date, String words, StatementLine line) {}

    /** Versions and what they claim, oldest first. */
    List<Version> versions() {
        return known().stream()
                .sorted(Comparator.comparing(one -> day(one).orElse(LocalDate.MIN)))
                .map(one -> {
                    StatementLine line = new StatementLine(p, one);
                    Optional<String> version =
                            one.body() instanceof Body.Said said
                                    ? said.version()
                                    : Optional.empty();
                    return new Version(
                            version, date(one), line.words().orElseGet(line::brief), line);
                })
                .toList();
    }

    /** Whether it binds parties of whom no list of members is worked out. */
    boolean hasParties() {
        return standing.members().isEmpty()
                && Set.of("treaty", "political").contains(p.agreement().kind());
    }

    /** Its parties, each with its own acts until the view's day. */
    Map<String, List<ActLine>> parties() {
        Map<String, List<ActLine>> all = new LinkedHashMap<>();
        for (String party : p.parties()) {
            all.put(
                    party,
                    standing.acts().stream()
                            .filter(act -> act.party().equals(party))
                            .filter(act ->
                                    date(act)
                                            .flatMap(Edtf::earliest)
                                            .map(day -> !day.isAfter(p.view().asOf()))
                                            .orElse(true))
                            .toList());
        }
        return all;
    }

    Optional<Edtf> date(ActLine act) {
        return act.effective().or(act::notified).or(act::decided).or(act::received);
    }

    // Claims.

    /** Pairs of claims one of which is about it, or beside which an entry of its record stands. */
    List<ClaimsPage.Row> pairs() {
        String id = p.agreement().id();
        List<ClaimsPage.Row> rows = new ArrayList<>();
        for (ClaimsPage.Row row : p.site().pairs(p.view().knownOn())) {
            Pair pair = row.pair();
            boolean beside =
                    row.comparison().beside().stream()
                            .flatMap(fact -> fact.at().stream())
                            .anyMatch(at -> at.equals(id) || at.startsWith(id + "/"));
            boolean about =
                    pair.a().subject().thing().equals(id) || pair.b().subject().thing().equals(id);
            if (beside || about) {
                rows.add(row);
            }
        }
        return rows;
    }

    String toPair(Pair pair) {
        return "/claims/"
                + Page.segment(pair.id())
                + "?knownOn="
                + p.view().knownOn()
                + "&lang="
                + p.language();
    }

    // People.

    /**
     * Somebody who appears in its statements.
     *
     * @param roles in which sources show the person; empty for a name that {@code actors.yaml} has
     *     not
     */
    record Appears(String name, Optional<String> of, List<People.Role> roles, Set<String> refs) {}

    /** Who appears, as the statements name them, in the order of first appearance. */
    List<Appears> people() {
        Map<String, Appears> all = new LinkedHashMap<>();
        for (People.Held held : p.site().people().of(p.agreement().id(), p.view().asOf())) {
            appears(all, held.person(), List.of());
        }
        for (Statement one : known()) {
            if (one.body() instanceof Body.Contact contact) {
                new TreeMap<>(contact.how().who())
                        .forEach((party, names) -> named(all, one, party, names));
            }
            for (People.Person person : p.site().people().persons()) {
                if (told(one).contains(person.name().en())) {
                    appears(all, person, List.of(one.ref()));
                }
            }
        }
        return List.copyOf(all.values());
    }

    private void named(Map<String, Appears> all, Statement one, String party, Text names) {
        String[] english = names.en().split(", ", -1);
        String[] here = p.in(names).split(p.language().equals("zh") ? "、" : ", ", -1);
        for (int i = 0; i < english.length; i++) {
            String name = english[i];
            String shown = here.length == english.length ? here[i] : name;
            p.site().people().persons().stream()
                    .filter(person -> person.name().en().equals(name))
                    .findFirst()
                    .ifPresentOrElse(
                            person -> appears(all, person, List.of(one.ref())),
                            () ->
                                    all.computeIfAbsent(
                                                    name,
                                                    _ ->
                                                            new Appears(
                                                                    shown,
                                                                    Optional.of(party),
                                                                    List.of(),
                                                                    new java.util.TreeSet<>()))
                                            .refs()
                                            .add(one.ref()));
        }
    }

    private void appears(Map<String, Appears> all, People.Person person, List<String> refs) {
        all.computeIfAbsent(
                        person.name().en(),
                        _ ->
                                new Appears(
                                        p.in(person.name()),
                                        Optional.empty(),
                                        person.roles().stream()
                                                .filter(role -> role.knownBy(p.view().asOf()))
                                                .toList(),
                                        new java.util.TreeSet<>()))
                .refs()
                .addAll(refs);
    }

    /** Everything that a statement tells in English, names of reporters included. */
    private static String told(Statement one) {
        StringBuilder told = new StringBuilder();
        one.text().ifPresent(text -> told.append(text.en()).append('\n'));
        one.reported().forEach(link -> told.append(link.who()).append('\n'));
        if (one.body() instanceof Body.Claim claim) {
            told.append(claim.said().en()).append('\n');
            claim.chain().forEach(link -> told.append(link.who()).append('\n'));
        }
        return told.toString();
    }

    /** The page of an actor, with the view's days. */
    String toActor(String code) {
        return p.look().to("/actor/" + Page.segment(code));
    }

    String nameOf(String code) {
        return p.site()
                .find(code)
                .map(open -> p.in(open.agreement().title()))
                .orElseGet(() -> p.party(code));
    }

    boolean hasActor(String code) {
        return p.site().people().actors().containsKey(code) || p.site().speakers().contains(code);
    }
}
