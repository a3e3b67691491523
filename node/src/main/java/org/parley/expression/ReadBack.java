// SPDX-License-Identifier: Apache-2.0
package org.parley.expression;

import static org.parley.Text.fill;

import org.parley.Text;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Says a rule as a fragment of a sentence, in English and Chinese, from the checked tree: what is
 * read is what is evaluated. Brackets stand wherever a reader could group otherwise.
 */
final class ReadBack {
    private final Symbols symbols;
    private final Titles titles;

    ReadBack(Symbols symbols, Titles titles) {
        this.symbols = symbols;
        this.titles = titles;
    }

    Text read(Node node) {
        return switch (node) {
            case Node.Constant c -> constant(c, "");
            case Node.Field f -> f.type() instanceof FieldType.Flag ? marked(f, true) : title(f);
            case Node.All all -> chain(all.parts(), ", and ", "，且");
            case Node.Any any -> chain(any.parts(), ", or ", "，或");
            case Node.Not not -> negated(not.part());
            case Node.Choice c ->
                    fill(
                            "if %s, then %s, otherwise %s",
                            "若%s，则为%s，否则为%s",
                            read(c.when()),
                            inner(c.then()),
                            inner(c.otherwise()));
            case Node.Compare c -> compare(c);
            case Node.Among a -> among(a, true);
            case Node.Listed l -> listed(l, true);
            case Node.Entry e ->
                    fill(
                            "the entry for %s in %s",
                            "%2$s中%1$s对应的数值", inner(e.key()), titles.field(e.table()));
            case Node.Arithmetic a ->
                    fill(
                            "%s " + a.how().english + " %s",
                            "%s" + a.how().chinese + "%s",
                            inner(a.left()),
                            inner(a.right()));
            case Node.Negated n -> fill("minus %s", "负%s", inner(n.part()));
            case Node.Scaled s -> read(s.part());
            case Node.Call call -> call(call);
        };
    }

    /** In brackets where it consists of several words that could be grouped otherwise. */
    private Text inner(Node node) {
        Text text = read(node);
        return switch (node) {
            case Node.All _, Node.Any _, Node.Choice _, Node.Arithmetic _ -> bracketed(text);
            case Node.Call call when call.function().rounds() -> bracketed(text);
            case Node.Scaled s -> inner(s.part());
            default -> text;
        };
    }

    private static Text bracketed(Text text) {
        return fill("(%s)", "（%s）", text);
    }

    private Text chain(List<Node> parts, String english, String chinese) {
        List<Text> texts = parts.stream().map(this::inner).toList();
        return Text.of(
                texts.stream().map(Text::en).collect(Collectors.joining(english)),
                texts.stream().map(Text::zh).collect(Collectors.joining(chinese)));
    }

    private Text negated(Node part) {
        return switch (part) {
            case Node.Field f -> marked(f, false);
            case Node.Among a -> among(a, false);
            case Node.Listed l -> listed(l, false);
            default -> fill("not (%s)", "并非（%s）", read(part));
        };
    }

    private Text marked(Node.Field f, boolean yes) {
        return yes
                ? fill("marked “%s”", "标为“%s”", title(f))
                : fill("not marked “%s”", "未标为“%s”", title(f));
    }

    private Text compare(Node.Compare c) {
        boolean flag = c.left().type() instanceof FieldType.Flag;
        if (flag && c.left() instanceof Node.Field f && c.right() instanceof Node.Constant value) {
            return marked(f, value.value() != 0 == (c.how() == Node.Comparison.EQUAL));
        }
        Text left = side(c.left(), c.right());
        Text right = side(c.right(), c.left());
        Text how =
                c.left().type() instanceof FieldType.Moment
                        ? c.how().ofDates()
                        : Text.of(c.how().english, c.how().chinese);
        return fill("%s %s %s", "%s%s%s", left, how, right);
    }

    private Text side(Node node, Node other) {
        if (node instanceof Node.Constant c) {
            return constant(c, other instanceof Node.Field f ? f.name() : "");
        }
        return node instanceof Node.Field f ? title(f) : inner(node);
    }

    private Text among(Node.Among a, boolean yes) {
        String field = a.left() instanceof Node.Field f ? f.name() : "";
        List<Text> choices = a.choices().stream().map(c -> constant(c, field)).toList();
        Text left = side(a.left(), a.left());
        return yes
                ? fill("%s is %s", "%s为%s", left, listing(choices, " or ", "或"))
                : fill("%s is not %s", "%s不为%s", left, listing(choices, " or ", "或"));
    }

    private static Text listing(List<Text> texts, String english, String chinese) {
        return Text.of(
                enumerate(texts.stream().map(Text::en).toList(), ", ", english),
                enumerate(texts.stream().map(Text::zh).toList(), "、", chinese));
    }

    private static String enumerate(List<String> words, String comma, String last) {
        int n = words.size();
        return n == 1
                ? words.getFirst()
                : String.join(comma, words.subList(0, n - 1)) + last + words.get(n - 1);
    }

    private Text listed(Node.Listed l, boolean yes) {
        return yes
                ? fill("%s has an entry in %s", "%s载于%s", inner(l.key()), titles.field(l.table()))
                : fill("%s has no entry in %s", "%s未载于%s", inner(l.key()), titles.field(l.table()));
    }

    private Text call(Node.Call call) {
        Text x = inner(call.parts().getFirst());
        Text y = inner(call.parts().getLast());
        return switch (call.function()) {
            case ABS -> fill("the absolute value of %s", "%s的绝对值", x);
            case MIN -> fill("the smaller of %s and %s", "%s与%s中的较小者", x, y);
            case MAX -> fill("the larger of %s and %s", "%s与%s中的较大者", x, y);
            case CEIL_DIV -> fill("%s divided by %s, rounded up", "%s除以%s（向上取整）", x, y);
            case FLOOR_DIV -> fill("%s divided by %s, rounded down", "%s除以%s（向下取整）", x, y);
            case EVEN_UP -> fill("%s rounded up to an even number", "%s（向上取至偶数）", x);
            case PERCENT ->
                    fill(
                            "%2$s percent of %1$s (the text states no rounding)",
                            "%1$s的百分之%2$s（文本未规定取整方式）", x, y);
            case PERCENT_UP -> fill("%2$s percent of %1$s, rounded up", "%1$s的百分之%2$s（向上取整）", x, y);
            case PERCENT_DOWN ->
                    fill("%2$s percent of %1$s, rounded down", "%1$s的百分之%2$s（向下取整）", x, y);
            case DAYS -> fill("%s days", "%s天", x);
            case DAY -> fill("the day of %s", "%s所在日", x);
            case DATE, TIMESTAMP, DURATION ->
                    throw new IllegalStateException(call.function() + " is gone after typing");
        };
    }

    private Text title(Node.Field f) {
        return titles.field(f.name());
    }

    private Text constant(Node.Constant c, String field) {
        if (c.type().isWord()) {
            Text word = titles.value(field, symbols.text(c.value()));
            return Text.of(word.en(), "“" + word.zh() + "”");
        }
        if (c.type() instanceof FieldType.Flag) {
            return c.value() == 0 ? Text.of("no", "否") : Text.of("yes", "是");
        }
        if (c.type() instanceof FieldType.Duration) {
            return Durations.text(c.value());
        }
        return Text.same(Printer.value(c.type(), c.value(), symbols));
    }
}
