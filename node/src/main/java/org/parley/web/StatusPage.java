// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.Text;
import org.parley.agreement.Agreement;
import org.parley.agreement.Provision;
import org.parley.flag.Flag;
import org.parley.flag.Flags;
import org.parley.record.DepositaryImport;
import org.parley.record.Unread;
import org.parley.standing.ContactStanding;
import org.parley.standing.Difference;
import org.parley.standing.DutyStanding;
import org.parley.standing.LimitStanding;
import org.parley.standing.MemberStanding;
import org.parley.standing.Position;
import org.parley.standing.QuotaStanding;
import org.parley.standing.Standing;
import org.parley.web.chart.SvgWriter;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where an agreement stands, as one page. */
record StatusPage(
        Page p, Frame frame, Standing standing, List<LimitChart> charts, DutyTable duties) {

    static final List<MemberStanding.State> MEMBER_ORDER =
            List.of(
                    MemberStanding.State.CONTESTED,
                    MemberStanding.State.PARTY,
                    MemberStanding.State.DEPOSITED,
                    MemberStanding.State.PROVISIONAL,
                    MemberStanding.State.SIGNATORY,
                    MemberStanding.State.LEFT,
                    MemberStanding.State.NOT_A_PARTY);

    static StatusPage of(Page page) {
        Standing standing = page.open().at(page.view());
        List<LimitChart> charts =
                page.agreement().limits().isEmpty()
                        ? List.of()
                        : LimitChart.all(page, page.open().history(page.view(), page.today()));
        Frame frame =
                Frame.of(
                        page,
                        page.t("status.title"),
                        List.of(
                                new Frame.Download("JSON", page.to("status.json")),
                                new Frame.Download("CSV", page.to("tables/limits.csv"))));
        return new StatusPage(page, frame, standing, charts, DutyTable.of(page, standing));
    }

    /** How far membership reaches that was imported from a depositary. */
    List<Text> reach() {
        return DepositaryImport.reach(p.open().record().statements());
    }

    /** What was said and nobody here can read: silence about it means nothing. */
    List<Unread> unread() {
        return Unread.of(p.open().record().statements(), p.view().knownOn(), p.agreement().zone());
    }

    String svg(LimitChart chart) {
        return SvgWriter.inline(chart.drawing(), "chart-" + chart.id());
    }

    /** Limits in the order of the file, parties in the order of the page. */
    List<LimitStanding> limits() {
        List<LimitStanding> sorted = new ArrayList<>(standing.limits());
        List<String> order =
                p.ordered(sorted.stream().map(LimitStanding::party).distinct().toList());
        List<String> ids = sorted.stream().map(limit -> limit.limit().id()).distinct().toList();
        sorted.sort(
                Comparator.comparingInt((LimitStanding limit) -> ids.indexOf(limit.limit().id()))
                        .thenComparingInt(limit -> order.indexOf(limit.party())));
        return sorted;
    }

    /** Limits, those of one rule and zone together. */
    List<List<LimitStanding>> limitGroups() {
        return Groups.of(
                limits(),
                limit -> limit.limit().provision().path() + limit.limit().zone().orElse(""));
    }

    /** Quotas, those of one rule, period and group together. */
    List<List<QuotaStanding>> quotaGroups(List<QuotaStanding> quotas) {
        return Groups.of(
                quotas,
                quota ->
                        quota.quota().provision().path()
                                + quota.period()
                                + String.join(" ", quota.group()));
    }

    StateSign sign(LimitStanding limit) {
        return StateSign.of(limit.state());
    }

    StateSign sign(QuotaStanding quota) {
        return StateSign.of(quota.state());
    }

    /** What the page shows for its kind. */
    Portrait portrait() {
        return new Portrait(p, standing);
    }

    /** Whether what parties say stands in a part of its own, and not among the positions. */
    boolean isShownElsewhere(String about) {
        Portrait portrait = portrait();
        return about.isEmpty() && (portrait.isWorded() || portrait.isWritten());
    }

    /** The one word for all of it, as on the overview. */
    StateSign phase() {
        return StateSign.of(
                p.open().course(p.view(), p.view().asOf()).on(p.view().asOf()).state(),
                p.agreement());
    }

    /**
     * Whether what the record holds are the meetings of something that is no contact itself: a
     * treaty is not "open since" its last conference.
     */
    boolean onlyMeets() {
        return !org.parley.agreement.Words.CONTACTS.contains(p.agreement().kind())
                && contact()
                        .filter(one -> one.state() == ContactStanding.State.OPEN)
                        .flatMap(ContactStanding::lastTouch)
                        .isPresent();
    }

    /** A figure of more than a year ago is what was last known, whatever its state is called. */
    boolean isOld(LocalDate day) {
        return day.plusYears(1).isBefore(p.view().asOf());
    }

    // Members.

    /** Members by state, those bound first; names in the page's language. */
    Map<MemberStanding.State, List<MemberStanding>> members() {
        Map<MemberStanding.State, List<MemberStanding>> all = new LinkedHashMap<>();
        for (MemberStanding.State state : MEMBER_ORDER) {
            List<String> order =
                    p.ordered(
                            standing.members().stream()
                                    .filter(member -> member.state() == state)
                                    .map(MemberStanding::party)
                                    .toList());
            List<MemberStanding> here =
                    standing.members().stream()
                            .filter(member -> member.state() == state)
                            .sorted(
                                    Comparator.comparingInt(
                                            member -> order.indexOf(member.party())))
                            .toList();
            if (!here.isEmpty()) {
                all.put(state, here);
            }
        }
        return all;
    }

    StateSign sign(MemberStanding.State state) {
        return StateSign.of(state);
    }

    String contestedBy(MemberStanding member) {
        return String.join(
                p.t("list.comma"),
                member.contestedBy().stream()
                        .map(who ->
                                who.equals("exit.withdrawal") ? p.t("members.bar") : p.party(who))
                        .toList());
    }

    // A dialogue or channel.

    Optional<ContactStanding> contact() {
        return standing.contact();
    }

    StateSign sign(ContactStanding.State state) {
        return StateSign.of(state);
    }

    /** The steps, the latest first. */
    List<ContactStanding.Event> steps() {
        List<ContactStanding.Event> steps =
                new ArrayList<>(contact().map(ContactStanding::events).orElse(List.of()));
        java.util.Collections.reverse(steps);
        return steps;
    }

    StatementLine line(org.parley.statement.Statement statement) {
        return new StatementLine(p, statement);
    }

    /** By whom a step is told; parties have a readout of their own, others only report. */
    String tellers(ContactStanding.Event event) {
        return String.join(
                p.t("list.comma"),
                event.statements().stream().map(one -> line(one).by()).distinct().toList());
    }

    /** The parties of a step that happened of which no word of their own is in the record. */
    List<String> silent(ContactStanding.Event event) {
        List<String> about =
                event.told().between().isEmpty() ? p.agreement().parties() : event.told().between();
        return event.step().isTouch() && about.size() <= 6
                ? p.ordered(about.stream().filter(who -> !event.by().contains(who)).toList())
                : List.of();
    }

    // Its place among the others.

    Optional<org.parley.Text> summary() {
        return p.agreement().profile().summary();
    }

    /** Mechanisms that it names, and those that name it, that the library has. */
    List<Related> related() {
        List<Related> related = new ArrayList<>();
        var profile = p.agreement().profile();
        profile.partOf().ifPresent(id -> relate("of", id, related));
        profile.touches().forEach(id -> relate("touches", id, related));
        for (String id : p.site().naming(p.agreement().id())) {
            if (related.stream().noneMatch(one -> one.id().equals(id))) {
                relate("named", id, related);
            }
        }
        return related;
    }

    private void relate(String how, String id, List<Related> related) {
        p.site()
                .find(id)
                .ifPresent(other ->
                        related.add(new Related(how, id, p.in(other.agreement().title()))));
    }

    /** Another mechanism, and how the two are related: part of, touches, named by it. */
    record Related(String how, String id, String title) {}

    /** Quotas of the period that the view's day lies in. */
    List<QuotaStanding> quotasNow() {
        return sorted(
                standing.quotas().stream()
                        .filter(quota -> quota.period().contains(p.view().asOf()))
                        .toList());
    }

    /** Quotas of any period in which something was used, newest period first. */
    List<QuotaStanding> quotasUsed() {
        return sorted(standing.quotas().stream().filter(quota -> quota.used() > 0).toList());
    }

    private List<QuotaStanding> sorted(List<QuotaStanding> quotas) {
        List<String> order =
                p.ordered(quotas.stream().map(QuotaStanding::party).distinct().toList());
        List<String> ids = quotas.stream().map(quota -> quota.quota().id()).distinct().toList();
        return quotas.stream()
                .sorted(
                        Comparator.comparing((QuotaStanding quota) -> quota.period().start())
                                .reversed()
                                .thenComparingInt(quota -> ids.indexOf(quota.quota().id()))
                                .thenComparingInt(quota -> order.indexOf(quota.party())))
                .toList();
    }

    List<Difference> differences() {
        return standing.differences();
    }

    /** Positions by what they are about; within it one column for each who speaks. */
    Map<String, Map<String, List<Position>>> positions() {
        Map<String, Map<String, List<Position>>> all = new LinkedHashMap<>();
        for (Position position : standing.positions()) {
            all.computeIfAbsent(position.about(), about -> new LinkedHashMap<>());
        }
        all.replaceAll((about, nothing) -> {
            List<Position> here =
                    standing.positions().stream()
                            .filter(position -> position.about().equals(about))
                            .toList();
            Map<String, List<Position>> columns = new LinkedHashMap<>();
            for (String by : p.ordered(here.stream().map(Position::by).distinct().toList())) {
                columns.put(by, here.stream().filter(one -> one.by().equals(by)).toList());
            }
            return columns;
        });
        return all;
    }

    List<Flag> flags() {
        return Flags.of(standing);
    }

    List<Provision> unverified() {
        return p.agreement().provisions().values().stream().filter(Provision::unverified).toList();
    }

    /** The named dates that are known, oldest first. */
    Map<LocalDate, String> dates() {
        Map<LocalDate, String> dates = new TreeMap<>();
        standing.dates()
                .forEach((name, moment) -> {
                    String title =
                            Optional.ofNullable(p.agreement().dates().get(name))
                                    .map(date -> date.title().in(p.language()))
                                    .filter(words -> !words.equals(name.replace('_', ' ')))
                                    .orElseGet(() -> p.word("date", name));
                    boolean unverified =
                            Optional.ofNullable(p.agreement().dates().get(name))
                                    .filter(Agreement.NamedDate::unverified)
                                    .isPresent();
                    String said = unverified ? title + " · " + p.t("unverified") : title;
                    dates.merge(moment.day(p.agreement().zone()), said, (a, b) -> a + ", " + b);
                });
        return dates;
    }

    // The view bar.

    LocalDate first() {
        return p.open().firstDay(p.today());
    }

    long sliderMax() {
        return ChronoUnit.DAYS.between(first(), last());
    }

    long sliderAt() {
        return Math.clamp(ChronoUnit.DAYS.between(first(), p.view().asOf()), 0, sliderMax());
    }

    LocalDate last() {
        return p.today();
    }

    /** The day one period of the agreement before or after: half a year where it has none. */
    LocalDate period(int direction) {
        LocalDate day = p.view().asOf();
        return clamp(day.plusMonths(6L * direction));
    }

    LocalDate clamp(LocalDate day) {
        return day.isBefore(first()) ? first() : day.isAfter(last()) ? last() : day;
    }

    List<Tick> ticks() {
        return Tick.of(first(), last());
    }

    String explain(LimitStanding limit) {
        return p.explain("limits." + limit.limit().id(), Map.of("party", limit.party()));
    }

    String explain(QuotaStanding quota) {
        Map<String, String> more = new TreeMap<>();
        more.put("party", quota.party());
        more.put("period", quota.period().start().toString());
        if (!quota.group().isEmpty()) {
            more.put("group", String.join(" ", quota.group()));
        }
        return p.explain("quotas." + quota.quota().id(), more);
    }

    String explain(DutyStanding duty) {
        return p.explain(
                duty.duty().provision().path(),
                Map.of("party", duty.party(), "for", duty.key().toString()));
    }
}
