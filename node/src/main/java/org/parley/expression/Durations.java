// SPDX-License-Identifier: Apache-2.0
package org.parley.expression;

import org.parley.Text;

import java.time.DateTimeException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as rules write them: {@code 24h}, {@code 1h30m}, {@code -90s}. */
final class Durations {
    /** CEL's own bound, ten thousand years of 365.25 days. */
    static final long SECONDS_MAX = 315_576_000_000L;

    private static final Pattern WRITTEN =
            Pattern.compile("(-?)(?:(\\d{1,9})h)?(?:(\\d{1,9})m)?(?:(\\d{1,9})s)?");

    private Durations() {}

    /** Seconds; hours, minutes and seconds in this order, whole seconds only. */
    static long seconds(String written) {
        Matcher m = WRITTEN.matcher(written);
        if (!m.matches() || !Character.isLetter(written.isEmpty() ? '0' : last(written))) {
            throw new DateTimeException("no duration: " + written);
        }
        long seconds = part(m, 2) * 3600 + part(m, 3) * 60 + part(m, 4);
        if (seconds > SECONDS_MAX) {
            throw new DateTimeException("too long");
        }
        return m.group(1).isEmpty() ? seconds : -seconds;
    }

    private static char last(String written) {
        return written.charAt(written.length() - 1);
    }

    private static long part(Matcher m, int group) {
        String digits = m.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }

    /** For people: {@code 36 h}, {@code 1 h 30 min}, {@code 90 s}. */
    static String print(long seconds) {
        long rest = Math.abs(seconds);
        StringBuilder out = new StringBuilder(seconds < 0 ? "-" : "");
        String gap = "";
        long[] sizes = {3600, 60, 1};
        String[] units = {"h", "min", "s"};
        for (int i = 0; i < sizes.length; i++) {
            long n = rest / sizes[i];
            rest %= sizes[i];
            if (n > 0 || (i == 2 && gap.isEmpty())) {
                out.append(gap).append(n).append(' ').append(units[i]);
                gap = " ";
            }
        }
        return out.toString();
    }

    /** In both languages. */
    static Text text(long seconds) {
        String english = print(seconds);
        String chinese =
                english.replace(" ", "").replace("h", "小时").replace("min", "分钟").replace("s", "秒");
        return Text.of(english, chinese);
    }

    /** As it is written in a rule: {@code 24h}. */
    static String source(long seconds) {
        return print(seconds).replace("min", "m").replace(" ", "");
    }
}
