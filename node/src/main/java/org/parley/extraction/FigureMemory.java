// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction;

import org.parley.document.Block;
import org.parley.extraction.FoundClaim.When;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Hit;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What numbers leave behind for those that come later: what was counted, as of when, and whether a
 * list of bounds was begun. A paragraph begins anew; the items of a list go on with what stands
 * before it. Not safe for several threads.
 */
final class FigureMemory {
    /** For how many sentences what was counted holds on. */
    private static final int RECENT = 2;

    private static final Pattern AS_OF =
            Pattern.compile(
                    "(?:\\b[Aa]s of|\\b(?:[Aa]t|[Ss]ince) the (?:start|beginning|end|turn) of"
                            + "|截至|截止到?)\\s?$");

    /** Words that begin a list of bounds. */
    private static final Pattern BOUNDS =
            Pattern.compile(
                    "(?is).*(?:no more than|more than|not exceed\\w*|\\blimit\\w*|\\bceilings?"
                            + "|\\bcap(?:s|ped)?\\b|not be allowed|at most|up to"
                            + "|不得超过|不超过|上限|限额|限制在|限制为)[^:：]{0,40}[:：]\\s*");

    private Optional<Quantities.Found> counted = Optional.empty();
    private Optional<Entry> thing = Optional.empty();
    private Optional<Entry> titled = Optional.empty();
    private Optional<When> asOf = Optional.empty();
    private List<String> topic = List.of();
    private final TableFigures tables = new TableFigures();
    private List<Quantities.Found> row = List.of();
    private int sinceRow;
    private boolean bounds;

    /** Whether the last number was of several parties together. */
    private boolean joint;

    private int since;
    private int sinceThing;

    void beginParagraph(Block.Kind kind) {
        boolean goesOn = kind == Block.Kind.LIST_ITEM || kind == Block.Kind.TABLE_ROW;
        counted = Optional.empty();
        thing = Optional.empty();
        asOf = goesOn ? asOf : Optional.empty();
        bounds &= goesOn;
        joint &= goesOn;
    }

    /** What was counted a sentence or two ago, the whole and not a part of it. */
    Optional<Quantities.Found> counted() {
        return since <= RECENT ? counted : Optional.empty();
    }

    /** What was spoken of in the sentence before, or in the title, without a number. */
    Optional<Entry> thing() {
        return thing.isPresent() && sinceThing <= RECENT ? thing : titled;
    }

    /** The day of which the text said before that its numbers are. */
    Optional<When> asOf() {
        return asOf;
    }

    /** The one party of the title or the heading. */
    List<String> topic() {
        return topic;
    }

    /** What the rows of tables count. */
    TableFigures tables() {
        return tables;
    }

    /** Whether what is listed here is what nobody may exceed. */
    boolean bounds() {
        return bounds;
    }

    /** Two counts of different things of one party, a sentence or two ago. */
    List<Quantities.Found> row() {
        return sinceRow <= RECENT ? row : List.of();
    }

    /** Whether the last number was of several parties together, and none was named since. */
    boolean joint() {
        return joint;
    }

    void remember(Analysed sentence, List<Quantities.Found> found) {
        boolean together =
                sentence.numbers().stream()
                        .filter(number ->
                                found.stream().anyMatch(one -> one.at() == number.digits()))
                        .anyMatch(number -> Holders.isJoint(sentence, number));
        joint = together || joint && sentence.of("party").isEmpty();
        since++;
        sinceThing++;
        sinceRow++;
        if (!Pairs.row(found).isEmpty()) {
            row = Pairs.row(found);
            sinceRow = 1;
        }
        found.stream()
                .filter(one -> one.isWhole() && !NumberSense.isPart(sentence, one.at()))
                .reduce((first, second) -> second)
                .ifPresent(one -> {
                    counted = Optional.of(one);
                    since = 1;
                });
        sentence.of("measure").stream()
                .reduce((first, second) -> second)
                .flatMap(hit -> hit.as("measure"))
                .or(() ->
                        sentence.of("matter").stream()
                                .reduce((first, second) -> second)
                                .flatMap(hit -> hit.as("matter")))
                .ifPresent(entry -> {
                    thing = Optional.of(entry);
                    sinceThing = 1;
                });
        sentence.of("date").stream()
                .filter(date -> isAsOf(sentence, date))
                .findFirst()
                .ifPresent(date -> asOf = Optional.ofNullable(sentence.dates().get(date.from())));
        String words =
                sentence.text().substring(sentence.sentence().from(), sentence.sentence().to());
        bounds |= (words.endsWith(":") || words.endsWith("：")) && BOUNDS.matcher(words).matches();
    }

    private static boolean isAsOf(Analysed sentence, Hit date) {
        int from = Math.max(sentence.sentence().from(), date.from() - 24);
        return AS_OF.matcher(sentence.text().substring(from, date.from())).find();
    }

    /** Takes from a title or heading whose matter it is, and what is counted. */
    void head(List<Hit> hits) {
        List<String> codes =
                hits.stream()
                        .filter(hit -> hit.is("party"))
                        .flatMap(hit -> Codes.of(hit).stream())
                        .filter(code -> !Holders.KEEPERS_OF_NONE.contains(code))
                        .distinct()
                        .toList();
        topic = codes.size() == 1 && !codes.contains("WORLD") ? codes : List.of();
        titled =
                hits.stream()
                        .flatMap(hit -> hit.as("measure").stream())
                        .findFirst()
                        .or(() -> titled);
    }
}
