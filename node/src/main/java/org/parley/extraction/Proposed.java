// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction;

import org.parley.Text;

import java.util.Optional;

/**
 * Words of a text of which somebody who is no rule and no person proposes that they claim
 * something.
 *
 * @param from first UTF-16 unit of the normal text
 * @param to one past the last
 * @param by who proposes it: {@code model NAME}
 */
public record Proposed(FoundClaim.Kind kind, int from, int to, String by) {

    /** What became of it: a claim whose values were read in the words, or why there is none. */
    public record Derived(Proposed of, Optional<FoundClaim> claim, Optional<Unfit> why) {}

    /** Why our own reading of the words gives no such claim. */
    public enum Unfit {
        NOT_READ("the words do not lie in one sentence that is read for claims", "引文不在一个可供提取的句子之内"),
        KIND("claims of this kind are not proposed", "不接受此类说法的提议"),
        KNOWN("found already by the rules", "规则已经找到"),
        HEDGED("the sentence denies, wishes, foretells or doubts", "该句含否定、愿望、将来或存疑的表述"),
        NOBODY("no party that the lexicon knows acts in the words", "引文中没有词表所知的参与方"),
        ABOUT("the words do not say about which one thing", "引文未说明所指的唯一对象"),
        DATES("more than one date stands in the words", "引文中有不止一个日期"),
        FIGURES("not one figure of one thing stands in the words", "引文中没有唯一对象的唯一数字");

        private final String english;
        private final String chinese;

        Unfit(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }

        /** What is told. */
        public Text text() {
            return Text.of(english, chinese);
        }
    }
}
