// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.parley.document.DocumentReader;
import org.parley.evidence.Link;
import org.parley.evidence.Status;
import org.parley.extraction.FoundClaim.Kind;
import org.parley.extraction.reading.Extractor;
import org.parley.lexicon.Lexicon;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Traps that texts of the field set, each in a short text of our own. */
class ExtractionTest {
    private static final Lexicon SHIPPED = LexiconFilesTest.shipped();
    private static final Extractor EXTRACTOR = new Extractor(SHIPPED);
    private static final LocalDate DAY = LocalDate.of(2023, 11, 2);

    private static List<FoundClaim> undated(String text) {
        return EXTRACTOR
                .extract(
                        DocumentReader.read(text.getBytes(StandardCharsets.UTF_8), "text.md"),
                        Optional.empty())
                .claims();
    }

    private static List<FoundClaim> dated(String text) {
        return EXTRACTOR
                .extract(
                        DocumentReader.read(text.getBytes(StandardCharsets.UTF_8), "text.md"),
                        Optional.of(DAY))
                .claims();
    }

    private static FoundClaim first(List<FoundClaim> claims, Kind kind) {
        return claims.stream()
                .filter(claim -> claim.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " in " + claims));
    }

    private static List<String> actions(List<FoundClaim> claims) {
        return claims.stream().flatMap(claim -> claim.about().action().stream()).toList();
    }

    @Test
    void anUndatedTextKeepsItsRelativeDates() {
        String text = "发言人汪文斌周四表示，中美将于下周在华盛顿举行军控和防扩散磋商。\n";
        FoundClaim.When undated = first(undated(text), Kind.MEETING).when().orElseThrow();
        assertThat(undated.edtf()).isEmpty();
        assertThat(undated.relative()).contains("week+1");
        assertThat(undated.shown()).isEqualTo("下周");
    }

    @Test
    void aPageOfADayTakesNoYearForItsMonthsFromWhatItTellsOfThePast() {
        List<FoundClaim> claims =
                undated(
                        "New START took effect in 2011. Russia said on Monday that it had suspended"
                                + " New START in September. The talks are due this week.\n");
        assertThat(claims)
                .filteredOn(claim -> claim.about().action().filter("suspend"::equals).isPresent())
                .extracting(claim -> claim.when().orElseThrow().relative().orElse("reckoned"))
                .containsExactly("--09");
    }

    @Test
    void aDateGivenToATextReckonsItsRelativeDates() {
        String text = "发言人汪文斌周四表示，中美将于下周在华盛顿举行军控和防扩散磋商。\n";
        assertThat(first(dated(text), Kind.MEETING).when().orElseThrow().edtf())
                .contains("2023-11-06/2023-11-12");
    }

    @Test
    void aNumberAndItsUnitMayStandOnTwoLines() {
        FoundClaim claim = first(dated("报告称，中国拥有约500\n枚核弹头。\n"), Kind.QUANTITY);
        assertThat(claim.figure().orElseThrow().value()).isEqualByComparingTo("500");
        assertThat(claim.figure().orElseThrow().unit()).isEqualTo("warheads");
        assertThat(claim.anchor().exact()).contains("500\n枚");
    }

    @Test
    void respectivelyGivesEachPartyItsNumberAndASpaceMayPartThousands() {
        List<FoundClaim> claims = dated("美俄分别拥有 5 428 枚和 5 977 枚核弹头。\n");
        assertThat(claims)
                .extracting(claim -> claim.actors() + " " + claim.figure().orElseThrow().value())
                .containsExactly("[US] 5428", "[RU] 5977");
    }

    @Test
    void aProjectionIsNotAFact() {
        List<FoundClaim> claims = dated("报告称，截至2023年5月，中国拥有超过500枚核弹头，预计到2030年将超过1000枚。\n");
        assertThat(claims)
                .extracting(claim ->
                        claim.figure().orElseThrow().value() + " " + claim.assertion().name())
                .containsExactly("500 ASSERTED", "1000 PROJECTED");
    }

    @Test
    void leavingTheVerificationForATimeIsNotAWithdrawal() {
        List<FoundClaim> claims = dated("2022年8月，俄罗斯通知美国将暂时退出《新削减战略武器条约》的核查机制。\n");
        assertThat(actions(claims)).containsExactly("suspend_inspections");
    }

    @Test
    void revokingARatificationIsNoRatification() {
        assertThat(
                        actions(
                                dated(
                                        "Russia revoked its ratification of the CTBT in November"
                                                + " 2023.\n")))
                .containsExactly("withdraw_ratification");
    }

    @Test
    void aSuspensionSaidNotToBeAWithdrawalIsASuspensionAndADenial() {
        List<FoundClaim> claims =
                dated("2023年2月，俄罗斯宣布暂停履行《新削减战略武器条约》。" + "这并不意味着俄罗斯退出《新削减战略武器条约》。\n");
        assertThat(actions(claims)).containsExactly("suspend", "withdraw");
        assertThat(claims).extracting(FoundClaim::denied).containsExactly(false, true);
    }

    @Test
    void theFollowingYearIsReckonedFromTheYearBefore() {
        List<FoundClaim> claims = undated("2010年，美国和俄罗斯签署了《新削减战略武器条约》。次年，《新削减战略武器条约》生效。\n");
        assertThat(claims)
                .extracting(claim -> claim.when().orElseThrow().edtf().orElse(""))
                .containsExactly("2010", "2011");
    }

    @Test
    void aRumourNamesTheOutletAndThenTheUnnamedPerson() {
        FoundClaim claim = first(dated("香港《南华早报》援引知情人士的话报道称，中美两军将在明年1月初举行视频会晤。\n"), Kind.MEETING);
        assertThat(claim.chain())
                .extracting(FoundClaim.Voice::type)
                .containsExactly(Link.Type.MEDIA, Link.Type.ANONYMOUS);
        assertThat(claim.when().orElseThrow().edtf()).contains("2024-01-01/2024-01-10");
    }

    @Test
    void anUnnamedOfficialSpeaksToAnAgency() {
        FoundClaim claim = first(dated("一名美国官员对路透社表示，中美将于下周在华盛顿举行军控磋商。\n"), Kind.MEETING);
        assertThat(claim.chain())
                .extracting(FoundClaim.Voice::type)
                .containsExactly(Link.Type.MEDIA, Link.Type.OFFICIAL_ANONYMOUS);
    }

    @Test
    void aMeetingThatBeginsInAnEarlierClauseIsRead() {
        FoundClaim claim = first(dated("美国国防部长赫塞斯说，他与中国国防部长董军面对面会晤后两人还再度通话。\n"), Kind.MEETING);
        assertThat(claim.actors()).containsExactlyInAnyOrder("US", "CN");
    }

    @Test
    void silenceIsAClaimOfItsOwnAndNoRefusal() {
        List<FoundClaim> claims = dated("俄罗斯尚未对美方的新会谈提议作出回应。\n");
        assertThat(claims).extracting(FoundClaim::kind).containsExactly(Kind.NO_RESPONSE);
        assertThat(claims.getFirst().status()).isNotEqualTo(Optional.of(Status.REFUSED));
    }

    @Test
    void aParagraphThatStandsTwiceCountsOnce() {
        String said = "2023年2月，俄罗斯宣布暂停履行《新削减战略武器条约》，双方的军控对话由此中断。";
        List<FoundClaim> claims = dated(said + "\n\n另一段话谈别的事情，与此无关。\n\n" + said + "\n");
        FoundClaim claim = first(claims, Kind.TREATY_ACTION);
        assertThat(actions(claims)).containsExactly("suspend");
        assertThat(claim.anchor().alsoAt()).hasSize(1);
    }

    @Test
    void aLimitOfATreatyIsNoStockpile() {
        List<FoundClaim> claims = dated("《新削减战略武器条约》规定，双方部署的战略核弹头不得超过1550枚。\n");
        assertThat(claims).extracting(FoundClaim::kind).containsExactly(Kind.LIMIT);
        assertThat(claims.getFirst().figure().orElseThrow().value()).isEqualByComparingTo("1550");
        assertThat(claims.getFirst().mechanism()).contains("new-start");
    }

    @Test
    void aNameInBracketsIsLearntWithThePerson() {
        FoundClaim claim =
                first(
                        dated(
                                "2023年7月，德国外交部军控司司长绍特尔（Günter Sautter）与中国外交部军控司司长"
                                        + "孙晓波在柏林举行了军控政策会谈。\n"),
                        Kind.MEETING);
        assertThat(claim.participants())
                .extracting(person -> person.latin().orElse(""))
                .contains("Günter Sautter");
    }

    @TestFactory
    Stream<DynamicTest> textsOfOtherThingsGiveNothing() {
        return Stream.of(
                        "The two clubs will hold talks about a transfer on Monday.",
                        "The United States and China met in the final of the tournament.",
                        "The company is meeting demand in China with a second plant.",
                        "The club signed a striker; the deal enters into force on Friday.",
                        "Rain is expected in Geneva on Monday, with 12 degrees.",
                        "The bank declined to comment on its 500 branches.",
                        "两家公司将于下周举行会谈，讨论合并。",
                        "中国队和美国队周六举行友谊赛，球迷超过5000名。",
                        "市政府暂停了电梯检查。",
                        "日内瓦周一有雨，气温12度。",
                        "主教练的合同延长两年，将于2026年到期。",
                        "工厂恢复生产，预计年产500台汽车。")
                .map(text -> dynamicTest(text, () -> assertThat(dated(text + "\n")).isEmpty()));
    }
}
