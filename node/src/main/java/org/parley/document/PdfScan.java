// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** Draws the text from a PDF, page by page, glyph by glyph with its place on the page. */
final class PdfScan {
    static final int PAGES_MAX = 1000;

    private static final int GLYPHS_MAX = 8_000_000;

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
                        "a PDF may have "
                                + PAGES_MAX
                                + " pages, this one has "
                                + document.getNumberOfPages(),
                        "split it");
            }
            new Collector(pages, name).writeText(document, Writer.nullWriter());
        } catch (InvalidPasswordException e) {
            throw refused(
                    Code.UNREADABLE, name, "this PDF asks for a password", "save it without one");
        } catch (IOException | IllegalArgumentException | ClassCastException e) {
            throw refused(
                    Code.CORRUPT,
                    name,
                    "this PDF is broken (" + e.getMessage() + ")",
                    "open it in a reader and save it anew, or give its text");
        }
        if (pages.stream().allMatch(List::isEmpty)) {
            throw refused(
                    Code.UNREADABLE,
                    name,
                    "this PDF holds no text, only pictures",
                    "run text recognition over it first, or give its text");
        }
        return new PdfBlocks(pages).drawn();
    }

    private static ParleyException refused(Code code, String name, String what, String todo) {
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

        Collector(List<List<Glyph>> pages, String name) {
            this.pages = pages;
            this.name = name;
        }

        @Override
        protected void startPage(PDPage page) {
            pages.add(new ArrayList<>());
        }

        @Override
        protected void processTextPosition(TextPosition text) {
            String unicode = text.getUnicode();
            boolean upright = Math.abs(text.getDir()) < 1;
            if (unicode == null || unicode.isEmpty() || !upright) {
                return;
            }
            if (++glyphs > GLYPHS_MAX) {
                throw refused(
                        Code.TOO_LARGE, name, "this PDF holds too much text for one", "split it");
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
