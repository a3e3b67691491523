// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.parley.agreement.Agreement;
import org.parley.record.Library;
import org.parley.statement.Body;
import org.parley.statement.Statement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the page of every mechanism shows for its kind, or says that it was not read. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KindPagesTest {
    private static final Library LIBRARY =
            Library.open(
                    Path.of(System.getProperty("parley.root", "..")).resolve("library"),
                    Path.of("no-such-home"));
    private static final String NOT_READ = "no source read";
    private static final Pattern SECTION =
            Pattern.compile("(?s)<section aria-labelledby=\"([a-z]+)\">(.*?)</section>");

    private final Pages pages = Pages.open(Path.of("no-such-home"));

    @AfterAll
    void stop() {
        pages.close();
    }

    /** A page cut into its sections; names and life stand before the first. */
    private record Cut(String whole) {

        static Cut of(Pages pages, String id) {
            return new Cut(
                    pages.body("/a/" + id + "?lang=en")
                            .replace("&lt;", "<")
                            .replace("&gt;", ">")
                            .replace("&#39;", "'")
                            .replace("&#34;", "\"")
                            .replace("&amp;", "&"));
        }

        String section(String name) {
            Matcher at = SECTION.matcher(whole);
            while (at.find()) {
                if (at.group(1).equals(name)) {
                    return at.group(2);
                }
            }
            return "";
        }
    }

    @TestFactory
    List<DynamicTest> everyMechanismShowsWhatItsKindPromises() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String id : LIBRARY.ids()) {
            Library.Case one = LIBRARY.load(id);
            tests.add(
                    DynamicTest.dynamicTest(
                            id + ", " + one.agreement().kind(),
                            () -> assertKeeps(Cut.of(pages, id), one)));
        }
        return tests;
    }

    private static void assertKeeps(Cut page, Library.Case one) {
        assertThat(page.whole()).contains("id=\"life\"", "class=\"state\"");
        assertNames(page, one.agreement());
        switch (one.agreement().kind()) {
            case "treaty", "political" -> assertRules(page, one.agreement());
            case "dialogue", "channel", "meeting", "forum", "format" -> assertSteps(page, one);
            case "norm", "statement", "guideline", "proposal" -> assertWordings(page, one);
            case "report", "document", "source" -> assertVersions(page, one);
            case "topic" -> assertTouching(page, one.agreement());
            default -> assertSomethingSaid(page, one);
        }
    }

    private static void assertNames(Cut page, Agreement agreement) {
        Set<String> titles = Set.copyOf(agreement.title().byLanguage().values());
        agreement
                .profile()
                .aliases()
                .forEach((language, names) ->
                        names.stream()
                                .filter(name -> !titles.contains(name))
                                .forEach(name -> assertThat(page.whole()).contains(name)));
    }

    /** A state computed for a limit, duty or quota, or that none runs; and who is bound. */
    private static void assertRules(Cut page, Agreement agreement) {
        String computed = page.section("limits") + page.section("duties") + page.section("quotas");
        if (agreement.kind().equals("treaty") || !computed.isEmpty()) {
            assertThat(computed).containsAnyOf("class=\"state\"", "none of them falls due");
        }
        String members = page.section("members");
        assertThat(members).containsAnyOf("class=\"state\"", "/actor/");
    }

    /** Every step with everybody's own account of it. */
    private static void assertSteps(Cut page, Library.Case one) {
        String contact = page.section("contact");
        List<Statement> steps =
                one.record().statements().stream()
                        .filter(said -> said.body() instanceof Body.Contact)
                        .toList();
        if (steps.isEmpty()) {
            assertThat(contact).contains("No source read");
        }
        for (Statement step : steps) {
            assertThat(contact).contains("/statements/" + Page.segments(step.ref()));
            step.text().ifPresent(text -> assertThat(contact).contains(text.en()));
        }
        assertThat(page.whole()).contains("class=\"stretches\"");
    }

    /** Of few parties each has its words and their date, or none was read. */
    private static void assertWordings(Cut page, Library.Case one) {
        String wordings = page.section("wordings");
        assertThat(wordings).isNotEmpty();
        for (Statement said : one.record().statements()) {
            assertThat(wordings).contains("/statements/" + Page.segments(said.ref()));
            said.text().ifPresent(text -> assertThat(wordings).contains(text.en()));
        }
        String[] parts = wordings.split("data-who=\"", -1);
        for (int i = 1; i < parts.length; i++) {
            assertThat(parts[i]).containsAnyOf("class=\"date\"", NOT_READ);
        }
        if (one.agreement().parties().size() <= 12) {
            for (String party : one.agreement().parties()) {
                assertThat(wordings).contains("data-who=\"" + party + "\"");
            }
        }
    }

    private static void assertVersions(Cut page, Library.Case one) {
        String versions = page.section("versions");
        if (one.record().statements().isEmpty()) {
            assertThat(versions).contains(NOT_READ);
        }
        for (Statement said : one.record().statements()) {
            assertThat(versions).contains("/statements/" + Page.segments(said.ref()));
            said.text().ifPresent(text -> assertThat(versions).contains(text.en()));
            if (said.body() instanceof Body.Claim claim) {
                assertThat(versions).contains(claim.said().en());
            }
            if (said.body() instanceof Body.Said edition) {
                edition.version()
                        .ifPresent(name -> assertThat(versions).contains(">" + name + "<"));
            }
        }
    }

    private static void assertTouching(Cut page, Agreement agreement) {
        String related = page.section("related");
        Set<String> known = Set.copyOf(LIBRARY.ids());
        for (String id : agreement.profile().touches()) {
            assertThat(known).contains(id);
            assertThat(related).contains("/a/" + id + "?");
        }
        for (String id : LIBRARY.ids()) {
            if (LIBRARY.load(id).agreement().profile().touches().contains(agreement.id())) {
                assertThat(related).contains("/a/" + id + "?");
            }
        }
        assertThat(related).containsAnyOf("/a/", NOT_READ);
    }

    private static void assertSomethingSaid(Cut page, Library.Case one) {
        String said = page.section("contact") + page.section("members") + page.section("disputes");
        assertThat(said.isEmpty() && !one.record().statements().isEmpty()).isFalse();
        assertThat(said + page.section("reach")).containsAnyOf("/statements/", NOT_READ);
    }

    /** A made-up norm of which one party's words were not read, and a report without any. */
    @Test
    void whatWasNotReadIsSaidPlainly(@TempDir Path home) throws IOException {
        mechanism(
                home,
                "quiet-norm",
                "norm",
                """
                - {ref: xa-says, kind: message, by: XA, made: 2024-05-01, published: 2024-05-01,
                   text: {en: Arden holds to it., zh: 阿登恪守。},
                   source: {primary: exercise}}
                """);
        mechanism(home, "quiet-report", "report", "");
        mechanism(home, "quiet-talks", "dialogue", "");
        try (Pages own = Pages.open(home)) {
            String norm = Cut.of(own, "quiet-norm").section("wordings");
            assertThat(norm.split("data-who=\"XA\"", -1)[1].split("data-who", -1)[0])
                    .contains("2024-05-01", "Arden holds to it.")
                    .doesNotContain(NOT_READ);
            assertThat(norm.split("data-who=\"XB\"", -1)[1]).contains(NOT_READ);
            assertThat(Cut.of(own, "quiet-report").section("versions")).contains(NOT_READ);
            assertThat(Cut.of(own, "quiet-talks").section("contact")).contains("No source read");
            assertThat(own.body("/overview.csv?shelf=norms")).startsWith("# EXERCISE");
            assertThat(own.body("/overview.svg?shelf=norms")).contains("EXERCISE 演练");
            assertThat(own.body("/actor/XB?lang=en")).contains("EXERCISE", "made up");
            assertThat(own.defects()).isEmpty();
        }
    }

    private static void mechanism(Path home, String id, String kind, String statements)
            throws IOException {
        Path folder = Files.createDirectories(home.resolve("mechanisms"));
        Files.writeString(
                folder.resolve(id + ".yaml"),
                """
                format: 1
                id: %s
                kind: %s
                exercise: true
                title: {en: Made-up %s, zh: 虚构}
                summary: {en: Made up., zh: 虚构。}
                subjects: [nuclear]
                parties: [XA, XB]
                ---
                statements:%s\
                """
                        .formatted(
                                id,
                                kind,
                                kind,
                                statements.isEmpty() ? " []\n" : "\n" + statements));
    }

    @Test
    void namesPairsAndPeopleStandOnTheMechanismsPage() {
        String talks = pages.body("/a/us-cn-ac?lang=en&asOf=2024-09-01");
        assertThat(talks).contains("id=\"names\"", "id=\"pairs\"", "/claims/", "Sun Xiaobo");
        Cut cut = new Cut(talks);
        assertThat(cut.section("people"))
                .contains("Mallory Stewart", "2023-11-06", "/actor/US", "Shenzhen TV");
        assertThat(cut.section("pairs")).contains("knownOn=2026-11-21");
        String chinese = pages.body("/a/us-cn-ac?lang=zh&asOf=2024-09-01");
        assertThat(chinese).contains("又称", "孙晓波", "外交部军控司司长", "并列的转述");
    }

    /** A pair of which one claim was not made yet is not shown. */
    @Test
    void pairsNotKnownYetAreNotShown() {
        String early = pages.body("/a/us-cn-ac?lang=en&asOf=2020-01-01&knownOn=2020-01-01");
        assertThat(early).doesNotContain("id=\"pairs\"");
    }
}
