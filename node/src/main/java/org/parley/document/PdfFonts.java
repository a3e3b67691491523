// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;

import java.io.IOException;
import java.io.InputStream;

/**
 * One stand-in for every font that a PDF names but does not hold. PDFBox would look through the
 * machine's fonts and keep what it found in the home folder; the text drawn must not depend on
 * either, and only widths are asked for, which the PDF gives itself.
 */
final class PdfFonts implements FontMapper {
    private static final String STAND_IN =
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final TrueTypeFont font;

    private PdfFonts(TrueTypeFont font) {
        this.font = font;
    }

    /** Makes PDFBox ask here; once is enough for all. */
    static void use() {
        Installed.touch();
    }

    @Override
    public FontMapping<TrueTypeFont> getTrueTypeFont(String name, PDFontDescriptor descriptor) {
        return new FontMapping<>(font, true);
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(String name, PDFontDescriptor descriptor) {
        return new FontMapping<>(font, true);
    }

    @Override
    public CIDFontMapping getCIDFont(
            String name, PDFontDescriptor descriptor, PDCIDSystemInfo system) {
        return new CIDFontMapping(null, font, true);
    }

    private static final class Installed {
        static {
            try (InputStream in = PDFont.class.getResourceAsStream(STAND_IN)) {
                if (in == null) {
                    throw new IllegalStateException("PDFBox came without its font");
                }
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in));
                FontMappers.set(new PdfFonts(font));
            } catch (IOException e) {
                throw new IllegalStateException("PDFBox's own font cannot be read", e);
            }
        }

        private Installed() {}

        static void touch() {}
    }
}
