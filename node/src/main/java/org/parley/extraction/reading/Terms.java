// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.Place;
import org.parley.extraction.FoundClaim.Figure;
import org.parley.extraction.numbers.Numbers;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Entry;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much time a treaty leaves or asks for: at least 72 hours' notice, within 90 days, 交存批准书后180天.
 * A duty must be told with it, and a treaty be spoken of; how long something took is no bound.
 */
final class Terms {
    private static final int AROUND_MAX = 24;

    /** More is a year and not how many. */
    private static final BigDecimal MAX = BigDecimal.valueOf(400);

    private static final Pattern UNIT =
            Pattern.compile(
                    "[ -](?:calendar |working |full )?(?<en>hour|day|week|month|year)s?\\b|"
                            + "(?:个工作|个)?(?<zh>小时|天|日|周|(?<=个)月|年)");

    private static final Map<String, String> UNITS =
            Map.of("小时", "hour", "天", "day", "日", "day", "周", "week", "月", "month", "年", "year");

    private static final Pattern DUTY =
            Pattern.compile(
                    "\\b(?:must|shall|(?:has|have|had) to|is to|are to|obliges?d?|requires?d?"
                            + "|takes? effect|undertakes?|entitled)\\b"
                            + "|须|应当|应在|应于|应提前|需提前|必须|规定|方能|方可|才能|要求");

    private static final Pattern BEFORE =
            Pattern.compile(
                    "\\b(?:[Ww]ithin|[Nn]o later than|not later than|over within)"
                            + " $|提前$|提前至少$|期间?为$");

    private static final Pattern AFTER =
            Pattern.compile(
                    "['’]?(?:s)? ?(?:notice|in advance|ahead|before|beforehand|prior to|after"
                            + " (?:the |its |that"
                            + " )?(?:depositary|deposit|notif|notice|receipt|receiv|entry into"
                            + " force|giving))|后?方[可能能]|前通[报知]|以?前?书?面?通[报知]|之?内");

    private static final Entry TERM =
            new Entry("measure", "time-limit", List.of(), Map.of(), Place.of("terms"));

    private Terms() {}

    static Optional<Amount> of(Analysed sentence, Numbers.Found number, Memory memory) {
        Matcher unit = UNIT.matcher(sentence.text()).region(number.to(), sentence.sentence().to());
        if (!unit.lookingAt()
                || number.value().compareTo(MAX) > 0
                || isOfADate(sentence, number)
                || !isOfATreaty(sentence, memory)
                || !isDuty(sentence, number)) {
            return Optional.empty();
        }
        int from = Math.max(sentence.sentence().from(), number.from() - AROUND_MAX);
        boolean bound =
                BEFORE.matcher(sentence.text().substring(from, number.from())).find()
                        || AFTER.matcher(sentence.text())
                                .region(unit.end(), sentence.sentence().to())
                                .lookingAt();
        String word =
                unit.group("en") != null
                        ? unit.group("en")
                        : UNITS.getOrDefault(unit.group("zh"), "");
        return bound ? Optional.of(found(number, unit.end(), word + "s")) : Optional.empty();
    }

    /** 2010年12月16日: a day, and not how many. */
    private static boolean isOfADate(Analysed sentence, Numbers.Found number) {
        int at = number.digits() - 1;
        return at >= sentence.sentence().from() && "年月".indexOf(sentence.text().charAt(at)) >= 0;
    }

    private static boolean isOfATreaty(Analysed sentence, Memory memory) {
        return !sentence.of("mechanism").isEmpty()
                || !sentence.of("anaphor").isEmpty()
                || memory.mechanismHere()
                || memory.treaty().isPresent();
    }

    private static boolean isDuty(Analysed sentence, Numbers.Found number) {
        Part clause = sentence.clauseAt(number.digits());
        int to =
                Math.min(sentence.sentence().to(), Math.max(clause.to(), number.to()) + AROUND_MAX);
        return DUTY.matcher(sentence.text()).region(sentence.sentence().from(), to).find();
    }

    private static Amount found(Numbers.Found number, int to, String unit) {
        Figure figure =
                new Figure(
                        number.value(),
                        number.high(),
                        unit,
                        TERM.id(),
                        number.qualifier(),
                        Optional.empty(),
                        "limit",
                        Optional.empty());
        return new Amount(number.from(), to, number.digits(), figure, TERM, List.of(), true, 60);
    }
}
