// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parley.Problem;

import java.util.List;

/** Each rule of the linter: where it warns, and where it does not. */
final class LintTest {
    private static final String HEAD =
            """
            format: 1
            id: exercise
            kind: treaty
            exercise: true
            parties: [XA, XB]
            sources: {treaty: {title: The Treaty}}
            dates: {eif: act entered-into-force}
            zones: {area: {}, north: {within: area}, sea: {}}
            forms: {visit: {say: inspect, fields: {start: date, host: party}}}
            counts: {hulls: {declared: true, article: Article 1}}
            """;

    @Test
    void raisesWhereAPartIsAboveItsWhole() {
        assertThat(parts(101, ""))
                .singleElement()
                .asString()
                .contains("part allows 101, more than");
        assertThat(parts(90, ", versions: [{from: eif + 1 year, at-most: 120}]"))
                .singleElement()
                .asString()
                .contains("part allows 120");
    }

    @Test
    void doesNotRaiseWhereAPartFitsIntoItsWhole() {
        assertThat(parts(100, "")).isEmpty();
    }

    @Test
    void raisesWhereAZoneLiesOutsideItsWhole() {
        assertThat(zoned("zone: sea, ")).singleElement().asString().contains("sea does not lie in");
        assertThat(zoned("")).singleElement().asString().contains("(everywhere) does not lie in");
    }

    @Test
    void doesNotRaiseWhereAZoneLiesInsideItsWhole() {
        assertThat(zoned("zone: north, ")).isEmpty();
        assertThat(zoned("zone: area, ")).isEmpty();
    }

    @Test
    void raisesWhereARoundingIsNotStated() {
        assertThat(cap("percent(declared.hulls, 15)"))
                .singleElement()
                .asString()
                .contains("the text states no rounding");
    }

    @Test
    void doesNotRaiseWhereARoundingIsStated() {
        assertThat(cap("percent_up(declared.hulls, 15)")).isEmpty();
        assertThat(cap("3")).isEmpty();
    }

    @Test
    void raisesWhereFiguresContradictTheTextsOwnRule() {
        assertThat(ofTables(5))
                .singleElement()
                .asString()
                .contains("figures for XB do not satisfy Article 5", "check the original");
        assertThat(ofLimits(41)).singleElement().asString().contains("own figures do not satisfy");
    }

    @Test
    void doesNotRaiseWhereFiguresFollowTheTextsOwnRule() {
        assertThat(ofTables(4)).isEmpty();
        assertThat(ofLimits(40)).isEmpty();
    }

    @Test
    void raisesWhereASourceIsNotListed() {
        assertThat(source("traety")).singleElement().asString().contains("did you mean \"treaty\"");
    }

    @Test
    void doesNotRaiseWhereASourceIsListed() {
        assertThat(source("treaty")).isEmpty();
    }

    @Test
    void raisesWhereAProvisionNamesNoArticle() {
        assertThat(warnings(new LintNoArticle(), "limits: {a: {count: hulls, at-most: 3}}\n"))
                .singleElement()
                .asString()
                .contains("limits.a names no article");
    }

    @Test
    void doesNotRaiseWhereAProvisionNamesItsArticle() {
        assertThat(
                        warnings(
                                new LintNoArticle(),
                                "limits: {a: {count: hulls, at-most: 3, article: Article 2}}\n"))
                .isEmpty();
    }

    @Test
    void everyWarningNamesItsPage() {
        String rules = "limits: {a: {count: hulls, at-most: 3, source: none}}\n";
        Agreement agreement = agreement(rules);
        assertThat(Lint.warnings(agreement, new Formulas(agreement)))
                .extracting(Problem::todo)
                .hasSize(2)
                .anySatisfy(todo -> assertThat(todo).endsWith("[lint-unknown-source]"))
                .anySatisfy(todo -> assertThat(todo).endsWith("[lint-no-article]"));
    }

    private static List<Problem> parts(long part, String more) {
        return warnings(
                new LintPartAboveWhole(),
                """
                limits:
                  whole: {count: hulls, at-most: 100}
                  part: {count: hulls, at-most: NUMBER, within: wholeMORE}
                """
                        .replace("NUMBER", Long.toString(part))
                        .replace("MORE", more));
    }

    private static List<Problem> zoned(String zone) {
        return warnings(
                new LintZoneOutsideWhole(),
                """
                limits:
                  whole: {count: hulls, at-most: 100, zone: area}
                  part: {count: hulls, ZONE at-most: 50, within: whole}
                """
                        .replace("ZONE", zone));
    }

    private static List<Problem> cap(String cap) {
        return warnings(
                new LintRoundingNotStated(),
                "quotas: {visits: {uses: visit, by: form.host, per: calendar_year, at-most: \""
                        + cap
                        + "\"}}\n");
    }

    @Test
    void figuresOfAGroupAreAskedOfGroupsOnlyWhereTheRuleSaysSo() {
        assertThat(ofGroups("[party, group]"))
                .extracting(Problem::what)
                .containsExactly(
                        "the text's own figures for south do not satisfy Article 5"
                                + " (!(party in tables.accepted) || tables.accepted[party] * 4 <="
                                + " tables.passive[party] * 3)");
        assertThat(ofGroups("group")).hasSize(1);
        assertThat(ofGroups("party")).isEmpty();
    }

    private static List<Problem> ofGroups(String each) {
        return warnings(
                new LintFiguresAgainstOwnRule(),
                """
                groups: {north: [XA], south: [XB]}
                tables:
                  passive: {by: party, values: {XA: 12, north: 12, south: 6}}
                  accepted: {by: party, values: {XA: 9, north: 9, south: 5}}
                requirements:
                  share: {each: EACH, require: "!(party in tables.accepted) || tables.accepted[party] * 4 <= tables.passive[party] * 3", article: Article 5}
                """
                        .replace("EACH", each));
    }

    private static List<Problem> ofTables(long accepted) {
        return warnings(
                new LintFiguresAgainstOwnRule(),
                """
                tables:
                  passive: {by: party, values: {XA: 12, XB: 6}}
                  accepted: {by: party, values: {XA: 9, XB: NUMBER}}
                requirements:
                  share: {each: party, require: "tables.accepted[party] * 4 <= tables.passive[party] * 3", article: Article 5}
                """
                        .replace("NUMBER", Long.toString(accepted)));
    }

    private static List<Problem> ofLimits(long sea) {
        return warnings(
                new LintFiguresAgainstOwnRule(),
                """
                limits:
                  all: {count: hulls, at-most: 100}
                  land: {count: hulls, at-most: 60, within: all}
                  sea: {count: hulls, at-most: NUMBER, within: all}
                requirements:
                  rest: {require: limits.sea == limits.all - limits.land}
                """
                        .replace("NUMBER", Long.toString(sea)));
    }

    private static List<Problem> source(String key) {
        return warnings(
                new LintUnknownSource(),
                "limits: {a: {count: hulls, at-most: 3, source: " + key + "}}\n");
    }

    private static List<Problem> warnings(LintRule rule, String rules) {
        Agreement agreement = agreement(rules);
        return rule.warnings(agreement, new Formulas(agreement));
    }

    private static Agreement agreement(String rules) {
        return AgreementReader.read("exercise.yaml", HEAD + rules, (name, place) -> List.of());
    }
}
