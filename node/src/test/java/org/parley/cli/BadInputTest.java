// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whatever is wrong with an input gives one line that says where, what and what to do. Each case
 * changes one place of the exercise, which is in order, and gives the whole message.
 */
final class BadInputTest {
    private static final long TWO_HUNDRED_MIB = 200L << 20;

    @TempDir Path folder;

    @ParameterizedTest(name = "{0}: {1} > {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            maxCharsPerColumn = 10_000,
            textBlock =
                    """
                    agreement.yaml | counts:$ | counts: [ | 23:10: not well-formed: expected ',' or ']', but got :; check the indentation, quotes and brackets before this place
                    agreement.yaml | zone: GMT | kind: treaty | 8:1: key given twice: "kind" was already given at line 4; keep one of the two
                    agreement.yaml | article: IV | artcle: IV | 36:110: unknown key: "artcle" means nothing here; did you mean "article"?
                    agreement.yaml | state == 'dep | loaded == 'dep | 24:47: expression not allowed: item.loaded is an integer, but is compared with the text 'deployed'; give both the same type
                    agreement.yaml | each: item.loaded | each: item.load | 25:11: not declared: no field is called item.load; did you mean "item.loaded"?
                    agreement.yaml | eif: act entered-into-force | eif: end - 10 years | 13:34: depends on itself: "eif" depends on itself: eif → end → eif; let one of them count from an act or a date
                    agreement.yaml | at-most: 100, | at-most: 100.55, | value not allowed: holdings is bounded by 100.55, finer than its count; add decimals: 2 to counts.holdings
                    agreement.yaml | eif \\+ 25 days | eif + 25 dais | not a date
                    agreement.yaml | exercise: true\\R | | 1:1: exercise data in the real library: made-up parties in an agreement that does not say so; add exercise: true
                    agreement.yaml | \\[XA, XB\\]$ | [XA, US] | 1:1: exercise data in the real library: an exercise mixes made-up and real parties; use XA, XB, XC … only
                    agreement.yaml | (?s).* | `` | 1:1: not well-formed: the file is empty; fill it
                    agreement.yaml | (?s).* | `a: &a [x]\\nb: [*a, *a]\\n` | : not well-formed: a list or a map is repeated by an alias (*name); write it out
                    record/acts.yaml | by: XB, under | by: XZ, under | 7:33: unknown party: "XZ" is not a party to arden-borel; did you mean "XA"?
                    record/acts.yaml | by: XA, made | by: XA, to: XZ, made | 9:48: unknown party: "XZ" is not a party to arden-borel; did you mean "XA"?
                    record/acts.yaml | ref: data-xb | ref: data-xa | 7:3: reference given twice: ref "data-xa" already stands at FOLDER/record/acts.yaml:6:3; give one of them another ref
                    record/acts.yaml | as-of: 2030-07-01, received: 2030-07-15 | as-of: 2021-02-30 | 6:68: not a date: "2021-02-30": February 2021 has 28 days; use a day from 01 to 28
                    record/acts.yaml | form: inspection | form: inspektion | 9:24: not declared: arden-borel has no form "inspektion"; did you mean "inspection"?
                    record/acts.yaml | holdings: 98.5 | holding: 98.5 | 6:120: not declared: arden-borel has no count "holding"; did you mean "holdings"?
                    record/acts.yaml | holdings: 98.5 | holdings: 98.55 | 6:121: wrong type: "98.55" is not a number with at most 1 decimal; write it as in 202.8
                    record/acts.yaml | under: duties.list | under: duties.lists | 5:47: not declared: arden-borel has no provision "duties.lists"; did you mean "duties.list"?
                    record/acts.yaml | about: data-xb | about: data-xc | 8:3: nothing has this reference: no statement has the ref "data-xc"; did you mean "data-xa"?
                    record/acts.yaml | act: signed | act: sined | 3:33: not declared: "sined" is not an act; did you mean "signed"? Else add it to acts: in the agreement
                    record/acts.yaml | table: items.csv | table: ../../items.csv | 11:8: cannot be read: "../../items.csv" lies outside; put it beside this file
                    record/acts.yaml | table: items.csv | table: item.csv | 11:8: not found: there is no "item.csv" beside this file; check the name
                    record/acts.yaml | as-of: 2030-07-01\\R | as-of: date\\n | FOLDER/record/items.csv:1:1: table header does not match: no column "date", which FOLDER/record/acts.yaml:16:8 asks for; use one of: kind, loaded, made, mobile, received, serial, state, type, uid
                    record/items.csv | loaded,made | loadd,made | 1:1: table header does not match: no column "loaded", which FOLDER/record/acts.yaml:21:30 asks for; did you mean "loadd"?
                    record/items.csv | type,loaded | type,type | 1:1: table header does not match: the column "type" stands twice; rename one of them
                    record/items.csv | ,6, | ,twelve, | 3:22: wrong type: "twelve" is not a whole number; write digits only
                    record/items.csv | ,6, | ,21, | 3:22: value not allowed: 21 lies outside 0 to 20; check the number, or widen the type in the agreement
                    record/items.csv | ,6, | ,9007199254740992, | 3:22: value not allowed: "9007199254740992" lies outside -9007199254740991 to 9007199254740991; check the number; larger ones can be neither signed nor added up exactly
                    record/items.csv | ,6, | ,-9223372036854775808, | 3:22: value not allowed: "-9223372036854775808" lies outside -9007199254740991 to 9007199254740991; check the number; larger ones can be neither signed nor added up exactly
                    record/acts.yaml | holdings: 98.5 | holdings: 900719925474099.2 | 6:121: value not allowed: "900719925474099.2" lies outside -900719925474099.1 to 900719925474099.1; check the number; larger ones can be neither signed nor added up exactly
                    record/items.csv | A-3,ICBM | A-3 | 4:1: table header does not match: 8 cells, and the header has 9; quote a cell that holds a comma, and close every quote
                    record/items.csv | A-3,ICBM | A-3,IBCM | 4:5: not declared: there is no kind of item "IBCM"; did you mean "ICBM"?
                    record/items.csv | 甲型"{3} | 甲型 | 2:1: table header does not match: 4 cells, and the header has 9; quote a cell that holds a comma, and close every quote
                    record/items.csv | (?s).* | `` | 1:1: table header does not match: the table is empty; its first row must hold the names of the columns
                    """)
    void saysWhereWhatAndWhatToDo(String file, String pattern, String instead, String message)
            throws IOException {
        Path made = copy();
        Path changed = made.resolve(file);
        String text = Files.readString(changed);
        String other =
                java.util.regex.Pattern.compile(pattern, java.util.regex.Pattern.MULTILINE)
                        .matcher(text)
                        .replaceFirst(instead == null ? "" : instead.replace("\\n", "\n"));
        assertThat(other).isNotEqualTo(text);
        Files.writeString(changed, other);
        Session session = Session.run("check", made.toString());
        assertThat(session.code()).isEqualTo(1);
        String expected = message.replace("FOLDER", made.toString());
        String first = session.out().lines().findFirst().orElseThrow();
        assertThat(first).startsWith(made.toString());
        assertThat(first).contains(expected);
    }

    @Test
    void aFileThatIsNotTextOrNotThereIsNamed() throws IOException {
        Path made = copy();
        Path rules = made.resolve("agreement.yaml");
        Files.write(rules, new byte[] {(byte) 0xFF, (byte) 0xFE, 0});
        assertThat(checked(made))
                .isEqualTo(rules + ": cannot be read: not UTF-8 text; save it as UTF-8");
        Files.delete(rules);
        assertThat(checked(made))
                .isEqualTo(
                        rules
                                + ": cannot be read: there is no such file; check the path and the"
                                + " permissions");
        Files.createDirectory(rules);
        assertThat(checked(made))
                .isEqualTo(rules + ": cannot be read: this is a folder; name a file in it");
    }

    @Test
    void aVeryLongLineIsRefusedBeforeItIsRead() throws IOException {
        Path made = copy();
        Path big = made.resolve("record/big.yaml");
        try (RandomAccessFile file = new RandomAccessFile(big.toFile(), "rw")) {
            file.setLength(TWO_HUNDRED_MIB);
        }
        assertThat(checked(made))
                .isEqualTo(
                        big
                                + ": too large: 209715200 bytes; a file may have 67108864; split"
                                + " it");
    }

    @Test
    void aLineOfMoreThanAMebibyteIsRefusedAtItsPlace() throws IOException {
        Path made = copy();
        Path file = made.resolve("record/acts.yaml");
        Files.writeString(file, "# " + "x".repeat(1 << 20) + "\n");
        assertThat(checked(made))
                .isEqualTo(
                        file
                                + ":1:1048576: too large: a line of 1048578 characters; break it;"
                                + " a line may have 1048576");
    }

    @Test
    void deepNestingIsRefusedHoweverDeep() throws IOException {
        Path made = copy();
        Path rules = made.resolve("agreement.yaml");
        Files.writeString(rules, "a: " + "[".repeat(100) + "]".repeat(100) + "\n");
        assertThat(checked(made)).endsWith("too large: nested deeper than 32; flatten it");
        Files.writeString(rules, "a: " + "[".repeat(100_000) + "\n");
        assertThat(checked(made)).endsWith("too large: nested deeper than 32; flatten it");
    }

    @Test
    void anExerciseInARealRecordIsRefusedWhereItSaysSo() throws IOException {
        Path made = copy();
        Path rules = made.resolve("agreement.yaml");
        String real = Files.readString(rules).replace("exercise: true\n", "");
        Files.writeString(rules, real.replace("[XA, XB]", "[US, RU]"));
        Path acts = made.resolve("record/acts.yaml");
        assertThat(checked(made))
                .isEqualTo(
                        acts
                                + ":1:1: exercise data in the real library: an exercise in the"
                                + " record of arden-borel, which is real; keep it under an"
                                + " agreement of its own that says exercise: true");
        Files.writeString(acts, Files.readString(acts).replace("exercise: true\n", ""));
        assertThat(checked(made))
                .isEqualTo(
                        acts
                                + ":2:41: unknown party: \"XA\" is not a party to arden-borel; use"
                                + " one of: RU, US");
    }

    @Test
    void aWrongCommandLineIsSaidShortlyAndEndsWithTwo() {
        Session unknown = Session.run("stauts");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).startsWith("Unmatched argument at index 0: 'stauts'");
        assertThat(unknown.err().lines()).hasSizeLessThanOrEqualTo(3);
        assertThat(Session.run("export", "x").code()).isEqualTo(2);
        Session language = Session.at(folder, "list", "--lang", "fr");
        assertThat(language.code()).isEqualTo(2);
        assertThat(language.err()).isEqualTo("--lang: not understood: \"fr\"; use en or zh\n");
        Session id = Session.at(folder, "status", "arden-boral");
        assertThat(id.code()).isEqualTo(1);
        assertThat(id.err())
                .isEqualTo(
                        "library: not found: no agreement \"arden-boral\"; did you mean"
                                + " \"arden-borel\"?\n");
        Session day = Session.at(folder, "due", "arden-borel", "--from", "2021-02-30");
        assertThat(day.code()).isEqualTo(1);
        assertThat(day.err()).startsWith("--from: not a date: \"2021-02-30\"");
    }

    @Test
    void aLibraryThatIsNotThereIsSaid() {
        String none = folder.resolve("none").toString();
        for (Session session :
                List.of(
                        Session.run("list", "--library", none),
                        Session.run("evidence", "lint", "--library", none))) {
            assertThat(session.code()).isEqualTo(1);
            assertThat(session.err())
                    .startsWith("--library: not found: there is no folder " + none);
        }
    }

    @Test
    void oneFaultyAgreementDoesNotHideTheOthers() throws IOException {
        Path faulty = folder.resolve("agreements/aaa");
        Files.createDirectories(faulty);
        Files.writeString(faulty.resolve("agreement.yaml"), "format: 1\nid: [\n");
        Session session = Session.at(folder, "list");
        assertThat(session.code()).isEqualTo(1);
        assertThat(session.out()).startsWith("arden-borel ");
        assertThat(session.err()).startsWith(faulty + "/agreement.yaml:").hasLineCount(1);
    }

    private static String checked(Path made) {
        Session session = Session.run("check", made.toString());
        assertThat(session.code()).isEqualTo(1);
        assertThat(session.err()).isEmpty();
        return session.out().strip();
    }

    private Path copy() throws IOException {
        Path from = Session.EXERCISE.resolve("agreements/arden-borel");
        Path to = folder.resolve("made");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.writeString(
                            target,
                            Files.readString(file, StandardCharsets.UTF_8)
                                    .replaceFirst("^#.*\n", ""));
                }
            }
        }
        return to;
    }
}
