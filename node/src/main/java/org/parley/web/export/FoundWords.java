// SPDX-License-Identifier: Apache-2.0
package org.parley.web.export;

import org.parley.Text;
import org.parley.evidence.Basis;
import org.parley.extraction.FoundClaim;

import java.util.ArrayList;
import java.util.List;

/** Found claims in a line of words. */
public final class FoundWords {
    private final String language;
    private final boolean chinese;

    public FoundWords(String language) {
        this.language = language;
        this.chinese = language.equals("zh");
    }

    /** What it says, slot by slot. */
    public List<String> slots(FoundClaim claim) {
        List<String> slots = new ArrayList<>();
        slots.add(kind(claim.kind()));
        if (!claim.actors().isEmpty()) {
            slots.add(String.join(" ", claim.actors()));
        }
        claim.mechanism().map(id -> mechanism(id).in(language)).ifPresent(slots::add);
        claim.about().action().ifPresent(action -> slots.add(action(action)));
        claim.figure().ifPresent(figure -> slots.add(figure(figure)));
        claim.when().ifPresent(when -> slots.add(when(when)));
        claim.status().ifPresent(status -> slots.add(status.text().in(language)));
        if (claim.denied()) {
            slots.add(chinese ? "（被否认）" : "(denied)");
        }
        slots.add(claim.assertion().text().in(language));
        return slots;
    }

    /** A mechanism's id; of a treaty by its name alone, that no library has it. */
    public static Text mechanism(String id) {
        return FoundClaim.nameIn(id)
                .map(name ->
                        Text.of("“" + name + "” (not in the library)", "“" + name + "”（资料库未收）"))
                .orElse(Text.same(id));
    }

    private String figure(FoundClaim.Figure figure) {
        String high = figure.high().map(value -> "–" + value).orElse("");
        String asOf =
                figure.asOf().map(when -> (chinese ? "，截至" : ", as of ") + when(when)).orElse("");
        return figure.measure()
                + " "
                + ActionWords.ofNumber(figure.qualifier()).in(language)
                + " "
                + figure.value()
                + high
                + " "
                + figure.unit()
                + " ("
                + ActionWords.ofNumber(figure.basis()).in(language)
                + asOf
                + ")";
    }

    /** A date that cannot be reckoned stays in its own words: nothing is guessed. */
    private String when(FoundClaim.When when) {
        String basis =
                when.basis() == Basis.STATED ? "" : " [" + when.basis().text().in(language) + "]";
        return when.edtf().orElseGet(() -> "?“" + when.shown() + "”") + basis;
    }

    /** Who says so, outermost first; empty for the document itself. */
    public String chain(FoundClaim claim) {
        List<String> links = new ArrayList<>();
        for (FoundClaim.Voice voice : claim.chain()) {
            links.add(voice.by() + " (" + voice.type().text().in(language) + ")");
        }
        return String.join(" < ", links);
    }

    /** {@code withdrawal} of {@code withdraw}. */
    public String action(String action) {
        return ActionWords.action(action).in(language);
    }

    /** {@code treaty action}. */
    public String kind(FoundClaim.Kind kind) {
        return chinese
                ? switch (kind) {
                    case MEETING -> "会谈";
                    case QUANTITY -> "数量";
                    case TREATY_ACTION -> "条约行动";
                    case STATEMENT -> "表态";
                    case COMMITMENT -> "承诺";
                    case POSITION -> "立场";
                    case PARTICIPATION -> "参加";
                    case CHANNEL -> "渠道";
                    case DEADLINE -> "期限";
                    case LIMIT -> "限额";
                    case NO_RESPONSE -> "未回应";
                    case MEETING_CLAIM -> "关于会晤的说法";
                    case DATE_SUSPECT -> "日期存疑";
                    case OFFICE -> "任免";
                }
                : kind.word().replace('_', ' ');
    }
}
