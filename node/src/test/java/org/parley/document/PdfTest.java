// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;
import org.parley.Code;
import org.parley.ParleyException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** PDFs drawn for the test, with what journals do: columns, running heads, notes at the foot. */
final class PdfTest {
    static {
        PdfFonts.use();
    }

    @Test
    void twoColumnsAreReadOneAfterTheOther() throws IOException {
        try (PDDocument document = new PDDocument()) {
            Pen pen = new Pen(document, new PDType1Font(FontName.HELVETICA));
            pen.page();
            pen.line(72, 60, 18, "Talks between Arden and Borel");
            String[] left = {
                "The parties met on Monday in the", "capital and spoke about lists of",
                "sites, which they had exchanged in", "January. They will meet again.",
                "Arden asked for more time, as the", "rules allow, and Borel agreed to it",
                "under two conditions, which it did", "not make"
            };
            String[] right = {
                "public. An official said that the", "conditions were small.",
                "Borel has two sites in the north and", "one in the south of the country, and",
                "both are on the list that was handed", "over in spring. None is secret.",
                "The next round is to be held in the", "summer, in a third country."
            };
            for (int i = 0; i < left.length; i++) {
                pen.line(72, 100 + 14 * i, 10, left[i]);
                pen.line(320, 100 + 14 * i, 10, right[i]);
            }
            ReadDocument read = read(pen.bytes());
            assertThat(read.format()).isEqualTo(Format.PDF);
            assertThat(Reading.blocks(read).getFirst())
                    .isEqualTo("TITLE: Talks between Arden and Borel");
            assertThat(read.text().value())
                    .contains("met on Monday in the capital and spoke about lists of sites, which")
                    .contains("which it did not make public. An official");
        }
    }

    @Test
    void notesAtTheFootAndRunningHeadsAreTakenOutOfTheFlow() throws IOException {
        try (PDDocument document = new PDDocument()) {
            Pen pen = new Pen(document, new PDType1Font(FontName.HELVETICA));
            for (int page = 1; page <= 2; page++) {
                pen.page();
                pen.line(72, 30, 9, "Journal of Boundary Studies");
                if (page == 1) {
                    pen.line(
                            72,
                            100,
                            10,
                            "The agreement was extended for five years, which both sides");
                    pen.raised(72, 114, 10, "called a success.", "1");
                    pen.line(180, 114, 10, "What the second side then said about the");
                    pen.line(72, 700, 7, "1 See the yearbook of an institute, p. 342.");
                } else {
                    pen.line(
                            72,
                            100,
                            10,
                            "lists was noted, and an answer was promised for the spring of");
                    pen.line(72, 114, 10, "the next year.");
                }
                pen.line(300, 760, 9, Integer.toString(page + 10));
            }
            ReadDocument read = read(pen.bytes());
            assertThat(Reading.blocks(read))
                    .contains(
                            "PARAGRAPH: The agreement was extended for five years, which both sides"
                                + " called a success. What the second side then said about the"
                                + " lists was noted, and an answer was promised for the spring of"
                                + " the next year.",
                            "FOOTNOTE: See the yearbook of an institute, p. 342.");
            assertThat(read.notes()).hasSize(1);
            Block note = read.blocks().get(read.notes().getFirst().block());
            assertThat(note.kind()).isEqualTo(Block.Kind.FOOTNOTE);
            assertThat(Reading.blocks(read))
                    .filteredOn(b -> b.contains("Journal") || b.endsWith(": 11"))
                    .allMatch(b -> b.startsWith("BOILERPLATE"));
            int second = read.text().value().indexOf("lists was noted");
            assertThat(read.page(read.text().rawFrom(second))).isEqualTo(2);
            assertThat(read.page(0)).isEqualTo(1);
        }
    }

    @Test
    void aChinesePaperIsRead() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            page.setResources(new PDResources());
            page.getResources().put(COSName.getPDFName("F1"), chineseFont());
            String content =
                    chinese(72, 730, 18, "阿登与波雷尔的军控对话")
                            + chinese(92, 690, 10, "双方商定于下周举行磋商，讨论条约的履行问题，截至五月阿登")
                            + chinese(72, 676, 10, "拥有超过５００枚弹头，２０３０年前还将增加。")
                            + chinese(92, 662, 10, "波雷尔没有回应。");
            PDStream stream =
                    new PDStream(
                            document,
                            new ByteArrayInputStream(content.getBytes(StandardCharsets.US_ASCII)));
            page.setContents(stream);
            ReadDocument read = read(bytes(document));
            assertThat(read.language()).isEqualTo("zh-Hans");
            assertThat(Reading.blocks(read))
                    .containsExactly(
                            "TITLE: 阿登与波雷尔的军控对话",
                            "PARAGRAPH: 双方商定于下周举行磋商，讨论条约的履行问题，截至五月阿登" + "拥有超过500枚弹头，2030年前还将增加。",
                            "PARAGRAPH: 波雷尔没有回应。");
        }
    }

    @Test
    void aLockedABrokenAnEmptyAndAnEndlessPdfAreRefusedWithWhatToDo() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            assertRefused(bytes(document), Code.UNREADABLE, "text recognition");
            StandardProtectionPolicy lock =
                    new StandardProtectionPolicy("owner", "user", new AccessPermission());
            lock.setEncryptionKeyLength(128);
            document.protect(lock);
            assertRefused(bytes(document), Code.UNREADABLE, "without one");
        }
        assertRefused(
                "%PDF-1.7\nnothing".getBytes(StandardCharsets.UTF_8), Code.CORRUPT, "save it anew");
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i <= PdfScan.PAGES_MAX; i++) {
                document.addPage(new PDPage());
            }
            assertRefused(bytes(document), Code.TOO_LARGE, "split it");
        }
    }

    private static ReadDocument read(byte[] bytes) {
        return Reading.checked(DocumentReader.read(bytes, "a.pdf"));
    }

    private static void assertRefused(byte[] bytes, Code code, String todo) {
        assertThatThrownBy(() -> DocumentReader.read(bytes, "a.pdf"))
                .isInstanceOfSatisfying(
                        ParleyException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(code);
                            assertThat(e.problem().todo()).contains(todo);
                        });
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    private static String chinese(int x, int y, int size, String text) {
        String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16BE));
        return "BT /F1 " + size + " Tf " + x + " " + y + " Td <" + hex + "> Tj ET\n";
    }

    /** The Adobe-GB1 collection by name, as Chinese papers use it: no font need be embedded. */
    private static PDFont chineseFont() throws IOException {
        COSDictionary system = new COSDictionary();
        system.setString(COSName.REGISTRY, "Adobe");
        system.setString(COSName.ORDERING, "GB1");
        system.setInt(COSName.SUPPLEMENT, 2);
        COSDictionary face = new COSDictionary();
        face.setItem(COSName.TYPE, COSName.FONT_DESC);
        face.setName(COSName.FONT_NAME, "STSong-Light");
        face.setInt(COSName.FLAGS, 4);
        COSDictionary glyphs = new COSDictionary();
        glyphs.setItem(COSName.TYPE, COSName.FONT);
        glyphs.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE0);
        glyphs.setName(COSName.BASE_FONT, "STSong-Light");
        glyphs.setItem(COSName.CIDSYSTEMINFO, system);
        glyphs.setItem(COSName.FONT_DESC, face);
        glyphs.setInt(COSName.DW, 1000);
        COSArray descendants = new COSArray();
        descendants.add(glyphs);
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setName(COSName.BASE_FONT, "STSong-Light");
        font.setName(COSName.ENCODING, "UniGB-UCS2-H");
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        return new PDType0Font(font);
    }

    /** Writes lines at places counted from the page's top. */
    private static final class Pen {
        private final PDDocument document;
        private final PDFont font;
        private PDPage page = new PDPage();

        Pen(PDDocument document, PDFont font) {
            this.document = document;
            this.font = font;
        }

        void page() {
            page = new PDPage();
            document.addPage(page);
        }

        float line(float x, float y, float size, String text) throws IOException {
            try (PDPageContentStream content =
                    new PDPageContentStream(
                            document, page, PDPageContentStream.AppendMode.APPEND, false)) {
                content.beginText();
                content.setFont(font, size);
                content.newLineAtOffset(x, page.getMediaBox().getHeight() - y);
                content.showText(text);
                content.endText();
            }
            return x + font.getStringWidth(text) / 1000 * size;
        }

        void raised(float x, float y, float size, String text, String mark) throws IOException {
            float end = line(x, y, size, text);
            line(end, y - size * 0.4f, size * 0.6f, mark);
        }

        byte[] bytes() throws IOException {
            return PdfTest.bytes(document);
        }
    }
}
