// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import static org.parley.Text.fill;

import org.parley.Text;
import org.parley.expression.Titles;
import org.parley.time.DateExpression;
import org.parley.time.DateTerm;
import org.parley.time.Notice;
import org.parley.time.Reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The names in an agreement as people say them, for sentences in English and Chinese. */
final class Wording {
    private static final String CALENDAR_YEAR = "calendar_year";

    private final Agreement agreement;
    private final Formulas formulas;

    Wording(Agreement agreement, Formulas formulas) {
        this.agreement = agreement;
        this.formulas = formulas;
    }

    static Text join(List<Text> parts, String english, String chinese) {
        return Text.of(
                parts.stream().map(Text::en).collect(Collectors.joining(english)),
                parts.stream().map(Text::zh).collect(Collectors.joining(chinese)));
    }

    static Text quoted(Text title) {
        return fill("“%s”", "“%s”", title);
    }

    /** 1,550 in English, 1550 in Chinese. */
    static Text number(long value) {
        return Text.of(String.format(java.util.Locale.ROOT, "%,d", value), Long.toString(value));
    }

    Text date(DateExpression date) {
        return date.phrase(this::dateTitle);
    }

    Text notice(Notice notice) {
        return notice.phrase(this::dateTitle);
    }

    private Optional<Text> dateTitle(Reference.Kind kind, String name) {
        return switch (kind) {
            case NAME -> Optional.of(named(name));
            case ACT -> Optional.of(Glossary.act(name));
            case FORM -> Optional.of(Glossary.field(name));
            case SET -> Optional.of(quoted(Glossary.plain(name)));
            case STEP -> Optional.of(quoted(Glossary.plain(name)));
            case PERIOD -> Optional.empty();
        };
    }

    /** A named date: by its title, by the act it is, or, if it has neither, by its definition. */
    Text named(String name) {
        Agreement.NamedDate date = agreement.dates().get(name);
        if (date == null) {
            return Glossary.plain(name);
        }
        if (!date.title().equals(Text.same(name.replace('_', ' ')))) {
            return date.title();
        }
        if (name.equals("end")) {
            return Text.of("the end of the agreement", "协议终止");
        }
        return switch (date.date().term()) {
            case DateTerm.ActDate(String act) -> Glossary.act(act);
            default -> date(date.date());
        };
    }

    /** “treaty year”, which the sentences define first; a calendar year needs no definition. */
    Text period(String name) {
        if (name.equals(CALENDAR_YEAR)) {
            return Glossary.period(name);
        }
        Agreement.Phase phase = agreement.phases().get(name);
        return quoted(phase != null ? phase.title() : Glossary.period(name));
    }

    boolean isPhase(String name) {
        return agreement.phases().containsKey(name);
    }

    Text form(String name) {
        Form form = agreement.forms().get(name);
        return quoted(form == null ? Glossary.plain(name) : form.title());
    }

    Text count(String id) {
        return quoted(agreement.count(id).provision().title());
    }

    Text zone(String name) {
        Zone zone = agreement.zones().get(name);
        return quoted(zone == null ? Glossary.plain(name) : zone.title());
    }

    Text rule(Formula formula) {
        return formulas.expression(formula).readBack(titles());
    }

    /** Whether a rule is about each party, not about the text as a whole. */
    boolean readsParty(Formula formula) {
        return formulas.expression(formula).reads().contains("party");
    }

    Text contribution(Count count) {
        return formulas.contribution(count).readBack(titles());
    }

    private Titles titles() {
        return new Titles() {
            @Override
            public Text field(String name) {
                return fieldTitle(name);
            }

            @Override
            public Text value(String field, String value) {
                return valueTitle(field, value);
            }
        };
    }

    /** A value of a field; Chinese readings put quotation marks around it by themselves. */
    private Text valueTitle(String field, String value) {
        if (field.equals("item.state")) {
            return Glossary.value(value);
        }
        if (field.equals("item.kind")) {
            return Text.same(value);
        }
        Text title =
                switch (kindOf(field)) {
                    case FIELD -> Glossary.field(value);
                    case ZONE -> {
                        Zone zone = agreement.zones().get(value);
                        yield zone == null ? Text.same(value) : zone.title();
                    }
                    default -> Text.same(value);
                };
        return Text.of("“" + title.en() + "”", title.zh());
    }

    private FieldKind.Basic kindOf(String field) {
        String id = field.substring(field.indexOf('.') + 1);
        return agreement.forms().values().stream()
                .filter(form -> field.startsWith("form."))
                .flatMap(form -> Optional.ofNullable(form.fields().get(id)).stream())
                .map(FieldKind::basic)
                .findFirst()
                .orElse(FieldKind.Basic.TEXT);
    }

    private Text fieldTitle(String name) {
        int dot = name.indexOf('.');
        String id = name.substring(dot + 1);
        return switch (dot < 0 ? name : name.substring(0, dot)) {
            case "dates" -> named(id);
            case "tables" -> fill("the table %s", "%s表", quoted(Glossary.plain(id)));
            case "declared" -> fill("the declared number of %s", "申报的%s数量", count(id));
            case "decided" -> fill("the number decided for %s", "就%s决定的数字", plainQuoted(id));
            case "limits" ->
                    fill(
                            "the limit of %s",
                            "%s的限额", quoted(agreement.limit(id).first().provision().title()));
            case "cap" -> fill("the most allowed of %s", "%s的上限", quota(id));
            case "used" -> fill("the number used of %s", "%s已用次数", quota(id));
            case "by" -> Text.of("the party concerned", "该方");
            case "party" -> Text.of("the party", "该缔约方");
            default -> Glossary.field(id);
        };
    }

    static Text plainQuoted(String id) {
        return quoted(Glossary.plain(id));
    }

    private Text quota(String id) {
        return quoted(agreement.quota(id).first().provision().title());
    }

    /** " (Treaty II.1(b))", and what was read only second-hand says so. */
    static Text cited(Provision provision) {
        Text article =
                provision
                        .article()
                        .map(a -> Text.of(" (" + a + ")", "（" + a + "）"))
                        .orElse(Text.same(""));
        return provision.unverified() ? fill("%s [unverified]", "%s［未经核实］", article) : article;
    }

    /** ", from … until …"; empty if neither is given. */
    Text term(Optional<DateExpression> from, Optional<DateExpression> until) {
        List<Text> parts = new ArrayList<>();
        from.ifPresent(date -> parts.add(fill("from %s", "自%s起", spaced(date(date)))));
        until.ifPresent(date -> parts.add(fill("until %s", "至%s止", spaced(date(date)))));
        return parts.isEmpty() ? Text.same("") : fill(", %s", "，%s", join(parts, " ", ""));
    }

    /** Chinese sets a digit off from a word before it. */
    static Text spaced(Text text) {
        boolean start = isLatin(text.zh().charAt(0));
        boolean end = isLatin(text.zh().charAt(text.zh().length() - 1));
        return Text.of(text.en(), (start ? " " : "") + text.zh() + (end ? " " : ""));
    }

    private static boolean isLatin(char character) {
        return character < 0x2E80 && !isQuote(character);
    }

    private static boolean isQuote(char character) {
        return character == '“' || character == '”';
    }
}
