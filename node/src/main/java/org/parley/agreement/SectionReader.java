// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import org.parley.Code;
import org.parley.Nearest;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Text;
import org.parley.statement.Kind;
import org.parley.time.DateExpression;
import org.parley.time.Notice;
import org.parley.time.Span;
import org.parley.yaml.YamlMap;
import org.parley.yaml.YamlNode;
import org.parley.yaml.YamlScalar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** What the readers of the sections of an agreement file share. */
abstract sealed class SectionReader permits DutyReader, HeadReader, RuleReader {
    static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");
    private static final Set<String> PROVISION_KEYS =
            Set.of("title", "article", "source", "unverified", "note");

    /** Collects what is wrong, so that one run of the check shows everything. */
    final Problems problems;

    SectionReader(Problems problems) {
        this.problems = problems;
    }

    /** Reads each entry of a section; a faulty one is reported and left out. */
    <T> Map<String, T> section(YamlMap file, String key, BiFunction<String, YamlNode, T> reader) {
        Map<String, T> read = new LinkedHashMap<>();
        problems.guard(() ->
                file.entries(key)
                        .forEach((name, node) ->
                                problems.guard(() -> {
                                    checkName(name, node.place());
                                    read.put(name, reader.apply(name, node));
                                })));
        return java.util.Collections.unmodifiableMap(read);
    }

    static void checkName(String name, Place at) {
        if (!NAME.matcher(name).matches()) {
            throw new ParleyException(
                    Code.BAD_VALUE,
                    at,
                    "\"" + name + "\" cannot be a name",
                    "names are small letters, digits and _, and start with a letter");
        }
    }

    /** Checks a rule's keys: its own, and those that every provision may carry. */
    static YamlMap rule(YamlNode node, String... keys) {
        List<String> all = new ArrayList<>(List.of(keys));
        all.addAll(PROVISION_KEYS);
        return node.asMap().only(all.toArray(String[]::new));
    }

    static Provision provision(String path, YamlMap rule) {
        String id = path.substring(path.lastIndexOf('.') + 1);
        return new Provision(
                path,
                rule.languages("title").orElseGet(() -> Text.same(id.replace('_', ' '))),
                rule.findScalar("article").map(YamlScalar::value),
                rule.findScalar("source").map(YamlScalar::value),
                rule.flag("unverified"),
                rule.languages("note"),
                rule.place());
    }

    static DateExpression date(YamlScalar scalar) {
        return DateExpression.parse(scalar.value(), scalar.place());
    }

    static Optional<DateExpression> findDate(YamlMap rule, String key) {
        return rule.findScalar(key).map(SectionReader::date);
    }

    static Optional<Notice> findNotice(YamlMap rule, String key) {
        return rule.findScalar(key).map(scalar -> Notice.parse(scalar.value(), scalar.place()));
    }

    static Optional<Formula> formula(
            YamlMap rule, String key, Formula.Subject subject, Formula.Result result) {
        return rule.findScalar(key)
                .map(text -> new Formula(text.value(), text.place(), subject, result));
    }

    /** A word out of a closed list. */
    static String oneOf(YamlScalar scalar, java.util.Collection<String> allowed) {
        if (!allowed.contains(scalar.value())) {
            throw new ParleyException(
                    Code.BAD_VALUE,
                    scalar.place(),
                    scalar.described() + " is not possible here",
                    Nearest.hint(scalar.value(), allowed));
        }
        return scalar.value();
    }

    static Kind kind(YamlScalar scalar) {
        oneOf(scalar, Kind.words());
        return Kind.of(scalar.value()).orElseThrow();
    }

    /** A span of time such as {@code 3 months}. */
    static Span span(YamlScalar scalar) {
        return Span.parse(scalar.value(), scalar.place());
    }

    /**
     * A rule with its later versions: each overlays the keys it names.
     *
     * @param keys what the rule and each version of it may say
     */
    <T> Versions<T> versions(
            YamlNode node, String[] keys, java.util.function.Function<YamlMap, T> reader) {
        YamlMap rule = rule(node, with(keys, "versions"));
        T first = reader.apply(rule);
        List<Versions.Later<T>> versions = new ArrayList<>();
        for (YamlNode later : rule.listOf("versions")) {
            YamlMap version = rule(later.asMap(), with(keys, "from", "decided"));
            Optional<String> decided = version.findScalar("decided").map(YamlScalar::value);
            DateExpression from = date(version.scalar("from"));
            YamlMap whole = rule.overlaidWith(version, Set.of("from", "decided"));
            versions.add(new Versions.Later<>(from, decided, reader.apply(whole)));
        }
        return new Versions<>(first, versions);
    }

    private static String[] with(String[] keys, String... more) {
        List<String> all = new ArrayList<>(List.of(keys));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
