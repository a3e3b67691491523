// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import com.github.houbb.opencc4j.util.ZhConverterUtil;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.BitSet;

/**
 * What every single character becomes: compatibility forms folded (Unicode NFKC), traditional
 * characters made simplified one for one (OpenCC's table), what prints nothing dropped. Made once;
 * safe for use by several threads.
 */
final class Fold {
    static final char DROP = '\0';

    /** Becomes several characters or depends on its neighbours. */
    static final char MANY = '\uFFFF';

    /** Punctuation and marks that the compatibility forms would make unrecognisable. */
    private static final String KEPT = "，；：？！…‥·¹²³⁰⁴⁵⁶⁷⁸⁹½¼¾′″";

    private static final String TABLE = "/data/dictionary/TSCharacters.txt";

    private static final char[] BECOMES = new char[0x10000];
    private static final BitSet TRADITIONAL = new BitSet(0x10000);
    private static final BitSet SIMPLIFIED = new BitSet(0x10000);

    static {
        for (int c = 0; c < 0x10000; c++) {
            BECOMES[c] = compatible((char) c);
        }
        for (char dash : "\u2010\u2011\u2012\u2212".toCharArray()) {
            BECOMES[dash] = '-';
        }
        BECOMES['\u301C'] = '~';
        readTraditional();
    }

    private Fold() {}

    static char of(char c) {
        return BECOMES[c];
    }

    /** Written so only in traditional characters. */
    static boolean isTraditional(char c) {
        return TRADITIONAL.get(c);
    }

    /** Written so only in simplified characters. */
    static boolean isSimplified(char c) {
        return SIMPLIFIED.get(c);
    }

    static boolean isHan(char c) {
        return c >= '\u4E00' && c <= '\u9FFF'
                || c >= '\u3400' && c <= '\u4DBF'
                || c == '〇'
                || c >= '\uF900' && c <= '\uFAFF';
    }

    /** Han or the punctuation that goes with it: takes no space beside it. */
    static boolean isWide(char c) {
        return isHan(c)
                || c >= '\u3001' && c <= '\u30FF'
                || c >= '\uFF01' && c <= '\uFF60' && !isDigit(BECOMES[c]) && !isLatin(BECOMES[c]);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '\u00C0' && c <= '\u024F' && c != '×' && c != '÷';
    }

    static boolean isSpace(char c) {
        return c == ' '
                || c >= '\t' && c <= '\r'
                || c >= '\u001C' && c <= '\u001F'
                || c == '\u00A0'
                || c == '\u1680'
                || c == '\u0085'
                || c == '\u3000'
                || c >= '\u2000' && c <= '\u200A'
                || c == '\u2028'
                || c == '\u2029'
                || c == '\u202F'
                || c == '\u205F';
    }

    /** ① to ⑳ as 1 to 20, else 0. */
    static int circled(char c) {
        return c >= '①' && c <= '⑳' ? c - '①' + 1 : c >= '❶' && c <= '❿' ? c - '❶' + 1 : 0;
    }

    /** The digit of a raised figure, else -1. */
    static int raised(char c) {
        return switch (c) {
            case '¹' -> 1;
            case '²' -> 2;
            case '³' -> 3;
            case '⁰', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹' -> c - '⁰';
            default -> -1;
        };
    }

    private static char compatible(char c) {
        if (isSpace(c)) {
            return ' ';
        }
        int type = Character.getType(c);
        if (type == Character.FORMAT
                || type == Character.CONTROL
                || type == Character.PRIVATE_USE
                || c >= '\uFE00' && c <= '\uFE0F'
                || c >= '\uFDD0' && c <= '\uFDEF'
                || c >= '\uFFFE') {
            return DROP;
        }
        if (KEPT.indexOf(c) >= 0 || circled(c) > 0 || c < '\u00A0' || c == '\uFFFD') {
            return c;
        }
        if (Character.isSurrogate(c) || isMark(c)) {
            return MANY;
        }
        String form = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
        return form.length() == 1 ? form.charAt(0) : MANY;
    }

    /** Joins with the character before it into one. */
    static boolean isMark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK && c >= '\u0300'
                || c == '\u3099'
                || c == '\u309A'
                || c >= '\u1160' && c <= '\u11FF';
    }

    private static void readTraditional() {
        try (InputStream in = ZhConverterUtil.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw missing();
            }
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                char simple = line.length() > 2 ? line.charAt(2) : DROP;
                if (line.indexOf(' ') == 1 || line.indexOf('\t') == 1) {
                    char form = line.charAt(0);
                    if (isHan(form) && isHan(simple) && form != simple) {
                        BECOMES[form] = simple;
                        TRADITIONAL.set(form);
                        SIMPLIFIED.set(simple);
                    }
                }
            }
            // 后 and 里 are written in traditional texts too, with another meaning.
            for (char both : "后里干台只几准云余谷面系丑才卜冲斗表征松致回困".toCharArray()) {
                SIMPLIFIED.clear(both);
            }
        } catch (IOException e) {
            throw missing();
        }
    }

    private static ParleyException missing() {
        return new ParleyException(
                Code.UNAVAILABLE,
                Place.of("opencc4j"),
                Text.of("the table of traditional characters is not there", "缺少繁体字对照表"),
                Text.of("start Parley with all its libraries", "请连同全部程序库启动 Parley"));
    }
}
