// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import org.jsoup.nodes.Element;
import org.parley.document.DateCandidate.Basis;

import java.util.List;
import java.util.Locale;

/** What an HTML page says about itself in its head. */
final class MetaTags {
    /** A plug-in names here what it did not read. */
    static final String UNREAD = "parley-unread";

    private static final int UNREAD_CHARS_MAX = 2_000;

    private MetaTags() {}

    static void collect(Element page, String raw, Front.Collected into, boolean beijing) {
        for (Element meta : page.select("meta[content]")) {
            String key =
                    meta.attr("property").isEmpty() ? meta.attr("name") : meta.attr("property");
            String content = meta.attr("content");
            switch (key.toLowerCase(Locale.ROOT)) {
                case "og:title" -> into.take("title", content);
                case "og:url" -> into.take("url", content);
                case "og:site_name", "publisher" -> into.take("outlet", content);
                case "author", "article:author" -> into.take("author", content);
                case "article:published_time",
                        "pubdate",
                        "publishdate",
                        "date",
                        "dc.date",
                        "publish_time",
                        "publication_date" ->
                        date(raw, into, content, Basis.STATED, beijing);
                case "article:modified_time", "lastmod" ->
                        date(raw, into, content, Basis.SAVED, beijing);
                case UNREAD -> into.other(UNREAD, shown(content));
                default -> {}
            }
        }
        for (Element link : page.select("link[rel=canonical][href]")) {
            into.take("url", link.attr("href"));
        }
        for (Element time : page.select("time[datetime]")) {
            date(raw, into, time.attr("datetime"), Basis.STATED, beijing);
            break;
        }
        for (Element script : page.select("script[type=application/ld+json]")) {
            String json = script.data();
            int at = json.indexOf("\"datePublished\"");
            if (at >= 0) {
                String near = json.substring(at, Math.min(json.length(), at + 60));
                date(raw, into, near, Basis.STATED, beijing);
            }
        }
        Element title = page.selectFirst("head > title");
        if (title != null) {
            into.take("title", title.text());
        }
    }

    private static String shown(String text) {
        return text.substring(0, Math.min(text.length(), UNREAD_CHARS_MAX))
                .replaceAll("\\p{Cntrl}", " ");
    }

    private static void date(
            String raw, Front.Collected into, String content, Basis basis, boolean beijing) {
        List<Dates.Found> found = Dates.in(content, beijing);
        if (!found.isEmpty()) {
            Dates.Found day = found.getFirst();
            String shown = content.substring(day.from(), day.to());
            int at = raw.indexOf(shown);
            into.date(
                    new DateCandidate(
                            day.edtf(),
                            basis,
                            shown,
                            Math.max(at, 0),
                            at < 0 ? 0 : at + shown.length()));
        }
    }
}
