// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.Place;
import org.parley.extraction.FoundClaim.Figure;
import org.parley.extraction.numbers.Numbers;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Hit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** For how many weapons there is the material: no count of weapons, so a measure of its own. */
final class Potential {
    /** Ends the name of what there is only the material for. */
    static final String MATERIAL = "-material-for";

    private static final Pattern BEFORE =
            Pattern.compile(
                    "\\b(?:material|plutonium|uranium|enough|sufficient) (?:for|to"
                            + " (?:make|build|produce|assemble|reach|arm))"
                            + " (?:perhaps |another |an additional |between |as many as )?$");

    private static final Pattern AFTER =
            Pattern.compile(
                    "(?: (?:more|additional|further|nuclear|atomic|other))*"
                            + "(?: (?:warheads|weapons|bombs|devices)\\b|[.,;)]|$)");

    private static final Pattern BEFORE_ZH =
            Pattern.compile("(?:材料|物质|铀|钚|存量)[^，。；]{0,12}(?:制造|生产|组装|制成|造|可供)出?$");

    private static final Pattern AFTER_ZH = Pattern.compile("[枚颗件](?:核弹头|核武器|核弹|弹头|之用|[，。；）)]|$)");

    private static final int BEFORE_MAX = 60;

    private Potential() {}

    static Optional<Amount> of(
            Analysed sentence, Numbers.Found number, List<Amount> before, Memory memory) {
        Part clause = sentence.clauseAt(number.digits());
        int from = Math.max(clause.from(), number.from() - BEFORE_MAX);
        String ahead = sentence.text().substring(from, number.from());
        boolean material =
                BEFORE.matcher(ahead).find() && follows(sentence, number, AFTER)
                        || BEFORE_ZH.matcher(ahead).find() && follows(sentence, number, AFTER_ZH);
        if (!material || number.value().compareTo(BigDecimal.ONE) <= 0) {
            return Optional.empty();
        }
        List<String> own = Holders.inClause(sentence, clause, number);
        List<String> whose =
                !own.isEmpty()
                        ? own
                        : before.isEmpty()
                                ? Holders.spokenOf(sentence, number, memory)
                                : before.getLast().parties();
        return whose.size() <= 1
                ? Optional.of(found(sentence, clause, number, whose))
                : Optional.empty();
    }

    private static boolean follows(Analysed sentence, Numbers.Found number, Pattern words) {
        return words.matcher(sentence.text())
                .region(number.to(), sentence.sentence().to())
                .lookingAt();
    }

    private static Amount found(
            Analysed sentence, Part clause, Numbers.Found number, List<String> whose) {
        Entry entry =
                new Entry(
                        "measure",
                        "nuclear-warheads",
                        List.of(),
                        Map.of("unit", "warheads"),
                        Place.of("potential"));
        Figure figure =
                new Figure(
                        number.value(),
                        number.high(),
                        "warheads",
                        entry.id() + MATERIAL,
                        number.qualifier(),
                        CountDay.asOf(sentence, clause, number, false),
                        "stated",
                        Optional.empty());
        int to =
                sentence.of("unit", number.to(), number.to() + 1).stream()
                        .mapToInt(Hit::to)
                        .findFirst()
                        .orElse(number.to());
        return new Amount(number.from(), to, number.digits(), figure, entry, whose, false, 65);
    }
}
