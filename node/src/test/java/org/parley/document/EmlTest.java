// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Code;
import org.parley.ParleyException;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.SplittableRandom;

/** EXERCISE: mails as mail programs write them, and as nobody should. */
final class EmlTest {
    private static final Charset GB = Charset.forName("GB18030");
    private static final String HEAD =
            """
            Return-Path: <ines@arden.example>
            From: Ines Example <ines@arden.example>
            To: press@cadria.example
            Subject: EXERCISE talks
            Date: Tue, 5 Feb 2030 23:30:00 -0500 (EST)
            MIME-Version: 1.0
            """;
    private static final String FIGURE = "Arden has about 480 nuclear warheads in its stockpile.";

    private static ReadDocument read(String mail) {
        return read(mail.getBytes(StandardCharsets.UTF_8));
    }

    private static ReadDocument read(byte[] mail) {
        return Reading.checked(DocumentReader.read(mail, "a.EML"));
    }

    private static ReadDocument plain(String text) {
        return read(HEAD + "Content-Type: text/plain; charset=utf-8\n\n" + text);
    }

    /** Parts between a boundary and its end. */
    private static String multi(String type, String boundary, String... parts) {
        StringBuilder text = new StringBuilder("Content-Type: multipart/" + type + ";");
        text.append("\n boundary=\"").append(boundary).append("\"\n\n");
        for (String part : parts) {
            text.append("--").append(boundary).append('\n').append(part).append('\n');
        }
        return text.append("--").append(boundary).append("--\n").toString();
    }

    private static String part(String type, String body) {
        return "Content-Type: " + type + "\n\n" + body;
    }

    @Test
    void subjectSenderDayAndTextAreReadAndTheDayIsThatOfTheSendersZone() {
        ReadDocument mail = plain(FIGURE + "\r\n\r\nThe office of Arden.\r\n");
        assertThat(Reading.blocks(mail))
                .containsExactly(
                        "TITLE: EXERCISE talks",
                        "PARAGRAPH: " + FIGURE,
                        "PARAGRAPH: The office of Arden.");
        assertThat(Reading.dates(mail)).containsExactly("STATED 2030-02-05");
        assertThat(mail.metadata().title()).contains("EXERCISE talks");
        assertThat(mail.metadata().author()).contains("Ines Example <ines@arden.example>");
        assertThat(mail.metadata().outlet()).isEmpty();
        assertThat(mail.metadata().unread()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tue, 05 Feb 2030 10:00:00 +0800|2030-02-05",
                "5 Feb 2030 10:00 GMT|2030-02-05",
                "Wed, 5 Feb 2030 10:00:00 PST|2030-02-05",
                "Tue,  5 Feb 2030 10:00:00 +0000 (UTC)|2030-02-05",
                "Tue, 31 Feb 2030 10:00:00 +0000|",
                "yesterday|"
            })
    void aDayIsReadInEveryFormThatTheRulesAllowAndNoneIsMadeUp(String written, String day) {
        ReadDocument mail = read("From: a@b.example\nDate: " + written + "\n\n" + FIGURE);
        if (day == null) {
            assertThat(mail.metadata().dates()).isEmpty();
        } else {
            assertThat(Reading.dates(mail)).containsExactly("STATED " + day);
        }
    }

    @Test
    void codedWordsOfAHeaderAreReadInTheirCharsetAndNeverAsMarkUp() {
        String words = Base64.getEncoder().encodeToString("演练：阿登与博雷尔会谈".getBytes(GB));
        ReadDocument mail =
                read(
                        "From: =?utf-8?q?=E9=98=BF=E7=99=BB?= <b@arden.example>\n"
                                + "Subject: =?gb2312?B?"
                                + words
                                + "?=\n =?us-ascii?q?_=3Cb=3E?=\n\n"
                                + FIGURE);
        assertThat(mail.metadata().title()).contains("演练：阿登与博雷尔会谈 <b>");
        assertThat(mail.metadata().author()).contains("阿登 <b@arden.example>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"base64", "quoted-printable", "8bit"})
    void codesAndCharsetsAreUndone(String coding) {
        for (Charset charset : new Charset[] {GB, StandardCharsets.UTF_8}) {
            String name = charset.equals(GB) ? "gb2312" : "UTF-8";
            byte[] text = "阿登拥有约480枚核弹头。\n".getBytes(charset);
            byte[] body =
                    switch (coding) {
                        case "base64" -> Base64.getMimeEncoder().encode(text);
                        case "quoted-printable" -> quoted(text);
                        default -> text;
                    };
            String head =
                    HEAD
                            + "Content-Type: text/plain; charset="
                            + name
                            + "\nContent-Transfer-Encoding: "
                            + coding
                            + "\n\n";
            byte[] mail = new byte[head.length() + body.length];
            System.arraycopy(head.getBytes(StandardCharsets.US_ASCII), 0, mail, 0, head.length());
            System.arraycopy(body, 0, mail, head.length(), body.length);
            assertThat(Reading.blocks(read(mail))).contains("PARAGRAPH: 阿登拥有约480枚核弹头。");
        }
    }

    private static byte[] quoted(byte[] text) {
        StringBuilder coded = new StringBuilder();
        for (byte b : text) {
            coded.append(String.format("=%02X", b));
            coded.append(coded.length() % 72 == 0 ? "=\r\n" : "");
        }
        return coded.toString().getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void aCharsetThatIsNotTheOneNamedIsTold() {
        byte[] head =
                (HEAD + "Content-Type: text/plain; charset=us-ascii\n\n")
                        .getBytes(StandardCharsets.US_ASCII);
        byte[] text = "阿登方面说，阿登拥有约480枚核弹头，另有发射装置。".getBytes(StandardCharsets.UTF_8);
        text[3] = (byte) 0xFF;
        byte[] mail = new byte[head.length + text.length];
        System.arraycopy(head, 0, mail, 0, head.length);
        System.arraycopy(text, 0, mail, head.length, text.length);
        ReadDocument read = read(mail);
        assertThat(read.text().value()).contains("拥有约480枚核弹头");
        assertThat(Reading.repairs(read)).contains(Repair.Kind.BROKEN_BYTES);
    }

    @Test
    void ofTwoFormsOfATextTheRichOneIsReadUnlessItSaysNothing() {
        String rich =
                part(
                        "text/html",
                        "<html><head><title>other</title><meta name=date content=2001-01-01>"
                                + "</head><body><script>document.write('999')</script>"
                                + "<img src='http://x.example/998.png'><p>"
                                + FIGURE
                                + "</p><p>Rich.</p></body></html>");
        String poor = part("text/html", "<p>See it elsewhere.</p>");
        String plain = part("text/plain", FIGURE + "\n\nPlain.\n");
        ReadDocument mail = read(HEAD + multi("alternative", "x", plain, rich));
        assertThat(mail.text().value()).contains("480", "Rich").doesNotContain("Plain", "99");
        assertThat(Reading.dates(mail)).containsExactly("STATED 2030-02-05");
        assertThat(mail.metadata().title()).contains("EXERCISE talks");
        assertThat(read(HEAD + multi("alternative", "x", plain, poor)).text().value())
                .contains("480", "Plain")
                .doesNotContain("elsewhere");
    }

    @Test
    void whatIsAttachedIsNamedAndNotRead() {
        String within =
                multi(
                        "related",
                        "r",
                        part("text/html", "<p>" + FIGURE + "</p>"),
                        """
                        Content-Type: image/png
                        Content-ID: <1>

                        no picture\
                        """);
        ReadDocument mail =
                read(
                        HEAD
                                + multi(
                                        "mixed",
                                        "m",
                                        within,
                                        "Content-Type: text/plain\nContent-Disposition: attachment;"
                                                + " filename*=UTF-8''%E9%99%84%E4%BB%B6.txt\n\n"
                                                + "Borel has 999 nuclear warheads.",
                                        "Content-Type: application/pdf; name=\"annex.pdf\"\n\n%PDF",
                                        "Content-Type: message/rfc822\n\nSubject: 998\n\n997",
                                        part("text/plain", "The last words."),
                                        "Content-Type: application/pgp-signature\n\nabc"));
        assertThat(mail.text().value())
                .contains("480", "The last words")
                .doesNotContain("99", "annex");
        assertThat(mail.metadata().unread()).contains("附件.txt, annex.pdf, message/rfc822");
    }

    @Test
    void whatEarlierMailsSaidIsShownAndNotReadAsSaidInThisOne() {
        ReadDocument mail =
                plain(
                        FIGURE
                                + "\n\nOn Monday the office wrote:\n> Borel has 999 nuclear"
                                + " warheads.\n>> Yes?\nNo.\n-- \nOffice of Borel\n");
        assertThat(Reading.blocks(mail))
                .contains(
                        "PARAGRAPH: " + FIGURE,
                        "BOILERPLATE: Borel has 999 nuclear warheads. Yes?",
                        "PARAGRAPH: No.",
                        "BOILERPLATE: Office of Borel");
        ReadDocument rich =
                read(
                        HEAD
                                + part(
                                        "text/html",
                                        "<p>"
                                                + FIGURE
                                                + "</p><div class=gmail_quote><p>On Monday the"
                                                + " office wrote:</p><blockquote><ul><li>Borel has"
                                                + " 999 nuclear warheads.</ul></blockquote></div>"
                                                + "<p>The end of it.</p>"));
        assertThat(Reading.blocks(rich))
                .contains(
                        "PARAGRAPH: " + FIGURE,
                        "BOILERPLATE: Borel has 999 nuclear warheads.",
                        "PARAGRAPH: The end of it.");
    }

    @Test
    void aMailSentOnIsReadAndItsDayIsNotThatOfSendingItOn() {
        String on = "---------- Forwarded message ----------\nFrom: Borel\n\n" + FIGURE;
        ReadDocument mail = plain(on);
        assertThat(Reading.blocks(mail)).contains("PARAGRAPH: " + FIGURE);
        assertThat(Reading.dates(mail)).containsExactly("SAVED 2030-02-05");
        String original = "My word.\n\n-----Original Message-----\nFrom: Borel\n\n" + FIGURE;
        assertThat(Reading.blocks(plain(original))).contains("BOILERPLATE: " + FIGURE);
        ReadDocument sent = read(HEAD.replace("EXERCISE talks", "FW: EXERCISE") + "\n" + original);
        assertThat(Reading.blocks(sent)).contains("PARAGRAPH: " + FIGURE);
        assertThat(Reading.dates(sent)).containsExactly("SAVED 2030-02-05");
    }

    @Test
    void linesBrokenToFitAreOneParagraph() {
        String text =
                "Arden and Borel held talks on nuclear arms control in the capital \n"
                        + "of Cadria, the third of this year.\nA short line\nand one more\n";
        assertThat(plain(text).text().value())
                .contains("in the capital of Cadria, the third of this year.");
        ReadDocument flowed =
                read(
                        HEAD
                                + "Content-Type: text/plain; format=flowed; delsp=yes\n\n"
                                + "Arden has about 4 \n80 nuclear warheads.\n");
        assertThat(flowed.text().value()).contains("about 480 nuclear");
        assertThat(plain("阿登与博雷尔在卡德里亚举行核军控会谈，双方就下一步的安排交换了意见并同意在\n明年初再谈。\n").text().value())
                .contains("并同意在明年初再谈");
    }

    @Test
    void partsInOneAnotherWithoutEndAreRefusedAsAreTooMany() {
        StringBuilder deep = new StringBuilder(HEAD);
        for (int i = 0; i < 10_000; i++) {
            deep.append("Content-Type: multipart/mixed; boundary=b").append(i);
            deep.append("\n\n--b").append(i).append('\n');
        }
        refused(deep.toString(), Code.TOO_LARGE, "holds too much for one", "此邮件内容过多");
        String[] many = new String[10_000];
        Arrays.fill(many, part("text/plain", "Arden"));
        refused(
                HEAD + multi("mixed", "m", many),
                Code.TOO_LARGE,
                "holds too much for one",
                "此邮件内容过多");
        refused(
                HEAD + "X: y\n".repeat(100_000) + "\nArden",
                Code.TOO_LARGE,
                "holds too much for one",
                "此邮件内容过多");
    }

    @Test
    void aMailThatEndsBeforeItsEndIsRefused() {
        String whole = HEAD + multi("mixed", "m", part("text/plain", FIGURE));
        String cut = whole.substring(0, whole.length() - 20);
        refused(cut, Code.CORRUPT, "this mail is cut off", "此邮件不完整");
        refused(HEAD.substring(0, 150), Code.CORRUPT, "this mail is cut off", "此邮件不完整");
        refused(
                HEAD + "Content-Transfer-Encoding: base64\n\nQXJkZW4gaGFzIGFib3V0IDQ4MCBu\nAB",
                Code.CORRUPT,
                "this mail is cut off",
                "此邮件不完整");
    }

    @Test
    void aMailWithoutTextSaysWhatItCarries() {
        refused(HEAD + "\n", Code.UNREADABLE, "this mail has no text", "此邮件没有正文");
        refused(
                HEAD + multi("mixed", "m", "Content-Type: image/png; name=a.png\n\nno picture"),
                Code.UNREADABLE,
                "only attachments (a.png)",
                "只有附件（a.png）");
    }

    @Test
    void whatIsNoMailIsRefused() {
        refused("Arden has 480 nuclear warheads.", Code.UNREADABLE, "this is no mail", "这不是邮件");
        refused("PK\3\4 no mail", Code.UNREADABLE, "this is no mail", "这不是邮件");
        refused("", Code.UNREADABLE, "this is no mail", "这不是邮件");
    }

    @Test
    void whateverTheBytesAreTheAnswerIsATextOrARefusal() {
        byte[] mail =
                (HEAD
                                + multi(
                                        "mixed",
                                        "m",
                                        multi(
                                                "alternative",
                                                "a",
                                                part("text/plain; format=flowed", FIGURE),
                                                part("text/html", "<p>" + FIGURE)),
                                        "Content-Transfer-Encoding: base64\nContent-Disposition:"
                                                + " attachment; filename=a\n\nQUJD"))
                        .getBytes(StandardCharsets.UTF_8);
        SplittableRandom random = new SplittableRandom(20300205);
        int read = 0;
        for (int i = 0; i < 2_000; i++) {
            byte[] broken = mail.clone();
            for (int k = random.nextInt(1, 6); k > 0; k--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            try {
                read(broken);
                read++;
            } catch (ParleyException e) {
                assertThat(e.problem().in("en")).as("seed 20300205, %s", i).contains("mail");
            }
        }
        assertThat(read).isPositive();
    }

    private static void refused(String mail, Code code, String english, String chinese) {
        assertThatThrownBy(
                        () -> DocumentReader.read(mail.getBytes(StandardCharsets.UTF_8), "a.eml"))
                .isInstanceOfSatisfying(
                        ParleyException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(code);
                            assertThat(e.place().toString()).isEqualTo("a.eml");
                            assertThat(e.problem().in("en")).contains(english);
                            assertThat(e.problem().in("zh")).contains(chinese);
                        });
    }
}
