// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.Code;
import org.parley.ParleyException;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Documents of every written format, with the traps that real ones hold. All made up. */
final class DocumentReaderTest {
    private static final String ZH = "阿登外交部5日表示，双方商定于下周举行磋商，讨论履约问题。\n\n波雷尔国防部没有回应这一说法，也没有公布名单。\n";

    @ParameterizedTest
    @CsvSource({"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
    void theCharsetIsToldByTheBytes(String charset) {
        ReadDocument read = DocumentReader.read(ZH.getBytes(Charset.forName(charset)), "a.txt");
        assertThat(read.raw()).isEqualTo(ZH);
        assertThat(read.charset()).isEqualTo(charset);
        assertThat(read.language()).isEqualTo("zh-Hans");
        assertThat(read.blocks()).hasSize(2);
    }

    @Test
    void big5AndTraditionalCharactersAreTold() {
        String text = "阿登國防部表示，雙方的國防部門一直保持接觸，將舉行會議。這是兩國之間的會談。";
        ReadDocument read = DocumentReader.read(text.getBytes(Charset.forName("Big5")), "a.txt");
        assertThat(read.charset()).isEqualTo("Big5");
        assertThat(read.language()).isEqualTo("zh-Hant");
        assertThat(read.text().value()).startsWith("阿登国防部表示，双方的国防部门");
    }

    @Test
    void aByteOrderMarkIsNoText() {
        ReadDocument read = Reading.of("\uFEFFArden said so on Monday.");
        assertThat(read.raw()).startsWith("Arden");
        assertThat(read.language()).isEqualTo("en");
    }

    @Test
    void whatStripTakesForSpaceIsSpaceInEveryLine() {
        for (char c = 0; c < Character.MAX_VALUE; c++) {
            assertThat(Fold.isSpace(c) || !Character.isWhitespace(c))
                    .as("U+%04X", (int) c)
                    .isTrue();
        }
        ReadDocument read = Reading.of("Arden said so\n\u001C\u1680\non Monday.");
        assertThat(read.blocks()).hasSize(2);
    }

    @Test
    void brokenBytesAreShownAndFlagged() {
        byte[] bytes = ZH.getBytes(StandardCharsets.UTF_8);
        bytes[10] = (byte) 0xFF;
        ReadDocument read = Reading.checked(DocumentReader.read(bytes, "a.txt"));
        assertThat(read.charset()).isEqualTo("UTF-8");
        assertThat(read.raw()).contains("\uFFFD");
        assertThat(Reading.repairs(read)).contains(Repair.Kind.BROKEN_BYTES);
    }

    @Test
    void aMarkdownPageIsReadWithItsTraps() {
        ReadDocument read =
                Reading.named(
                        "a.md",
                        """
                        # 阿登与波雷尔重启谈判？专家：重要一步

                        # 阿登与波雷尔重启谈判？专家：重要一步

                        据估计，截至5月，阿登拥有超过500
                        枚弹头，**到2030年**还将[增加](https://example.org/x)。

                        ![](https://example.org/p.jpg)
                        _论坛期间，双方代表握手。_

                        为什么要谈？

                        作者丨某某，驻阿登记者
                        """);
        assertThat(read.format()).isEqualTo(Format.MARKDOWN);
        assertThat(Reading.blocks(read))
                .containsExactly(
                        "TITLE: 阿登与波雷尔重启谈判？专家：重要一步",
                        "TITLE: 阿登与波雷尔重启谈判？专家：重要一步",
                        "PARAGRAPH: 据估计，截至5月，阿登拥有超过500枚弹头，到2030年还将增加。",
                        "CAPTION: 论坛期间，双方代表握手。",
                        "HEADING: 为什么要谈？",
                        "BYLINE: 作者丨某某，驻阿登记者");
        assertThat(read.blocks().get(1).repeats()).isZero();
        assertThat(read.metadata().title()).contains("阿登与波雷尔重启谈判？专家：重要一步");
        assertThat(read.metadata().dates()).isEmpty();
    }

    @Test
    void aQuotedSpanIsFoundInTheSource() {
        ReadDocument read =
                Reading.named("a.md", "双方在**重大问题**上[目标一致](https://example.org)，达成共识。\n");
        String value = read.text().value();
        int from = value.indexOf("重大");
        int to = value.indexOf("一致") + 2;
        String source = read.raw().substring(read.text().rawFrom(from), read.text().rawTo(to));
        assertThat(source).isEqualTo("重大问题**上[目标一致");
    }

    @Test
    void frontMatterBeforeHtmlAndAGreenwichStampGiveTheBeijingDay() {
        ReadDocument read =
                Reading.named(
                        "a.txt",
                        """

                        ---
                        title: '阿登媒体称_两军明年会晤'
                        categories:
                         - 新闻
                        author: 某网
                        date: Thu, 02 Dec 2021 16:50:58 GMT
                        ---

                        <div>
                        <p>　　原标题：两军明年会晤</p>
                        <p>　　【某报 记者 某某】两军将于1月初会晤&mdash;&mdash;但据了解，并不顺利。</p>
                        <div><img src="x.jpg"><span class="img_descr">会场外</span></div>
                        <script>var x = "不是正文";</script><!-- 也不是 --><nav>导航</nav>
                        <p class="article-editor">责任编辑：某某 SF0</p>
                        </div>
                        """);
        assertThat(read.format()).isEqualTo(Format.HTML);
        assertThat(Reading.dates(read)).containsExactly("STATED 2021-12-03");
        assertThat(read.metadata().author()).contains("某网");
        assertThat(Reading.blocks(read))
                .containsExactly(
                        "TITLE: 原标题：两军明年会晤",
                        "PARAGRAPH: 【某报记者某某】两军将于1月初会晤——但据了解，并不顺利。",
                        "CAPTION: 会场外",
                        "BYLINE: 责任编辑：某某 SF0");
    }

    @Test
    void aDateSavedAtTheSameSecondIsNoPublication() {
        ReadDocument read =
                Reading.named(
                        "a.md",
                        """
                        ---
                        title: |
                          两军恢复对话 - 某报
                        date_saved: 2023-12-21 19:33:03
                        date_published: 2023-12-21 19:33:03
                        ---

                        # 两军恢复对话 - 某报
                        #Omnivore

                        [Read Original](https://example.org/x)

                        官员会谈，表明两军恢复了[对话](https://example.org/1)。

                        ...

                        官员会谈，表明两军恢复了对话。
                        """);
        assertThat(Reading.dates(read)).containsExactly("SAVED 2023-12-21");
        assertThat(read.metadata().title()).contains("两军恢复对话 - 某报");
        Block twice = read.blocks().getLast();
        assertThat(read.textOf(read.blocks().get(twice.repeats()))).isEqualTo(read.textOf(twice));
        assertThat(Reading.blocks(read))
                .contains("BOILERPLATE: Read Original", "BOILERPLATE: #Omnivore");
    }

    @Test
    void aStampTellsTheDayAndTheCopyingSitesStampOnlyTheLatest() {
        assertThat(
                        Reading.dates(
                                Reading.of(
                                        "某公约机制\n\n2016-11-10 07:38:09 来源:网络\n\n阿登大使日前说,公约不可或缺。")))
                .containsExactly("STATED 2016-11-10");
        assertThat(
                        Reading.dates(
                                Reading.of("某会议\n来源:某站 更新时间:2024-11-01 22:28:52\n双方于4月举行会议,进展顺利。")))
                .containsExactly("SAVED 2024-11-01");
        assertThat(Reading.dates(Reading.of("某会议\n汇出日期:2024-11-01\n双方于4月举行会议,进展顺利。")))
                .containsExactly("SAVED 2024-11-01");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    ARDENA, February 5. /ATA/. The treaty expired.; DATELINE XXXX-02-05
                    亚登社2月21日电 双方举行会谈，讨论条约。; DATELINE XXXX-02-21
                    亚登社2023年2月21日电 双方举行会谈，讨论条约。; DATELINE 2023-02-21
                    """)
    void aDatelineGivesTheDayWithoutItsYear(String text, String date) {
        assertThat(Reading.dates(Reading.of(text))).containsExactly(date);
    }

    @Test
    void aMetaLineIsNoTextAndItsRemarkedDateOnlyAnUpperBound() {
        String body = "\nArden and Borel exchanged lists on Saturday.\n";
        ReadDocument plain =
                Reading.of(
                        "#META title: Lists | url: https://example.org/na20220101141512973 |"
                                + " lang: en | date: 2022-01-01"
                                + body);
        assertThat(Reading.dates(plain)).containsExactly("STATED 2022-01-01", "URL 2022-01-01");
        assertThat(plain.text().value()).startsWith("Arden and Borel");
        assertThat(plain.metadata().url()).contains("https://example.org/na20220101141512973");
        ReadDocument remarked =
                Reading.of("#META title: Lists | url: x | date: 2024-11-01 (page stamp)" + body);
        assertThat(Reading.dates(remarked)).containsExactly("SAVED 2024-11-01");
    }

    @Test
    void footnotesAreLiftedOutAndTheParagraphTheyCutIsJoined() {
        ReadDocument read =
                Reading.named(
                        "a.md",
                        """
                        两国约占总量的90%。<sup>①</sup> 官员认为，延长条约有助于维持稳定，提高可预

                        ① 参见某研究所年鉴，第 342 页。

                        ---

                        测性，并继续保持沟通。<sup>①</sup>随后双方继续。

                        ① 参见另一份报告。
                        """);
        assertThat(Reading.blocks(read))
                .containsExactly(
                        "PARAGRAPH: 两国约占总量的90%。官员认为，延长条约有助于维持稳定，提高可预测性，" + "并继续保持沟通。随后双方继续。",
                        "FOOTNOTE: 参见某研究所年鉴，第342页。", "FOOTNOTE: 参见另一份报告。");
        assertThat(read.notes().stream().map(NoteMark::block).toList()).containsExactly(1, 2);
        assertThat(read.text().value().substring(0, read.notes().getFirst().at()))
                .isEqualTo("两国约占总量的90%。");
        assertThat(Reading.repairs(read)).contains(Repair.Kind.JOINED_OVER_PAGE);
    }

    @Test
    void whatAPagePrintsAgainStandsOnce() {
        ReadDocument read =
                Reading.named("a.md", "# 题\n\n不受约束的竞争将危及各方，延长《新\n\n《新边界条约》可以使世界更加安全。\n");
        assertThat(read.text().value()).endsWith("不受约束的竞争将危及各方，延长《新边界条约》可以使世界更加安全。");
        assertThat(Reading.repairs(read)).contains(Repair.Kind.REPEATED_AT_PAGE);
    }

    @Test
    void namedNotesAndPlainFiguresAreNotesToo() {
        ReadDocument named =
                Reading.named(
                        "a.md", "# Notes\n\nArden agreed.[^a] Borel did not.\n\n[^a]: See_x.\n");
        assertThat(Reading.blocks(named))
                .containsExactly(
                        "TITLE: Notes",
                        "PARAGRAPH: Arden agreed. Borel did not.",
                        "FOOTNOTE: See_x.");
        assertThat(named.notes()).extracting(NoteMark::block).containsExactly(2);
        ReadDocument plain =
                Reading.of("双方主张维护协定，减少威胁，这符合共同利益。¹随后又谈。\n\n1 参见某某 (2022): 《角色》，某基金会。\n");
        assertThat(Reading.blocks(plain).getLast()).isEqualTo("FOOTNOTE: 参见某某 (2022):《角色》，某基金会。");
        assertThat(plain.notes()).extracting(NoteMark::block).containsExactly(1);
    }

    @Test
    void linesOfATextArePutTogetherOnlyWhenTheyWereBroken() {
        ReadDocument lines =
                Reading.of(
                        "First paragraph about Arden, which is long enough.\n"
                                + "Second one, of Borel.\n");
        assertThat(lines.blocks()).hasSize(2);
        ReadDocument wrapped =
                Reading.of(
                        """
                        The parties to the boundary agreement met on Monday and
                        discussed the list of sites, which had been exchanged in
                        January. They agreed to meet again in the spring, as the
                        agreement asks.
                        """);
        assertThat(wrapped.blocks()).hasSize(1);
        assertThat(wrapped.text().value()).contains("Monday and discussed", "spring, as the");
    }

    @Test
    void aListOfATextKeepsItsItems() {
        ReadDocument read =
                Reading.of("Overview\n- Arden says no.\n- Borel says yes,\n  at last.\n");
        assertThat(Reading.blocks(read))
                .containsExactly(
                        "TITLE: Overview",
                        "LIST_ITEM: Arden says no.",
                        "LIST_ITEM: Borel says yes, at last.");
    }

    @Test
    void aTableIsReadRowByRow() {
        ReadDocument html =
                Reading.named(
                        "a.html",
                        "<html><body><h1>Arms</h1><table><tr><th>Party<th>Launchers</tr>"
                                + "<tr><td>Arden</td><td>700</td></tr></table></body></html>");
        assertThat(Reading.blocks(html))
                .containsExactly(
                        "TITLE: Arms", "TABLE_ROW: Party | Launchers", "TABLE_ROW: Arden | 700");
        ReadDocument markdown =
                Reading.named(
                        "a.md", "# Arms\n\n| Party | Launchers |\n|---|---|\n| Arden | 700 |\n");
        assertThat(Reading.blocks(markdown)).contains("TABLE_ROW: | Arden | 700 |");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "Home / News / Disarmament\\n\\nTreaty members close their very first meeting of"
                        + " states parties here\\n\\n23 June 2032\\n;STATED 2032-06-23",
                "Arden quits\\n\\nThursday 10 July 2035 17:20\\n\\nAgencies in Lakeview\\n"
                        + ";STATED 2035-07-10",
                "BLOG\\n\\nPublished on July 22, 2034 · 5 min read · Author: A. N.\\n"
                        + ";STATED 2034-07-22",
                "南方观察　国际新闻　记者 安宁　2034-05-15 21:07　发表于湖畔\\n;STATED 2034-05-15",
                "兩岸 | 2035-09-10 08:46 | 更新 10:12　記者安寧\\n;STATED 2035-09-10",
                "Journal of Lakes, Vol. 12, No. 1 (2034), pp. 77-95\\n;STATED 2034",
                "【文章编号】 1009-3176-(2035)05-0041-17\\n;STATED 2035",
                "Review\\n\\nJanuary/February 2033\\n;STATED 2033-02",
                "[Read Original](https://desk.example.com/2034/07/12/call)\\n;URL 2034-07-12",
                "Updated: 3 June 2034 10:00\\n;",
                "Arden left the Treaty of 8 April 2030 for good\\n;",
                "Arden and Borel signed it on 8 April 2030, in Lakeview, and said so.\\n;"
            })
    void theLinesAboveATextTellWhenItAppeared(String head, String date) {
        ReadDocument read =
                Reading.of(
                        head.replace("\\n", "\n")
                                + "\nArden and Borel have met again after a long time, on 5 May"
                                + " 2031, and they will meet once more.\n");
        List<String> dates =
                Reading.dates(read).stream().filter(d -> !d.startsWith("SAVED")).toList();
        assertThat(dates).isEqualTo(date == null ? List.of() : List.of(date));
    }

    @Test
    void tabulatorsBetweenCellsAreBarsAndStandWhereTheyStood() {
        ReadDocument text =
                Reading.of(
                        "Forces of both\n\nThe figures are:\n\tLaunchers\tStored\n"
                                + "Arden\t 700\t\nBorel\t\t90\n1.\tThe end.\n2.\tOr not.\n");
        assertThat(Reading.blocks(text))
                .containsSubsequence(
                        "TABLE_ROW: Launchers | Stored",
                        "TABLE_ROW: Arden | 700",
                        "TABLE_ROW: Borel | | 90")
                .noneMatch(block -> block.contains("1. |"));
        int bar = text.text().value().indexOf("| 700");
        assertThat(text.raw().substring(text.text().rawFrom(bar), text.text().rawTo(bar + 1)))
                .isEqualTo("\t");
    }

    @Test
    void metaTagsOfAPageAreHeard() {
        ReadDocument read =
                Reading.named(
                        "a.html",
                        """
                        <!doctype html><html><head><title>T</title>
                        <meta property="article:published_time" content="2024-01-02T23:30:00+08:00">
                        <meta property="og:site_name" content="Arden Daily">
                        <link rel="canonical" href="https://example.org/2024-01-02/x.html">
                        </head><body><p>Arden spoke.</p></body></html>
                        """);
        assertThat(Reading.dates(read)).containsExactly("STATED 2024-01-02", "URL 2024-01-02");
        assertThat(read.metadata().outlet()).contains("Arden Daily");
        assertThat(read.metadata().title()).contains("T");
    }

    @Test
    void whatIsTooLargeOrAnArchiveIsRefusedWithWhatToDo() {
        assertRefused(new byte[DocumentReader.MAX_BYTES + 1], Code.TOO_LARGE, "split it");
        assertRefused("PK\3\4...".getBytes(StandardCharsets.UTF_8), Code.UNREADABLE, "plug-in");
        assertRefused(new byte[] {0x1F, (byte) 0x8B, 8, 0}, Code.UNREADABLE, "unpack");
    }

    @Test
    void aMillionNestedTagsAreReadWithoutHarm() {
        String page = "<div>".repeat(1_000_000) + "深处的字。" + "</div>";
        ReadDocument read = DocumentReader.read(page.getBytes(StandardCharsets.UTF_8), "a.html");
        assertThat(read.text().value()).isEqualTo("深处的字。");
        String quotes =
                "> ".repeat(100_000) + "deep\n\n# a\n" + "[".repeat(50_000) + "*_".repeat(20_000);
        assertThat(
                        DocumentReader.read(quotes.getBytes(StandardCharsets.UTF_8), "a.md")
                                .text()
                                .value())
                .contains("deep");
    }

    @Test
    void aPluginTurnsAnotherFormatIntoHtml() {
        ReadDocument read =
                DocumentReader.read("ARDEN-TEST\nbody".getBytes(StandardCharsets.UTF_8), "a.arden");
        assertThat(Reading.blocks(read)).containsExactly("PARAGRAPH: From a plug-in.");
    }

    @Test
    void nothingAtAllIsADocumentWithoutBlocks() {
        for (String nothing :
                new String[] {"", " \n\n", "---", "\0\0\0", "<html></html>", "#META"}) {
            ReadDocument read = Reading.of(nothing);
            assertThat(read.blocks().stream().map(read::textOf).collect(Collectors.joining()))
                    .doesNotContainPattern("[a-zA-Z]");
        }
    }

    private static void assertRefused(byte[] bytes, Code code, String todo) {
        assertThatThrownBy(() -> DocumentReader.read(bytes, "a"))
                .isInstanceOfSatisfying(
                        ParleyException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(code);
                            assertThat(e.problem().todo()).contains(todo);
                        });
    }

    @Test
    void whereElseAReaderMayGoIsNoTitle() {
        String chinese =
                "首页 | 时政 | 国际 | 军事\n\n阿登与博雷尔举行军控磋商\n\n2031-05-12\n\n"
                        + "阿登与博雷尔10日在日内瓦举行军控磋商，双方就条约履行情况交换了意见。\n";
        String english =
                "Skip to main content\n\n"
                    + "World | Politics | Security | Opinion\n\n"
                    + "Arden and Borel hold talks\n\n"
                    + "12 May 2031\n\n"
                    + "Arden and Borel held arms control talks in Geneva, both ministries said.\n";

        assertThat(
                        DocumentReader.read(chinese.getBytes(StandardCharsets.UTF_8), "a.txt")
                                .metadata()
                                .title())
                .contains("阿登与博雷尔举行军控磋商");
        assertThat(
                        DocumentReader.read(english.getBytes(StandardCharsets.UTF_8), "b.txt")
                                .metadata()
                                .title())
                .contains("Arden and Borel hold talks");
    }
}
