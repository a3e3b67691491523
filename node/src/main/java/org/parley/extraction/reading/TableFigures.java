// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.evidence.Basis;
import org.parley.extraction.Codes;
import org.parley.extraction.FoundClaim.Figure;
import org.parley.extraction.FoundClaim.When;
import org.parley.extraction.numbers.Numbers;
import org.parley.extraction.numbers.Sought;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Hit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers in the rows of a table. What a column or a row holds is said by its head: a party, a
 * thing that is counted and its state, or a year. A cell of which that does not come to one party
 * and one thing claims nothing. Not safe for several threads.
 */
final class TableFigures {
    private static final int NUMBER_MAX = 12;

    private static final int CELLS_MIN = 2;

    /** What may stand in a cell beside its number: marks of a note, a sign of "about". */
    private static final int BESIDE_MAX = 3;

    private static final Pattern YEAR = Pattern.compile("((?:19|20)\\d\\d)年?");

    /** Thousands apart, as international tables have them; in a text it might be two numbers. */
    private static final Pattern SPACED = Pattern.compile("\\d{1,3}(?: \\d{3})+");

    private static final Sought TABLE = Sought.of("Table\\b|TABLE\\b|表[\\d一二三四五六七八九十]");

    private static final Sought NUMBER = Sought.of("(?:\\bTable|\\bTABLE|表) ?[\\dA-Z.]+[.:]?\\s?$");

    private static final Pattern ALL =
            Pattern.compile("(?i)(?:grand )?total(?:s)?|world|all|sum|合计|总计|总数|共计|全球|世界");

    /** What a head says of its column or its row. */
    private record Head(
            List<String> parties,
            Optional<Entry> thing,
            Optional<String> state,
            Optional<When> on) {}

    private List<Head> columns = List.of();

    /** What the columns share that only one of them names: Deployed warheads | Stored. */
    private Optional<Entry> common = Optional.empty();

    private Optional<When> titled = Optional.empty();

    /** What is counted below a heading such as "World nuclear forces". */
    private Optional<Entry> subject = Optional.empty();

    /** In what the weights of a table are that a heading or a line above it names: (tonnes). */
    private Optional<String> weight = Optional.empty();

    /** Takes from a heading the day of which the tables below it are. */
    void head(Analysed heading) {
        columns = List.of();
        common = Optional.empty();
        subject =
                heading.of("table-subject").stream()
                        .flatMap(hit -> hit.as("table-subject").stream())
                        .findFirst()
                        .or(() -> subject);
        titled =
                heading.of("date").stream()
                        .map(date -> heading.dates().get(date.from()))
                        .filter(java.util.Objects::nonNull)
                        .reduce((first, second) -> second)
                        .or(() -> titled);
    }

    /** Takes as much from a heading in a text, where it is one of a table. */
    void headed(Analysed heading) {
        if (isTable(heading) || !heading.of("table-subject").isEmpty()) {
            head(heading);
        }
        weigh(heading);
    }

    /** Whether a sentence is a row of a table; what is none ends the table. */
    boolean isRow(Analysed sentence) {
        List<Part> cells = cells(sentence);
        boolean row =
                cells.size() >= CELLS_MIN
                        && (!columns.isEmpty()
                                || isHeads(sentence, cells) && !isText(sentence, cells));
        if (!row || columns.isEmpty()) {
            weigh(sentence);
        }
        if (!row && (sentence.isCaption() || isTable(sentence))) {
            head(sentence);
        } else if (!row) {
            columns = List.of();
            common = Optional.empty();
        }
        return row;
    }

    /** Whether a line is the heading of a table, after its number at most. */
    private static boolean isTable(Analysed line) {
        int from = line.sentence().from();
        String before = line.text().substring(Math.max(0, from - NUMBER_MAX), from);
        return NUMBER.in(before) || TABLE.at(line.text(), from, line.sentence().to());
    }

    private void weigh(Analysed above) {
        weight =
                above.of("unit").stream()
                        .filter(Enrichment::isWeight)
                        .filter(hit -> hit.from() > above.sentence().from())
                        .filter(hit -> "(（ ".indexOf(above.text().charAt(hit.from() - 1)) >= 0)
                        .filter(hit ->
                                !Counted.isNumbered(above, above.sentence().from(), hit.from()))
                        .flatMap(hit -> hit.as("unit").stream())
                        .map(Entry::id)
                        .findFirst()
                        .or(() -> weight);
    }

    /**
     * The figures of a row; none of the row of heads.
     *
     * @param thing what the title or the text before the table counts
     */
    List<Amount> in(Analysed sentence, Optional<Entry> thing) {
        List<Part> cells = cells(sentence);
        if (isHeads(sentence, cells)) {
            columns = cells.stream().map(cell -> head(sentence, cell)).toList();
            common = columns.stream().flatMap(column -> column.thing().stream()).findFirst();
            return List.of();
        }
        List<Amount> found = new ArrayList<>();
        Head row = head(sentence, cells.getFirst());
        // A table whose rows begin with an empty corner has one head fewer than cells.
        int shift = columns.size() == cells.size() - 1 ? 1 : 0;
        for (int i = 1; i < cells.size() && i - shift < columns.size(); i++) {
            Head column = columns.get(i - shift);
            Part cell = cells.get(i);
            Optional<Numbers.Found> number = number(sentence, cell);
            number.flatMap(one ->
                            figure(
                                    one,
                                    cells.getFirst(),
                                    cell,
                                    row,
                                    column,
                                    subject.or(() -> thing)))
                    .ifPresent(found::add);
        }
        return found;
    }

    private Optional<Amount> figure(
            Numbers.Found number,
            Part first,
            Part cell,
            Head row,
            Head column,
            Optional<Entry> thing) {
        boolean ofRow = row.parties().isEmpty() && row.thing().isPresent();
        List<String> parties = row.parties().isEmpty() ? column.parties() : row.parties();
        Optional<String> state = ofRow ? row.state() : column.state();
        Optional<Entry> counted =
                (ofRow ? row.thing() : column.thing())
                        .or(() -> state.isPresent() ? common.or(() -> thing) : Optional.empty())
                        .or(() -> column.on().isPresent() ? thing : Optional.empty());
        if (parties.size() != 1 || counted.isEmpty() || counted.get().of("money").isPresent()) {
            return Optional.empty();
        }
        Entry entry = counted.get();
        String unit = entry.of("unit").orElse(entry.id());
        boolean weighed = unit.equals("kg") || unit.equals("t");
        Figure figure =
                new Figure(
                        number.value(),
                        number.high(),
                        weighed ? weight.orElse(unit) : unit,
                        entry.id() + state.map(word -> "-" + word).orElse(""),
                        number.qualifier(),
                        column.on().or(() -> titled),
                        "stated",
                        Optional.empty());
        return Optional.of(
                new Amount(
                        first.from(),
                        cell.to(),
                        number.digits(),
                        figure,
                        entry,
                        parties,
                        false,
                        75));
    }

    private static Head head(Analysed sentence, Part cell) {
        String words = sentence.text().substring(cell.from(), cell.to());
        Matcher year = YEAR.matcher(words);
        if (year.matches()) {
            When when = new When(Optional.of(year.group(1)), Optional.empty(), words, Basis.STATED);
            return new Head(List.of(), Optional.empty(), Optional.empty(), Optional.of(when));
        }
        List<String> parties =
                sentence.of("party", cell.from(), cell.to()).stream()
                        .flatMap(hit -> Codes.of(hit).stream())
                        .distinct()
                        .toList();
        List<Hit> things = sentence.of("measure", cell.from(), cell.to());
        boolean all = ALL.matcher(words).matches();
        return new Head(
                parties.isEmpty() && all && things.isEmpty() ? List.of("WORLD") : parties,
                things.stream().findFirst().flatMap(hit -> hit.as("measure")),
                sentence.of("state", cell.from(), cell.to()).stream()
                        .map(hit -> hit.as("state").orElseThrow().id())
                        .reduce((first, second) -> second),
                Optional.empty());
    }

    /** A row without numbers, or with none but years. */
    private static boolean isHeads(Analysed sentence, List<Part> cells) {
        return cells.stream()
                .filter(cell -> number(sentence, cell).isPresent())
                .allMatch(cell ->
                        YEAR.matcher(sentence.text().substring(cell.from(), cell.to())).matches());
    }

    /** Whether a cell says more than one number of something: Signatories: 94. */
    private static boolean isText(Analysed sentence, List<Part> cells) {
        return cells.stream()
                .anyMatch(cell ->
                        number(sentence, cell).isEmpty()
                                && sentence.numbers().stream()
                                        .anyMatch(one ->
                                                cell.holds(one.digits())
                                                        && !NumberSense.isLikeYear(sentence, one)
                                                        && !NumberSense.isDate(sentence, one)));
    }

    /** The number of a cell that holds nothing else. */
    private static Optional<Numbers.Found> number(Analysed sentence, Part cell) {
        String words = sentence.text().substring(cell.from(), cell.to());
        if (SPACED.matcher(words).matches()) {
            return Optional.of(
                    new Numbers.Found(
                            cell.from(),
                            cell.from(),
                            cell.to(),
                            new BigDecimal(words.replace(" ", "")),
                            Optional.empty(),
                            "exact"));
        }
        List<Numbers.Found> inside =
                sentence.numbers().stream().filter(one -> cell.holds(one.digits())).toList();
        if (inside.size() != 1) {
            return Optional.empty();
        }
        Numbers.Found one = inside.getFirst();
        int length = one.to() - Math.max(one.from(), cell.from());
        return cell.to() - cell.from() - length <= BESIDE_MAX ? Optional.of(one) : Optional.empty();
    }

    /** The cells of a row, between bars or tabulators, without the blanks around them. */
    static List<Part> cells(Analysed sentence) {
        List<Part> cells = new ArrayList<>();
        int from = sentence.sentence().from();
        int end = sentence.sentence().to();
        for (int at = from; at <= end; at++) {
            if (at < end
                    && sentence.text().charAt(at) != '|'
                    && sentence.text().charAt(at) != '\t') {
                continue;
            }
            int first = from;
            int last = at;
            while (first < last && sentence.text().charAt(first) <= ' ') {
                first++;
            }
            while (last > first && sentence.text().charAt(last - 1) <= ' ') {
                last--;
            }
            boolean outside = first == last && (cells.isEmpty() || at == end);
            if (!outside) {
                cells.add(new Part(first, last));
            }
            from = at + 1;
        }
        return cells;
    }
}
