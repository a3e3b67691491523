// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import org.jsoup.nodes.Entities;
import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Text;

import java.util.Locale;

/**
 * Mails (EML: RFC 5322 and MIME): subject, sender, day, and the text, as HTML where the mail has
 * it. What it carries beside its text is named and not read. What others wrote before and the
 * sender quotes is shown and not read for claims: it was said in another mail, on another day.
 */
public final class EmlPlugin implements DocumentPlugin {

    @Override
    public boolean takes(byte[] head, String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".eml");
    }

    @Override
    public String toHtml(byte[] bytes) {
        Mail mail = MailScan.scan(bytes);
        if (!mail.isMail()) {
            throw unreadable(
                    Text.of("this is no mail", "这不是邮件"), Text.of("get it once more", "请重新获取"));
        }
        if (mail.isCut()) {
            throw new ParleyException(
                    Code.CORRUPT,
                    Place.of("EML"),
                    Text.of("this mail is cut off", "此邮件不完整"),
                    Text.of("get it once more", "请重新获取"));
        }
        if (mail.html().isBlank()) {
            String names = String.join(", ", mail.beside());
            throw unreadable(
                    mail.beside().isEmpty()
                            ? Text.of("this mail has no text", "此邮件没有正文")
                            : Text.of(
                                    "this mail has no text, only attachments (" + names + ")",
                                    "此邮件没有正文，只有附件（" + names + "）"),
                    Text.of("save what it carries and take that in by itself", "请另存其中的附件，再单独收入"));
        }
        return page(mail);
    }

    private static String page(Mail mail) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html><head>");
        mail.subject().ifPresent(s -> html.append("<title>").append(escaped(s)).append("</title>"));
        mail.from().ifPresent(from -> meta(html, "author", from));
        // Who forwards a mail did not write it on the day on which he sends it on.
        mail.date()
                .ifPresent(date ->
                        meta(html, mail.isForwarded() ? "lastmod" : "date", date.toString()));
        if (!mail.beside().isEmpty()) {
            meta(html, MetaTags.UNREAD, String.join(", ", mail.beside()));
        }
        html.append("</head><body>\n");
        mail.subject().ifPresent(s -> html.append("<h1>").append(escaped(s)).append("</h1>\n"));
        return html.append(mail.html()).append("</body></html>\n").toString();
    }

    private static void meta(StringBuilder html, String name, String content) {
        html.append("<meta name=\"").append(name).append("\" content=\"");
        html.append(escaped(content)).append("\">");
    }

    private static String escaped(String text) {
        return Entities.escape(text);
    }

    private static ParleyException unreadable(Text what, Text todo) {
        return new ParleyException(Code.UNREADABLE, Place.of("EML"), what, todo);
    }

    /** The place is told by who knows the name. */
    static ParleyException tooMuch() {
        return new ParleyException(
                Code.TOO_LARGE,
                Place.of("EML"),
                Text.of("this mail holds too much for one", "此邮件内容过多"),
                Text.of("save what it carries and take that in by itself", "请另存其中的附件，再单独收入"));
    }
}
