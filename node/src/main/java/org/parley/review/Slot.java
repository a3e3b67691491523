// SPDX-License-Identifier: Apache-2.0
package org.parley.review;

import org.parley.Code;
import org.parley.Nearest;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Text;
import org.parley.evidence.Assertion;
import org.parley.evidence.Status;
import org.parley.extraction.FoundClaim;
import org.parley.extraction.FoundClaim.Figure;
import org.parley.extraction.FoundClaim.Kind;
import org.parley.extraction.FoundClaim.When;
import org.parley.time.Edtf;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What a claim says, part by part, each as a text; an empty text where it does not say it. */
public enum Slot {
    KIND,
    ACTORS,
    PARTICIPANTS,
    MECHANISM,
    ACTION,
    LEVEL,
    FORMAT,
    PLACE,
    TOPIC,
    CHANNEL,
    STEP,
    SCOPE,
    WHEN,
    VALUE,
    HIGH,
    UNIT,
    MEASURE,
    QUALIFIER,
    AS_OF,
    FIGURE_BASIS,
    AGAINST,
    STATUS,
    ASSERTION,
    DENIED;

    /** Longer than any name or phrase of a claim. */
    public static final int LENGTH_MAX = 300;

    private static final int DIGITS_MAX = 15;

    /** As written in statements and forms: {@code as-of}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The slot that is so called.
     *
     * @throws ParleyException {@code UNKNOWN_KEY}
     */
    public static Slot of(String word) {
        List<String> words = Arrays.stream(values()).map(Slot::word).toList();
        int at = words.indexOf(word);
        if (at < 0) {
            throw new ParleyException(
                    Code.UNKNOWN_KEY,
                    Place.of(word),
                    Text.of("no such slot", "没有此栏"),
                    Nearest.hinted(word, words));
        }
        return values()[at];
    }

    /**
     * All slots of a claim that say something.
     *
     * @param links who a name is, as reviewers decided; an empty text where they did not
     */
    static Map<Slot, String> of(FoundClaim claim, UnaryOperator<String> links) {
        Map<Slot, String> slots = new EnumMap<>(Slot.class);
        for (Slot slot : values()) {
            String value = slot.read(claim, links);
            if (!value.isEmpty()) {
                slots.put(slot, Quoted.written(value));
            }
        }
        return slots;
    }

    /** Whether what stands in it is reckoned from the date of the text. */
    boolean isDate() {
        return this == WHEN || this == AS_OF;
    }

    /** The closed list that a value comes from; empty where any text may stand. */
    public List<String> choices() {
        return switch (this) {
            case KIND -> Arrays.stream(Kind.values()).map(Kind::word).toList();
            case STATUS -> Arrays.stream(Status.values()).map(Status::word).toList();
            case ASSERTION -> Arrays.stream(Assertion.values()).map(Assertion::word).toList();
            case QUALIFIER ->
                    List.of(
                            "exact",
                            "about",
                            "more-than",
                            "less-than",
                            "at-least",
                            "at-most",
                            "range");
            case FIGURE_BASIS -> List.of("declared", "estimate", "limit", "projection", "stated");
            case DENIED -> List.of("true");
            default -> List.of();
        };
    }

    /** Whether every claim says it. */
    public boolean isRequired() {
        return this == KIND || this == ASSERTION;
    }

    /**
     * What a reviewer may put there.
     *
     * @return the value as it is kept
     * @throws ParleyException {@code BAD_VALUE} or {@code BAD_DATE}
     */
    String checked(String given) {
        String value = Quoted.written(given.strip());
        if (value.length() > LENGTH_MAX || value.chars().anyMatch(Character::isISOControl)) {
            throw bad(
                    value.substring(0, Math.min(20, value.length())),
                    Text.of(
                            "one line, at most " + LENGTH_MAX + " characters",
                            "一行，至多 " + LENGTH_MAX + " 个字符"));
        }
        if (value.isEmpty()) {
            if (isRequired()) {
                throw bad(value, Nearest.hinted(value, choices()));
            }
            return value;
        }
        if (!choices().isEmpty() && !choices().contains(value)) {
            throw bad(value, Nearest.hinted(value, choices()));
        }
        if (isDate()) {
            Edtf.parse(value, Place.of(word()));
        }
        if ((this == VALUE || this == HIGH)
                && !value.matches("\\d{1," + DIGITS_MAX + "}(\\.\\d{1,6})?")) {
            throw bad(value, Text.of("a number such as 1550 or 274.8", "数字，如 1550 或 274.8"));
        }
        return value;
    }

    private ParleyException bad(String value, Text todo) {
        return new ParleyException(
                Code.BAD_VALUE,
                Place.of(word()),
                Text.of("\"" + value + "\"", "“" + value + "”"),
                todo);
    }

    private String read(FoundClaim claim, UnaryOperator<String> links) {
        return switch (this) {
            case KIND -> claim.kind().word();
            case ACTORS -> String.join(", ", claim.actors());
            case PARTICIPANTS -> persons(claim, links);
            case MECHANISM -> claim.mechanism().orElse("");
            case ACTION -> claim.about().action().orElse("");
            case LEVEL -> claim.about().level().orElse("");
            case FORMAT -> claim.about().format().orElse("");
            case PLACE -> claim.about().place().orElse("");
            case TOPIC -> claim.about().topic().orElse("");
            case CHANNEL -> claim.about().channel().orElse("");
            case STEP -> claim.about().step().orElse("");
            case SCOPE -> claim.about().scope().orElse("");
            case WHEN -> day(claim.when());
            case VALUE -> figure(claim, one -> "" + one.value());
            case HIGH -> figure(claim, one -> one.high().map(high -> "" + high).orElse(""));
            case UNIT -> figure(claim, Figure::unit);
            case MEASURE -> figure(claim, Figure::measure);
            case QUALIFIER -> figure(claim, Figure::qualifier);
            case AS_OF -> figure(claim, one -> day(one.asOf()));
            case FIGURE_BASIS -> figure(claim, Figure::basis);
            case AGAINST -> figure(claim, one -> one.against().orElse(""));
            case STATUS -> claim.status().map(Status::word).orElse("");
            case ASSERTION -> claim.assertion().word();
            case DENIED -> claim.denied() ? "true" : "";
        };
    }

    private static String persons(FoundClaim claim, UnaryOperator<String> links) {
        return claim.participants().stream()
                .map(person -> {
                    String linked = links.apply(person.name());
                    String side = linked.isEmpty() ? person.side().orElse("") : linked;
                    return person.name() + (side.isEmpty() ? "" : " (" + side + ")");
                })
                .collect(Collectors.joining("; "));
    }

    private static String day(Optional<When> when) {
        return when.flatMap(When::edtf).orElse("");
    }

    private static String figure(FoundClaim claim, Function<Figure, String> part) {
        return claim.figure().map(part).orElse("");
    }
}
