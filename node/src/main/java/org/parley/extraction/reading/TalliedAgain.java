// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.extraction.FoundClaim.Figure;
import org.parley.extraction.numbers.Numbers;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Entry;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers that go on with what was tallied just before and do not name it again: of 97 facilities,
 * 74 have been destroyed and 23 converted; 计划建设337个设施，目前已有307个通过认证. Only where what happened to so
 * many follows the number, in the same sentence or the next.
 */
final class TalliedAgain {
    private static final int BEFORE_MAX = 28;

    private static final String DONE =
            "(?:destroyed|converted|closed|dismantled|certified|eliminated|removed|recovered"
                    + "|resolved|unresolved|open|operational|completed|released|scrapped|retired"
                    + "|inspected|verified|delivered|working|in (?:operation|orbit|service|use)"
                    + "|outstanding|on contract)\\b";

    private static final Pattern BEFORE =
            Pattern.compile(
                    "(?:^ ?|[,;:–] |\\b(?:and|but|while|of which|of whom|where|today|now|so far)"
                            + " )(?:only |just |some |about |the (?:other|remaining) )?$");

    private static final Pattern AFTER =
            Pattern.compile(
                    "(?: more| others| or so)?(?: of (?:them|these|those|which|whom))?"
                            + "(?: (?:have|has|had) (?:now |since |already |so far )?been"
                            + "| (?:were|are|was|is|remain(?:ed|s)?|await(?:ed|s)?)"
                            + "(?: now| still| already| being)?)? "
                            + DONE);

    private static final Pattern BEFORE_ZH =
            Pattern.compile("(?:^|[，；、（]|其中|目前|现|已|有|另|共|还|仍)(?:约|近|逾|超过|至少|仅|只)?$");

    private static final Pattern AFTER_ZH =
            Pattern.compile(
                    "次?(?:已|均|都|尚|仍|还|被|通过|处于|投入|获|未|没有|销毁|拆毁|关闭|退役|逾越|越过|进入|正在|在役|在轨"
                            + "|完成|得到|是|为)");

    private static final Pattern END_ZH = Pattern.compile("次?[，。；、）]|次?$");

    private TalliedAgain() {}

    /** The number in the sense of the tally before it, if it goes on with that. */
    static Optional<Amount> of(Analysed sentence, Numbers.Found number, Optional<Amount> last) {
        return last.filter(one -> !one.limit())
                .filter(one -> goesOn(sentence, number, one.entry()))
                .map(one -> again(sentence, number, one));
    }

    private static boolean goesOn(Analysed sentence, Numbers.Found number, Entry entry) {
        Part clause = sentence.clauseAt(number.digits());
        int from = Math.max(clause.from(), number.from() - BEFORE_MAX);
        String before = sentence.text().substring(from, number.from());
        String text = sentence.text();
        int end = sentence.sentence().to();
        if (sentence.isLatin()) {
            return BEFORE.matcher(before).find()
                    && AFTER.matcher(text).region(number.to(), end).lookingAt();
        }
        boolean by =
                number.to() < end
                        && entry.of("by").orElse("").indexOf(text.charAt(number.to())) >= 0;
        if (!by) {
            return false;
        }
        boolean party =
                sentence.of("party", clause.from(), number.from()).stream()
                        .anyMatch(hit -> number.from() - hit.to() <= 4);
        return BEFORE_ZH.matcher(before).find()
                        && AFTER_ZH.matcher(text).region(number.to() + 1, end).lookingAt()
                || party && END_ZH.matcher(text).region(number.to() + 1, end).lookingAt();
    }

    private static Amount again(Analysed sentence, Numbers.Found number, Amount last) {
        Part clause = sentence.clauseAt(number.digits());
        List<String> own = Holders.named(sentence, clause, number);
        Figure figure =
                CountDay.told(sentence, clause, number, last.figure().unit(), last.counted());
        return new Amount(
                number.from(),
                number.to(),
                number.digits(),
                figure,
                last.entry(),
                own.isEmpty() || last.figure().unit().equals("states") ? last.parties() : own,
                false,
                55);
    }
}
