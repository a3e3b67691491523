// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.words;

import org.parley.lexicon.Hit;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Entries of a chronology. Each begins with its date, which holds to the next or the line's end.
 */
public final class Entries {
    private static final int OPENS_MAX = 3;

    /** What stands between the date of an entry and what happened then. */
    private static final Pattern MARK = Pattern.compile("\\s?(?:[-–—:：|｜.。]|$)");

    private Entries() {}

    /** Whether a sentence is the first of its line. */
    public static boolean beginsLine(Analysed sentence) {
        int at = sentence.sentence().from();
        while (at > 0 && " \t-•*·　".indexOf(sentence.text().charAt(at - 1)) >= 0) {
            at--;
        }
        return at == 0 || sentence.text().charAt(at - 1) == '\n';
    }

    /** The date with which a sentence begins as an entry does. */
    public static Optional<Hit> date(Analysed sentence) {
        return sentence.of("date").stream().findFirst().filter(date -> isEntry(sentence, date));
    }

    private static boolean isEntry(Analysed sentence, Hit date) {
        return date.from() - sentence.sentence().from() <= OPENS_MAX
                && MARK.matcher(sentence.text())
                        .region(date.to(), sentence.sentence().to())
                        .lookingAt();
    }
}
