// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Text;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** Draws the text from a PDF, page by page, glyph by glyph with its place on the page. */
final class PdfScan {
    static final int PAGES_MAX = 1000;

    private static final int GLYPHS_MAX = 8_000_000;
    private static final int OPERATORS_MAX = 20_000_000;

    private PdfScan() {}

    /**
     * @param raw the text drawn, pages divided by U+000C
     */
    record Drawn(String raw, List<Draft> drafts) {}

    static Drawn scan(byte[] bytes, String name) {
        PdfFonts.use();
        List<List<Glyph>> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(bytes)) {
            if (document.getNumberOfPages() > PAGES_MAX) {
                throw refused(
                        Code.TOO_LARGE,
                        name,
                        Text.of(
                                "a PDF may have "
                                        + PAGES_MAX
                                        + " pages, this one has "
                                        + document.getNumberOfPages(),
                                "PDF 不得超过 "
                                        + PAGES_MAX
                                        + " 页，此件有 "
                                        + document.getNumberOfPages()
                                        + " 页"),
                        Text.of("split it", "请拆分"));
            }
            if (!PdfBounds.holds(document)) {
                throw tooMuch(name);
            }
            new Collector(pages, name).writeText(document, Writer.nullWriter());
        } catch (InvalidPasswordException e) {
            throw refused(
                    Code.UNREADABLE,
                    name,
                    Text.of("this PDF asks for a password", "此 PDF 需要密码"),
                    Text.of("save it without one", "请去除密码后另存"));
        } catch (ParleyException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw refused(
                    Code.CORRUPT,
                    name,
                    Text.of("this PDF is broken (" + why + ")", "此 PDF 已损坏（" + why + "）"),
                    Text.of(
                            "open it in a reader and save it anew, or give its text",
                            "请用阅读器打开并另存，或给出其文字"));
        }
        if (pages.stream().allMatch(List::isEmpty)) {
            throw refused(
                    Code.UNREADABLE,
                    name,
                    Text.of("this PDF holds no text, only pictures", "此 PDF 没有文字，只有图像"),
                    Text.of(
                            "run text recognition over it first, or give its text",
                            "请先作文字识别，或给出其文字"));
        }
        return new PdfBlocks(pages).drawn();
    }

    private static ParleyException tooMuch(String name) {
        return refused(
                Code.TOO_LARGE,
                name,
                Text.of("this PDF holds too much for one", "此 PDF 内容过多"),
                Text.of("split it", "请拆分"));
    }

    private static ParleyException refused(Code code, String name, Text what, Text todo) {
        return new ParleyException(code, Place.of(name), what, todo);
    }

    /**
     * A letter on a page.
     *
     * @param x left edge from the left, in points
     * @param y base line from the top, in points
     * @param size of the type, in points
     */
    record Glyph(String text, float x, float y, float width, float size) {}

    private static final class Collector extends PDFTextStripper {
        private final List<List<Glyph>> pages;
        private final String name;
        private int glyphs;
        private int operators;

        Collector(List<List<Glyph>> pages, String name) {
            this.pages = pages;
            this.name = name;
        }

        @Override
        protected void startPage(PDPage page) {
            pages.add(new ArrayList<>());
        }

        /** Forms may show each other over and over: a few lines then draw without end. */
        @Override
        protected void processOperator(Operator operator, List<COSBase> operands)
                throws IOException {
            if (++operators > OPERATORS_MAX) {
                throw tooMuch(name);
            }
            super.processOperator(operator, operands);
        }

        @Override
        protected void processTextPosition(TextPosition text) {
            String unicode = text.getUnicode();
            boolean upright = Math.abs(text.getDir()) < 1;
            if (unicode == null || unicode.isEmpty() || !upright) {
                return;
            }
            if (++glyphs > GLYPHS_MAX) {
                throw tooMuch(name);
            }
            float size = Math.max(text.getFontSizeInPt(), text.getYScale());
            pages.getLast()
                    .add(
                            new Glyph(
                                    unicode,
                                    text.getXDirAdj(),
                                    text.getYDirAdj(),
                                    text.getWidthDirAdj(),
                                    size > 0 ? size : 1));
        }

        @Override
        protected void writePage() {
            // The glyphs are set into lines elsewhere.
        }
    }
}
