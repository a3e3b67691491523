// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.statement.Statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What was said and done under an agreement, by date, as far as the view knows it. */
record TimelinePage(Page p, Frame frame, List<Event> events) {

    /**
     * A statement on the timeline.
     *
     * @param day what it is about, or when it was said
     * @param later whether that lies after the view's day
     */
    record Event(LocalDate day, StatementLine line, boolean later) {}

    static TimelinePage of(Page page) {
        List<Event> events = new ArrayList<>();
        for (Statement statement : page.open().record().statements()) {
            LocalDate known =
                    statement.knownFrom(page.view().accordingTo(), page.agreement().zone());
            if (known.isAfter(page.view().knownOn())) {
                continue;
            }
            LocalDate day = statement.about(page.agreement().zone()).orElse(known);
            events.add(
                    new Event(
                            day,
                            new StatementLine(page, statement),
                            day.isAfter(page.view().asOf())));
        }
        events.sort(
                Comparator.comparing(Event::day)
                        .thenComparing(event -> event.line().statement().ref()));
        Frame frame = Frame.of(page, page.t("timeline.title"), List.of());
        return new TimelinePage(page, frame, events);
    }

    /** Whether an event is the first of its year. */
    boolean opensYear(int index) {
        return index == 0
                || events.get(index - 1).day().getYear() != events.get(index).day().getYear();
    }
}
