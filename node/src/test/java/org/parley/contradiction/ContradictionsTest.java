// SPDX-License-Identifier: Apache-2.0
package org.parley.contradiction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.evidence.Verdict.AMBIGUOUS;
import static org.parley.evidence.Verdict.AUTHOR_JUDGEMENT;
import static org.parley.evidence.Verdict.CHANGED_OVER_TIME;
import static org.parley.evidence.Verdict.CHECK;
import static org.parley.evidence.Verdict.CONTRADICTS_RECORD;
import static org.parley.evidence.Verdict.DATES_DIFFER;
import static org.parley.evidence.Verdict.DIFFERENT_QUANTITY;
import static org.parley.evidence.Verdict.DISPUTE;
import static org.parley.evidence.Verdict.IMPOSSIBLE;
import static org.parley.evidence.Verdict.IMPRECISE;
import static org.parley.evidence.Verdict.INCONSISTENT_WITHIN;
import static org.parley.evidence.Verdict.NOT_VERIFIABLE;
import static org.parley.evidence.Verdict.NO_CONTRADICTION;
import static org.parley.evidence.Verdict.TENSION;

import org.junit.jupiter.api.Test;
import org.parley.evidence.Assertion;
import org.parley.evidence.Fact;
import org.parley.evidence.Link;
import org.parley.evidence.Status;
import org.parley.evidence.Verdict;
import org.parley.extraction.FoundClaim.Kind;

import java.time.LocalDate;
import java.util.List;

class ContradictionsTest {
    private static final List<Fact> RECORD = Texts.record();

    private static List<Verdict> verdicts(Contradictions found) {
        return found.discrepancies().stream().map(Discrepancy::verdict).toList();
    }

    private static Texts warheads(
            String name, String words, String day, long value, String how, String measure) {
        return Texts.dated(name, words + "。", day)
                .found(Kind.QUANTITY, words)
                .of("RU")
                .figure(value, how, "warheads", measure)
                .and();
    }

    @Test
    void aRoundedNumberThatFitsALimitAndADeclaredFigureOffersBoth() {
        Contradictions found =
                Texts.compare(
                        RECORD,
                        warheads(
                                "a.txt",
                                "俄方部署约1550枚",
                                "2023-11-02",
                                1550,
                                "about",
                                "nuclear-warheads-deployed"));
        assertThat(verdicts(found)).containsExactly(AMBIGUOUS);
        Discrepancy one = found.discrepancies().getFirst();
        assertThat(one.beside())
                .extracting(Fact::nature)
                .containsExactlyInAnyOrder(Fact.Nature.LIMIT, Fact.Nature.DECLARED);
        assertThat(one.reason().en())
                .contains("at most 1,550")
                .contains("1,549")
                .contains("Treaty II.1(b)");
        assertThat(one.explained()).isFalse();
    }

    @Test
    void theNumberThatTheRecordHasIsNoDifference() {
        Contradictions found =
                Texts.compare(
                        RECORD,
                        warheads(
                                "a.txt",
                                "俄方部署1549枚",
                                "2022-11-02",
                                1549,
                                "exact",
                                "nuclear-warheads-deployed"));
        assertThat(found.discrepancies()).isEmpty();
        assertThat(found.asRecorded()).isOne();
    }

    private static Texts noExchange(String day) {
        String words = "双方未能在2022年9月交换和公布数据";
        return Texts.dated("a.txt", words + "。", day)
                .found(Kind.TREATY_ACTION, words)
                .of("RU", "US")
                .under("new-start")
                .action("data_exchange")
                .on("2022-09")
                .denied()
                .and();
    }

    @Test
    void anExchangeSaidToBeMissingIsSetAgainstTheRecordOfThatDay() {
        Contradictions found = Texts.compare(RECORD, noExchange("2022-11"));
        assertThat(verdicts(found)).containsExactly(CONTRADICTS_RECORD);
        Discrepancy one = found.discrepancies().getFirst();
        assertThat(one.reason().en()).contains("2022-10-14").contains("they are different acts");
        assertThat(one.beside()).extracting(Fact::ref).contains("ru-2022-09-exchange");
    }

    @Test
    void whatWasNotPublicOnItsDayIsNotHeldAgainstAText() {
        Contradictions found = Texts.compare(RECORD, noExchange("2022-10-01"));
        assertThat(found.discrepancies()).isEmpty();
        assertThat(found.news()).hasSize(1);
    }

    private static Texts signed(String name, String treaty, String day) {
        String words = "EXERCISE: signed " + treaty + " on " + day;
        return Texts.dated(name, words + ".", "2023-03-07")
                .found(Kind.TREATY_ACTION, words)
                .of("XA", "XB")
                .under(treaty)
                .action("sign")
                .on(day)
                .and();
    }

    @Test
    void aTreatyThatNoLibraryHasMeetsItselfByItsNameAndNoOther() {
        String missiles = "named:Arden-Borel Missile Limitation Treaty";
        Contradictions found =
                Texts.compare(
                        RECORD,
                        signed("a.txt", missiles, "2021-05-03"),
                        signed("b.txt", missiles, "2021-06-04"),
                        signed("c.txt", "named:Brack Convention", "2022-07-05"),
                        signed("d.txt", "new-start", "2010-04-08"));
        assertThat(verdicts(found)).containsExactly(DATES_DIFFER);
        Discrepancy one = found.discrepancies().getFirst();
        assertThat(one.sides().getFirst().says().en())
                .contains("“Arden-Borel Missile Limitation Treaty”");
    }

    private static Texts refusal() {
        String words = "中方不在双边基础上与美方讨论军控";
        return Texts.dated("refusal.txt", words + "。", "2021-12-02")
                .found(Kind.POSITION, words)
                .of("CN", "US")
                .topic("talks")
                .and();
    }

    private static Texts talks(String name, String second, String day) {
        String words = "双方下周举行军控磋商";
        return Texts.dated(name, words + "。", day)
                .found(Kind.MEETING, words)
                .of("CN", second)
                .status(Status.SCHEDULED)
                .put(Assertion.PLANNED)
                .and();
    }

    @Test
    void aRefusalAndTalksTwoYearsLaterAreChangeOverTime() {
        Contradictions found =
                Texts.compare(List.of(), refusal(), talks("b.txt", "US", "2023-11-02"));
        assertThat(verdicts(found)).containsExactly(CHANGED_OVER_TIME);
        assertThat(found.discrepancies().getFirst().explained()).isTrue();
    }

    @Test
    void aRefusalAndTalksOfOneDayAreNotExplained() {
        Contradictions found =
                Texts.compare(List.of(), refusal(), talks("b.txt", "US", "2021-12-02"));
        assertThat(verdicts(found)).containsExactly(CHECK);
        assertThat(found.discrepancies().getFirst().explained()).isFalse();
    }

    @Test
    void talksWithAThirdAreAnotherMatter() {
        assertThat(
                        Texts.compare(List.of(), refusal(), talks("b.txt", "DE", "2021-12-02"))
                                .discrepancies())
                .isEmpty();
    }

    private static Texts plan(String name, String day, String when) {
        String words = "两军高官将于" + when + "会晤";
        return Texts.dated(name, words + "。", day)
                .found(Kind.MEETING, words)
                .of("CN", "US")
                .status(Status.SCHEDULED)
                .put(Assertion.RUMOURED)
                .on(when)
                .and();
    }

    @Test
    void twoDatesForOnePlanDiffer() {
        assertThat(
                        verdicts(
                                Texts.compare(
                                        List.of(),
                                        plan("a.txt", "2021-12-02", "2022-01-01/2022-01-10"),
                                        plan("b.txt", "2021-11-26", "2021-12"))))
                .containsExactly(DATES_DIFFER);
    }

    @Test
    void plansSpokenOfAYearApartAreTwoPlans() {
        assertThat(
                        Texts.compare(
                                        List.of(),
                                        plan("a.txt", "2021-12-02", "2022-01"),
                                        plan("b.txt", "2020-11-26", "2020-12"))
                                .discrepancies())
                .isEmpty();
    }

    private static Texts held(String name, String when, String where) {
        String words = "两军" + when + "在" + where + "会晤";
        return Texts.dated(name, words + "。", "2024-02-01")
                .found(Kind.MEETING, words)
                .of("CN", "US")
                .status(Status.HELD)
                .on(when)
                .at(where)
                .and();
    }

    @Test
    void oneMeetingAtTwoPlacesIsToBeChecked() {
        Contradictions found =
                Texts.compare(
                        List.of(),
                        held("a.txt", "2024-01-08", "华盛顿"),
                        held("b.txt", "2024-01-09", "北京"));
        assertThat(verdicts(found)).containsExactly(CHECK);
        assertThat(found.discrepancies().getFirst().ruleWord()).isEqualTo("other-place");
    }

    @Test
    void aDayBetweenTimeZonesAndTwoMeetingsAreNoDifference() {
        assertThat(
                        Texts.compare(
                                        List.of(),
                                        held("a.txt", "2024-01-08", "华盛顿"),
                                        held("b.txt", "2024-01-09", "华盛顿"),
                                        held("c.txt", "2023-05-01", "北京"))
                                .discrepancies())
                .isEmpty();
    }

    @Test
    void aTotalOfNoStatedKindIsReadByTheRecordAndIsNoStockpile() {
        Contradictions found =
                Texts.compare(
                        RECORD,
                        warheads("a.txt", "俄方有5977枚", "2022-11", 5977, "exact", "nuclear-warheads"),
                        warheads(
                                "b.txt",
                                "俄方储备4489枚",
                                "2023-11-02",
                                4489,
                                "exact",
                                "nuclear-warheads-stockpile"));
        List<Discrepancy> between =
                found.discrepancies().stream()
                        .filter(one -> one.kind() == Discrepancy.Kind.BETWEEN)
                        .toList();
        assertThat(between).extracting(Discrepancy::verdict).containsExactly(DIFFERENT_QUANTITY);
        assertThat(between.getFirst().reason().en()).contains("exactly that number");
    }

    @Test
    void aNumberOfNoStatedKindThatNobodyElseHasIsOpen() {
        Contradictions found =
                Texts.compare(
                        RECORD,
                        warheads("a.txt", "俄方有5213枚", "2022-11", 5213, "exact", "nuclear-warheads"),
                        warheads(
                                "b.txt",
                                "俄方储备4489枚",
                                "2023-11-02",
                                4489,
                                "exact",
                                "nuclear-warheads-stockpile"));
        assertThat(found.discrepancies())
                .filteredOn(one -> one.kind() == Discrepancy.Kind.BETWEEN)
                .extracting(Discrepancy::ruleWord)
                .containsExactly("quantity-not-stated");
    }

    @Test
    void aProjectionContradictsNoNumberOfNow() {
        String words = "到2030年将超过1000枚";
        Texts projected =
                Texts.dated("a.txt", words + "。", "2023-11-02")
                        .found(Kind.QUANTITY, words)
                        .of("RU")
                        .put(Assertion.PROJECTED)
                        .figure(1000, "more-than", "warheads", "nuclear-warheads")
                        .and();
        Contradictions found =
                Texts.compare(
                        List.of(),
                        projected,
                        warheads(
                                "b.txt",
                                "俄方有500枚",
                                "2023-11-02",
                                500,
                                "exact",
                                "nuclear-warheads"));
        assertThat(verdicts(found)).containsExactly(NO_CONTRADICTION);
        assertThat(found.discrepancies().getFirst().ruleWord()).isEqualTo("projection");
    }

    @Test
    void twoNumbersOfOneKindOfOneDayAreNotExplained() {
        Contradictions found =
                Texts.compare(
                        List.of(),
                        warheads(
                                "a.txt",
                                "俄方储备4100枚",
                                "2023-11-02",
                                4100,
                                "exact",
                                "nuclear-warheads-stockpile"),
                        warheads(
                                "b.txt",
                                "俄方储备至少4489枚",
                                "2023-11-02",
                                4489,
                                "at-least",
                                "nuclear-warheads-stockpile"));
        assertThat(verdicts(found)).containsExactly(CHECK);
    }

    @Test
    void oneVoiceThatGivesTwoNumbersIsInconsistentWithinItsText() {
        String lead = "俄方储备4100枚";
        String quote = "俄方储备4489枚";
        Texts text =
                Texts.dated("a.txt", lead + "。" + quote + "。", "2023-11-02")
                        .found(Kind.QUANTITY, lead)
                        .of("RU")
                        .figure(4100, "exact", "warheads", "nuclear-warheads-stockpile")
                        .and()
                        .found(Kind.QUANTITY, quote)
                        .of("RU")
                        .figure(4489, "exact", "warheads", "nuclear-warheads-stockpile")
                        .and();
        Contradictions found = Texts.compare(List.of(), text);
        assertThat(verdicts(found)).containsExactly(INCONSISTENT_WITHIN);
        assertThat(found.discrepancies().getFirst().kind()).isEqualTo(Discrepancy.Kind.WITHIN);
    }

    @Test
    void aMeetingHeldAndTheSameDeniedAreSetSideBySide() {
        String words = "两军2024-01-08未举行会晤";
        Texts denied =
                Texts.dated("b.txt", words + "。", "2024-02-01")
                        .found(Kind.MEETING, words)
                        .of("CN", "US")
                        .status(Status.HELD)
                        .on("2024-01-08")
                        .denied()
                        .and();
        Contradictions found = Texts.compare(List.of(), held("a.txt", "2024-01-08", "北京"), denied);
        assertThat(verdicts(found)).containsExactly(CHECK);
        assertThat(found.discrepancies().getFirst().sides()).hasSize(2);
    }

    @Test
    void copiesOfOneWireAreOneSource() {
        String wire =
                "通讯社2023年11月2日电：俄方储备4100枚核弹头，这一数字由研究机构在年度报告中公布，"
                        + "报告还列出了各国核力量的构成、部署地点和近年变化，并说明估算方法存在不确定性。"
                        + "报告认为，各方应当提高透明度，恢复数据交换，避免误判，并就限制新型武器展开讨论。";
        Contradictions found =
                Texts.compare(
                        List.of(), wire("a.txt", wire), wire("b.txt", "转载 " + wire + " 编辑：某某"));
        assertThat(found.copies()).hasSize(1);
        assertThat(found.compared()).isOne();
        Contradictions record =
                Texts.compare(RECORD, wire("a.txt", wire), wire("b.txt", "转载 " + wire + " 编辑：某某"));
        assertThat(record.discrepancies()).hasSize(1);
        assertThat(record.discrepancies().getFirst().sides().getFirst().also()).hasSize(1);
    }

    private static Texts wire(String name, String text) {
        return Texts.dated(name, text, "2023-11-02")
                .found(Kind.QUANTITY, "俄方储备4100枚核弹头")
                .of("RU")
                .figure(4100, "exact", "warheads", "nuclear-warheads-stockpile")
                .and();
    }

    @Test
    void anExtensionThatIsPendingAfterTheOnlyOneIsImprecise() {
        String words = "延长条约的谈判陷入停顿";
        Contradictions found =
                Texts.compare(
                        RECORD,
                        Texts.dated("a.txt", words + "。", "2023-11-02")
                                .found(Kind.TREATY_ACTION, words)
                                .of("RU", "US")
                                .under("new-start")
                                .action("negotiation_stalled")
                                .status(Status.SUSPENDED)
                                .and());
        assertThat(verdicts(found)).containsExactly(IMPRECISE);
    }

    private static Texts limit(long value) {
        String words = "条约上限为" + value + "枚弹头";
        return Texts.dated("a.txt", words + "。", "2023-11-02")
                .found(Kind.LIMIT, words)
                .under("new-start")
                .figure(value, "exact", "warheads", "warheads-deployed")
                .and();
    }

    @Test
    void aBoundOtherThanTheAgreementsIsSetAgainstItsArticle() {
        Contradictions found = Texts.compare(RECORD, limit(1500));
        assertThat(verdicts(found)).containsExactly(CONTRADICTS_RECORD);
        assertThat(found.discrepancies().getFirst().reason().en()).contains("Treaty II.1(b)");
        assertThat(Texts.compare(RECORD, limit(1550)).asRecorded()).isOne();
    }

    private static Texts expiry(String year) {
        String words = "条约将于" + year + "年到期";
        return Texts.dated("a.txt", words + "。", "2023-11-02")
                .found(Kind.TREATY_ACTION, words)
                .of("RU", "US")
                .under("new-start")
                .action("expire")
                .status(Status.SCHEDULED)
                .on(year)
                .and();
    }

    @Test
    void anEndOtherThanTheAgreementsIsSetAgainstItsFile() {
        assertThat(verdicts(Texts.compare(RECORD, expiry("2027"))))
                .containsExactly(CONTRADICTS_RECORD);
        assertThat(Texts.compare(RECORD, expiry("2026")).discrepancies()).isEmpty();
    }

    @Test
    void aDateAndItsWeekdayGoTogetherOrAreImpossible() {
        assertThat(
                        verdicts(
                                Texts.compare(
                                        List.of(),
                                        Texts.dated("a.txt", "双方于2023年11月2日（周五）通话。", "2023-11-04"),
                                        Texts.dated(
                                                "b.txt",
                                                "They spoke on Friday, November 2, 2023.",
                                                "2023-11-04"))))
                .containsExactly(IMPOSSIBLE, IMPOSSIBLE);
        assertThat(
                        Texts.compare(
                                        List.of(),
                                        Texts.dated("a.txt", "双方于2023年11月2日（周四）通话。", "2023-11-04"),
                                        Texts.dated(
                                                "b.txt",
                                                "They spoke on Thursday, 2 November 2023.",
                                                "2023-11-04"))
                                .discrepancies())
                .isEmpty();
    }

    @Test
    void whatIsToldAsDoneAfterTheDayOfTheTextIsImpossible() {
        Contradictions found = Texts.compare(List.of(), held("a.txt", "2024-03-08", "北京"));
        assertThat(verdicts(found)).containsExactly(IMPOSSIBLE);
        assertThat(Texts.compare(List.of(), held("a.txt", "2024-02-02", "北京")).discrepancies())
                .as("a day may be a matter of time zones")
                .isEmpty();
    }

    @Test
    void whoPresidesOverTheCouncilInAMonthIsLeftOpen() {
        Contradictions found =
                Texts.compare(RECORD, Texts.dated("a.txt", "某国于2025年8月开始担任安理会轮值主席国。", "2024-02"));
        assertThat(verdicts(found)).containsExactly(NOT_VERIFIABLE);
        Discrepancy one = found.discrepancies().getFirst();
        assertThat(one.sides().getFirst().quote().exact()).contains("2025年8月").contains("安理会轮值主席国");
        assertThat(one.beside()).extracting(Fact::ref).contains("chair-cn-2024");
    }

    @Test
    void anUndatedTextHasTheBoundsThatItGivesItself() {
        String past = "2023年5月双方通话";
        String ahead = "条约将于2026年到期";
        ReadText text =
                Texts.undated("a.txt", past + "。" + ahead + "。")
                        .found(Kind.MEETING, past)
                        .of("CN", "US")
                        .status(Status.HELD)
                        .on("2023-05")
                        .and()
                        .found(Kind.TREATY_ACTION, ahead)
                        .of("RU", "US")
                        .under("new-start")
                        .action("expire")
                        .status(Status.SCHEDULED)
                        .on("2026")
                        .and()
                        .read();
        assertThat(text.dated()).isFalse();
        assertThat(text.document().published()).hasToString("2023-05-01/2026-11-28");
        assertThat(Texts.undated("b.txt", "没有日期。").read().document().published())
                .hasToString("../2026-11-28");
    }

    @Test
    void textsOfALaterDayAreNotKnown() {
        ReadText text = noExchange("2022-11").read();
        LocalDate day = LocalDate.of(2022, 10, 1);
        assertThat(Contradictions.of(List.of(text), RECORD, day).texts()).isEmpty();
    }

    @Test
    void whatHasNoTermsIsLeftOutAndCounted() {
        Contradictions found =
                Texts.compare(
                        List.of(),
                        Texts.dated("a.txt", "发言人表示欢迎。", "2024-01-01")
                                .found(Kind.STATEMENT, "发言人表示欢迎")
                                .of("CN")
                                .saidBy("发言人", Link.Type.OFFICIAL_NAMED)
                                .and());
        assertThat(found.compared()).isZero();
        assertThat(found.leftOut()).containsEntry(Kind.STATEMENT, 1);
    }

    private static Texts suspension(
            String name, String words, String day, String action, Assertion how) {
        return Texts.dated(name, words + "。", day)
                .found(Kind.TREATY_ACTION, words)
                .of("RU")
                .under("new-start")
                .action(action)
                .put(how)
                .and();
    }

    @Test
    void inspectionsFirstAndTheTreatyLaterAreTwoSteps() {
        Texts later = suspension("b.txt", "俄方宣布暂停履约", "2024-02-29", "suspend", Assertion.ASSERTED);
        Contradictions notice =
                Texts.compare(
                        RECORD,
                        suspension(
                                "a.txt",
                                "俄方通知将暂时退出核查机制",
                                "2022-08-09",
                                "suspend_inspections",
                                Assertion.PLANNED),
                        later);
        assertThat(notice.discrepancies())
                .filteredOn(one -> one.kind() == Discrepancy.Kind.BETWEEN)
                .extracting(Discrepancy::ruleWord)
                .containsExactly("later-state");
        Contradictions plan =
                Texts.compare(
                        RECORD,
                        suspension(
                                "a.txt",
                                "俄方计划暂时退出核查机制",
                                "2022-08-09",
                                "suspend_inspections",
                                Assertion.PLANNED),
                        later);
        assertThat(plan.discrepancies())
                .filteredOn(one -> one.kind() == Discrepancy.Kind.BETWEEN)
                .allSatisfy(one -> assertThat(one.explained()).isTrue())
                .extracting(Discrepancy::ruleWord)
                .containsExactly("plan");
    }

    private static Texts relayed(String name, String lead, Link.Type type) {
        String words = "到2030年将超过1000枚";
        return Texts.dated(name, lead + words + "。", "2023-11-02")
                .found(Kind.QUANTITY, words)
                .of("CN")
                .put(Assertion.PROJECTED)
                .saidBy("某研究所", type)
                .figure(1000, "more-than", "warheads", "nuclear-warheads")
                .and();
    }

    @Test
    void oneVoiceThatTwoTextsRelayIsNewOnce() {
        Contradictions found =
                Texts.compare(
                        List.of(),
                        relayed("a.txt", "甲报报道称，据该所估计，", Link.Type.ORGANISATION),
                        relayed("b.txt", "另一篇完全不同的文章也提到，", Link.Type.ORGANISATION));
        assertThat(found.copies()).isEmpty();
        assertThat(found.news()).hasSize(1);
        assertThat(found.news().getFirst().also())
                .singleElement()
                .satisfies(also -> assertThat(also.file()).isEqualTo("b.txt"));
        assertThat(
                        Texts.compare(
                                        List.of(),
                                        relayed("a.txt", "甲报报道称，", Link.Type.AUTHOR),
                                        relayed("b.txt", "另一篇完全不同的文章也提到，", Link.Type.AUTHOR))
                                .news())
                .as("two authors are two voices")
                .hasSize(2);
    }

    @Test
    void wordsAgainstTheCalendarInACopyCountOnce() {
        String wire =
                "通讯社电：双方于2023年11月2日（周五）通话，讨论了降低核风险的措施、战略武器条约的前景和今后会谈的安排，"
                        + "并同意保持联系。发言人说，通话是应一方请求进行的，双方都认为应当避免误判，恢复数据交换，"
                        + "并就下一轮磋商的时间和地点继续讨论，具体安排将另行公布。";
        Contradictions found =
                Texts.compare(
                        List.of(),
                        Texts.dated("a.txt", wire, "2023-11-04"),
                        Texts.dated("b.txt", "转载 " + wire, "2023-11-05"));
        assertThat(verdicts(found)).containsExactly(IMPOSSIBLE);
        assertThat(found.discrepancies().getFirst().sides().getFirst().also()).hasSize(1);
    }

    @Test
    void aBoundOfNoAgreementAndANumberWithoutAFigureAreLeftOut() {
        String words = "该国上限为100枚";
        Contradictions found =
                Texts.compare(
                        RECORD,
                        Texts.dated("a.txt", words + "。", "2023-11-02")
                                .found(Kind.LIMIT, words)
                                .of("CN")
                                .figure(100, "exact", "warheads", "warheads-deployed")
                                .and()
                                .found(Kind.QUANTITY, words)
                                .of("CN")
                                .and());
        assertThat(found.leftOut()).containsEntry(Kind.LIMIT, 1).containsEntry(Kind.QUANTITY, 1);
    }

    @Test
    void aTextThatNamesNoOutletIsItsAuthors() {
        Contradictions found =
                Texts.compare(List.of(), relayed("a.txt", "", Link.Type.ORGANISATION));
        assertThat(found.news().getFirst().chain())
                .extracting(Link::type)
                .containsExactly(Link.Type.AUTHOR, Link.Type.ORGANISATION);
    }

    private static Texts judged(String name, String words, String action, String whose, String by) {
        Texts.Found found =
                Texts.dated(name, words + "。", "2024-05-04")
                        .found(Kind.TREATY_ACTION, words)
                        .of(whose)
                        .under("quiet-treaty")
                        .action(action);
        return (by.isEmpty() ? found : found.saidFor(by)).and();
    }

    @Test
    void twoPartiesThatBlameEachOtherAreInDispute() {
        Contradictions found =
                Texts.compare(
                        List.of(),
                        judged("a.txt", "甲指责乙违反条约", "breach_alleged", "XB", "XA"),
                        judged("b.txt", "乙强调甲应对条约崩溃负全责", "responsibility_assigned", "XA", "XB"));
        assertThat(verdicts(found)).containsExactly(DISPUTE);
        assertThat(found.discrepancies().getFirst().ruleWord()).isEqualTo("mutual-blame");
        assertThat(
                        Texts.compare(
                                        List.of(),
                                        judged("a.txt", "甲指责乙违反条约", "breach_alleged", "XB", "XA"),
                                        judged("b.txt", "乙指责丙违反条约", "breach_alleged", "XC", "XB"))
                                .discrepancies())
                .as("a charge passed on to a third is no quarrel of the two")
                .isEmpty();
    }

    @Test
    void aChargeAndItsDenialAreADisputeAndAnAuthorsOnlyIsTheAuthorsJudgement() {
        assertThat(
                        verdicts(
                                Texts.compare(
                                        List.of(),
                                        judged("a.txt", "甲指责乙违反条约", "breach_alleged", "XB", "XA"),
                                        judged(
                                                "b.txt",
                                                "乙说一贯履行条约",
                                                "compliance_stated",
                                                "XB",
                                                "XB"))))
                .containsExactly(DISPUTE);
        assertThat(
                        verdicts(
                                Texts.compare(
                                        List.of(),
                                        judged(
                                                "a.txt",
                                                "甲是唯一仍在执行条约的国家",
                                                "compliance_stated",
                                                "XA",
                                                ""),
                                        judged(
                                                "b.txt",
                                                "乙说一贯履行条约",
                                                "compliance_stated",
                                                "XB",
                                                "XB"))))
                .containsExactly(AUTHOR_JUDGEMENT);
        assertThat(
                        Texts.compare(
                                        List.of(),
                                        judged("a.txt", "甲仍在执行条约", "compliance_stated", "XA", ""),
                                        judged(
                                                "b.txt",
                                                "乙说一贯履行条约",
                                                "compliance_stated",
                                                "XB",
                                                "XB"))
                                .discrepancies())
                .isEmpty();
    }

    @Test
    void whoIsWithinALimitAndWhoIsOverItCanBeInDispute() {
        assertThat(
                        verdicts(
                                Texts.compare(
                                        List.of(),
                                        judged("a.txt", "甲说双方均符合条约限制", "within_limits", "XA", "XA"),
                                        judged("b.txt", "乙说甲超过条约限额", "over_limits", "XA", "XB"))))
                .containsExactly(DISPUTE);
    }

    private static Texts first(String since) {
        String broken = "2021年3月双方中断军事对话";
        String words = "这是" + since + "两军首次实质性交流";
        return Texts.dated("a.txt", broken + "。" + words + "。", "2024-05-04")
                .found(Kind.CHANNEL, broken)
                .of("XA", "XB")
                .status(Status.SUSPENDED)
                .on("2021-03")
                .and()
                .found(Kind.MEETING_CLAIM, words)
                .of("XA", "XB")
                .and();
    }

    private static List<Verdict> besideAMeeting(String since, String day) {
        String words = "两军军官举行会谈";
        return verdicts(
                Texts.compare(
                        List.of(),
                        first(since),
                        Texts.dated("b.txt", words + "。", "2024-05-04")
                                .found(Kind.MEETING, words)
                                .of("XA", "XB")
                                .status(Status.HELD)
                                .on(day)
                                .and()));
    }

    @Test
    void aMeetingBeforeOneThatIsCalledTheFirstIsATensionWithinItsTime() {
        assertThat(besideAMeeting("对话中断以来", "2023-10")).contains(TENSION);
        assertThat(besideAMeeting("2022年以来", "2023-10")).contains(TENSION);
        assertThat(besideAMeeting("两年来", "2023-10")).contains(TENSION);
        assertThat(besideAMeeting("对话中断以来", "2020-10")).doesNotContain(TENSION);
        assertThat(besideAMeeting("两年来", "2021-10")).doesNotContain(TENSION);
        assertThat(besideAMeeting("新政府上台以来", "2023-10")).doesNotContain(TENSION);
    }

    @Test
    void aDayThatNoMonthHasIsImpossible() {
        assertThat(
                        verdicts(
                                Texts.compare(
                                        List.of(),
                                        Texts.dated("a.txt", "双方于2023年2月30日通话。", "2023-11-04"),
                                        Texts.dated(
                                                "b.txt",
                                                "They spoke on 31 April 2023.",
                                                "2023-11-04"))))
                .containsExactly(IMPOSSIBLE, IMPOSSIBLE);
    }
}
