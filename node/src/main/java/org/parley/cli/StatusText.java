// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.flag.Flag;
import org.parley.flag.Flags;
import org.parley.record.Unread;
import org.parley.standing.ActLine;
import org.parley.standing.Difference;
import org.parley.standing.DutyStanding;
import org.parley.standing.Figure;
import org.parley.standing.LimitStanding;
import org.parley.standing.MemberStanding;
import org.parley.standing.QuotaStanding;
import org.parley.standing.Situation;
import org.parley.standing.Standing;
import org.parley.standing.View;
import org.parley.time.Edtf;
import org.parley.web.Wording;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** A standing as lines for a terminal. */
final class StatusText {
    /** Duties and acts of more parties than this are counted, not listed. */
    private static final int MANY = 40;

    private final String language;
    private final boolean chinese;

    StatusText(String language) {
        this.language = language;
        this.chinese = language.equals("zh");
    }

    /**
     * The lines.
     *
     * @param situation where it is in its life, in the word of the overview
     */
    List<String> lines(Standing standing, Situation situation) {
        List<String> lines = new ArrayList<>();
        if (standing.agreement().exercise()) {
            lines.add("EXERCISE 演练");
        }
        lines.add(
                standing.agreement().title().in(language)
                        + "  ("
                        + standing.agreement().id()
                        + ")");
        boolean legal =
                standing.contact().isEmpty() && !standing.agreement().provisions().isEmpty();
        lines.add(
                view(standing.view(), language)
                        + (legal ? "  ·  " + life(standing, situation) : ""));
        contact(standing, lines);
        members(standing, lines);
        limits(standing, lines);
        quotas(standing, lines);
        duties(standing, lines);
        disputes(standing, lines);
        acts(standing, lines);
        flags(standing, lines);
        return lines;
    }

    /** What was said and is not in the standing, because nobody here can read it. */
    List<String> unread(List<Unread> unread) {
        List<String> lines = new ArrayList<>();
        for (Unread one : unread) {
            if (lines.isEmpty()) {
                heading(lines, "Said, and not counted", "已作出但不计入");
            }
            lines.add(
                    "  "
                            + one.statement().ref()
                            + "  "
                            + one.kind()
                            + one.statement().times().made().map(when -> "  " + when).orElse("")
                            + "  "
                            + one.why().in(language));
        }
        return lines;
    }

    /** The three axes in one line. */
    static String view(View view, String language) {
        boolean chinese = language.equals("zh");
        return (chinese ? "事实日期 " : "as of ")
                + view.asOf()
                + (chinese ? "，知悉截止日 " : ", known on ")
                + view.knownOn()
                + (chinese ? "，依据 " : ", according to ")
                + view.viewer();
    }

    private String word(String english, String inChinese) {
        return chinese ? inChinese : english;
    }

    private String named(String list, String name) {
        return Wording.in(language).name(list, name);
    }

    private String life(Standing standing, Situation situation) {
        String by =
                situation.state() == Situation.State.SUSPENDED_BY_SOME
                        ? "  " + String.join(" ", situation.by())
                        : "";
        return Wording.in(language).situation(situation.state(), standing.agreement()) + by;
    }

    /** Where a dialogue stands, and each side's own latest word. */
    private void contact(Standing standing, List<String> lines) {
        standing.contact()
                .ifPresent(contact -> {
                    heading(lines, "Contact", "联系");
                    lines.add(
                            "  "
                                    + named("contact", contact.state().word())
                                    + contact.before()
                                            .map(state ->
                                                    word(", last: ", "，此前：")
                                                            + named("contact", state.word()))
                                            .orElse("")
                                    + contact.since().map(day -> "  " + day).orElse("")
                                    + "  "
                                    + String.join(", ", contact.by()));
                    contact.words()
                            .forEach((party, said) ->
                                    lines.add(
                                            "  "
                                                    + party
                                                    + "  "
                                                    + named("step", said.step().word())
                                                    + "  "
                                                    + said.day()));
                });
    }

    private void members(Standing standing, List<String> lines) {
        if (standing.members().isEmpty()) {
            return;
        }
        heading(lines, "Members, as far as the record knows", "成员（以记录所知为限）");
        Map<MemberStanding.State, Long> numbers = new TreeMap<>();
        standing.members().forEach(member -> numbers.merge(member.state(), 1L, Long::sum));
        numbers.forEach(
                (state, number) -> lines.add("  " + named("member", state.word()) + "  " + number));
    }

    private void heading(List<String> lines, String english, String inChinese) {
        lines.add("");
        lines.add(word(english, inChinese));
    }

    private void limits(Standing standing, List<String> lines) {
        if (standing.limits().isEmpty()) {
            return;
        }
        heading(lines, "Limits", "限额");
        for (LimitStanding limit : standing.limits()) {
            String count = limit.limit().count();
            Function<Long, String> shown = n -> standing.agreement().shown(count, n);
            String value = limit.value().map(shown).orElse(word("unknown", "不详"));
            String bound = limit.bound().map(shown).orElse("?");
            String last =
                    limit.value().isPresent()
                            ? limit.figure().map(f -> dated(f.asOf(), standing)).orElse("")
                            : limit.figure()
                                    .map(f ->
                                            word(", last declared ", "，最近一次申报 ")
                                                    + shown.apply(f.value())
                                                    + word(" on ", "，日期 ")
                                                    + f.asOf())
                                    .orElse("");
            String by =
                    limit.figure()
                            .filter(Figure::isOfAnother)
                            .map(f -> word(" by ", " 据 ") + f.by())
                            .orElse("");
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "  %-28s %-6s %s / %s  %s%s%s",
                            limit.limit().id(),
                            limit.party(),
                            value,
                            bound,
                            limit.state().title().in(language),
                            last,
                            by));
        }
    }

    /** A figure that is more than a year old is what was last known, whoever contests what. */
    private String dated(LocalDate day, Standing standing) {
        boolean old = day.plusYears(1).isBefore(standing.view().asOf());
        return " (" + (old ? word("last known ", "最近所知 ") : "") + day + ")";
    }

    private void quotas(Standing standing, List<String> lines) {
        List<QuotaStanding> current =
                standing.quotas().stream()
                        .filter(quota -> quota.period().contains(standing.view().asOf()))
                        .toList();
        if (current.isEmpty() || standing.agreement().parties().size() > MANY) {
            return;
        }
        heading(lines, "Quotas of the current period", "本期配额");
        for (QuotaStanding quota : current) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "  %-28s %-6s %d / %s  %s  %s %s",
                            quota.quota().id(),
                            quota.party(),
                            quota.used(),
                            quota.cap().map(String::valueOf).orElse("?"),
                            quota.state().title().in(language),
                            quota.period(),
                            String.join(" ", quota.group())));
        }
    }

    private void duties(Standing standing, List<String> lines) {
        if (standing.duties().isEmpty()) {
            return;
        }
        heading(lines, "Duties", "义务");
        if (standing.agreement().parties().size() > MANY) {
            counted(standing, lines);
            return;
        }
        for (DutyStanding duty : standing.duties()) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "  %-28s %-6s %s  %-12s %s",
                            duty.id(),
                            duty.party(),
                            duty.due(),
                            duty.state().title().in(language)
                                    + (duty.tendered() ? word(": tendered", "：已提交") : ""),
                            duty.statement().orElse("")));
        }
    }

    /** Duties of very many parties: how many are in each state. */
    private void counted(Standing standing, List<String> lines) {
        Map<String, Map<DutyStanding.State, Long>> numbers = new LinkedHashMap<>();
        standing.duties()
                .forEach(duty ->
                        numbers.computeIfAbsent(duty.id(), id -> new TreeMap<>())
                                .merge(duty.state(), 1L, Long::sum));
        numbers.forEach((id, states) -> {
            List<String> parts = new ArrayList<>();
            states.forEach((state, n) -> parts.add(state.title().in(language) + " " + n));
            lines.add(String.format(Locale.ROOT, "  %-28s %s", id, String.join(", ", parts)));
        });
    }

    private void disputes(Standing standing, List<String> lines) {
        if (standing.differences().isEmpty()) {
            return;
        }
        heading(lines, "Disputes", "争议");
        for (Difference one : standing.differences()) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "  %s %s: %s %s, %s %s (%s%s)",
                            one.count(),
                            one.party(),
                            word("declared", "申报"),
                            standing.agreement().shown(one.count(), one.declared()),
                            word("according to ", "依据 ") + one.claimedBy(),
                            standing.agreement().shown(one.count(), one.claimed()),
                            one.difference() > 0 ? "+" : "",
                            standing.agreement().shown(one.count(), one.difference())));
        }
    }

    private void acts(Standing standing, List<String> lines) {
        List<ActLine> acts = standing.acts().stream().filter(ActLine::taken).toList();
        if (acts.isEmpty()) {
            return;
        }
        heading(lines, "Acts", "条约行动");
        for (ActLine act : acts) {
            Optional<Edtf> date = act.effective().or(act::notified).or(act::decided);
            String contested =
                    act.contestedBy().isEmpty()
                            ? ""
                            : word("  contested by ", "  有异议：")
                                    + String.join(", ", act.contestedBy());
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "  %-12s %-24s %s%s",
                            date.map(Edtf::toString).orElse(""),
                            act.act(),
                            act.party(),
                            contested));
        }
    }

    private void flags(Standing standing, List<String> lines) {
        List<Flag> flags = Flags.of(standing);
        if (flags.isEmpty()) {
            return;
        }
        heading(lines, "Flags (noticed, not found)", "提示（仅为发现，不作认定）");
        for (Flag flag : flags) {
            lines.add(
                    String.format(
                            Locale.ROOT, "  %-26s %s", flag.code(), flag.text().in(language)));
        }
    }
}
