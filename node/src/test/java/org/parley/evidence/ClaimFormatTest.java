// SPDX-License-Identifier: Apache-2.0
package org.parley.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.ParleyException;
import org.parley.estimate.Quantity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The pages on claims and verdicts say what the reader reads, and messages say where. */
class ClaimFormatTest {
    private static final Path DOCS =
            Path.of(System.getProperty("parley.root", "..")).resolve("docs");
    private static final Pattern FENCED = Pattern.compile("(?ms)^```yaml\n(.*?)^```");

    @TempDir Path folder;

    private static String page() throws IOException {
        return Files.readString(DOCS.resolve("formats/claims.md"));
    }

    private static String yaml() throws IOException {
        return String.join(
                "", FENCED.matcher(page()).results().map(found -> found.group(1)).toList());
    }

    @Test
    void thePiecesOfThePageAreOneFileThatIsRead() throws IOException {
        Dossier dossier = Dossier.read("claims.md", yaml());
        assertThat(dossier.claims()).hasSize(3).allMatch(Claim::exercise);
        assertThat(dossier.facts()).hasSize(1);
        Comparison one = dossier.compare(dossier.pair("line"));
        assertThat(one.verdict()).isEqualTo(Verdict.CHECK);
        assertThat(one.rule()).isEqualTo(Rule.NOT_VERIFIED);
    }

    @Test
    void thePageListsEveryWord() throws IOException {
        String page = page();
        List<Word[]> lists =
                List.of(
                        Aspect.values(),
                        Status.values(),
                        Assertion.values(),
                        Link.Type.values(),
                        Basis.values(),
                        Amount.Rounding.values());
        for (Word[] words : lists) {
            String row = String.join(", ", Arrays.stream(words).map(Word::word).toList());
            assertThat(page).contains("| " + row + " |");
        }
        assertThat(page).contains("| " + String.join(", ", Quantity.words()) + " |");
        assertThat(page).contains("event, limit, declared or estimate");
    }

    @Test
    void everyVerdictHasItsLine() throws IOException {
        String page = Files.readString(DOCS.resolve("guide/verdicts.md"));
        for (Verdict verdict : Verdict.values()) {
            assertThat(page).contains("\n| " + verdict.word() + " | ");
        }
        assertThat(page.lines().filter(line -> line.matches("\\| [a-z-]+ \\|.*")).count())
                .isEqualTo(Verdict.values().length + 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    status: scheduled  | statos: scheduled  | 12:3: unknown key: "statos" means nothing here; did you mean "status"?
                    status: scheduled  | status: shceduled  | 12:11: value not allowed: "shceduled" is none of the words used here; did you mean "scheduled"?
                    type: media}       | type: medio}       | 18:52: value not allowed: "medio" is none of the words used here; did you mean "media"?
                    when: 2031-05-01/2031-05-10 | when: 2031-05-01/2031-04-10 | 14:20: not a date: "2031-05-01/2031-04-10" ends before it begins; put the earlier date first
                    document: arden-times | document: arden-tmes | 21:21: not declared: there is no document "arden-tmes"; did you mean "arden-times"?
                    to: 147            | to: 148            | 21:45: value not allowed: from 120 to 148 for 27 characters; count Unicode code points from 0
                    a: line-in-may     | a: line-in-mai     | 63:17: nothing has this reference: no claim "line-in-mai"; did you mean "line-in-may"?
                    whose: [XA, XB]    | whose: [XA, US]    | 9:15: unknown party: "US" is real, and this is an exercise; use XA, XB and XC in an exercise
                    basis: derived     | basis: none        | 15:3: value not allowed: a date without a basis; give when and basis together, or neither
                    """)
    void aMessageSaysWhereWhatAndWhatToDo(String part, String instead, String message)
            throws IOException {
        String text = yaml();
        assertThat(text).contains(part);
        String changed = text.replaceFirst(Pattern.quote(part), instead);
        assertThatThrownBy(() -> Dossier.read("c.yaml", changed))
                .isInstanceOf(ParleyException.class)
                .hasMessage("c.yaml:" + message);
    }

    @Test
    void anExerciseInTheShippedLibraryIsRefusedAndInAHomeItIsMarked() throws IOException {
        Path claims = Files.createDirectories(folder.resolve("claims"));
        Files.writeString(claims.resolve("line.yaml"), yaml());
        Path nowhere = folder.resolve("nowhere");
        assertThatThrownBy(() -> Dossier.open(folder, nowhere))
                .hasMessageContaining("an exercise in the library");
        Dossier home = Dossier.open(nowhere, folder);
        assertThat(home.pair("line").exercise()).isTrue();
    }

    @Test
    void aRefThatIsUsedTwiceIsNamed() throws IOException {
        String text = yaml().replace("- ref: line-in-june", "- ref: line-in-may");
        assertThatThrownBy(() -> Dossier.read("c.yaml", text))
                .hasMessageContaining("reference given twice: \"line-in-may\" is used twice");
    }
}
