// SPDX-License-Identifier: Apache-2.0
package org.parley.estimate;

import org.parley.Text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A place where a vintage does not add up, with what explains it as far as the figures show. */
public sealed interface Mismatch {

    /** The figure given as a whole. */
    Estimate whole();

    /** What the parts come to. */
    long sum();

    /** What is seen, in a sentence. */
    Text says();

    default Dataset dataset() {
        return whole().dataset();
    }

    default long difference() {
        return whole().value() - sum();
    }

    /**
     * A whole that is not the sum of its parts.
     *
     * @param ownSum whether the source itself calls the figure a sum
     * @param blank the parts that the source leaves blank
     * @param twice the part that, counted twice, explains the source's own sum
     * @param leftOut the part that was left out for it
     */
    record OfParts(
            Estimate whole,
            boolean ownSum,
            long sum,
            List<Quantity> blank,
            Optional<Quantity> twice,
            Optional<Quantity> leftOut)
            implements Mismatch {
        public OfParts {
            blank = List.copyOf(blank);
        }

        @Override
        public Text says() {
            return Text.of(english(), chinese());
        }

        private String english() {
            StringBuilder text =
                    new StringBuilder(ownSum ? "The source’s own sum for the " : "The ");
            text.append(whole.quantity().title().en()).append(" is ").append(number(whole.value()));
            text.append("; the parts it gives come to ").append(number(sum)).append(".");
            twice.ifPresent(part -> text.append(" It counts " + part.title().en() + " twice"));
            leftOut.ifPresent(part -> text.append(" and leaves out " + part.title().en()));
            text.append(twice.isPresent() ? "." : "");
            if (twice.isEmpty() && !blank.isEmpty()) {
                text.append(" Left blank: ");
                text.append(String.join(", ", blank.stream().map(q -> q.title().en()).toList()));
                text.append(".");
            }
            if (!ownSum && blank.isEmpty()) {
                text.append(" Two tables of one vintage differ.");
            }
            return text.toString();
        }

        private String chinese() {
            StringBuilder text = new StringBuilder(ownSum ? "来源自带的合计（" : "");
            text.append(whole.quantity().title().zh()).append(ownSum ? "）为" : "为");
            text.append(number(whole.value())).append("，而所列各项相加为").append(number(sum)).append("。");
            twice.ifPresent(part -> text.append("“" + part.title().zh() + "”被计入两次"));
            leftOut.ifPresent(part -> text.append("，“" + part.title().zh() + "”则未计入"));
            text.append(twice.isPresent() ? "。" : "");
            if (twice.isEmpty() && !blank.isEmpty()) {
                text.append("空缺项：");
                text.append(String.join("、", blank.stream().map(q -> q.title().zh()).toList()));
                text.append("。");
            }
            if (!ownSum && blank.isEmpty()) {
                text.append("同一版本的两张表不一致。");
            }
            return text.toString();
        }
    }

    /**
     * A figure for the world that is not the sum of the states.
     *
     * @param named the quantity that the source names
     * @param states how many states were added up
     * @param equal the quantity in which the states do come to the world's figure
     */
    record OfStates(Estimate whole, Quantity named, int states, long sum, Optional<Quantity> equal)
            implements Mismatch {

        @Override
        public Text says() {
            String world = number(whole.value());
            String here = number(sum);
            String english =
                    "The world row, labelled "
                            + named.title().en()
                            + ", is "
                            + world
                            + "; the "
                            + states
                            + " rows of states come to "
                            + here
                            + ". "
                            + equal.map(quantity ->
                                            "It equals the states’ "
                                                    + quantity.title().en()
                                                    + " in the same vintage: "
                                                    + quantity.meaning().en()
                                                    + ".")
                                    .or(() -> whole.note().map(Text::en))
                                    .orElse("");
            String chinese =
                    "世界一行标为“"
                            + named.title().zh()
                            + "”，为"
                            + world
                            + "；"
                            + states
                            + "个国家各行相加为"
                            + here
                            + "。"
                            + equal.map(quantity ->
                                            "该数等于同一版本各国“"
                                                    + quantity.title().zh()
                                                    + "”之和（"
                                                    + quantity.meaning().zh()
                                                    + "）。")
                                    .or(() -> whole.note().map(Text::zh))
                                    .orElse("");
            return Text.of(english, chinese);
        }
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
