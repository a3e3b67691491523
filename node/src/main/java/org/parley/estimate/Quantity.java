// SPDX-License-Identifier: Apache-2.0
package org.parley.estimate;

import org.parley.Text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a number of warheads counts, in an estimate or a claim. Two figures of different quantities
 * are never compared, drawn as one line or revised into each other.
 */
public enum Quantity {
    DEPLOYED(
            "deployed warheads",
            "已部署弹头",
            "as an agreement’s own rule counts them, or of no stated range",
            "依协议自身的计数规则，或未说明射程"),
    DEPLOYED_STRATEGIC(
            "deployed strategic warheads",
            "已部署战略弹头",
            "on missiles and at bomber bases",
            "装在导弹上及存放于轰炸机基地的弹头"),
    DEPLOYED_NONSTRATEGIC(
            "deployed non-strategic warheads",
            "已部署非战略弹头",
            "at bases with shorter-range delivery systems",
            "部署在短程运载系统所在基地的弹头"),
    RESERVE(
            "reserve and non-deployed warheads",
            "储备及未部署弹头",
            "in the military’s custody, not deployed",
            "由军方保管、未部署的弹头"),
    STOCKPILE(
            "military stockpile",
            "军用库存",
            "deployed and reserve warheads together; without retired ones",
            "已部署与储备弹头之和，不含退役弹头"),
    RETIRED(
            "retired warheads",
            "退役弹头",
            "out of the stockpile, whole, waiting to be dismantled",
            "已退出库存、尚未拆解的完整弹头"),
    TOTAL_INVENTORY(
            "total inventory", "弹头总数", "stockpile and retired warheads together", "库存与退役弹头之和"),
    NOT_STATED(
            "warheads, quantity not stated",
            "弹头（口径未说明）",
            "the source does not say which of the quantities it means",
            "来源未说明所指口径");

    private final String english;
    private final String chinese;
    private final String meaning;
    private final String meaningChinese;

    Quantity(String english, String chinese, String meaning, String meaningChinese) {
        this.english = english;
        this.chinese = chinese;
        this.meaning = meaning;
        this.meaningChinese = meaningChinese;
    }

    /** Its name in words. */
    public Text title() {
        return Text.of(english, chinese);
    }

    /** What it takes in. */
    public Text meaning() {
        return Text.of(meaning, meaningChinese);
    }

    /** What it is the sum of; empty if it is not a sum. */
    public List<Quantity> parts() {
        return switch (this) {
            case STOCKPILE -> List.of(DEPLOYED_STRATEGIC, DEPLOYED_NONSTRATEGIC, RESERVE);
            case TOTAL_INVENTORY ->
                    List.of(DEPLOYED_STRATEGIC, DEPLOYED_NONSTRATEGIC, RESERVE, RETIRED);
            case DEPLOYED,
                    DEPLOYED_STRATEGIC,
                    DEPLOYED_NONSTRATEGIC,
                    RESERVE,
                    RETIRED,
                    NOT_STATED ->
                    List.of();
        };
    }

    /** As written in files and addresses: {@code deployed-strategic}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The quantity of a word. */
    public static Optional<Quantity> of(String word) {
        return words().contains(word)
                ? Optional.of(valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')))
                : Optional.empty();
    }

    /** All words, in the order of the list above. */
    public static List<String> words() {
        return List.of(values()).stream().map(Quantity::word).toList();
    }
}
