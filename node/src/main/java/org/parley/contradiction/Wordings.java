// SPDX-License-Identifier: Apache-2.0
package org.parley.contradiction;

import org.parley.Text;
import org.parley.estimate.Quantity;
import org.parley.evidence.Assertion;
import org.parley.evidence.Claim;
import org.parley.evidence.Status;
import org.parley.evidence.Subject;
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
        if (!subject.thing().isEmpty()) {
            text.append(chinese ? "（" : " (")
                    .append(subject.event().orElse(subject.thing()))
                    .append(chinese ? "）" : ")");
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
}
