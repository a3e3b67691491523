// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

import java.nio.file.Path;
import java.util.List;

/** Everybody who speaks has a page, with names, offices, memberships and what falls due. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActorPagesTest {
    private static final Path LIBRARY =
            Path.of(System.getProperty("parley.root", "..")).resolve("library");
    private static final People PEOPLE = People.read(List.of(LIBRARY));

    private final Pages pages = Pages.open(Path.of("no-such-home"));

    @AfterAll
    void stop() {
        pages.close();
    }

    @Test
    void everyOfficeHolderHasDatedRolesWithSources() {
        assertThat(PEOPLE.persons()).hasSizeGreaterThan(50);
        assertThat(PEOPLE.persons())
                .allSatisfy(person -> {
                    assertThat(person.name().has("zh")).as(person.id()).isTrue();
                    assertThat(person.roles()).as(person.id()).isNotEmpty();
                    assertThat(person.roles())
                            .allSatisfy(role -> {
                                assertThat(role.latest()).as(person.id()).isPresent();
                                assertThat(role.source()).as(person.id()).isPresent();
                                assertThat(role.title().has("zh")).as(person.id()).isTrue();
                            });
                });
    }

    @Test
    void theListHasEverybodyInBothLanguages() {
        String english = pages.words("/actors?lang=en");
        assertThat(english).contains("Republic of Korea", "NATO", "Benelux", "Dong Jun");
        assertThat(english).doesNotContain("韩国");
        assertThat(pages.words("/actors?lang=zh")).contains("韩国", "董军", "国防部长");
        assertThat(pages.body("/?lang=en")).contains("href=\"/actors?lang=en\"");
    }

    @TestFactory
    List<DynamicTest> aSampleOfActorsHasAPage() {
        return List.of("CN", "RU", "US", "KP", "PS", "SU", "BENELUX", "EU", "NATO", "OSCE").stream()
                .map(code -> DynamicTest.dynamicTest(code, () -> assertHasPage(code)))
                .toList();
    }

    private void assertHasPage(String code) {
        for (String language : List.of("en", "zh")) {
            var answer = pages.get("/actor/" + code + "?lang=" + language);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .contains("id=\"memberships\"", "id=\"due\"", "id=\"holders\"", "id=\"reach\"");
        }
        assertThat(pages.defects()).isEmpty();
    }

    @Test
    void whatAStateBelongsToStandsByStateAndDay() {
        String before = pages.words("/actor/CN?lang=en&asOf=2020-08-01");
        assertThat(before).contains("Arms Trade Treaty deposited");
        String after = pages.words("/actor/CN?lang=en&asOf=2020-11-01");
        assertThat(after).contains("Arms Trade Treaty party", "2020-10-04");
        assertThat(after).contains("Comprehensive Nuclear-Test-Ban Treaty signatory 1996-09-24");
    }

    /** Others go on with Open Skies; whoever left it must not look as if it were bound. */
    @Test
    void whoLeftIsSeenToHaveLeft() {
        assertThat(pages.words("/actor/RU?lang=en"))
                .containsPattern("Treaty on Open Skies left – – 2002-01-01 2021-12-18");
    }

    @Test
    void rolesThatLaterSourcesShowAreNotThereYet() {
        assertThat(pages.words("/actor/CN?lang=en&asOf=2023-12-01"))
                .contains("Li Shangfu")
                .doesNotContain("Dong Jun");
        assertThat(pages.words("/actor/CN?lang=en&asOf=2024-06-01"))
                .contains("Dong Jun Minister of National Defense from 2023-12-29 hk01.com");
    }

    @Test
    void whereNothingWasReadThePageSaysSo() {
        String page = pages.body("/actor/AD?lang=en");
        String holders = page.substring(page.indexOf("id=\"holders\""));
        assertThat(holders).contains("no source read");
        assertThat(pages.words("/actor/AD?lang=zh")).contains("未查阅到来源");
    }

    @Test
    void anUnknownCodeIsNotFoundWithAHint() {
        assertThat(pages.get("/actor/QQ").statusCode()).isEqualTo(404);
        assertThat(pages.get("/actor/CN?asOf=2021-02-30").statusCode()).isEqualTo(400);
        assertThat(pages.defects()).isEmpty();
    }

    /** An address that is subscribed to must not be tied to the day on which it was copied. */
    @Test
    void aSubscribedCalendarMovesOn() {
        assertThat(pages.body("/due?lang=en&party=CN"))
                .contains("href=\"/due.ics?party=CN&amp;lang=en\"");
        assertThat(pages.body("/due.ics?party=CN&lang=en")).contains("BEGIN:VEVENT");
    }
}
