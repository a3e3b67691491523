// SPDX-License-Identifier: Apache-2.0
package org.parley.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ParleyException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The claims of the sample documents: their quotes, what they come to, and the record beside. */
class ClaimsTest {
    private static final Path ROOT = Path.of(System.getProperty("parley.root", ".."));
    private static final Path LIBRARY = ROOT.resolve("library");
    private static final Path NOWHERE = Path.of("no-such-home");

    @TempDir Path home;

    static Dossier shipped() {
        return Dossier.open(LIBRARY, NOWHERE);
    }

    @Test
    void theVerdictOfEveryPairIsTheOneThatAPersonGave() throws IOException {
        Map<String, String> expected = new LinkedHashMap<>();
        Path file = Path.of("src/test/resources/evidence/verdicts.csv");
        Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .forEach(cells -> expected.put(cells[0], cells[1]));
        Map<String, String> computed = new LinkedHashMap<>();
        Dossier dossier = shipped();
        dossier.pairs()
                .forEach(pair -> computed.put(pair.id(), dossier.compare(pair).verdict().word()));
        assertThat(expected).hasSize(18);
        assertThat(computed).isEqualTo(expected);
    }

    @Test
    void everyQuoteStandsInItsDocument() throws IOException {
        String folder = System.getenv().getOrDefault("PARLEY_DOCUMENTS", "");
        Dossier dossier = shipped();
        List<Claim> quoted =
                dossier.claims().stream().filter(claim -> claim.quote().isPresent()).toList();
        assertThat(quoted).hasSizeGreaterThan(25);
        Assumptions.assumeTrue(
                !folder.isEmpty(),
                () -> "PARLEY_DOCUMENTS is not set: " + quoted.size() + " quotes skipped");
        for (Claim claim : quoted) {
            Quote quote = claim.quote().orElseThrow();
            Document document = dossier.document(quote.document()).orElseThrow();
            String text = Files.readString(Path.of(folder).resolve(document.file()));
            assertThat(quote.isIn(text)).as(claim.ref()).isTrue();
            Quote moved =
                    new Quote(
                            quote.document(),
                            quote.from() + 1,
                            quote.to() + 1,
                            quote.exact(),
                            quote.language());
            assertThat(moved.isIn(text)).as(claim.ref()).isFalse();
        }
    }

    @Test
    void offsetsCountCodePoints() {
        Quote quote = new Quote("d", 1, 3, "核弹", "zh-Hans");
        assertThat(quote.isIn("\uD83D\uDE80核弹头")).isTrue();
        assertThat(quote.isIn("核弹头")).isFalse();
        assertThat(quote.isIn("")).isFalse();
    }

    @Test
    void everyEntryBesideAClaimIsFoundInTheLibraryAndNamesItsSource() {
        List<Fact> facts = shipped().facts();
        assertThat(facts).extracting(Fact::nature).contains(Fact.Nature.values());
        for (Fact fact : facts) {
            if (fact.nature() != Fact.Nature.LIMIT) {
                assertThat(fact.source().read()).as(fact.ref()).isPresent();
            }
            assertThat(fact.at().isPresent())
                    .as(fact.ref())
                    .isEqualTo(fact.nature() != Fact.Nature.ESTIMATE);
        }
    }

    @Test
    void theBoundAndTheLastDeclaredFigureAreThoseOfTheRecord() {
        Dossier now = shipped();
        Comparison one = now.compare(now.pair("06"));
        assertThat(one.beside())
                .filteredOn(fact -> fact.content().amount().isPresent())
                .extracting(fact -> fact.at().orElse(""))
                .containsExactlyInAnyOrder("new-start/limits.warheads", "new-start/ru-2022-09");
        assertThat(one.beside())
                .filteredOn(fact -> fact.nature() == Fact.Nature.LIMIT)
                .extracting(fact -> fact.when().orElseThrow().toString())
                .containsExactly("2018-02-05/2026-02-05");
        Fact before =
                now.knownOn(LocalDate.of(2020, 12, 31)).facts().stream()
                        .filter(fact -> fact.nature() == Fact.Nature.LIMIT)
                        .findFirst()
                        .orElseThrow();
        assertThat(before.when().orElseThrow()).hasToString("2018-02-05/2021-02-05");
    }

    @Test
    void factsAreNotTypedBesideClaimsAndALookupThatFindsNothingIsNamed() throws IOException {
        Path claims = LIBRARY.resolve("claims/sample-documents.yaml");
        String text = Files.readString(claims);
        String typed =
                text.replace(
                        "\npairs:\n",
                        """

                        facts:
                        - {ref: f, topic: t, about: position, nature: event, says: {en: a, zh: b}, status: held, known: 2020}
                        pairs:
                        """);
        assertThatThrownBy(() -> Dossier.read("c.yaml", typed))
                .hasMessageContaining("name under record: where the library has them");
        Path folder = Files.createDirectories(home.resolve("claims"));
        Files.writeString(
                folder.resolve("c.yaml"),
                """
                format: 1
                record:
                - {mechanism: new-start, about: extension, act: extendet}
                """);
        assertThatThrownBy(() -> Dossier.open(LIBRARY, home))
                .hasMessageContaining("no act \"extendet\"")
                .hasMessageContaining("extended");
    }

    @Test
    void everyClaimSaysWhoSaysSoInBothLanguages() {
        for (Claim claim : shipped().claims()) {
            assertThat(claim.says().has("en")).as(claim.ref()).isTrue();
            assertThat(claim.says().has("zh")).as(claim.ref()).isTrue();
            assertThat(claim.quote().isPresent() || claim.source().read().isPresent())
                    .as(claim.ref())
                    .isTrue();
        }
    }

    @Test
    void whatWasNotYetSaidIsNotCompared() {
        Dossier then = shipped().knownOn(LocalDate.of(2022, 12, 31));
        assertThat(then.pairs()).extracting(Pair::id).containsExactly("01", "09", "13", "17");
        assertThat(then.claims()).extracting(Claim::ref).contains("no-exchange-2022-09");
        assertThatThrownBy(() -> then.pair("02")).isInstanceOf(ParleyException.class);
        assertThat(shipped().knownOn(LocalDate.of(2021, 11, 25)).claims()).hasSize(1);
    }

    @Test
    void theRecordIsTheOneOfTheDay() {
        Dossier now = shipped();
        Claim claim = now.claim("no-exchange-2022-09");
        Claim other = now.claim("us-first-missed-2023-03");
        Dossier before = now.knownOn(LocalDate.of(2022, 10, 13));
        assertThat(Comparison.of(claim, other, now.facts()).verdict())
                .isEqualTo(Verdict.CONTRADICTS_RECORD);
        assertThat(Comparison.of(claim, other, before.facts()).verdict())
                .isNotEqualTo(Verdict.CONTRADICTS_RECORD);
    }

    @Test
    void aPairIsNotKnownByItsName() {
        Dossier now = shipped();
        Claim total = now.claim("us-5428");
        Claim stockpile = now.claim("us-3700");
        assertThat(Comparison.of(total, now.claim("ru-5977"), now.facts()).verdict())
                .isEqualTo(Verdict.NO_CONTRADICTION);
        assertThat(Comparison.of(stockpile, now.claim("us-5428"), List.of()).verdict())
                .isEqualTo(Verdict.DIFFERENT_QUANTITY);
    }
}
