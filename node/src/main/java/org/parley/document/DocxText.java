// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import org.jsoup.nodes.Entities;

import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Optional;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * WordprocessingML as HTML, read as a stream: what lies in one another without end takes no memory.
 */
final class DocxText {
    private final XMLStreamReader xml;
    private final StringBuilder html;

    /** What the paragraph holds so far. */
    private final StringBuilder line = new StringBuilder();

    private String style = "";

    /** The mark of the note that the next paragraph begins; empty elsewhere. */
    private String mark = "";

    /** Text boxes come twice, the second time for old programs. */
    private int fallbacks;

    private DocxText(byte[] part, StringBuilder html) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        this.xml = factory.createXMLStreamReader(new ByteArrayInputStream(part));
        this.html = html;
    }

    /** Title and author, as {@code docProps/core.xml} has them; its dates are those of the file. */
    static void head(byte[] part, StringBuilder html) throws XMLStreamException {
        DocxText text = new DocxText(part, html);
        while (text.next()) {
            if (text.begins("title")) {
                html.append("<title>").append(escaped(text.content())).append("</title>");
            } else if (text.begins("creator")) {
                html.append("<meta name=\"author\" content=\"")
                        .append(escaped(text.content()))
                        .append("\">");
            }
        }
    }

    static void body(byte[] part, StringBuilder html) throws XMLStreamException {
        DocxText text = new DocxText(part, html);
        while (text.next()) {
            text.take();
        }
    }

    /** Footnotes, each a paragraph that begins with its mark; those of the program have a type. */
    static void notes(byte[] part, StringBuilder html) throws XMLStreamException {
        DocxText text = new DocxText(part, html);
        boolean own = false;
        while (text.next()) {
            if (text.begins("footnote")) {
                own = text.value("type").isEmpty();
                text.mark = own ? text.value("id").orElse("") : "";
            }
            if (own) {
                text.take();
            }
        }
    }

    private boolean next() throws XMLStreamException {
        if (!xml.hasNext()) {
            return false;
        }
        if (xml.next() == XMLStreamConstants.DTD) {
            throw DocxPlugin.broken();
        }
        return true;
    }

    private boolean begins(String name) {
        return xml.isStartElement() && xml.getLocalName().equals(name);
    }

    private String content() throws XMLStreamException {
        return xml.getElementText();
    }

    /** An attribute, in whatever name space: there are two of them, strict and transitional. */
    private Optional<String> value(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return Optional.of(xml.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }

    private void take() throws XMLStreamException {
        if (xml.isStartElement()) {
            begin(xml.getLocalName());
        } else if (xml.isEndElement()) {
            end(xml.getLocalName());
        }
    }

    private void begin(String name) throws XMLStreamException {
        switch (name) {
            case "Fallback" -> fallbacks++;
            case "p" -> line.setLength(0);
            case "pStyle" -> style = value("val").orElse("").toLowerCase(Locale.ROOT);
            case "t" -> line.append(fallbacks > 0 ? "" : escaped(content()));
            case "tab" -> line.append(' ');
            case "br", "cr" -> line.append("<br>");
            case "noBreakHyphen" -> line.append('-');
            case "footnoteReference" ->
                    value("id")
                            .ifPresent(id ->
                                    line.append("<sup>").append(escaped(id)).append("</sup>"));
            case "tbl" -> html.append("<table>\n");
            case "tr" -> html.append("<tr>");
            case "tc" -> html.append("<td>");
            default -> {
                // what is no text
            }
        }
    }

    private void end(String name) {
        switch (name) {
            case "Fallback" -> fallbacks--;
            case "p" -> paragraph();
            case "tbl" -> html.append("</table>\n");
            case "tr" -> html.append("</tr>\n");
            case "tc" -> html.append("</td>");
            default -> {
                // what is no text
            }
        }
    }

    private void paragraph() {
        String tag =
                style.equals("title")
                        ? "h1"
                        : style.startsWith("heading") || style.matches("[1-9]") ? "h2" : "p";
        if (!line.toString().isBlank()) {
            html.append('<').append(tag).append('>');
            if (!mark.isEmpty()) {
                html.append("<sup>").append(escaped(mark)).append("</sup> ");
                mark = "";
            }
            html.append(line).append("</").append(tag).append(">\n");
        }
        line.setLength(0);
        style = "";
    }

    private static String escaped(String text) {
        return Entities.escape(text);
    }
}
