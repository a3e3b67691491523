// SPDX-License-Identifier: Apache-2.0
package org.parley.evidence;

import org.parley.Text;

import java.util.Optional;

/**
 * One link of the chain of who says so.
 *
 * @param of the party whose office it is, of an official
 */
public record Link(Text who, Type type, Optional<String> of) {

    /** What sort of voice it is. */
    public enum Type implements Word {
        OFFICIAL_READOUT("official readout", "官方通报"),
        OFFICIAL_NAMED("named official", "具名官员"),
        OFFICIAL_ANONYMOUS("unnamed official", "匿名官员"),
        ORGANISATION("organisation", "机构"),
        MEDIA("media", "媒体"),
        NAMED_EXPERT("named expert", "具名专家"),
        ANONYMOUS("anonymous", "匿名"),
        THIRD_HAND("third hand", "辗转得知"),
        AUTHOR("author of the text", "文章作者");

        private final String english;
        private final String chinese;

        Type(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }

        @Override
        public Text text() {
            return Text.of(english, chinese);
        }
    }

    /** A party's own word: said by name, or in writing. */
    public boolean isOfficial() {
        return (type == Type.OFFICIAL_READOUT || type == Type.OFFICIAL_NAMED) && of.isPresent();
    }
}
