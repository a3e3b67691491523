// SPDX-License-Identifier: Apache-2.0
package org.parley;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.stream.Stream;

/** The direction between the rooms holds, and every rule about it can fail. */
final class ArchitectureTest {
    private static final Architecture HOUSE = new Architecture("org.parley");
    private static final Architecture PLANTED = new Architecture("org.parley.planted");

    private static final JavaClasses SHIPPED =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .withImportOption(ArchitectureTest::isNoTestJar)
                    .importPackages("org.parley");

    private static final JavaClasses OFFENDERS =
            new ClassFileImporter().importPackages("org.parley.planted");

    @TestFactory
    Stream<DynamicTest> theHouseKeepsItsRules() {
        return HOUSE.rules().stream()
                .map(r -> DynamicTest.dynamicTest(r.getDescription(), () -> r.check(SHIPPED)));
    }

    @Test
    void theRulesAreAskedOfTheWholeHouse() {
        assertThat(HOUSE.roomsOf(SHIPPED)).contains("proof", "yaml");
        assertThat(SHIPPED.contain("org.parley.ParleyException")).isTrue();
        assertThat(SHIPPED.contain("org.parley.testing.Randomly")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "agreement.AsksTheClock, Instant.now()",
        "agreement.AsksTheClock, Clock.systemUTC()",
        "agreement.AsksTheClock, LocalDate.now()",
        "standing.ThrowsDice, Math.random()",
        "standing.ThrowsDice, java.util.Random.<init>()",
        "flag.ReadsFiles, java.nio.file.Files",
        "flag.ReadsFiles, java.net.Socket",
    })
    void aPureRoomThatLooksOutsideIsCaught(String type, String call) {
        assertCaught(PLANTED.pureRooms(), type, call);
    }

    @Test
    void aRoomThatUsesALaterOneIsCaught() {
        assertCaught(PLANTED.direction(), "statement.KnowsPages", "planted.web.Page");
    }

    @Test
    void aRoomWithoutADirectionIsCaught() {
        assertCaught(PLANTED.direction(), "attic.Stray", "stands in a room without a direction");
    }

    @Test
    void aCycleIsCaught() {
        EvaluationResult result = PLANTED.noCycles().evaluate(OFFENDERS);
        assertThat(result.getFailureReport().toString())
                .contains("Cycle detected", "statement", "web");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "web.Page; System.exit(int)",
                "web.Page; java.lang.System.out",
                "web.Page; printStackTrace()",
                "web.Page; toLowerCase()",
                "web.Page; String.format(java.lang.String, [Ljava.lang.Object;)",
                "web.Page; formatted(",
            })
    void aForbiddenCallIsCaught(String type, String call) {
        assertCaught(PLANTED.forbiddenCalls(), type, call);
    }

    @Test
    void whatTheCommandLineMayDoIsNoOffence() {
        assertThat(PLANTED.forbiddenCalls().evaluate(OFFENDERS).getFailureReport().toString())
                .doesNotContain("planted.cli");
    }

    @Test
    void aLoggerAndAnOldDateAreCaught() {
        assertCaught(PLANTED.noLegacyTypes(), "record.WritesLogs", "java.util.logging.Logger");
        assertCaught(PLANTED.noLegacyTypes(), "record.WritesLogs", "java.util.Date");
    }

    @Test
    void anotherPublicExceptionIsCaught() {
        assertCaught(PLANTED.oneException(), "record.RecordException", "is another exception");
    }

    private static void assertCaught(ArchRule rule, String type, String what) {
        assertThat(rule.evaluate(OFFENDERS).getFailureReport().getDetails())
                .anySatisfy(
                        d -> assertThat(d).contains("org.parley.planted." + type).contains(what));
    }

    private static boolean isNoTestJar(Location location) {
        return !location.contains("-tests.jar");
    }
}
