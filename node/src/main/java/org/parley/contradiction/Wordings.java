// SPDX-License-Identifier: Apache-2.0
package org.parley.contradiction;

import org.parley.Text;
import org.parley.estimate.Quantity;
import org.parley.evidence.Assertion;
import org.parley.evidence.Claim;
import org.parley.evidence.Status;
import org.parley.evidence.Subject;
import org.parley.extraction.FoundClaim;
import org.parley.time.Edtf;

import java.util.Optional;

/** A claim in our words, made from its terms alone. */
final class Wordings {
    private Wordings() {}

    static Text says(Subject subject, Claim.Content content, Optional<Edtf> when) {
        return Text.of(says(subject, content, when, "en"), says(subject, content, when, "zh"));
    }

    private static String says(
            Subject subject, Claim.Content content, Optional<Edtf> when, String language) {
        boolean chinese = language.equals("zh");
        StringBuilder text = new StringBuilder(String.join(chinese ? "、" : ", ", subject.whose()));
        text.append(text.isEmpty() ? "" : chinese ? "：" : ": ")
                .append(subject.aspect().text().in(language));
        String of = thing(subject).in(language);
        if (!of.isEmpty()) {
            text.append(chinese ? "（" : " (").append(of).append(chinese ? "）" : ")");
        }
        String comma = chinese ? "，" : ", ";
        content.amount()
                .ifPresent(amount ->
                        text.append(comma)
                                .append(amount.shown().in(language))
                                .append(' ')
                                .append(
                                        amount.kind()
                                                .map(Quantity::title)
                                                .orElse(Text.same(amount.unit()))
                                                .in(language)));
        content.word().ifPresent(word -> text.append(comma).append(word));
        if (content.amount().isEmpty() && content.status() != Status.HELD) {
            text.append(comma).append(content.status().text().in(language));
        }
        if (content.assertion() != Assertion.ASSERTED) {
            text.append(comma).append(content.assertion().text().in(language));
        }
        when.ifPresent(date -> text.append(comma).append(date));
        return text.append(chinese ? "。" : ".").toString();
    }

    /** What it is about, where the aspect does not say it already. */
    private static Text thing(Subject subject) {
        if (subject.event().isPresent()) {
            return Text.same(subject.event().get());
        }
        return switch (subject.thing()) {
            case TalkTerms.ARMS_CONTROL -> Text.of("arms control", "军控");
            case TalkTerms.MILITARY -> Text.of("military", "军事");
            case TalkTerms.ANY, FigureTerms.WARHEADS -> Text.same("");
            default ->
                    FoundClaim.nameIn(subject.thing())
                            .map(name -> Text.same("“" + name + "”"))
                            .orElse(Text.same(subject.thing()));
        };
    }
}
