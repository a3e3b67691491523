// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import org.parley.Code;
import org.parley.Nearest;
import org.parley.ParleyException;
import org.parley.statement.Kind;
import org.parley.time.DateExpression;
import org.parley.time.Notice;
import org.parley.yaml.YamlMap;
import org.parley.yaml.YamlNode;
import org.parley.yaml.YamlScalar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads duties: who must say or do what, after which trigger, by when. */
final class DutyReader extends SectionReader {
    private static final String FORM_FIELD = "form.";
    private static final List<Duty.Role> ROLES =
            List.of(
                    Duty.Role.EACH_PARTY,
                    Duty.Role.AUTHOR,
                    Duty.Role.OWNER,
                    Duty.Role.COUNTERPART,
                    Duty.Role.DEPOSITARY);

    private static final String EXCEPT = "each-party except ";

    private final Map<String, Form> forms;
    private final Set<String> sets;

    /**
     * @param sets the names of the agreement's sets and groups
     */
    DutyReader(Problems problems, Map<String, Form> forms, Set<String> sets) {
        super(problems);
        this.forms = forms;
        this.sets = Set.copyOf(sets);
    }

    Versions<Duty> duty(String name, YamlNode node) {
        String[] keys = {
            "who",
            "say",
            "of",
            "after",
            "every",
            "by",
            "notice",
            "when",
            "from",
            "until",
            "to",
            "at-least",
            "nil",
            "extension",
            "unless"
        };
        return versions(node, keys, rule -> duty(name, rule));
    }

    private Duty duty(String name, YamlMap rule) {
        Optional<DateExpression> by = findDate(rule, "by");
        Optional<Notice> notice = findNotice(rule, "notice");
        if (by.isPresent() == notice.isPresent()) {
            throw new ParleyException(
                    Code.MISSING_KEY,
                    rule.place(),
                    "a duty needs exactly one of by and notice",
                    "by: DATE for a deadline after, notice: N days before FIELD for one before");
        }
        Duty.Trigger trigger = trigger(rule);
        Optional<String> seen =
                switch (trigger) {
                    case Duty.Trigger.Of of -> Optional.of(of.form());
                    case Duty.Trigger.After after -> Optional.of(after.form());
                    case Duty.Trigger.Once once -> Optional.empty();
                    case Duty.Trigger.Every every -> Optional.empty();
                };
        if (seen.isEmpty() && rule.has("when")) {
            throw new ParleyException(
                    Code.BAD_EXPRESSION,
                    rule.placeOf("when"),
                    "when looks at a form, and this duty has none",
                    "add of: FORM or after: FORM, or leave when out");
        }
        return new Duty(
                provision("duties." + name, rule),
                who(rule.scalar("who")),
                trigger,
                said(rule, trigger),
                by,
                notice,
                seen.flatMap(form ->
                        formula(
                                rule,
                                "when",
                                new Formula.Subject.OneForm(form),
                                Formula.Result.TRUTH)),
                findDate(rule, "from"),
                findDate(rule, "until"),
                rule.findScalar("at-least").map(least -> (int) least.whole()).orElse(1),
                rule.findScalar("nil").map(nil -> oneOf(nil, List.of("required"))).isPresent(),
                extension(rule, trigger),
                rule.findScalar("unless").map(YamlScalar::value));
    }

    private Optional<Duty.Extension> extension(YamlMap rule, Duty.Trigger trigger) {
        if (rule.has("extension") && !(trigger instanceof Duty.Trigger.Once)) {
            throw new ParleyException(
                    Code.BAD_VALUE,
                    rule.placeOf("extension"),
                    "an extension moves one date, and this duty has many",
                    "use it on a duty with by: DATE and no every, of or after");
        }
        return rule.findMap("extension").map(this::extension);
    }

    private Duty.Extension extension(YamlMap map) {
        map.only("at-most", "lead", "request");
        if (map.has("lead") && map.has("request")) {
            throw new ParleyException(
                    Code.BAD_VALUE,
                    map.placeOf("lead"),
                    "the duty about the request says how early it must come",
                    "leave lead out, or request");
        }
        return new Duty.Extension(
                span(map.scalar("at-most")),
                map.findScalar("lead").map(DutyReader::span),
                map.findScalar("request").map(this::knownForm));
    }

    private Duty.Trigger trigger(YamlMap rule) {
        List<String> given = new ArrayList<>();
        for (String key : List.of("every", "of", "after")) {
            if (rule.has(key)) {
                given.add(key);
            }
        }
        if (given.size() > 1) {
            throw new ParleyException(
                    Code.BAD_VALUE,
                    rule.placeOf(given.get(1)),
                    "a duty has one trigger, and here are " + String.join(" and ", given),
                    "keep one");
        }
        if (given.isEmpty()) {
            return usesForm(rule) ? new Duty.Trigger.Of(formOf(rule)) : new Duty.Trigger.Once();
        }
        return switch (given.getFirst()) {
            case "every" -> new Duty.Trigger.Every(rule.text("every"));
            case "of" -> new Duty.Trigger.Of(knownForm(rule.scalar("of")));
            default -> new Duty.Trigger.After(knownForm(rule.scalar("after")));
        };
    }

    /** {@code say: FORM} with a deadline that counts from a field of it means {@code of: FORM}. */
    private static boolean usesForm(YamlMap rule) {
        return rule.text("by", "").contains(FORM_FIELD)
                || rule.text("notice", "").contains(FORM_FIELD);
    }

    private String formOf(YamlMap rule) {
        return knownForm(rule.scalar("say"));
    }

    String knownForm(YamlScalar scalar) {
        if (!forms.containsKey(scalar.value())) {
            throw new ParleyException(
                    Code.UNDECLARED,
                    scalar.place(),
                    "there is no form \"" + scalar.value() + "\"",
                    Nearest.hint(scalar.value(), forms.keySet()));
        }
        return scalar.value();
    }

    Duty.Said said(YamlMap rule, Duty.Trigger trigger) {
        if (trigger instanceof Duty.Trigger.Of(String form) && !rule.has("say")) {
            Form known = forms.get(form);
            return new Duty.Said(known == null ? Kind.OTHER : known.say(), Optional.of(form));
        }
        YamlScalar say = rule.scalar("say");
        Form form = forms.get(say.value());
        if (form != null) {
            return new Duty.Said(form.say(), Optional.of(say.value()));
        }
        TreeSet<String> words = new TreeSet<>(Kind.words());
        words.addAll(forms.keySet());
        oneOf(say, words);
        return new Duty.Said(kind(say), Optional.empty());
    }

    Duty.Who who(YamlScalar scalar) {
        for (Duty.Role role : ROLES) {
            String word = role.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (word.equals(scalar.value())) {
                return Duty.Who.of(role);
            }
        }
        if (scalar.value().startsWith(EXCEPT)) {
            String set = scalar.value().substring(EXCEPT.length());
            return new Duty.Who(Duty.Role.EACH_PARTY_EXCEPT, knownSet(set, scalar));
        }
        Duty.Role role = sets.contains(scalar.value()) ? Duty.Role.SET : Duty.Role.NAMED;
        return new Duty.Who(role, scalar.value());
    }

    private String knownSet(String set, YamlScalar scalar) {
        if (!sets.contains(set)) {
            throw new ParleyException(
                    Code.UNDECLARED,
                    scalar.place(),
                    "there is no set or group \"" + set + "\"",
                    sets.isEmpty()
                            ? "declare it: sets: {" + set + ": [XA, XB]}"
                            : Nearest.hint(set, sets));
        }
        return set;
    }
}
