// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.archive.Archive;
import org.parley.archive.Texts;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What cannot be read is one line with what to do, and nothing of it is kept. */
final class BadDocumentsTest {
    private static final String LIBRARY =
            Path.of(System.getProperty("parley.root", "..")).resolve("library").toString();
    private static final int BOMB_BYTES = 300_000_000;

    @TempDir Path folder;
    private Path home;

    @BeforeEach
    void begin() throws IOException {
        home = Texts.home(Files.createDirectories(folder.resolve("home")));
    }

    private Session ingest(Path file, String language) {
        return Session.run(
                "ingest",
                file.toString(),
                "--lang",
                language,
                "--library",
                LIBRARY,
                "--home",
                home.toString());
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private void refused(Path file, String english, String todo, String chinese) {
        Session session = ingest(file, "en");
        assertThat(session.code()).isEqualTo(1);
        assertThat(session.out().lines())
                .singleElement()
                .isEqualTo("0 new, 0 known, 1 not read; 0 claims");
        assertThat(session.err().lines())
                .singleElement()
                .asString()
                .startsWith(file + ": ")
                .contains(english, "; ", todo);
        assertThat(ingest(file, "zh").err().lines())
                .singleElement()
                .asString()
                .startsWith(file + ": ")
                .contains(chinese)
                .doesNotContainPattern("[a-z]{3,} [a-z]{3,}");
        assertThat(Archive.in(home).ids()).isEmpty();
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    @Test
    void aPdfWithAPassword() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            StandardProtectionPolicy lock =
                    new StandardProtectionPolicy("owner", "user", new AccessPermission());
            lock.setEncryptionKeyLength(128);
            document.protect(lock);
            refused(
                    file("locked.pdf", bytes(document)),
                    "asks for a password",
                    "save it without one",
                    "需要密码; 请去除密码后另存");
        }
    }

    @Test
    void aPdfOfPictures() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            BufferedImage picture = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
            picture.setRGB(20, 20, 0xFFFFFF);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(LosslessFactory.createFromImage(document, picture), 20, 20);
            }
            refused(
                    file("scan.pdf", bytes(document)),
                    "only pictures",
                    "run text recognition",
                    "只有图像; 请先作文字识别");
        }
    }

    @Test
    void aPdfThatUnpacksWithoutEnd() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            blow(new DeflaterOutputStream(packed));
            PDStream stream =
                    new PDStream(document, new ByteArrayInputStream(packed.toByteArray()));
            stream.getCOSObject().setItem(COSName.FILTER, COSName.FLATE_DECODE);
            page.setContents(stream);
            byte[] bytes = bytes(document);
            assertThat(bytes.length).isLessThan(1_000_000);
            refused(file("bomb.pdf", bytes), "holds too much", "split it", "内容过多; 请拆分");
            // Whatever it calls itself, and however often it is packed.
            stream.getCOSObject().setItem(COSName.SUBTYPE, COSName.IMAGE);
            refused(file("bomb.pdf", bytes(document)), "holds too much", "split it", "内容过多");
        }
    }

    private static void blow(OutputStream to) throws IOException {
        try (to) {
            byte[] spaces = " ".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < BOMB_BYTES; i += spaces.length) {
                to.write(spaces);
            }
        }
    }

    @Test
    void aPdfWhosePagesShowOneLargeStreamOverAndOver() throws IOException {
        try (PDDocument document = new PDDocument()) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (OutputStream to = new DeflaterOutputStream(packed)) {
                to.write(" ".repeat(30_000_000).getBytes(StandardCharsets.US_ASCII));
            }
            PDStream stream =
                    new PDStream(document, new ByteArrayInputStream(packed.toByteArray()));
            stream.getCOSObject().setItem(COSName.FILTER, COSName.FLATE_DECODE);
            for (int i = 0; i < 20; i++) {
                PDPage page = new PDPage();
                document.addPage(page);
                page.setContents(stream);
            }
            refused(file("pages.pdf", bytes(document)), "holds too much", "split it", "内容过多");
        }
    }

    @Test
    void whatIsCutOff() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(FontName.HELVETICA), 12);
                content.showText("EXERCISE");
                content.endText();
            }
            byte[] whole = bytes(document);
            Path cut = file("cut.pdf", Arrays.copyOf(whole, whole.length / 3));
            Session session = ingest(cut, "en");
            assertThat(session.code()).isEqualTo(1);
            assertThat(session.err().lines()).singleElement().asString().contains("cut.pdf: ");
        }
    }

    @Test
    void anArchiveIsNeverUnpacked() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream to = new ZipOutputStream(zip)) {
            to.putNextEntry(new ZipEntry("word/document.xml"));
            for (int i = 0; i < 100; i++) {
                to.write(new byte[1_000_000]);
            }
        }
        refused(file("a.txt", zip.toByteArray()), "a ZIP archive", "save the text", "ZIP 压缩包");
        refused(file("a.docx", zip.toByteArray()), "holds too much", "split it", "内容过多; 请拆分");
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        blow(new GZIPOutputStream(gzip));
        refused(file("a.txt", gzip.toByteArray()), "a gzip file", "unpack it", "gzip 压缩文件");
    }

    @Test
    void aMailWithoutTextOrCutOffOrOfMailsInMails() throws IOException {
        String head = "From: a@arden.example\nSubject: EXERCISE\n";
        String many = "Content-Type: multipart/mixed; boundary=b%1$d\n\n--b%1$d\n";
        StringBuilder deep = new StringBuilder(head);
        for (int i = 0; i < 10_000; i++) {
            deep.append(many.formatted(i));
        }
        refused(
                file("deep.eml", Texts.bytes(deep.toString())),
                "this mail holds too much for one",
                "take that in by itself",
                "此邮件内容过多; 请另存其中的附件");
        refused(
                file("cut.eml", Texts.bytes(head + many.formatted(1) + "\nArden has 480")),
                "this mail is cut off",
                "get it once more",
                "此邮件不完整; 请重新获取");
        refused(
                file("none.eml", Texts.bytes(head + "\n")),
                "this mail has no text",
                "save what it carries",
                "此邮件没有正文; 请另存其中的附件");
        refused(
                file("no.eml", Texts.bytes("EXERCISE")),
                "this is no mail",
                "get it once more",
                "这不是邮件; 请重新获取");
    }

    @Test
    void aMailIsReadAndWhatItCarriesIsNamed() throws IOException {
        String mail =
                """
                From: a@arden.example
                Subject: EXERCISE
                Date: Tue, 5 Feb 2030 10:00:00 +0000
                Content-Type: multipart/mixed; boundary=x

                --x

                Arden has about 480 nuclear warheads in its stockpile.
                --x
                Content-Type: application/pdf; name="annex.pdf"

                Borel has 999 nuclear warheads.
                --x--
                """;
        Path file = file("talks.eml", Texts.bytes(mail));
        Session session = ingest(file, "en");
        assertThat(session.code()).as(session.err()).isZero();
        assertThat(session.out())
                .contains("2030-02-05 (stated)", "480", "(attached, not read: annex.pdf)")
                .doesNotContain("999");
        assertThat(ingest(file, "zh").out()).contains("（已收入）（附件未读取：annex.pdf）");
        assertThat(Archive.in(home).entries().getFirst().mediaType()).isEqualTo("message/rfc822");
    }

    @Test
    void aFileOfHalfAGigabyteIsNotReadAtAll() throws IOException {
        Path large = folder.resolve("large.txt");
        try (RandomAccessFile sparse = new RandomAccessFile(large.toFile(), "rw")) {
            sparse.setLength(500L << 20);
        }
        refused(large, "524288000 bytes", "16777216; split it", "524288000 字节; 一份文件不得超过");
    }

    @Test
    void anEmptyFile() throws IOException {
        refused(file("none.txt", new byte[0]), "it is empty", "get it once more", "文件为空");
        refused(file("none.pdf", new byte[0]), "it is empty", "get it once more", "文件为空");
    }

    @Test
    void aFileThatIsNoText() throws IOException {
        byte[] noise = new byte[40_000];
        new SplittableRandom(7).nextBytes(noise);
        noise[0] = 'M';
        refused(file("noise.txt", noise), "this is no text", "give a PDF", "这不是文本");
        byte[] picture = noise.clone();
        System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, 0, picture, 0, 8);
        refused(file("picture.md", picture), "this is no text", "give a PDF", "这不是文本");
        byte[] program = new byte[4_000];
        System.arraycopy(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1}, 0, program, 0, 7);
        refused(file("program.html", program), "this is no text", "give a PDF", "这不是文本");
    }

    @Test
    void whatIsNotThereOrIsNoFile() throws IOException {
        refused(folder.resolve("none.txt"), "there is no such file", "check the path", "没有此文件");
        Path pipe = Path.of("/dev/zero");
        if (Files.exists(pipe)) {
            refused(pipe, "this is no file", "name a file", "这不是文件");
        }
    }

    @Test
    void aPageIsReadWithoutItsScriptsAndNothingOfItIsFetched() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    exchange.close();
                });
        server.start();
        try {
            String at = "http://127.0.0.1:" + server.getAddress().getPort();
            String page =
                    """
                    <!DOCTYPE html SYSTEM "AT/dtd"><html><head><title>EXERCISE</title>
                    <base href="AT/"><link rel="stylesheet" href="AT/a.css">
                    <meta http-equiv="refresh" content="0; url=AT/onward">
                    <style>@import url("AT/b.css"); p {background: url("AT/c.png")}</style>
                    <script src="AT/d.js"></script></head><body onload="fetch('AT/e')">
                    <script>document.write("Borel has 999 nuclear warheads.")</script>
                    <noscript>Borel has 998 nuclear warheads.</noscript>
                    <iframe src="AT/f.html">Borel has 997 nuclear warheads.</iframe>
                    <object data="AT/g.pdf">Borel has 996 nuclear warheads.</object>
                    <p>Arden has about 480 nuclear warheads in its stockpile.<img src="AT/h.png"
                    alt="Borel has 995 nuclear warheads."></p></body></html>
                    """
                            .replace("AT", at);
            Session session = ingest(file("page.html", Texts.bytes(page)), "en");
            assertThat(session.code()).as(session.err()).isZero();
            // By whole numbers: the page names a port, so the document's own name differs each
            // time and may have any digits in it.
            assertThat(session.out()).contains("480").doesNotContainPattern("\\b99\\d\\b");
            Session text =
                    Session.run(
                            "documents",
                            "show",
                            "page.html",
                            "--text",
                            "--home",
                            home.toString(),
                            "--library",
                            LIBRARY);
            assertThat(text.out())
                    .contains("480")
                    .doesNotContainPattern("\\b99\\d\\b")
                    .doesNotContain("fetch", "import", "alert");
            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void brokenAndForeignCharsetsAreReadAsFarAsTheyGo() throws IOException {
        String text = Texts.BOREL;
        byte[] broken = Texts.bytes(text);
        // In the middle of a character, before the sentence with the number.
        broken[Texts.bytes(text.substring(0, text.indexOf("会谈"))).length] = (byte) 0xFF;
        readsAs310(file("broken.txt", broken));
        readsAs310(file("gb.txt", text.getBytes(Charset.forName("GB18030"))));
        readsAs310(file("utf16.txt", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)));
        readsAs310(file("utf16be.txt", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE)));
        readsAs310(file("bom.txt", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)));
    }

    private void readsAs310(Path file) {
        Session session = ingest(file, "en");
        assertThat(session.code()).as(session.err()).isZero();
        assertThat(session.err()).isEmpty();
        assertThat(session.out()).as(file.toString()).contains("310", "博雷尔拥有约310枚核弹头");
    }

    @Test
    void aDocumentChangedOnTheDiskAfterItWasReviewedIsToldOf() throws IOException {
        List<String> line = new ArrayList<>(List.of("--home", home.toString()));
        line.addAll(List.of("--library", LIBRARY, "--by", "Ines"));
        Path text = Files.createDirectories(home.resolve("documents")).resolve("talks.txt");
        Files.writeString(text, Texts.ARDEN);
        List<String> accept = new ArrayList<>(List.of("review", "accept", "talks.txt", "1"));
        accept.addAll(line);
        assertThat(Session.run(accept.toArray(String[]::new)).code()).isZero();

        Files.writeString(text, Texts.ARDEN.replace("5 February", "6 February"));

        Session session =
                Session.run(
                        "review",
                        "list",
                        "talks.txt",
                        "--home",
                        home.toString(),
                        "--library",
                        LIBRARY);
        assertThat(session.code()).as(session.err()).isZero();
        assertThat(session.out()).contains("lost: review/accept Ines").doesNotContain("accepted");
    }

    @Test
    void aDocumentOfTheArchiveChangedOnTheDiskIsNeverShown() throws IOException {
        Path text = file("talks.txt", Texts.bytes(Texts.ARDEN));
        assertThat(ingest(text, "en").code()).isZero();
        String hex = Archive.in(home).entries().getFirst().hex();
        Path kept = home.resolve("archive/sha256/" + hex.substring(0, 2) + "/" + hex.substring(2));
        Files.writeString(kept, Texts.ARDEN.replace("480", "481"));
        for (String language : List.of("en", "zh")) {
            Session session =
                    Session.run(
                            "review",
                            "list",
                            hex.substring(0, 12),
                            "--lang",
                            language,
                            "--home",
                            home.toString(),
                            "--library",
                            LIBRARY);
            assertThat(session.code()).isEqualTo(1);
            assertThat(session.out()).doesNotContain("481");
            assertThat(session.err().lines())
                    .singleElement()
                    .asString()
                    .contains(language.equals("en") ? "not those that were taken in" : "其字节与收入时不同");
        }
        // Its source is untouched: taken in again it is whole.
        assertThat(ingest(text, "en").out()).contains("480");
        assertThat(Files.readString(kept)).isEqualTo(Texts.ARDEN);
    }
}
