// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.archive.Archive;
import org.parley.archive.Entry;
import org.parley.archive.ReadingRoom;
import org.parley.archive.Texts;
import org.parley.document.ReadDocument;
import org.parley.extraction.FoundClaim;
import org.parley.extraction.Proposed;
import org.parley.review.Desks;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a reviewer does without scripts: links are followed and forms are sent as they stand. */
class DocumentPagesTest {
    private static final Pattern LINK = Pattern.compile("/documents/[0-9a-f]{64}");
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([0-9a-f]{64})\"");

    @TempDir Path home;
    private Pages pages;

    @BeforeEach
    void begin() {
        pages = Pages.open(Desks.home(home, "talks.txt", Desks.TALKS));
    }

    @AfterEach
    void stop() {
        assertThat(pages.defects()).isEmpty();
        pages.close();
    }

    private String document() {
        Matcher link = LINK.matcher(pages.body("/documents?lang=en"));
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        assertThat(found.find()).as("%s in %s", pattern, text).isTrue();
        return found.group(1);
    }

    /** Sends the form of a page that has this button, with these fields filled in. */
    private HttpResponse<String> press(String page, String action, String... fields) {
        String body = pages.body(page);
        String target =
                first(Pattern.compile("action=\"(/documents/[^\"]+/decide[^\"]*)\""), body)
                        .replace("&amp;", "&");
        List<String> all = new ArrayList<>(List.of("token", first(TOKEN, body), "action", action));
        all.addAll(List.of(fields));
        String own = pages.address().toString();
        return post(target, own.substring(0, own.length() - 1), all);
    }

    private HttpResponse<String> post(String target, String origin, List<String> fields) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < fields.size(); i += 2) {
            form.append(form.isEmpty() ? "" : "&")
                    .append(fields.get(i))
                    .append('=')
                    .append(URLEncoder.encode(fields.get(i + 1), StandardCharsets.UTF_8));
        }
        return pages.send(
                HttpRequest.newBuilder(URI.create(pages.address() + target.substring(1)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", origin)
                        .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
                        .build());
    }

    private String claim(String document, int number) {
        return document
                + "?lang=en&claim="
                + first(
                        Pattern.compile("id=\"c" + number + "\" href=\"[^\"]*claim=([0-9a-f]{16})"),
                        pages.body(document + "?lang=en"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en; undated; The words stand at; Who says so; Arden, Borel; stated in the"
                        + " sentence",
                "zh; 无日期; 刚刚核对无误; 来源|据; 阿登、博雷尔|阿登，博雷尔; 句中写明",
            })
    void theTextStandsBesideTheClaimInBothLanguages(
            String language,
            String undated,
            String stands,
            String chain,
            String parties,
            String basis) {
        String list = pages.words("/documents?lang=" + language);
        assertThat(list).contains("talks.txt", undated, "EXERCISE");
        String page = pages.words(document() + "?lang=" + language);
        assertThat(page).contains(stands, basis, "en.meet.held").doesNotContain("null");
        assertThat(List.of(chain.split("\\|"))).anyMatch(page::contains);
        assertThat(List.of(parties.split("\\|"))).anyMatch(page::contains);
    }

    @Test
    void aClaimIsAcceptedEditedRejectedAndOpenedAgainWithFormsAlone() {
        String document = document();
        HttpResponse<String> accepted = press(claim(document, 1), "accept");
        assertThat(accepted.statusCode()).isEqualTo(303);
        String next = accepted.headers().firstValue("Location").orElseThrow();
        assertThat(next).contains(claim(document, 2).replaceAll(".*claim=", "claim="));
        assertThat(pages.words(claim(document, 1))).contains("Accepted by reviewer, 2026-11-21");
        press(claim(document, 2), "edit", "slot-status", "postponed");
        assertThat(pages.words(claim(document, 2))).contains("postponed (edited)");
        press(claim(document, 3), "reject", "why", "not < said");
        assertThat(pages.body(claim(document, 3))).contains("not &lt; said");
        assertThat(pages.words("/documents?lang=en")).contains("3 2 1 0 0");
        press(claim(document, 3), "reopen");
        assertThat(pages.words("/documents?lang=en")).contains("3 2 0 0 1");
    }

    @Test
    void theDayOfAnUndatedTextIsOfferedAndPicked() {
        String document = document();
        String page = pages.body(document + "?lang=en");
        assertThat(page).contains("type=\"radio\" name=\"offer\" value=\"2031-05-12\"");
        assertThat(pages.words(claim(document, 2))).contains("from the unknown date of the text");
        HttpResponse<String> sent = press(document + "?lang=en", "anchor", "offer", "2031-05-12");
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(pages.words(claim(document, 2))).contains("Date 2031-05-15");
        assertThat(pages.words(document + "?lang=en")).contains("2031-05-12 (given by reviewer)");
    }

    @Test
    void claimsAreMergedAndSayWhichStandsForThem() {
        String document = document();
        String second = claim(document, 2).replaceAll(".*claim=", "");
        press(claim(document, 1), "merge", "with", second);
        assertThat(pages.words(claim(document, 2))).contains("Claim 1 stands for it");
        assertThat(pages.words(claim(document, 1))).contains("Stands for claim 2 too");
    }

    @Test
    void aFormThatIsRefusedIsShownAgainWithTheReason() {
        String document = document();
        HttpResponse<String> refused = press(claim(document, 1), "edit", "slot-when", "some <day>");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("role=\"alert\"", "some &lt;day&gt;");
        assertThat(press(claim(document, 1), "reject", "why", " ").statusCode()).isEqualTo(422);
        assertThat(press(document + "?lang=en", "anchor", "day", "soon").statusCode())
                .isEqualTo(422);
        assertThat(press(document + "?lang=en", "shred").statusCode()).isEqualTo(422);
        assertThat(home.resolve("reviews")).doesNotExist();
    }

    @Test
    void onlyAFormOfThisPageIsTaken() {
        String document = document();
        String target =
                document + "/decide?lang=en&claim=" + claim(document, 1).replaceAll(".*claim=", "");
        String own = pages.address().toString().replaceAll("/$", "");
        String token = first(TOKEN, pages.body(document + "?lang=en"));
        List<String> stolen = List.of("token", token, "action", "accept");
        List<String> guessed = List.of("token", "0".repeat(64), "action", "accept");
        assertThat(post(target, "http://evil.example", stolen).statusCode()).isEqualTo(403);
        assertThat(post(target, "null", stolen).statusCode()).isEqualTo(403);
        assertThat(post(target, own, guessed).statusCode()).isEqualTo(403);
        assertThat(post(target, own, List.of("action", "accept")).statusCode()).isEqualTo(403);
        assertThat(home.resolve("reviews")).doesNotExist();
        assertThat(post(target, own, stolen).statusCode()).isEqualTo(303);
    }

    @Test
    void noMarkUpOfADocumentReachesAPage() throws IOException {
        String hostile =
                "EXERCISE <script>alert(1)</script>\n\n"
                        + "On 6 May 2031 Arden and Borel held talks on \"risk\" & <b onclick=x> in"
                        + " Geneva <img src=x onerror=alert(1)> ' onfocus=x.\n";
        Files.delete(home.resolve("documents/talks.txt"));
        Files.writeString(home.resolve("documents/<img src=x>.txt"), hostile);
        String document = document();
        for (String page : List.of("/documents?lang=en", document + "?lang=zh")) {
            String body = pages.body(page);
            assertThat(body.toLowerCase(java.util.Locale.ROOT))
                    .contains("&lt;img src=x&gt;.txt")
                    .doesNotContain("<script>", "<img", "<b onclick", "\" onfocus");
        }
        assertThat(pages.get(document + "/raw").statusCode()).isEqualTo(404);
        assertThat(pages.get(document + "?lang=en").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("script-src 'self'"));
    }

    @Test
    void wordsThatChangedAreToldOfAndWhatWasDecidedIsLost() throws IOException {
        press(claim(document(), 1), "accept");
        Path file = home.resolve("documents/talks.txt");
        Files.writeString(file, Files.readString(file).replace("6 May", "7 May"));
        assertThat(pages.words(document() + "?lang=en"))
                .contains("Decisions that are lost")
                .contains("the document of this name has other bytes now")
                .contains("On 6 May 2031 Arden and Borel held");
        assertThat(pages.words("/documents?lang=en")).contains("3 0 0 0 3");
        Files.move(file, home.resolve("documents/other.txt"));
        assertThat(pages.words("/documents?lang=en"))
                .contains("Decisions about documents that are not here: 1.");
    }

    @Test
    void whatIsAskedWronglyIsAnsweredWithWhatIsWrong() {
        String document = document();
        assertThat(pages.get("/documents/" + "0".repeat(64)).statusCode()).isEqualTo(404);
        assertThat(pages.get("/documents/..%2Fetc").statusCode()).isIn(400, 404);
        assertThat(pages.get(document + "?claim=ffffffffffffffff").statusCode()).isEqualTo(404);
        assertThat(pages.get(document + "?colour=red").statusCode()).isEqualTo(400);
    }

    @Test
    void wordsAreFoundWithoutScriptsAndLeadToTheQuote() throws IOException {
        byte[] bytes = Texts.bytes(Texts.BOREL);
        Texts.home(home);
        Archive.in(home).put(bytes, Texts.entry(Texts.BOREL, "borel.txt"));
        String list = pages.body("/documents?lang=en");
        assertThat(list).contains("role=\"search\"", "name=\"q\"");
        String found = pages.body("/documents?lang=en&q=%E6%A0%B8%E5%BC%B9%E5%A4%B4");
        assertThat(found).contains("borel.txt", "博雷尔拥有约310枚核弹头", "Figure", "EXERCISE");
        String link =
                first(
                                Pattern.compile(
                                        "href=\"(/documents/[0-9a-f]{64}\\?[^\"]*#claim-[^\"]*)\""),
                                found)
                        .replace("&amp;", "&");
        String claim = link.substring(link.indexOf('#') + 1);
        assertThat(pages.body(link.substring(0, link.indexOf('#'))))
                .contains("id=\"" + claim + "\"");
        assertThat(pages.words("/documents?lang=zh&q=%E6%A0%B8%E5%BC%B9%E5%A4%B4"))
                .contains("找到 1 处");
        assertThat(pages.words("/documents?lang=zh&q=nowhere")).contains("没有找到");
        assertThat(pages.words("/documents?lang=zh&q=%22")).contains("没有要查找的词语");
        assertThat(pages.body("/documents?q=%3Cscript%3Ealert(1)%3C/script%3E"))
                .doesNotContain("<script>alert");
    }

    @Test
    void whatAModelProposedBearsItsMarkInBothLanguagesUntilAPersonAccepts() throws IOException {
        Texts.home(home);
        String words = "Delegations of Arden and Borel shared a table on 5 February 2030.";
        String text = Texts.ARDEN + "\n" + words + "\n";
        Archive archive = Archive.in(home);
        Entry entry = archive.put(Texts.bytes(text), Texts.entry(text, "sat.txt"));
        ReadingRoom room =
                ReadingRoom.open(
                        Path.of(System.getProperty("parley.root", "..")).resolve("library"), home);
        ReadDocument document = room.document(entry);
        int from = document.text().value().indexOf(words);
        room.keep(
                entry.id(),
                document,
                "model exercise:1b",
                List.of(
                        new Proposed(
                                FoundClaim.Kind.MEETING,
                                from,
                                from + words.length(),
                                "model exercise:1b")));
        Matcher mark =
                Pattern.compile("id=\"claim-([0-9a-f]{16})\"[^>]*>(?:(?!</sup>).)*proposed")
                        .matcher(pages.body("/documents/" + entry.hex() + "?lang=en"));
        assertThat(mark.find()).isTrue();
        String page = "/documents/" + entry.hex() + "?claim=" + mark.group(1);
        assertThat(pages.words(page + "&lang=en"))
                .contains(
                        "2 claims, 2 open",
                        "1 proposed by a model, not counted",
                        "Proposed by model exercise:1b; no rule found it.");
        assertThat(pages.words(page + "&lang=zh"))
                .contains("1 条由模型提议，不计入", "由 model exercise:1b 提议，规则未找到", "模型提议");
        assertThat(pages.words("/contradictions?lang=en")).doesNotContain(words);
        press(page + "&lang=en", "accept");
        assertThat(pages.words(page + "&lang=en"))
                .contains("3 claims, 2 open", "Proposed by model exercise:1b")
                .doesNotContain("not counted");
    }

    @Test
    void aDamagedDocumentIsListedWithWhatIsWrongAndTheOthersAreThere() throws IOException {
        Texts.home(home);
        Archive archive = Archive.in(home);
        archive.put(Texts.bytes(Texts.BOREL), Texts.entry(Texts.BOREL, "borel.txt"));
        Entry arden = archive.put(Texts.bytes(Texts.ARDEN), Texts.entry(Texts.ARDEN, "arden.txt"));
        String hex = arden.hex();
        Files.writeString(
                home.resolve(
                        "archive/sha256/" + hex.substring(0, 2) + "/" + hex.substring(2) + ".json"),
                "");
        assertThat(pages.words("/documents?lang=zh"))
                .contains("borel.txt", "talks.txt", arden.shortId(), "数据损坏", "请从来源处重新收入");
        assertThat(pages.words("/contradictions?lang=en"))
                .contains("Arden and Borel talk", "corrupt", "remove it");
    }

    @Test
    void theListUsesWhatTheArchiveKeeps() throws IOException {
        Texts.home(home);
        Archive archive = Archive.in(home);
        Entry arden = archive.put(Texts.bytes(Texts.ARDEN), Texts.entry(Texts.ARDEN, "arden.txt"));
        pages.body("/documents");
        Path kept =
                home.resolve(
                        "archive/found/"
                                + arden.hex().substring(0, 2)
                                + "/"
                                + arden.hex().substring(2)
                                + ".jsonl");
        assertThat(kept).exists();
        Object written = Files.getLastModifiedTime(kept);
        try (Pages anew = Pages.open(home)) {
            assertThat(anew.words("/documents?lang=en")).contains("arden.txt");
        }
        assertThat(Files.getLastModifiedTime(kept)).isEqualTo(written);
    }
}
