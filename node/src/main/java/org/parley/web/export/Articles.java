// SPDX-License-Identifier: Apache-2.0
package org.parley.web.export;

import org.parley.agreement.Provision;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Articles as a Chinese reader cites them, where their form is regular: {@code Article IX.3} is
 * 第九条第3款. What is not regular stays as the text numbers it.
 */
public final class Articles {
    /** Article or treaty, number in either script, paragraphs, letters or numbers in brackets. */
    private static final Pattern REGULAR =
            Pattern.compile(
                    "(Article|Treaty) ([IVX]+|[1-9]\\d?)"
                            + "(?:\\.(\\d+)(?:-(\\d+))?)?((?:\\([A-Za-z0-9]{1,4}\\))*)");

    private static final String DIGITS = "一二三四五六七八九";

    private Articles() {}

    /** The article as cited, or the place of the rule where none is named. */
    public static String of(Provision rule, String language) {
        return rule.article().map(one -> in(language, one)).orElse(rule.path());
    }

    /** One article in a language. */
    public static String in(String language, String article) {
        Matcher match = REGULAR.matcher(article);
        if (!language.equals("zh") || !match.matches()) {
            return article;
        }
        StringBuilder text = new StringBuilder(match.group(1).equals("Treaty") ? "条约" : "");
        text.append('第').append(numeral(number(match.group(2)))).append('条');
        if (match.group(3) != null) {
            text.append('第').append(match.group(3));
            if (match.group(4) != null) {
                text.append('至').append(match.group(4));
            }
            text.append('款');
        }
        String items = match.group(5);
        return items.isEmpty() ? text.toString() : text.append(items).append('项').toString();
    }

    private static int number(String text) {
        if (Character.isDigit(text.charAt(0))) {
            return Integer.parseInt(text);
        }
        int sum = 0;
        int before = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            int value =
                    switch (text.charAt(i)) {
                        case 'X' -> 10;
                        case 'V' -> 5;
                        default -> 1;
                    };
            sum += value < before ? -value : value;
            before = Math.max(before, value);
        }
        return sum;
    }

    /** 1 to 99 in Chinese numerals. */
    private static String numeral(int number) {
        int tens = number / 10;
        int ones = number % 10;
        String left = tens == 0 ? "" : tens == 1 ? "十" : DIGITS.charAt(tens - 1) + "十";
        return ones == 0 ? left : left + DIGITS.charAt(ones - 1);
    }
}
