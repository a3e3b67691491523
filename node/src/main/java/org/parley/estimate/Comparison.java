// SPDX-License-Identifier: Apache-2.0
package org.parley.estimate;

import org.parley.Text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What two figures have to do with each other. Only figures of one quantity are set against each
 * other; for others it says why not.
 *
 * @param verdict in the words that claims are compared with
 * @param why in a sentence
 */
public record Comparison(Verdict verdict, Text why) {

    /** What a comparison can come to. */
    public enum Verdict {
        /** They count different things; neither is wrong for the other. */
        DIFFERENT_QUANTITY,
        /** At least one does not say what it counts. */
        QUANTITY_NOT_STATED,
        SAME,
        DIFFERENT;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A figure with what it counts. */
    public record Figure(Quantity quantity, long value) {}

    /**
     * Compares two figures.
     *
     * @param known estimates of the same state and time, which may show what lies between the two
     */
    public static Comparison of(Figure a, Figure b, List<Estimate> known) {
        if (a.quantity() == Quantity.NOT_STATED || b.quantity() == Quantity.NOT_STATED) {
            return new Comparison(
                    Verdict.QUANTITY_NOT_STATED,
                    Text.of(
                            "At least one of the two does not say what it counts; they cannot be"
                                    + " compared.",
                            "至少一个数字未说明口径，无法比较。"));
        }
        if (a.quantity() != b.quantity()) {
            return new Comparison(Verdict.DIFFERENT_QUANTITY, different(a, b, known));
        }
        long change = b.value() - a.value();
        return change == 0
                ? new Comparison(
                        Verdict.SAME, Text.of("The same quantity and value.", "口径相同，数值相同。"))
                : new Comparison(
                        Verdict.DIFFERENT,
                        Text.of(
                                "The same quantity; the second is "
                                        + number(Math.abs(change))
                                        + (change > 0 ? " more." : " less."),
                                "口径相同；后者"
                                        + (change > 0 ? "多" : "少")
                                        + number(Math.abs(change))
                                        + "。"));
    }

    private static Text different(Figure a, Figure b, List<Estimate> known) {
        List<String> english = new ArrayList<>();
        List<String> chinese = new ArrayList<>();
        english.add(
                number(a.value())
                        + " and "
                        + number(b.value())
                        + " are different quantities, not a contradiction: "
                        + a.quantity().title().en()
                        + " ("
                        + a.quantity().meaning().en()
                        + ") and "
                        + b.quantity().title().en()
                        + " ("
                        + b.quantity().meaning().en()
                        + ").");
        chinese.add(
                number(a.value())
                        + "与"
                        + number(b.value())
                        + "口径不同，并不矛盾：前者为"
                        + a.quantity().title().zh()
                        + "（"
                        + a.quantity().meaning().zh()
                        + "），后者为"
                        + b.quantity().title().zh()
                        + "（"
                        + b.quantity().meaning().zh()
                        + "）。");
        between(a, b, known)
                .ifPresent(text -> {
                    english.add(text.en());
                    chinese.add(text.zh());
                });
        return Text.of(String.join(" ", english), String.join("", chinese));
    }

    /** Where one vintage has both quantities: what lies between them. */
    private static Optional<Text> between(Figure a, Figure b, List<Estimate> known) {
        boolean firstLarger = a.quantity().parts().size() > b.quantity().parts().size();
        Quantity whole = firstLarger ? a.quantity() : b.quantity();
        Quantity part = firstLarger ? b.quantity() : a.quantity();
        List<Quantity> rest = new ArrayList<>(whole.parts());
        if (whole.parts().contains(part)) {
            rest.remove(part);
        } else if (!part.parts().isEmpty() && whole.parts().containsAll(part.parts())) {
            rest.removeAll(part.parts());
        } else {
            return Optional.empty();
        }
        for (Estimate total : known) {
            List<Estimate> same =
                    known.stream()
                            .filter(one ->
                                    one.dataset().equals(total.dataset())
                                            && one.of().equals(total.of())
                                            && one.state().equals(total.state()))
                            .toList();
            Optional<Long> inner = value(same, part);
            List<Long> others = rest.stream().flatMap(q -> value(same, q).stream()).toList();
            long sum = inner.orElse(0L) + others.stream().mapToLong(Long::longValue).sum();
            boolean isWhole = total.quantity() == whole && sum == total.value();
            if (isWhole && inner.isPresent() && others.size() == rest.size()) {
                return Optional.of(equation(total, inner.get(), part, rest, others));
            }
        }
        return Optional.empty();
    }

    private static Optional<Long> value(List<Estimate> figures, Quantity quantity) {
        return figures.stream()
                .filter(one -> one.quantity() == quantity)
                .map(Estimate::value)
                .findFirst();
    }

    private static Text equation(
            Estimate total, long inner, Quantity part, List<Quantity> rest, List<Long> others) {
        StringBuilder english = new StringBuilder();
        StringBuilder chinese = new StringBuilder();
        english.append(total.dataset().estimatorName().en() + ", " + total.of() + ": ");
        chinese.append(total.dataset().estimatorName().zh() + "，" + total.of() + "：");
        english.append(number(total.value()) + " = " + number(inner) + " " + part.title().en());
        chinese.append(number(total.value()) + " = " + number(inner) + part.title().zh());
        for (int i = 0; i < rest.size(); i++) {
            english.append(" + " + number(others.get(i)) + " " + rest.get(i).title().en());
            chinese.append(" + " + number(others.get(i)) + rest.get(i).title().zh());
        }
        return Text.of(english.append(".").toString(), chinese.append("。").toString());
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
