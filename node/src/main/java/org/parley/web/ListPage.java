// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.ParleyException;
import org.parley.Text;
import org.parley.standing.LimitStanding;
import org.parley.standing.Standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The agreements at hand, each with where it stands today. */
record ListPage(Wording words, Frame frame, List<Row> rows, LocalDate today) {

    /**
     * One agreement.
     *
     * @param problem why it cannot be read; then nothing else is known about it
     */
    record Row(
            String id, Optional<Page> page, Optional<Standing> standing, Optional<String> problem) {

        Text title() {
            return page.orElseThrow().agreement().title();
        }

        StateSign phase() {
            return StateSign.of(standing.orElseThrow().phase());
        }

        /** How many limits are in each state. */
        Map<LimitStanding.State, Long> limits() {
            Map<LimitStanding.State, Long> numbers = new EnumMap<>(LimitStanding.State.class);
            standing.orElseThrow().limits().stream()
                    .filter(limit -> limit.figure().isPresent())
                    .forEach(limit -> numbers.merge(limit.state(), 1L, Long::sum));
            return numbers;
        }

        StateSign sign(LimitStanding.State state) {
            return StateSign.of(state);
        }
    }

    static ListPage of(Site site, Wording words) {
        List<Row> rows = new ArrayList<>();
        for (String id : site.library().ids()) {
            rows.add(row(site, words, id));
        }
        LocalDate today = LocalDate.now(site.clock());
        String other = words.language().equals("zh") ? "/?lang=en" : "/?lang=zh";
        return new ListPage(words, Frame.plain(words, words.of("list.title"), other), rows, today);
    }

    private static Row row(Site site, Wording words, String id) {
        try {
            OpenCase open = site.agreement(id);
            LocalDate today = LocalDate.now(site.clock().withZone(open.agreement().zone()));
            Asked asked = Asked.of(Map.of(), open.agreement(), today, words.language());
            Page page = new Page(site, open, asked, today, "status");
            return new Row(
                    id, Optional.of(page), Optional.of(open.at(page.view())), Optional.empty());
        } catch (ParleyException e) {
            // One file that cannot be read must not hide the others.
            return new Row(
                    id,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(e.problem().in(words.language())));
        }
    }
}
