// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import org.parley.Code;
import org.parley.Nearest;
import org.parley.ParleyException;
import org.parley.time.DateExpression;
import org.parley.time.Notice;
import org.parley.yaml.YamlMap;
import org.parley.yaml.YamlNode;
import org.parley.yaml.YamlScalar;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the rules: counts, limits, duties, quotas, requirements, procedures, bodies, exit. */
final class RuleReader extends SectionReader {
    private static final Formula.Subject ITEM = new Formula.Subject.OneItem();
    private static final int DECIMALS_MAX = 9;
    private static final String FORM_FIELD = "form.";
    private static final String DECIDED = "decided.";

    private final Map<String, Form> forms;
    private final DutyReader duties;

    RuleReader(Problems problems, Map<String, Form> forms, Set<String> sets) {
        super(problems);
        this.forms = forms;
        this.duties = new DutyReader(problems, forms, sets);
    }

    Count count(String name, YamlNode node) {
        YamlMap rule = rule(node, "where", "each", "declared", "unit", "decimals");
        return new Count(
                provision("counts." + name, rule),
                formula(rule, "where", ITEM, Formula.Result.TRUTH),
                formula(rule, "each", ITEM, Formula.Result.WHOLE),
                rule.flag("declared"),
                rule.findScalar("unit").map(YamlScalar::value),
                rule.findScalar("decimals").map(RuleReader::decimals).orElse(0));
    }

    private static int decimals(YamlScalar scalar) {
        long decimals = scalar.whole();
        if (decimals < 0 || decimals > DECIMALS_MAX) {
            throw new ParleyException(
                    Code.BAD_VALUE,
                    scalar.place(),
                    decimals + " lies outside 0 to " + DECIMALS_MAX,
                    "choose a larger unit");
        }
        return (int) decimals;
    }

    Versions<Limit> limit(String name, YamlNode node) {
        String[] keys = {
            "count", "at-most", "at-least", "each", "zone", "within", "from", "until", "on"
        };
        return versions(node, keys, rule -> limit(name, rule));
    }

    private Limit limit(String name, YamlMap rule) {
        if (rule.has("at-most") == rule.has("at-least")) {
            throw new ParleyException(
                    Code.MISSING_KEY,
                    rule.place(),
                    "a limit needs exactly one of at-most and at-least",
                    "keep the one the article states");
        }
        boolean upper = rule.has("at-most");
        return new Limit(
                provision("limits." + name, rule),
                rule.text("count"),
                upper,
                bound(rule.scalar(upper ? "at-most" : "at-least")),
                holder(rule.text("each", "party")),
                rule.findScalar("zone").map(YamlScalar::value),
                rule.findScalar("within").map(YamlScalar::value),
                findDate(rule, "from"),
                findDate(rule, "until"),
                findDate(rule, "on"));
    }

    private static Limit.Bound bound(YamlScalar scalar) {
        return scalar.value().startsWith(DECIDED)
                ? new Limit.Bound.Decided(scalar.value().substring(DECIDED.length()))
                : fixed(scalar);
    }

    private static Limit.Bound fixed(YamlScalar scalar) {
        int point = scalar.value().indexOf('.');
        int decimals = point < 0 ? 0 : scalar.value().length() - point - 1;
        return new Limit.Bound.Fixed(scalar.scaled(decimals), decimals);
    }

    private static Holder holder(String each) {
        return switch (each) {
            case "party" -> new Holder.EachParty();
            case "group" -> new Holder.EachGroup();
            default -> new Holder.Named(each);
        };
    }

    Versions<Duty> duty(String name, YamlNode node) {
        return duties.duty(name, node);
    }

    Versions<Quota> quota(String name, YamlNode node) {
        String[] keys = {
            "uses", "when", "not-counted", "by", "per", "group", "at-most", "from", "until"
        };
        return versions(node, keys, rule -> quota(name, rule));
    }

    private Quota quota(String name, YamlMap rule) {
        String uses = duties.knownForm(rule.scalar("uses"));
        Formula.Subject form = new Formula.Subject.OneForm(uses);
        return new Quota(
                provision("quotas." + name, rule),
                uses,
                formula(rule, "when", form, Formula.Result.TRUTH),
                formula(rule, "not-counted", form, Formula.Result.TRUTH),
                rule.findScalar("by")
                        .filter(by -> !by.value().equals("each-party"))
                        .map(by -> fieldName(by, uses)),
                rule.text("per"),
                rule.listOf("group").stream()
                        .map(field -> fieldName(field.asScalar(), uses))
                        .toList(),
                cap(rule.scalar("at-most"), uses),
                findDate(rule, "from"),
                findDate(rule, "until"));
    }

    /** The field of {@code form.FIELD}, which must be declared. */
    private String fieldName(YamlScalar scalar, String form) {
        String text = scalar.value();
        String field = text.startsWith(FORM_FIELD) ? text.substring(FORM_FIELD.length()) : text;
        Form known = forms.get(form);
        if (known == null || !known.fields().containsKey(field)) {
            throw new ParleyException(
                    Code.UNDECLARED,
                    scalar.place(),
                    "form " + form + " has no field \"" + field + "\"",
                    known == null ? "" : Nearest.hint(field, known.fields().keySet()));
        }
        return field;
    }

    private static Quota.Cap cap(YamlScalar scalar, String form) {
        if (scalar.value().matches("-?[0-9_]+")) {
            return new Quota.Cap.Fixed(scalar.whole());
        }
        if (scalar.value().matches("decided\\.[a-z][a-z0-9_]*")) {
            return new Quota.Cap.Decided(scalar.value().substring(DECIDED.length()));
        }
        return new Quota.Cap.ByFormula(
                new Formula(
                        scalar.value(),
                        scalar.place(),
                        new Formula.Subject.Cap(form),
                        Formula.Result.WHOLE));
    }

    Requirement requirement(String name, YamlNode node) {
        YamlMap rule = rule(node, "of", "each", "require", "from", "until");
        Optional<String> form = rule.findScalar("of").map(duties::knownForm);
        Formula.Subject subject =
                form.isPresent()
                        ? new Formula.Subject.OneForm(form.get())
                        : new Formula.Subject.OneParty();
        return new Requirement(
                provision("requirements." + name, rule),
                form,
                each(rule),
                formula(rule, "require", subject, Formula.Result.TRUTH)
                        .orElseThrow(() -> missing(rule, "require")),
                findDate(rule, "from"),
                findDate(rule, "until"));
    }

    private Set<Requirement.Each> each(YamlMap rule) {
        Set<Requirement.Each> each = EnumSet.noneOf(Requirement.Each.class);
        for (YamlNode word : rule.listOf("each")) {
            String name = oneOf(word.asScalar(), List.of("party", "group"));
            each.add(Requirement.Each.valueOf(name.toUpperCase(Locale.ROOT)));
        }
        return each.isEmpty() ? EnumSet.of(Requirement.Each.PARTY) : each;
    }

    private static ParleyException missing(YamlMap rule, String key) {
        rule.need(key);
        return new ParleyException(Code.MISSING_KEY, rule.place(), key + " is missing", "add it");
    }

    Procedure procedure(String name, YamlNode node) {
        YamlMap rule = rule(node, "steps", "votes");
        List<Procedure.Step> steps = new ArrayList<>();
        rule.need("steps").asMap().entries().forEach((id, step) -> steps.add(step(name, id, step)));
        Map<String, Procedure.Vote> votes = new LinkedHashMap<>();
        rule.entries("votes")
                .forEach((id, vote) -> {
                    YamlMap map = vote.asMap().only("body", "needed", "of");
                    votes.put(
                            id,
                            new Procedure.Vote(
                                    map.text("body"),
                                    (int) map.scalar("needed").whole(),
                                    (int) map.scalar("of").whole()));
                });
        return new Procedure(provision("procedures." + name, rule), steps, votes);
    }

    private Procedure.Step step(String procedure, String id, YamlNode node) {
        YamlMap rule = rule(node, "who", "say", "by", "notice", "starts", "optional");
        Optional<DateExpression> by = findDate(rule, "by");
        Optional<Notice> notice = findNotice(rule, "notice");
        Duty.Said said = duties.said(rule, new Duty.Trigger.Once());
        return new Procedure.Step(
                id,
                duties.who(rule.scalar("who")),
                said.kind(),
                said.form(),
                by,
                notice,
                rule.findScalar("starts").map(starts -> fieldName(starts, said.form().orElse(""))),
                rule.flag("optional"),
                provision("procedures." + procedure + "." + id, rule));
    }

    Commission body(String name, YamlNode node) {
        YamlMap rule = rule(node, "decides-by", "meets", "sets");
        Map<String, Commission.Sets> sets = new LinkedHashMap<>();
        rule.entries("sets")
                .forEach((id, set) -> {
                    YamlMap map = rule(set, "at-most", "per", "same-for");
                    sets.put(
                            id,
                            new Commission.Sets(
                                    map.findScalar("at-most").map(YamlScalar::whole),
                                    map.findScalar("per").map(YamlScalar::value)));
                });
        return new Commission(
                provision("bodies." + name, rule),
                rule.findScalar("decides-by").map(word -> oneOf(word, Words.DECIDING)),
                rule.findMap("meets")
                        .map(meets -> meets.only("at-least", "per"))
                        .map(meets ->
                                new Commission.Meets(
                                        (int) meets.scalar("at-least").whole(), meets.text("per"))),
                sets);
    }

    Agreement.Exemption exemption(String name, YamlNode node) {
        YamlMap rule = rule(node, "by", "from", "temporary", "reason");
        return new Agreement.Exemption(
                provision("exemptions." + name, rule),
                rule.text("by", "owner"),
                rule.text("from"),
                rule.flag("temporary"),
                rule.findScalar("reason").isPresent());
    }

    Exit exit(YamlMap exit) {
        exit.only("extension", "withdrawal");
        Optional<Exit.Extension> extension =
                exit.find("extension")
                        .map(node -> rule(node, "at-most"))
                        .map(rule ->
                                new Exit.Extension(
                                        provision("exit.extension", rule),
                                        span(rule.scalar("at-most"))));
        Optional<Exit.Withdrawal> withdrawal =
                exit.find("withdrawal")
                        .map(node -> rule(node, "notice", "unless", "conference"))
                        .map(rule ->
                                new Exit.Withdrawal(
                                        provision("exit.withdrawal", rule),
                                        span(rule.scalar("notice")),
                                        rule.findScalar("unless").map(YamlScalar::value),
                                        rule.findScalar("conference").map(YamlScalar::value)));
        return new Exit(extension, withdrawal);
    }
}
