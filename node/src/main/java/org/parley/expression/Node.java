// SPDX-License-Identifier: Apache-2.0
package org.parley.expression;

import org.parley.Place;
import org.parley.Text;

import java.util.List;
import java.util.function.Consumer;

/**
 * A checked expression as a tree, with long chains of {@code &&} and {@code ||} flat and decimals
 * brought to one scale. Everything that is done with an expression (specialise, compile, explain,
 * read back) is a switch over these records.
 */
sealed interface Node {
    /** Where it stands: the operator of an operation, the first character of anything else. */
    Place at();

    FieldType type();

    /** The parts, in reading order. */
    List<Node> parts();

    /** A value known beforehand, written as slots are. */
    record Constant(Place at, FieldType type, long value) implements Node {
        @Override
        public List<Node> parts() {
            return List.of();
        }
    }

    /** A field, read from its slot. */
    record Field(Place at, FieldType type, String name, int slot) implements Node {
        @Override
        public List<Node> parts() {
            return List.of();
        }
    }

    /** {@code a && b && …}: false if one is false, even where another cannot be told. */
    record All(Place at, List<Node> parts) implements Node {
        @Override
        public FieldType type() {
            return Types.FLAG;
        }
    }

    /** {@code a || b || …}: true if one is true, even where another cannot be told. */
    record Any(Place at, List<Node> parts) implements Node {
        @Override
        public FieldType type() {
            return Types.FLAG;
        }
    }

    record Not(Place at, Node part) implements Node {
        @Override
        public FieldType type() {
            return Types.FLAG;
        }

        @Override
        public List<Node> parts() {
            return List.of(part);
        }
    }

    /** {@code when ? then : otherwise}. */
    record Choice(Place at, FieldType type, Node when, Node then, Node otherwise) implements Node {
        @Override
        public List<Node> parts() {
            return List.of(when, then, otherwise);
        }
    }

    record Compare(Place at, Comparison how, Node left, Node right) implements Node {
        @Override
        public FieldType type() {
            return Types.FLAG;
        }

        @Override
        public List<Node> parts() {
            return List.of(left, right);
        }
    }

    /** {@code left in [a, b]}. */
    record Among(Place at, Node left, List<Constant> choices) implements Node {
        @Override
        public FieldType type() {
            return Types.FLAG;
        }

        @Override
        public List<Node> parts() {
            return List.of(left);
        }
    }

    /** {@code key in tables.x}. */
    record Listed(Place at, Node key, String table) implements Node {
        @Override
        public FieldType type() {
            return Types.FLAG;
        }

        @Override
        public List<Node> parts() {
            return List.of(key);
        }
    }

    /** {@code tables.x[key]}. */
    record Entry(Place at, String table, Node key) implements Node {
        @Override
        public FieldType type() {
            return Types.WHOLE;
        }

        @Override
        public List<Node> parts() {
            return List.of(key);
        }
    }

    record Arithmetic(Place at, FieldType type, Operation how, Node left, Node right)
            implements Node {
        @Override
        public List<Node> parts() {
            return List.of(left, right);
        }
    }

    record Negated(Place at, Node part) implements Node {
        @Override
        public FieldType type() {
            return part.type();
        }

        @Override
        public List<Node> parts() {
            return List.of(part);
        }
    }

    /** A decimal brought to a finer scale; nothing that anybody wrote. */
    record Scaled(FieldType type, Node part, long factor) implements Node {
        @Override
        public Place at() {
            return part.at();
        }

        @Override
        public List<Node> parts() {
            return List.of(part);
        }
    }

    record Call(Place at, Function function, List<Node> parts) implements Node {
        @Override
        public FieldType type() {
            return function.result();
        }
    }

    enum Comparison {
        EQUAL("==", "is", "为"),
        DIFFERENT("!=", "is not", "不为"),
        LESS("<", "is less than", "小于"),
        AT_MOST("<=", "is at most", "不超过"),
        MORE(">", "is more than", "大于"),
        AT_LEAST(">=", "is at least", "不少于");

        final String sign;
        final String english;
        final String chinese;

        Comparison(String sign, String english, String chinese) {
            this.sign = sign;
            this.english = english;
            this.chinese = chinese;
        }

        /** For points in time: "is before", not "is less than". */
        Text ofDates() {
            return switch (this) {
                case EQUAL, DIFFERENT -> Text.of(english, chinese);
                case LESS -> Text.of("is before", "早于");
                case AT_MOST -> Text.of("is not after", "不晚于");
                case MORE -> Text.of("is after", "晚于");
                case AT_LEAST -> Text.of("is not before", "不早于");
            };
        }

        boolean ordered() {
            return this != EQUAL && this != DIFFERENT;
        }
    }

    enum Operation {
        PLUS("+", "plus", "加"),
        MINUS("-", "minus", "减"),
        TIMES("*", "times", "乘以"),
        DIVIDED("/", "divided (rounded towards zero) by", "整除以"),
        REMAINDER("%", "modulo", "模");

        final String sign;
        final String english;
        final String chinese;

        Operation(String sign, String english, String chinese) {
            this.sign = sign;
            this.english = english;
            this.chinese = chinese;
        }
    }

    /** Visits this node and everything below it, in reading order. */
    default void walk(Consumer<Node> visitor) {
        visitor.accept(this);
        for (Node part : parts()) {
            part.walk(visitor);
        }
    }

    default boolean isConstant(long value) {
        return this instanceof Constant constant && constant.value() == value;
    }
}
