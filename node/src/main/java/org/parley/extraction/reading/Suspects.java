// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.document.ReadDocument;
import org.parley.evidence.Assertion;
import org.parley.extraction.FoundClaim;
import org.parley.extraction.FoundClaim.About;
import org.parley.extraction.FoundClaim.Kind;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates that a reader should look at twice: with a day of the week that they did not have, on a day
 * that no calendar has, or of an office that passes on month by month. Nothing is put right.
 */
public final class Suspects {
    /** The topic of a date whose day of the week does not fit; its scope is the date. */
    public static final String WEEKDAY = "weekday";

    /** The topic of a day that no calendar has. */
    public static final String NO_SUCH_DAY = "no-such-day";

    /** The topic of an office that passes on month by month. */
    public static final String PRESIDENCY = "presidency";

    private static final int CERTAINTY = 90;

    private static final String DAYS = "一二三四五六日";
    private static final Pattern CHINESE =
            Pattern.compile(
                    "(\\d{4})年(\\d{1,2})月(\\d{1,2})日(?:[（(，,\\s]{0,2}(?:星期|周)([一二三四五六日天]))?");
    private static final String NAMES =
            "(January|February|March|April|May|June|July|August|September|October|November"
                    + "|December)";
    private static final Pattern ENGLISH =
            Pattern.compile(
                    "(?:\\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:the )?)?\\b(?:(\\d{1,2}) "
                            + NAMES
                            + "|"
                            + NAMES
                            + " (\\d{1,2})),? (\\d{4})\\b");

    /** The month in which a state presides over the Security Council. */
    private static final Pattern PRESIDES =
            Pattern.compile(
                    "[^。；\\n]{0,30}\\d{4}年\\d{1,2}月[^。；\\n]{0,24}安理会轮值主席国?[^。；，\\n]{0,12}"
                            + "|"
                            + "[^.;\\n]{0,60}"
                            + "(?:presidency of|rotating chair of|presides? over) the"
                            + " (?:UN |United Nations )?Security Council[^.;\\n]{0,40}\\d{4}");

    private static final List<String> COUNCIL = List.of("安理会轮值主席", "Security Council");

    /** As far as the form reaches from the council's name to either side. */
    private static final int AROUND = 110;

    private final String text;
    private final Anchors anchors;
    private final List<FoundClaim> found = new ArrayList<>();

    private Suspects(String text, Anchors anchors) {
        this.text = text;
        this.anchors = anchors;
    }

    /** All of a document. */
    public static List<FoundClaim> in(ReadDocument document) {
        Suspects suspects = new Suspects(document.text().value(), new Anchors(document));
        suspects.days();
        suspects.presidencies();
        return suspects.found;
    }

    /** Looked for around the names of months only: the forms would try at every character. */
    private void days() {
        Matcher chinese = CHINESE.matcher(text);
        for (int i = text.indexOf('月'); i >= 0; i = text.indexOf('月', i + 1)) {
            chinese.region(Math.max(0, i - 7), Math.min(text.length(), i + 10));
            if (chinese.find()) {
                Optional<DayOfWeek> named =
                        Optional.ofNullable(chinese.group(4))
                                .map(day -> day.equals("天") ? "日" : day)
                                .map(day -> DayOfWeek.of(DAYS.indexOf(day) + 1));
                check(chinese, chinese.group(1), number(chinese.group(2)), chinese.group(3), named);
            }
        }
        Matcher english = ENGLISH.matcher(text);
        for (Month month : Month.values()) {
            String name = month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            for (int i = text.indexOf(name); i >= 0; i = text.indexOf(name, i + 1)) {
                english.region(Math.max(0, i - 20), Math.min(text.length(), i + 20));
                if (english.find() && english.start() <= i && i < english.end()) {
                    english(english, month);
                }
            }
        }
    }

    private void english(Matcher at, Month month) {
        Optional<DayOfWeek> named =
                Optional.ofNullable(at.group(1))
                        .map(day -> DayOfWeek.valueOf((day + "day").toUpperCase(Locale.ROOT)));
        String day = at.group(2) != null ? at.group(2) : at.group(5);
        check(at, at.group(6), month.getValue(), day, named);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private void check(Matcher at, String year, int month, String day, Optional<DayOfWeek> named) {
        try {
            LocalDate date = LocalDate.of(number(year), month, number(day));
            if (named.filter(known -> known != date.getDayOfWeek()).isPresent()) {
                add(at, WEEKDAY, Optional.of(date.toString()));
            }
        } catch (DateTimeException _) {
            add(at, NO_SUCH_DAY, Optional.empty());
        }
    }

    /** Looked for around the council's name only: the form itself would try at every character. */
    private void presidencies() {
        Matcher at = PRESIDES.matcher(text);
        int done = 0;
        for (String name : COUNCIL) {
            for (int i = text.indexOf(name); i >= 0; i = text.indexOf(name, i + name.length())) {
                at.region(Math.max(done, i - AROUND), Math.min(text.length(), i + AROUND));
                while (at.find()) {
                    if (at.end() > i) {
                        add(at, PRESIDENCY, Optional.empty());
                        done = at.end();
                        break;
                    }
                }
            }
        }
    }

    private void add(Matcher at, String why, Optional<String> date) {
        found.add(
                anchors.claim(
                        Kind.DATE_SUSPECT,
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        About.of(Optional.empty(), Optional.of(why), date),
                        // No date: one that is in doubt dates nothing.
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Assertion.ASSERTED,
                        false,
                        List.of(),
                        at.start(),
                        at.end(),
                        List.of("date-suspect"),
                        CERTAINTY));
    }
}
