// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * How much a PDF unpacks to. Deflate packs a thousand to one, and PDFBox unpacks a stream whole, so
 * a file of a few megabytes could fill any memory: each stream is measured first, as it flows.
 */
final class PdfBounds {
    static final int STREAM_BYTES_MAX = 64 * 1024 * 1024;
    private static final long PAGES_BYTES_MAX = 4L * STREAM_BYTES_MAX;
    private static final int FILTERS_MAX = 8;

    private final Map<COSStream, Integer> measured = new HashMap<>();

    private PdfBounds() {}

    /** Whether all that is read of it stays within the bounds. */
    static boolean holds(PDDocument document) {
        PdfBounds bounds = new PdfBounds();
        return bounds.pagesHold(document) && bounds.objectsHold(document.getDocument());
    }

    /** What pages show is unpacked once for each of them, whatever it calls itself. */
    private boolean pagesHold(PDDocument document) {
        long all = 0;
        for (PDPage page : document.getPages()) {
            for (Iterator<PDStream> it = page.getContentStreams(); it.hasNext(); ) {
                int size = size(it.next().getCOSObject());
                all += size;
                if (size > STREAM_BYTES_MAX || all > PAGES_BYTES_MAX) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean objectsHold(COSDocument document) {
        for (COSObjectKey key : List.copyOf(document.getXrefTable().keySet())) {
            COSObject object = document.getObjectFromPool(key);
            if (object.getObject() instanceof COSStream stream
                    && !isLeftAlone(stream)
                    && size(stream) > STREAM_BYTES_MAX) {
                return false;
            }
        }
        return true;
    }

    /** Pictures and attachments are not unpacked for the text. */
    private static boolean isLeftAlone(COSStream stream) {
        COSName kind = stream.getCOSName(COSName.SUBTYPE);
        return COSName.IMAGE.equals(kind)
                || COSName.EMBEDDED_FILE.equals(stream.getCOSName(COSName.TYPE))
                        && !COSName.FORM.equals(kind);
    }

    private int size(COSStream stream) {
        Integer known = measured.get(stream);
        if (known == null) {
            known = measure(stream);
            measured.put(stream, known);
        }
        return known;
    }

    /** One more than is allowed where it is more, or where nobody packs so often. */
    private static int measure(COSStream stream) {
        List<COSName> filters = filters(stream.getFilters());
        if (filters.size() > FILTERS_MAX) {
            return STREAM_BYTES_MAX + 1;
        }
        try (InputStream raw = stream.createRawInputStream()) {
            InputStream in = raw;
            int size = (int) Math.min(stream.getLength(), STREAM_BYTES_MAX);
            for (int i = 0; i < filters.size(); i++) {
                boolean last = i == filters.size() - 1;
                Counted out = new Counted(last);
                FilterFactory.INSTANCE.getFilter(filters.get(i)).decode(in, out, stream, i);
                size = out.size;
                in = new ByteArrayInputStream(out.kept.toByteArray());
            }
            return size;
        } catch (TooMuch e) {
            return STREAM_BYTES_MAX + 1;
        } catch (IOException | RuntimeException e) {
            // What is broken is told of when it is read, if it is.
            return 0;
        }
    }

    private static List<COSName> filters(COSBase said) {
        List<COSName> filters = new ArrayList<>();
        if (said instanceof COSName one) {
            filters.add(one);
        } else if (said instanceof COSArray several) {
            for (int i = 0; i < several.size(); i++) {
                if (several.getObject(i) instanceof COSName one) {
                    filters.add(one);
                }
            }
        }
        return filters;
    }

    private static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Keeps what another filter has yet to unpack, and only counts what the last one gives. */
    private static final class Counted extends OutputStream {
        private final boolean last;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private int size;

        Counted(boolean last) {
            this.last = last;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            size += length;
            if (size > STREAM_BYTES_MAX) {
                throw new TooMuch();
            }
            if (!last) {
                kept.write(bytes, from, length);
            }
        }
    }
}
