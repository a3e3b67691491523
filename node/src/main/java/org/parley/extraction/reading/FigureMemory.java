// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.document.Block;
import org.parley.extraction.Codes;
import org.parley.extraction.FoundClaim.When;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Sentences;
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

    /** How far from a whole the colon stands after which its parts are listed. */
    private static final int SPLIT_MAX = 48;

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

    /** The same without a colon, before the items of a list: so that it would not exceed. */
    private static final Pattern OPEN_BOUNDS =
            Pattern.compile(
                    "(?:\\b(?:not exceed|no more than|at most|limited to|limits"
                            + " of)|不得?超过|限制为)[:：]?\\s*$");

    /** Of what was, and is not as of a day of which the text told. */
    private static final Pattern PAST =
            Pattern.compile(
                    "曾|当时|冷战|高峰|峰值|巅峰|原有|此前|历史上|\\b(?:once|then|peak\\w*|Cold"
                            + " War|formerly|previously|at the time|had)\\b");

    private static final Pattern NOW = Pattern.compile("目前|现在|如今|当前|\\b(?:now|currently|today)\\b");

    private Optional<Amount> counted = Optional.empty();
    private Optional<Entry> thing = Optional.empty();
    private Optional<Entry> titled = Optional.empty();
    private Optional<When> asOf = Optional.empty();

    /** The last count of all together with the words "as of": its day is that of the parts. */
    private Optional<Amount> dated = Optional.empty();

    private List<String> topic = List.of();

    /** The one party of the title, which a heading that names none leaves as it is. */
    private List<String> titleTopic = List.of();

    /** Whether a sentence was read. */
    private boolean begun;

    /** Of what a stock was told last, whatever the paragraph. */
    private Optional<Entry> stocked = Optional.empty();

    /** What the sentence before counted beside arms and material. */
    private Optional<Amount> tallied = Optional.empty();

    private final TableFigures tables = new TableFigures();
    private List<Amount> row = List.of();
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
        tallied = goesOn ? tallied : Optional.empty();
    }

    Optional<Amount> tallied() {
        return tallied;
    }

    void tallied(Optional<Amount> last) {
        tallied = last;
    }

    /** What was counted a sentence or two ago, the whole and not a part of it. */
    Optional<Amount> counted() {
        return since <= RECENT ? counted : Optional.empty();
    }

    /** What was spoken of in the sentence before, or in the title, without a number. */
    Optional<Entry> thing() {
        return thing.isPresent() && sinceThing <= RECENT ? thing : titled;
    }

    /** What a stock that is not named is of: what the last that was named was of. */
    Optional<Entry> stocked() {
        return stocked;
    }

    /** The day of which the text said before that its numbers are. */
    Optional<When> asOf() {
        return asOf;
    }

    /**
     * The day of which an earlier paragraph said that a number of all together is, for those of the
     * same thing: where the sentence has no day of its own, is not told by a party, and tells of
     * nothing past.
     */
    Optional<When> asOf(Analysed sentence, Amount found) {
        if (asOf.isPresent()) {
            return asOf;
        }
        Optional<When> last =
                counted()
                        .filter(one -> one.entry().of("levels").isPresent())
                        .filter(one -> found.entry().of("levels").isPresent())
                        .filter(one -> one.parties().equals(found.parties()))
                        .filter(any -> sentence.of("date").isEmpty())
                        .filter(any -> !NOW.matcher(words(sentence)).find())
                        .flatMap(one -> one.figure().asOf());
        if (last.isPresent()) {
            return last;
        }
        return dated.filter(all -> all.kin().equals(found.kin()))
                .filter(any -> sentence.of("date").isEmpty())
                .filter(any -> !PAST.matcher(words(sentence)).find())
                .filter(any -> !Holders.isToldByAParty(sentence))
                .flatMap(all -> all.figure().asOf());
    }

    private static String words(Analysed sentence) {
        return sentence.text().substring(sentence.sentence().from(), sentence.sentence().to());
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
    List<Amount> row() {
        return sinceRow <= RECENT ? row : List.of();
    }

    /** Whether the last number was of several parties together, and none was named since. */
    boolean joint() {
        return joint;
    }

    void remember(Analysed sentence, List<Amount> found) {
        boolean together =
                sentence.numbers().stream()
                        .filter(number ->
                                found.stream().anyMatch(one -> one.at() == number.digits()))
                        .anyMatch(number -> Holders.isJoint(sentence, number));
        joint = together || joint && sentence.of("party").isEmpty();
        begun |= !found.isEmpty();
        since++;
        sinceThing++;
        sinceRow++;
        if (!Pairs.row(found).isEmpty()) {
            row = Pairs.row(found);
            sinceRow = 1;
        }
        found.stream()
                .filter(one -> one.isWhole() && !NumberSense.isPart(sentence, one.at()))
                .filter(one -> !isSplit(sentence, found, one))
                .reduce((first, second) -> second)
                .ifPresent(one -> {
                    stocked = one.isStock() ? Optional.of(one.entry()) : stocked;
                    counted =
                            one.isOfAFew()
                                    ? counted.filter(one::isOfTheSame).or(() -> Optional.of(one))
                                    : Optional.of(one);
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
        Optional<When> said =
                sentence.of("date").stream()
                        .filter(date -> isAsOf(sentence, date))
                        .findFirst()
                        .flatMap(date -> Optional.ofNullable(sentence.dates().get(date.from())));
        List<Amount> own =
                found.stream()
                        .filter(one -> one.isWhole() && !one.limit() && !one.isProjection())
                        .filter(one -> one.figure().asOf().isPresent())
                        .toList();
        if (said.isPresent()) {
            asOf = said;
            dated =
                    own.stream()
                            .filter(one -> one.figure().asOf().equals(said))
                            .filter(one ->
                                    one.parties().isEmpty() || one.parties().contains("WORLD"))
                            .findFirst()
                            .or(() -> own.isEmpty() ? dated : Optional.empty());
        } else if (own.stream().anyMatch(one -> !one.figure().asOf().equals(asOf))) {
            asOf = Optional.empty();
        }
        String words = words(sentence);
        bounds |= OPEN_BOUNDS.matcher(words).find();
        bounds |= (words.endsWith(":") || words.endsWith("：")) && BOUNDS.matcher(words).matches();
    }

    /**
     * 4,500 again: 1,600 deployed, 985 in reserve. Those after the colon are parts of the first.
     */
    private static boolean isSplit(Analysed sentence, List<Amount> found, Amount one) {
        String text = sentence.text();
        int from = sentence.sentence().from();
        int colon =
                Math.max(
                        Sentences.last(text, ':', from, one.at()),
                        Sentences.last(text, '：', from, one.at()));
        return found.stream()
                .filter(Amount::isWhole)
                .anyMatch(first -> first.at() < colon && colon - first.to() <= SPLIT_MAX);
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
        if (codes.isEmpty()) {
            topic = titleTopic;
        } else {
            topic = codes.size() == 1 && !codes.contains("WORLD") ? codes : List.of();
            titleTopic = begun ? titleTopic : topic;
        }
        titled =
                hits.stream()
                        .flatMap(hit -> hit.as("measure").stream())
                        .findFirst()
                        .or(() -> titled);
    }
}
