// SPDX-License-Identifier: Apache-2.0
package org.parley.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.parley.ParleyException;
import org.parley.record.Library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The claims of the sample documents: their quotes, what they come to, and the record beside. */
class ClaimsTest {
    private static final Path ROOT = Path.of(System.getProperty("parley.root", ".."));
    private static final Path LIBRARY = ROOT.resolve("library");
    private static final Path NOWHERE = Path.of("no-such-home");

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
    void everyEntryOfTheRecordIsInTheLibraryOrNamesItsSource() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Fact fact : shipped().facts()) {
            if (fact.at().isEmpty()) {
                assertThat(fact.source().read()).as(fact.ref()).isPresent();
            } else if (!isInLibrary(fact.at().get())) {
                missing.add(fact.ref() + " at " + fact.at().get());
            }
        }
        assertThat(missing).isEmpty();
        assertThat(isInLibrary("new-start/no-such-statement")).isFalse();
    }

    private static boolean isInLibrary(String at) throws IOException {
        String id = at.substring(0, at.indexOf('/'));
        String ref = at.substring(at.indexOf('/') + 1);
        Path folder = LIBRARY.resolve("agreements").resolve(id);
        if (Files.isDirectory(folder)) {
            Library.Case one = Library.load(folder);
            return one.agreement().provision(ref).isPresent()
                    || one.record().statements().stream()
                            .anyMatch(statement -> isRef(statement.ref(), ref));
        }
        try (Stream<Path> files = Files.walk(LIBRARY)) {
            for (Path file : files.filter(path -> path.endsWith(id + ".yaml")).toList()) {
                if (Files.readString(file).contains("ref: " + ref + "\n")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** One entry by several authors makes a statement for each: {@code extended/RU}. */
    private static boolean isRef(String ref, String named) {
        return ref.equals(named) || ref.startsWith(named + "/");
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
