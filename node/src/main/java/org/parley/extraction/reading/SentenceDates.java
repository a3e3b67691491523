// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.extraction.FoundClaim;
import org.parley.extraction.dates.DateExpression;
import org.parley.extraction.dates.Dates;
import org.parley.extraction.numbers.Sought;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Hit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reckons the dates of a sentence one after the other, since each may rest on those before it. */
final class SentenceDates {
    /** A clause that tells something else of what was named: Arden, which left in 2018, met. */
    private static final Sought ASIDE = Sought.of(" ?(?:which|who|whose|where) ");

    /** A year that names a thing: the 2026 conference, its 2019 report. */
    private static final Sought OWNED = Sought.of("(?:\\b[Tt]he|\\b[Ii]ts) $");

    private static final int OWNED_MAX = 5;
    private static final int YEAR_LENGTH = 4;

    private SentenceDates() {}

    /** Those that can be reckoned: what was three months later is known if that before it is. */
    static List<Dates.Found> known(List<Dates.Found> dates, Reckoner reckoner) {
        boolean month = false;
        boolean day = false;
        List<Dates.Found> known = new ArrayList<>(dates.size());
        for (Dates.Found found : dates) {
            DateExpression date = found.date();
            boolean months = date.shift().unit() == DateExpression.Unit.MONTH_LATER;
            if (!date.pointsBack() || reckoner.knows(date) || (months ? month : day)) {
                known.add(found);
                month |= date.month() > 0;
                day |= date.day() > 0;
            }
        }
        return known;
    }

    /** What they come to, by where each begins. */
    static Map<Integer, FoundClaim.When> of(
            String text,
            List<Part> clauses,
            List<Hit> hits,
            List<Dates.Found> dates,
            Reckoner reckoner) {
        Map<Integer, FoundClaim.When> reckoned = HashMap.newHashMap(dates.size());
        int aside = -1;
        int main = reckoner.spokenYear();
        for (Dates.Found date : dates) {
            int from = date.from();
            int clause = clauseOf(clauses, from);
            if (aside >= 0 && clause > aside) {
                reckoner.speakOf(main);
                aside = -1;
            }
            int spoken = reckoner.spokenYear();
            reckoned.put(
                    from,
                    reckoner.reckon(
                            date.date(),
                            text.substring(from, date.to()),
                            Tense.isToCome(text, clauses, hits, from, date.to())));
            if (names(text, date)) {
                reckoner.speakOf(spoken);
            } else if (aside < 0 && ASIDE.at(text, clauses.get(clause).from(), from)) {
                aside = clause;
                main = spoken;
            }
        }
        return reckoned;
    }

    private static boolean names(String text, Dates.Found date) {
        return date.to() - date.from() == YEAR_LENGTH
                && OWNED.in(text, Math.max(0, date.from() - OWNED_MAX), date.from());
    }

    private static int clauseOf(List<Part> clauses, int at) {
        int index = 0;
        while (index < clauses.size() - 1 && clauses.get(index).to() <= at) {
            index++;
        }
        return index;
    }
}
