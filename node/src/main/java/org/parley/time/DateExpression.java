// SPDX-License-Identifier: Apache-2.0
package org.parley.time;

import org.parley.Code;
import org.parley.Place;
import org.parley.Problem;
import org.parley.Text;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A date as the agreement file gives it, such as {@code eif + 7 years}: what was parsed, the text
 * it was parsed from, and where that stands. Two are equal if they say the same, wherever they
 * stand. Immutable.
 *
 * <p>The language: a name, an ISO date or date-time, {@code act withdrawn}, {@code form.arrival},
 * {@code period.start}, {@code period.end}, {@code step.arrival}, or a function, and then any
 * number of {@code + 30 days} or {@code - 1 month}. Functions: {@code first-of-month(date)}, {@code
 * first-of-next-month(date)}, {@code annual-day(04-15, date)}, {@code earlier-of(date, date …)},
 * {@code later-of(date, date …)}, {@code all-acted(set, act)}, {@code nth-acted(40, set, act)}.
 */
public final class DateExpression {
    private final DateTerm term;
    private final String source;
    private final Place at;
    private final List<Reference> references;

    DateExpression(DateTerm term, String source, Place at, List<Reference> references) {
        this.term = term;
        this.source = source;
        this.at = at;
        this.references = references;
    }

    /**
     * Reads a date expression.
     *
     * @throws org.parley.ParleyException {@code BAD_DATE}, at the character where it goes wrong
     */
    public static DateExpression parse(String text, Place at) {
        DateParser parser = new DateParser(text, at);
        DateTerm term = parser.wholeDate();
        return new DateExpression(term, text, at, parser.references());
    }

    public DateTerm term() {
        return term;
    }

    /** The text as it was written. */
    public String source() {
        return source;
    }

    public Place at() {
        return at;
    }

    /** Everything it needs from outside, in the order of the text. */
    public List<Reference> references() {
        return references;
    }

    /** The names it needs of one kind. */
    public Set<String> names(Reference.Kind kind) {
        return references.stream()
                .filter(reference -> reference.kind() == kind)
                .map(Reference::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * When it is; empty if what it counts from has not happened.
     *
     * @throws org.parley.ParleyException {@code BAD_DATE} if hours would have to be counted from a
     *     day without an hour
     */
    public Optional<Moment> resolve(DateContext context) {
        return new DateEvaluation(context, at).resolve(term);
    }

    /** When it is, as something due. */
    public Optional<Deadline> deadline(DateContext context) {
        return resolve(context).map(moment -> moment.deadline(context.zone()));
    }

    /** Whether it is a whole day in every case. */
    public boolean alwaysDay(Predicate<DateTerm> leaf) {
        return DateTerms.alwaysDay(term, leaf);
    }

    /**
     * What is wrong with counting hours, now that it is known what the names stand for.
     *
     * @param leaf whether a name, act, form field or step is a whole day, never an hour
     */
    public Optional<Problem> hoursFromDay(Predicate<DateTerm> leaf) {
        return DateTerms.countsHoursFromDay(term, leaf)
                ? Optional.of(
                        new Problem(
                                Code.BAD_DATE,
                                at,
                                "\"" + source + "\" counts hours from a whole day",
                                "use days, or count from something with a time of day"))
                : Optional.empty();
    }

    /** It in words: "7 years after entry into force", "条约生效之后 7 年". */
    public Text phrase(Titles titles) {
        return new DateReading(titles).phrase(term);
    }

    /** The plain spelling; reading it again gives an equal expression. */
    @Override
    public String toString() {
        return term.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DateExpression that && term.equals(that.term);
    }

    @Override
    public int hashCode() {
        return term.hashCode();
    }

    /** What people call the names in a date; empty where there is only the name. */
    @FunctionalInterface
    public interface Titles {
        /** No title for anything: the names themselves are read out. */
        Titles NONE = (_, _) -> Optional.empty();

        Optional<Text> title(Reference.Kind kind, String name);
    }
}
