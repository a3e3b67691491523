// SPDX-License-Identifier: Apache-2.0
package org.parley.evidence;

import java.util.List;
import java.util.Optional;

/** Rules over who speaks. */
final class VoiceRules {
    private VoiceRules() {}

    static Optional<Finding> notVerified(Claim a, Claim b, List<Fact> record) {
        if (!Contrast.isContradiction(a, b) || !a.unverified() && !b.unverified()) {
            return Optional.empty();
        }
        String who =
                a.unverified() && b.unverified()
                        ? a.ref() + ", " + b.ref()
                        : a.unverified() ? a.ref() : b.ref();
        return Optional.of(
                Finding.of(
                        "Read only second-hand: "
                                + who
                                + ". Whether they differ at all is to be checked first.",
                        "仅为转述、未经核实：" + who + "。须先核实两者是否确有不同。"));
    }

    static Optional<Finding> judgementOfAuthor(Claim a, Claim b, List<Fact> record) {
        return Rule.either(a, b, VoiceRules::judgementOfAuthor);
    }

    private static Optional<Finding> judgementOfAuthor(Claim author, Claim party) {
        boolean judges =
                author.voice().type() == Link.Type.AUTHOR
                        && author.subject().aspect().kind() == Aspect.Kind.JUDGEMENT
                        && party.voice().isOfficial();
        if (!judges || !Contrast.isContradiction(author, party)) {
            return Optional.empty();
        }
        return Optional.of(
                Finding.of(
                        "An assessment by "
                                + Said.who(author, "en")
                                + "; "
                                + Said.who(party, "en")
                                + " says otherwise. It is to be given as the author's, not as a"
                                + " fact.",
                        "此为"
                                + Said.who(author, "zh")
                                + "的评价，"
                                + Said.who(party, "zh")
                                + "另有说法。引用时应注明为作者的判断，不作为事实。"));
    }

    static Optional<Finding> oneText(Claim a, Claim b, List<Fact> record) {
        boolean oneText =
                a.quote().isPresent()
                        && b.quote().isPresent()
                        && a.quote().get().document().equals(b.quote().get().document())
                        && a.chain().equals(b.chain());
        if (!oneText || !Contrast.isContradiction(a, b)) {
            return Optional.empty();
        }
        return Optional.of(
                Finding.of(
                        "The text gives both ("
                                + Said.date(a.timing().when(), a.says().en())
                                + "; "
                                + Said.date(b.timing().when(), b.says().en())
                                + ") in the same voice.",
                        "该文本以同一口吻给出两种说法（"
                                + Said.date(a.timing().when(), a.says().zh())
                                + "；"
                                + Said.date(b.timing().when(), b.says().zh())
                                + "）。"));
    }

    static Optional<Finding> twoParties(Claim a, Claim b, List<Fact> record) {
        boolean parties =
                a.voice().isOfficial()
                        && b.voice().isOfficial()
                        && !a.voice().of().equals(b.voice().of());
        if (!parties || !Contrast.isContradiction(a, b)) {
            return Optional.empty();
        }
        return Optional.of(
                Finding.of(
                        Said.who(a, "en")
                                + " and "
                                + Said.who(b, "en")
                                + " differ; each statement stands under its author's name.",
                        Said.who(a, "zh") + "与" + Said.who(b, "zh") + "说法不同；各自注明出处，并列保留。"));
    }
}
