// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.extraction.Codes;
import org.parley.extraction.FoundClaim.When;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Hit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Acts that a table gives by their dates: parties in rows and Signed, In force above the columns;
 * treaties in rows; or an act in each row with its date, as in a status sheet. The treaty of
 * parties' rows is the one of the heading. Not safe for several threads.
 */
final class TableActs {
    static final int CERTAINTY = 75;

    /** What may stand in a cell beside a date: a mark of a note, a bracket. */
    private static final int BESIDE_MAX = 4;

    private List<Optional<String>> columns = List.of();

    /** An act, whose it is, under which treaty and when. */
    record Found(
            String action,
            String mechanism,
            List<String> actors,
            When when,
            Part words,
            int certainty) {}

    /**
     * The acts of a row; none of the row of heads.
     *
     * @param treaty the one of the heading, or spoken of last
     * @param parties codes of the parties of a treaty that has only them
     */
    List<Found> in(
            Analysed sentence, Optional<String> treaty, Function<String, List<String>> parties) {
        List<Part> cells = TableFigures.cells(sentence);
        if (cells.size() < 2) {
            columns = List.of();
            return List.of();
        }
        List<Optional<String>> heads = cells.stream().map(cell -> head(sentence, cell)).toList();
        if (heads.size() == 2 && heads.getFirst().isPresent() && heads.getLast().isEmpty()) {
            return line(sentence, cells.getFirst(), cells.getLast(), treaty, parties);
        }
        if (heads.stream().anyMatch(Optional::isPresent)) {
            columns = heads;
            return List.of();
        }
        return row(sentence, cells, treaty, parties);
    }

    private List<Found> row(
            Analysed sentence,
            List<Part> cells,
            Optional<String> treaty,
            Function<String, List<String>> parties) {
        Part first = cells.getFirst();
        Optional<String> own = mechanism(sentence, first);
        List<String> whose =
                own.isPresent()
                        ? parties.apply(own.get())
                        : sentence.of("party", first.from(), first.to()).stream()
                                .flatMap(hit -> Codes.of(hit).stream())
                                .distinct()
                                .toList();
        Optional<String> of = own.or(() -> treaty);
        List<Found> found = new ArrayList<>();
        if (of.isEmpty() || own.isEmpty() && whose.size() != 1) {
            return found;
        }
        // A table whose rows begin with an empty corner has one head fewer than cells.
        int shift = columns.size() == cells.size() - 1 ? 1 : 0;
        for (int i = 1; i < cells.size() && i - shift < columns.size(); i++) {
            Part cell = cells.get(i);
            Optional<When> when = date(sentence, cell);
            Optional<String> action = columns.get(i - shift);
            if (when.isPresent() && action.isPresent()) {
                found.add(
                        new Found(
                                action.get(),
                                of.get(),
                                whose,
                                when.get(),
                                new Part(first.from(), cell.to()),
                                CERTAINTY));
            }
        }
        return found;
    }

    private static List<Found> line(
            Analysed sentence,
            Part label,
            Part value,
            Optional<String> treaty,
            Function<String, List<String>> parties) {
        Optional<String> action = head(sentence, label);
        Optional<When> when = date(sentence, value);
        return treaty.isPresent() && action.isPresent() && when.isPresent()
                ? List.of(
                        new Found(
                                action.get(),
                                treaty.get(),
                                parties.apply(treaty.get()),
                                when.get(),
                                new Part(label.from(), value.to()),
                                CERTAINTY))
                : List.of();
    }

    private static Optional<String> mechanism(Analysed sentence, Part cell) {
        return sentence.of("mechanism", cell.from(), cell.to()).stream()
                .flatMap(hit -> hit.as("mechanism").stream())
                .map(Entry::id)
                .findFirst();
    }

    /** The act that a cell names and nothing beside it. */
    private static Optional<String> head(Analysed sentence, Part cell) {
        return sentence.of("act-head", cell.from(), cell.to()).stream()
                .filter(hit -> isAll(hit, cell))
                .flatMap(hit -> hit.as("act-head").stream())
                .map(Entry::id)
                .findFirst();
    }

    /** The one date of a cell that holds nothing else. */
    private static Optional<When> date(Analysed sentence, Part cell) {
        List<Hit> dates = sentence.of("date", cell.from(), cell.to());
        return dates.size() == 1 && isAll(dates.getFirst(), cell)
                ? Optional.ofNullable(sentence.dates().get(dates.getFirst().from()))
                        .filter(when -> when.edtf().isPresent())
                : Optional.empty();
    }

    private static boolean isAll(Hit hit, Part cell) {
        return cell.to() - cell.from() - hit.length() <= BESIDE_MAX;
    }
}
