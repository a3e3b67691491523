// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as documents write them, in both languages. Asked of short texts only. */
final class Dates {
    private static final String MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
    private static final String MONTH =
            "(?<mon>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.?";
    private static final String TIME =
            "(?:[T ]\\s?(?<h>\\d{1,2}):(?<min>\\d\\d)(?::\\d\\d)?(?:\\.\\d+)?\\s?"
                    + "(?<zone>Z|GMT|UTC|[+-]\\d\\d:?\\d\\d)?)?";

    private static final List<Pattern> FORMS =
            List.of(
                    Pattern.compile(
                            "(?<y>(?:19|20)\\d\\d)[-/.](?<m>\\d{1,2})[-/.](?<d>\\d{1,2})(?!\\d)"
                                    + TIME),
                    Pattern.compile(
                            "(?<y>(?:19|20)\\d\\d)年(?<m>\\d{1,2})月(?:(?<d>\\d{1,2})日)?" + TIME),
                    Pattern.compile(
                            "(?<!\\d)(?<d>\\d{1,2})\\s"
                                    + MONTH
                                    + ",? (?<y>(?:19|20)\\d\\d)"
                                    + TIME),
                    Pattern.compile(
                            "(?:[A-Z][a-z]{2,8}[/–-])?"
                                    + MONTH
                                    + "\\s(?:(?<d>\\d{1,2}),? )?(?<y>(?:19|20)\\d\\d)"
                                    + TIME));

    private static final Pattern DATELINE_CHINESE =
            Pattern.compile("(?:(?<y>(?:19|20)\\d\\d)年)?(?<m>\\d{1,2})月(?<d>\\d{1,2})日(?:电|讯|訊|電)");
    private static final Pattern DATELINE_ENGLISH =
            Pattern.compile(
                    "^[A-Z][A-Z .,'-]{2,40}(?:, | — | - |, [A-Z][a-z]+, )"
                            + MONTH
                            + " (?<d>\\d{1,2})(?:, (?<y>(?:19|20)\\d\\d))?(?!\\d)");
    private static final Pattern URL =
            Pattern.compile(
                    "(?<!\\d)(?<y>(?:19|20)\\d\\d)(?:[-/]?(?<m>\\d\\d))(?:[-/]?(?<d>\\d\\d))?"
                            + "(?=\\d{6,9}|[^\\d]|$)");

    private Dates() {}

    /**
     * @param edtf the day, in the zone the text gives or the outlet's
     * @param from where it begins in the text asked
     */
    record Found(String edtf, int from, int to) {}

    /** All full dates and months with a year, in their order. */
    static List<Found> in(String text, boolean beijing) {
        List<Found> found = new ArrayList<>();
        for (Pattern form : FORMS) {
            Matcher matcher = form.matcher(text);
            while (matcher.find()) {
                add(found, matcher, beijing);
            }
        }
        found.sort((a, b) -> Integer.compare(a.from, b.from));
        return found;
    }

    static List<Found> dateline(String text) {
        List<Found> found = new ArrayList<>();
        Matcher chinese = DATELINE_CHINESE.matcher(text);
        if (chinese.find()) {
            add(found, chinese, false);
        } else {
            Matcher english = DATELINE_ENGLISH.matcher(text);
            if (english.find()) {
                add(found, english, false);
            }
        }
        return found;
    }

    static List<Found> inUrl(String url) {
        List<Found> found = new ArrayList<>();
        Matcher matcher = URL.matcher(url);
        while (matcher.find()) {
            add(found, matcher, false);
        }
        return found;
    }

    private static void add(List<Found> found, Matcher matcher, boolean beijing) {
        for (Found earlier : found) {
            if (matcher.start() < earlier.to && earlier.from < matcher.end()) {
                return;
            }
        }
        String edtf = edtf(matcher, beijing);
        if (!edtf.isEmpty()) {
            found.add(new Found(edtf, matcher.start(), matcher.end()));
        }
    }

    private static String edtf(Matcher found, boolean beijing) {
        var names = found.pattern().namedGroups().keySet();
        String year = group(found, "y");
        String day = group(found, "d");
        int month =
                names.contains("mon")
                        ? MONTHS.indexOf(found.group("mon").toLowerCase(Locale.ROOT)) / 4 + 1
                        : number(group(found, "m"));
        if (month < 1 || month > 12 || !day.isEmpty() && (number(day) < 1 || number(day) > 31)) {
            return "";
        }
        String padded = (month < 10 ? "0" : "") + month;
        if (day.isEmpty()) {
            return year + "-" + padded;
        }
        String dayPadded = (number(day) < 10 ? "0" : "") + number(day);
        if (year.isEmpty()) {
            return "XXXX-" + padded + "-" + dayPadded;
        }
        try {
            LocalDate date = LocalDate.of(number(year), month, number(day));
            boolean greenwich =
                    List.of("Z", "GMT", "UTC", "+0000", "+00:00").contains(group(found, "zone"));
            if (beijing && greenwich && number(group(found, "h")) < 24) {
                LocalDateTime at = date.atTime(number(found.group("h")), 0);
                date = at.plusHours(8).toLocalDate();
            }
            return date.toString();
        } catch (DateTimeException e) {
            return "";
        }
    }

    private static String group(Matcher found, String name) {
        if (!found.pattern().namedGroups().containsKey(name)) {
            return "";
        }
        String group = found.group(name);
        return group == null ? "" : group;
    }

    private static int number(String digits) {
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }
}
