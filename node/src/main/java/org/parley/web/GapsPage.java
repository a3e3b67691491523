// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.Text;
import org.parley.agreement.Agreement;
import org.parley.gap.Cover;
import org.parley.gap.GapState;
import org.parley.gap.Gaps;
import org.parley.gap.How;
import org.parley.gap.Mechanism;
import org.parley.standing.View;
import org.parley.web.chart.SvgWriter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What is limited by what on a few days and on a chosen one, and what by nothing. */
public record GapsPage(
        Site site, Wording words, Gaps gaps, LocalDate asOf, LocalDate knownOn, LocalDate today) {

    /** A row with its cells on each day that the page shows. */
    public record Line(Gaps.Row row, Map<LocalDate, List<GapState>> days) {
        public Map<How, Cover> summary(LocalDate day) {
            return GapState.summary(days.getOrDefault(day, List.of()));
        }
    }

    Frame frame() {
        String other = words.language().equals("zh") ? "en" : "zh";
        return Frame.plain(words, t("gaps.title"), to("", other));
    }

    public String t(String key, Object... values) {
        return words.of(key, values);
    }

    public String word(String list, String name) {
        return words.name(list, name);
    }

    public String in(Text text) {
        return text.in(words.language());
    }

    public String to(String path) {
        return to(path, words.language());
    }

    private String to(String path, String language) {
        return "/gaps" + path + "?asOf=" + asOf + "&knownOn=" + knownOn + "&lang=" + language;
    }

    /** The same page on another day. */
    public String on(LocalDate day) {
        return "/gaps?asOf=" + day + "&knownOn=" + knownOn + "&lang=" + words.language();
    }

    /** The chosen day among the few, in their order. */
    public List<LocalDate> days() {
        TreeSet<LocalDate> days = new TreeSet<>(gaps.days());
        days.add(asOf);
        return List.copyOf(days);
    }

    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        Map<String, Optional<Mechanism>> kept = new HashMap<>();
        for (Gaps.Row row : gaps.rows()) {
            Map<LocalDate, List<GapState>> byDay = new LinkedHashMap<>();
            for (LocalDate day : days()) {
                byDay.put(
                        day,
                        GapState.of(
                                row,
                                id -> kept.computeIfAbsent(id + day, key -> mechanism(id, day))));
            }
            lines.add(new Line(row, byDay));
        }
        return lines;
    }

    private Optional<Mechanism> mechanism(String id, LocalDate day) {
        if (!has(id)) {
            return Optional.empty();
        }
        OpenCase open = site.agreement(id);
        return Optional.of(
                Mechanism.of(open.at(View.declared(day, knownOn)), open.record().statements()));
    }

    public boolean has(String id) {
        return site.library().ids().contains(id);
    }

    public String title(String id) {
        return has(id) ? in(site.agreement(id).agreement().title()) : id;
    }

    public String mechanismOn(String id, LocalDate day) {
        return "/a/"
                + Page.segment(id)
                + "?asOf="
                + day
                + "&knownOn="
                + knownOn
                + "&lang="
                + words.language();
    }

    /** The article, statement or source that a cell rests on. */
    public String rests(Gaps.Cell cell) {
        Optional<String> article =
                cell.provision()
                        .filter(path -> has(cell.mechanism()))
                        .flatMap(path -> agreement(cell).provision(path))
                        .map(rule -> rule.article().orElse(rule.path()));
        return article.or(cell::statement).or(cell::source).orElse("");
    }

    private Agreement agreement(Gaps.Cell cell) {
        return site.agreement(cell.mechanism()).agreement();
    }

    /** Where that stands on a page; empty where only a source is named. */
    public String restsAt(Gaps.Cell cell, LocalDate day) {
        if (!has(cell.mechanism())) {
            return "";
        }
        String base = "/a/" + Page.segment(cell.mechanism());
        String query = "?asOf=" + day + "&knownOn=" + knownOn + "&lang=" + words.language();
        return cell.provision()
                .map(path -> base + "/explain/" + Page.segment(path) + query)
                .or(() ->
                        cell.statement()
                                .flatMap(ref -> ref(cell, ref))
                                .map(ref -> base + "/statements/" + Page.segments(ref) + query))
                .orElse("");
    }

    /** What several say in one entry is a statement of each; the first stands for them. */
    private Optional<String> ref(Gaps.Cell cell, String ref) {
        return site.agreement(cell.mechanism()).record().statements().stream()
                .map(one -> one.ref())
                .filter(one -> one.equals(ref) || one.startsWith(ref + "/"))
                .findFirst();
    }

    public String sign(Cover cover) {
        StateSign sign = StateSign.of(cover);
        return SvgWriter.glyph(sign.glyph(), sign.ink());
    }

    public String hole() {
        StateSign sign = StateSign.of(Cover.NOT_THERE);
        return SvgWriter.glyph(sign.glyph(), sign.ink());
    }

    public boolean isHole(Line line, LocalDate day) {
        return GapState.isHole(line.days().getOrDefault(day, List.of()));
    }

    /** A state in words, with who suspended it or left it. */
    public String says(GapState state) {
        StringBuilder text = new StringBuilder(word("gaps.cover", state.cover().word()));
        state.contact()
                .ifPresent(one -> text.replace(0, text.length(), word("contact", one.word())));
        if (!state.by().isEmpty()) {
            text.append(t("gaps.by", names(state.by())));
        }
        if (!state.without().isEmpty()) {
            text.append(t("gaps.without", names(state.without())));
        }
        return text.toString();
    }

    private String names(List<String> codes) {
        return String.join(
                t("list.comma"),
                codes.stream().map(code -> site.actors().brief(code, words.language())).toList());
    }

    public String cite() {
        return t("gaps.cite", asOf, knownOn, site.version(), today, to(""));
    }
}
