// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.Code;
import org.parley.Nearest;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Text;
import org.parley.standing.View;
import org.parley.web.chart.SvgWriter;

import java.text.Collator;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What every page over the whole library knows: the view, the language, how to name and link
 * things.
 *
 * @param path of the page, such as {@code /due}
 * @param filters what else stands in the address: which party, which subject
 */
public record Look(
        Site site, Asked asked, LocalDate today, String path, Map<String, String> filters) {

    /** Part of every address; day is what the slider sends. */
    public Look {
        filters = java.util.Collections.unmodifiableMap(new TreeMap<>(filters));
    }

    /**
     * Reads a view from an address.
     *
     * @param names of the filters that the page knows
     */
    static Look of(
            Site site,
            Map<String, List<String>> parameters,
            String path,
            String language,
            List<String> names) {
        Asked.requireKnown(parameters, Asked.AXES, names);
        LocalDate today = LocalDate.now(site.clock());
        Asked asked =
                Asked.of(parameters, who -> speaker(site, who, "accordingTo"), today, language);
        Map<String, String> filters = new TreeMap<>();
        for (String name : names) {
            Asked.one(parameters, name)
                    .filter(value -> !value.isEmpty())
                    .ifPresent(value -> filters.put(name, value));
        }
        Optional.ofNullable(filters.get("party")).ifPresent(who -> speaker(site, who, "party"));
        return new Look(site, asked, today, path, filters);
    }

    /** A filter out of a list of words, if it is given. */
    Optional<String> choice(String name, Collection<String> words) {
        Optional<String> value = filter(name);
        if (value.isPresent() && !words.contains(value.get())) {
            throw Asked.bad(name, value.get(), Nearest.hint(value.get(), words));
        }
        return value;
    }

    private static String speaker(Site site, String who, String place) {
        List<String> known = site.speakers();
        if (!known.contains(who)) {
            throw new ParleyException(
                    Code.UNKNOWN_PARTY,
                    Place.of(place),
                    "no mechanism has the party \"" + Asked.shortened(who) + "\"",
                    Nearest.near(who, known, "see the list of all"));
        }
        return who;
    }

    Wording words() {
        return Wording.in(asked.language());
    }

    public String t(String key, Object... values) {
        return words().of(key, values);
    }

    public String word(String list, String name) {
        return words().name(list, name);
    }

    public String language() {
        return asked.language();
    }

    public View view() {
        return asked.view();
    }

    public String in(Text text) {
        return text.in(language());
    }

    public String party(String code) {
        return site.actors().brief(code, language());
    }

    public String viewer() {
        return view().accordingTo().map(this::party).orElse(t("view.declared"));
    }

    public boolean knownNow() {
        return asked.known() == Asked.Known.NOW;
    }

    public boolean knownSame() {
        return asked.known() == Asked.Known.SAME;
    }

    public Optional<String> filter(String name) {
        return Optional.ofNullable(filters.get(name));
    }

    public boolean filtered(String name, String value) {
        return filter(name).filter(value::equals).isPresent();
    }

    /** This page on another day. */
    public String on(LocalDate day) {
        return path + asked.asOf(day).query(filters);
    }

    /** This page with another filter; an empty value takes it away. */
    public String with(String name, String value) {
        Map<String, String> changed = new TreeMap<>(filters);
        changed.put(name, value);
        changed.values().removeIf(String::isEmpty);
        return path + asked.query(changed);
    }

    public String here() {
        return path + asked.query(filters);
    }

    /** Another page over the library, with the same view. */
    public String to(String other) {
        return other + asked.query();
    }

    /** The page of one mechanism, with the same day and day of knowledge. */
    public String toMechanism(String id) {
        Map<String, String> more = new TreeMap<>();
        boolean speaks =
                view().accordingTo()
                        .map(who -> site.agreement(id).agreement().isParty(who))
                        .orElse(true);
        Asked there =
                speaks
                        ? asked
                        : new Asked(
                                new View(view().asOf(), view().knownOn(), Optional.empty()),
                                asked.known(),
                                language());
        return "/a/" + Page.segment(id) + there.query(more);
    }

    String inOther() {
        String other = language().equals("zh") ? "en" : "zh";
        return path + asked.in(other).query(filters);
    }

    /** A state as shape. */
    public String sign(StateSign state) {
        return SvgWriter.glyph(state.glyph(), state.ink());
    }

    /** Codes by their names in the page's language, the viewing party first. */
    public List<String> ordered(List<String> codes) {
        Collator collator = Collator.getInstance(Locale.of(language()));
        return codes.stream()
                .sorted(
                        Comparator.comparing((String code) ->
                                        !view().accordingTo().equals(Optional.of(code)))
                                .thenComparing(this::party, collator))
                .toList();
    }
}
