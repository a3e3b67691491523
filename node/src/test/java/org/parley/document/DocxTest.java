// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Code;
import org.parley.ParleyException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** EXERCISE: Word documents as word processors write them, and as nobody should. */
final class DocxTest {
    private static final String NAMES =
            "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
                    + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";

    private static byte[] docx(String body, Map<String, String> more) throws IOException {
        Map<String, String> parts = new TreeMap<>(more);
        parts.putIfAbsent("word/document.xml", whole("document", "<w:body>" + body + "</w:body>"));
        parts.put("word/media/picture.png", "no picture");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static String whole(String name, String inside) {
        return "<?xml version=\"1.0\"?><w:%s %s>%s</w:%s>".formatted(name, NAMES, inside, name);
    }

    private static String p(String inside) {
        return "<w:p>" + inside + "</w:p>";
    }

    private static String t(String text) {
        return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    private static String styled(String style, String text) {
        return p("<w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>" + t(text));
    }

    private static ReadDocument read(byte[] bytes) {
        return Reading.checked(DocumentReader.read(bytes, "a.docx"));
    }

    @Test
    void paragraphsHeadingsTablesAndNotesAreReadAndChangesAsTheyWereMade() throws IOException {
        String body =
                styled("Title", "Talks between Arden and Borel")
                        + p(
                                t("Arden and Borel met on ")
                                        + t("Monday &amp; agreed.")
                                        + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>")
                        + styled("Heading1", "Figures")
                        + p(
                                t("阿登拥有约480枚核弹头。")
                                        + "<w:del><w:r><w:delText>taken"
                                        + " out</w:delText></w:r></w:del><w:ins>"
                                        + t("随后又谈。")
                                        + "</w:ins>"
                                        + "<w:r><w:instrText>HYPERLINK x</w:instrText></w:r>")
                        + "<w:tbl><w:tr><w:tc>"
                        + p(t("Party"))
                        + "</w:tc><w:tc>"
                        + p(t("Launchers"))
                        + "</w:tc></w:tr></w:tbl>";
        String notes =
                whole(
                        "footnotes",
                        "<w:footnote w:type=\"separator\" w:id=\"0\">"
                                + p(t("----"))
                                + "</w:footnote><w:footnote w:id=\"2\">"
                                + p(t("See the yearbook of an institute."))
                                + "</w:footnote>");
        String about =
                "<cp:coreProperties xmlns:cp=\"urn:cp\""
                        + " xmlns:dc=\"urn:dc\"><dc:title>Talks</dc:title><dc:creator>Ines"
                        + " &lt;b&gt;</dc:creator></cp:coreProperties>";
        ReadDocument read =
                read(docx(body, Map.of("word/footnotes.xml", notes, "docProps/core.xml", about)));
        assertThat(Reading.blocks(read))
                .contains(
                        "TITLE: Talks between Arden and Borel",
                        "PARAGRAPH: Arden and Borel met on Monday & agreed.",
                        "HEADING: Figures",
                        "PARAGRAPH: 阿登拥有约480枚核弹头。随后又谈。",
                        "TABLE_ROW: Party | Launchers");
        assertThat(read.text().value())
                .contains("See the yearbook of an institute.")
                .doesNotContain("taken out", "HYPERLINK", "----", "picture");
        assertThat(read.metadata().title()).contains("Talks");
        assertThat(read.metadata().author()).contains("Ines <b>");
        assertThat(read.format()).isEqualTo(Format.HTML);
    }

    @Test
    void noDtdIsReadAndNoEntityFollowed() throws IOException {
        String mine =
                "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/hostname\"><!ENTITY a \"aaaaaaaaaa\">"
                        + "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
                        + whole("document", "<w:body>" + p(t("&x;&b;")) + "</w:body>")
                                .substring(21);
        refused(docx("", Map.of("word/document.xml", mine)), Code.CORRUPT);
    }

    @Test
    void whatUnpacksWithoutEndIsRefusedWhereverItLies() throws IOException {
        String much = " ".repeat(33 * 1024 * 1024);
        refused(docx("", Map.of("word/document.xml", much)), Code.TOO_LARGE);
        Map<String, String> beside = new TreeMap<>();
        for (int i = 0; i < 9; i++) {
            beside.put("word/media/" + i, much);
        }
        refused(docx(p(t("Arden")), beside), Code.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<w:document", "no xml", ""})
    void whatIsNoXmlIsBroken(String text) throws IOException {
        refused(docx("", Map.of("word/document.xml", text)), Code.CORRUPT);
    }

    @Test
    void anArchiveWithoutADocumentOrCutOffIsBroken() throws IOException {
        byte[] sound = docx(p(t("Arden")), Map.of());
        refused(Arrays.copyOf(sound, sound.length / 3), Code.CORRUPT);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("content.xml"));
        }
        refused(out.toByteArray(), Code.CORRUPT);
    }

    @Test
    void elementsInOneAnotherWithoutEndAreRefused() throws IOException {
        String deep = "<w:r>".repeat(1_000_000) + "</w:r>".repeat(1_000_000);
        refused(docx(p(t("Arden") + deep), Map.of()), Code.CORRUPT);
    }

    @Test
    void aLongDocumentIsReadToItsEnd() throws IOException {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            body.append(
                    p(t("Arden &amp; Borel met for the " + i + "th time, in a third country.")));
        }
        assertThat(read(docx(body.toString(), Map.of())).text().value())
                .contains("Arden & Borel met for the 0th", "met for the 19999th time");
    }

    private static void refused(byte[] bytes, Code code) {
        assertThatThrownBy(() -> DocumentReader.read(bytes, "a.docx"))
                .isInstanceOfSatisfying(
                        ParleyException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(code);
                            assertThat(e.place().toString()).isEqualTo("a.docx");
                            assertThat(e.problem().in("zh")).contains("Word 文件");
                        });
    }
}
