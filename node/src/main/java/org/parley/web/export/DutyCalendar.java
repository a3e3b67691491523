// SPDX-License-Identifier: Apache-2.0
package org.parley.web.export;

import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyContainer;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Duties as an iCalendar file (RFC 5545): one all-day event on each due day.
 *
 * <p>The uid is made from agreement, duty, party and due day only, so that a calendar which reads a
 * later file, or another view, updates the event instead of adding one. Where a party owes the same
 * duty several times on one day, the later ones are numbered.
 */
public final class DutyCalendar {
    /** Acts and receipts come in by the day; asking more often would show nothing new. */
    private static final Duration READ_AGAIN = Duration.ofDays(1);

    private final String language;
    private final Map<String, Integer> used = new HashMap<>();

    private DutyCalendar(String language) {
        this.language = language;
    }

    /**
     * What a calendar program shows of the whole (RFC 7986, and the older names beside them that
     * Outlook and Apple read).
     *
     * @param about what it leaves out; may be empty
     */
    public record Head(String name, String about) {
        /** Named after whose duties these are. */
        public static Head of(String who, String about, String language) {
            return new Head((language.equals("zh") ? "军控义务 · " : "Arms control · ") + who, about);
        }
    }

    /** The text of the file; equal for equal duties, whenever it is made. */
    public static String text(Head head, List<Due> duties, String language) {
        DutyCalendar maker = new DutyCalendar(language);
        Calendar calendar = new Calendar();
        add(calendar, new ProdId("-//Parley//Duties//EN"));
        add(calendar, ImmutableVersion.VERSION_2_0);
        add(calendar, new Name(head.name()));
        add(calendar, new XProperty("X-WR-CALNAME", head.name()));
        if (!head.about().isEmpty()) {
            add(calendar, new Description(head.about()));
            add(calendar, new XProperty("X-WR-CALDESC", head.about()));
        }
        add(calendar, new RefreshInterval(new ParameterList(List.of(Value.DURATION)), READ_AGAIN));
        add(calendar, new XProperty("X-PUBLISHED-TTL", READ_AGAIN.toString()));
        for (Due due : duties) {
            calendar.add(maker.event(due));
        }
        StringWriter text = new StringWriter();
        try {
            // Not validated by the library: it refuses a calendar without events, and an empty
            // window is an answer too.
            new CalendarOutputter(false).output(calendar, text);
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot fail to be written", e);
        }
        return text.toString();
    }

    private VEvent event(Due due) {
        VEvent event = new VEvent(false);
        add(event, new Uid(uid(due)));
        add(event, new DtStamp(due.view().knownOn().atStartOfDay().toInstant(ZoneOffset.UTC)));
        add(event, new DtStart<>(due.day()));
        add(event, new Summary(summary(due)));
        add(event, new Description(description(due)));
        add(event, new Transp(Transp.VALUE_TRANSPARENT));
        return event;
    }

    private static void add(PropertyContainer container, Property property) {
        container.setPropertyList(container.getPropertyList().add(property));
    }

    private String uid(Due due) {
        String stem =
                String.join(
                        ".",
                        due.agreement().id(),
                        due.duty().id(),
                        due.duty().party(),
                        due.day().toString());
        int number = used.merge(stem, 1, Integer::sum);
        return (number == 1 ? stem : stem + "." + number) + "@parley";
    }

    private String summary(Due due) {
        String mark = due.agreement().exercise() ? "EXERCISE 演练 · " : "";
        return mark
                + due.agreement().title().in(language)
                + ": "
                + due.provision().title().in(language)
                + " · "
                + due.duty().party()
                + " · "
                + StateWords.of(due.duty().state(), language);
    }

    private String description(Due due) {
        boolean chinese = language.equals("zh");
        StringBuilder text = new StringBuilder(Articles.of(due.provision(), language));
        if (due.provision().unverified()) {
            text.append(chinese ? "（未经核实）" : " (unverified)");
        }
        due.source().ifPresent(title -> text.append('\n').append(title));
        text.append('\n').append(chinese ? "到期：" : "Due: ").append(due.duty().due());
        due.duty()
                .statement()
                .ifPresent(ref ->
                        text.append('\n').append(chinese ? "陈述：" : "Statement: ").append(ref));
        text.append('\n').append(Citation.view(due.view(), language));
        if (due.agreement().exercise()) {
            text.append('\n').append("EXERCISE 演练");
        }
        return text.toString();
    }
}
