// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.numbers;

import java.util.Map;
import java.util.OptionalLong;

/** Numbers written out, in Chinese and in English. */
public final class Words {
    private static final String DIGITS = "零一二三四五六七八九";
    private static final Map<Character, Long> PLACES =
            Map.of('十', 10L, '百', 100L, '千', 1000L, '万', 10_000L, '亿', 100_000_000L);
    private static final Map<String, Integer> ENGLISH =
            Map.ofEntries(
                    Map.entry("one", 1),
                    Map.entry("two", 2),
                    Map.entry("three", 3),
                    Map.entry("four", 4),
                    Map.entry("five", 5),
                    Map.entry("six", 6),
                    Map.entry("seven", 7),
                    Map.entry("eight", 8),
                    Map.entry("nine", 9),
                    Map.entry("ten", 10),
                    Map.entry("eleven", 11),
                    Map.entry("twelve", 12),
                    Map.entry("thirteen", 13),
                    Map.entry("fourteen", 14),
                    Map.entry("fifteen", 15),
                    Map.entry("sixteen", 16),
                    Map.entry("seventeen", 17),
                    Map.entry("eighteen", 18),
                    Map.entry("nineteen", 19),
                    Map.entry("twenty", 20),
                    Map.entry("thirty", 30),
                    Map.entry("forty", 40),
                    Map.entry("fifty", 50),
                    Map.entry("sixty", 60),
                    Map.entry("seventy", 70),
                    Map.entry("eighty", 80),
                    Map.entry("ninety", 90),
                    Map.entry("a", 1),
                    Map.entry("an", 1));

    private Words() {}

    /** A small whole number in digits or in words of either language: 12, 十二, twelve. */
    public static OptionalLong small(String word) {
        OptionalLong chinese = chinese(word);
        return word.matches("\\d{1,6}")
                ? OptionalLong.of(Long.parseLong(word))
                : chinese.isPresent() ? chinese : english(word);
    }

    /** {@code 二十三}, {@code 一千五百}, {@code 二〇二三}; also digits before a place: {@code 47亿}. */
    public static OptionalLong chinese(String written) {
        String text = written.replace("卅", "三十").replace("廿", "二十");
        long total = 0;
        long section = 0;
        long digit = -1;
        boolean any = false;
        for (int i = 0; i < text.length(); i++) {
            char c =
                    text.charAt(i) == '两'
                            ? '二'
                            : "〇○".indexOf(text.charAt(i)) >= 0 ? '零' : text.charAt(i);
            int value = DIGITS.indexOf(c);
            if (value < 0 && c >= '0' && c <= '9') {
                value = c - '0';
            }
            if (value >= 0) {
                digit = digit < 0 ? value : digit * 10 + value;
                any = true;
            } else if (PLACES.containsKey(c)) {
                long place = PLACES.getOrDefault(c, 1L);
                if (place >= 10_000) {
                    total = (total + section + Math.max(digit, 0)) * place;
                    section = 0;
                } else {
                    section += (digit < 0 ? 1 : digit) * place;
                }
                digit = -1;
                any = true;
            } else {
                return OptionalLong.empty();
            }
        }
        return any && text.length() <= 16
                ? OptionalLong.of(total + section + Math.max(digit, 0))
                : OptionalLong.empty();
    }

    public static OptionalLong english(String word) {
        Integer value = ENGLISH.get(word.toLowerCase(java.util.Locale.ROOT));
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
