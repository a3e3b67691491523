// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.Text;
import org.parley.agreement.Agreement;
import org.parley.standing.View;
import org.parley.web.chart.Glyph;
import org.parley.web.chart.Ink;
import org.parley.web.chart.StepChart;
import org.parley.web.chart.SvgWriter;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What every page about an agreement knows: the view, the language, how to name and link things.
 *
 * @param name of the page within the agreement's: {@code status}, {@code timeline} …
 */
public record Page(Site site, OpenCase open, Asked asked, LocalDate today, String name) {

    Wording words() {
        return Wording.in(asked.language());
    }

    public String t(String key, Object... values) {
        return words().of(key, values);
    }

    /** The words for one of an open list of names. */
    public String word(String list, String name) {
        return words().name(list, name);
    }

    public String language() {
        return asked.language();
    }

    public Agreement agreement() {
        return open.agreement();
    }

    public View view() {
        return asked.view();
    }

    public String in(Text text) {
        return text.in(language());
    }

    /** The short name of a party or voice. */
    public String party(String code) {
        if (code.equals("all")) {
            return t("party.all");
        }
        return site.actors().brief(code, language());
    }

    public String fullParty(String code) {
        return site.actors().full(code, language());
    }

    /** How the page says according to whom it is. */
    public String viewer() {
        return view().accordingTo().map(this::party).orElse(t("view.declared"));
    }

    /** The viewing party first, as in the alternat; else alphabetical in the page's language. */
    public List<String> ordered(List<String> codes) {
        Collator collator = Collator.getInstance(Locale.of(language()));
        List<String> sorted = new ArrayList<>(codes);
        Comparator<String> byName = Comparator.comparing(this::party, collator);
        sorted.sort(
                Comparator.comparing(
                                (String code) -> !view().accordingTo().equals(Optional.of(code)))
                        .thenComparing(byName));
        return sorted;
    }

    public List<String> parties() {
        return ordered(agreement().parties());
    }

    /** Which ink, dash and marker a party has: the same on every page and in every view. */
    public int slot(String party) {
        List<String> all = new ArrayList<>(agreement().parties());
        all.addAll(agreement().groups().keySet());
        int at = all.stream().sorted().toList().indexOf(party);
        return at < 0 ? 3 : at;
    }

    public int decimals(String count) {
        return decimals(agreement(), count);
    }

    static int decimals(Agreement agreement, String count) {
        return Optional.ofNullable(agreement.counts().get(count))
                .map(found -> found.decimals())
                .orElse(0);
    }

    public String number(long value, int decimals) {
        return StepChart.number(value, decimals);
    }

    /** With its sign, as differences are written. */
    public String signed(long value, int decimals) {
        return (value < 0 ? "−" : value > 0 ? "+" : "±") + number(Math.abs(value), decimals);
    }

    /** The address of a page of this agreement, with the view. */
    public String to(String path) {
        return "/a/"
                + segment(agreement().id())
                + (path.isEmpty() ? "" : "/" + path)
                + asked.query();
    }

    public String to(String path, Map<String, String> more) {
        return "/a/"
                + segment(agreement().id())
                + (path.isEmpty() ? "" : "/" + path)
                + asked.query(more);
    }

    /** This page on another day. */
    public String on(LocalDate day) {
        return here(asked.asOf(day));
    }

    /** Where the agreement stood on another day. */
    public String toStatusOn(LocalDate day) {
        return "/a/" + segment(agreement().id()) + asked.asOf(day).query();
    }

    public String here(Asked other) {
        String path = name.equals("status") ? "" : "/" + name;
        return "/a/" + segment(agreement().id()) + path + other.query();
    }

    public String statement(String ref) {
        return to("statements/" + segments(ref));
    }

    public String explain(String provision, Map<String, String> more) {
        return to("explain/" + segment(provision), more);
    }

    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A name in which slashes part an address too: a node's XA/17. Servers refuse %2F. */
    static String segments(String text) {
        return segment(text).replace("%2F", "/");
    }

    /** The title in the other languages, by language tag: the authentic ones first. */
    public Map<String, String> otherTitles() {
        Map<String, String> titles = new java.util.LinkedHashMap<>();
        List<String> languages = new ArrayList<>(agreement().authentic());
        languages.addAll(agreement().title().byLanguage().keySet().stream().sorted().toList());
        String shown = in(agreement().title());
        for (String one : languages) {
            String title = agreement().title().in(one);
            if (agreement().title().has(one) && !one.equals(language()) && !title.equals(shown)) {
                titles.put(Wording.tag(one), title);
            }
        }
        return titles;
    }

    public int statements() {
        return open.record().statements().size();
    }

    public boolean knownNow() {
        return asked.known() == Asked.Known.NOW;
    }

    public boolean knownSame() {
        return asked.known() == Asked.Known.SAME;
    }

    public String countTitle(String count) {
        return Optional.ofNullable(agreement().counts().get(count))
                .map(found -> in(found.provision().title()))
                .orElse(count);
    }

    public String zone(String zone) {
        return Optional.ofNullable(agreement().zones().get(zone))
                .map(found -> in(found.title()))
                .orElse(zone);
    }

    /** What a position is about, in words: a rule's title, or what a statement says. */
    public String about(String about) {
        if (about.isEmpty()) {
            return t("disputes.other");
        }
        List<String> parts = List.of(about.split(" ", 3));
        if (parts.size() > 1) {
            List<String> named = new ArrayList<>();
            named.add(about(parts.getFirst()));
            parts.stream().skip(1).map(this::party).forEach(named::add);
            return String.join(", ", named);
        }
        return agreement()
                .provision(about)
                .map(rule -> in(rule.title()))
                .or(() ->
                        open.statement(about)
                                .map(found -> new StatementLine(this, found))
                                .map(line -> line.by() + ", " + line.brief()))
                .orElse(about);
    }

    /** The same view over the whole library, for what the overview draws. */
    Look look() {
        return new Look(site, asked, today, "/", Map.of());
    }

    /** A shape for running text. */
    public String glyph(Glyph glyph, Ink ink) {
        return SvgWriter.glyph(glyph, ink);
    }

    public String partyGlyph(String party) {
        return SvgWriter.glyph(Glyph.party(slot(party)), Ink.party(slot(party)));
    }

    /** A state as shape and word. */
    public String sign(StateSign state) {
        return SvgWriter.glyph(state.glyph(), state.ink());
    }
}
