// SPDX-License-Identifier: Apache-2.0
package org.parley;

/**
 * One thing that is wrong with an input.
 *
 * @param said what is wrong, without the place; one sentence, no full stop
 * @param advice what the reader can do about it; one sentence, no full stop
 */
public record Problem(Code code, Place place, Text said, Text advice) {

    /** The same in one language, where it is said in English only. */
    public Problem(Code code, Place place, String what, String todo) {
        this(code, place, Text.same(what), Text.same(todo));
    }

    /** What is wrong, in English. */
    public String what() {
        return said.en();
    }

    /** What the reader can do about it, in English. */
    public String todo() {
        return advice.en();
    }

    /** {@code file:3:7: unknown key: "artcle" …; did you mean "article"?} */
    public String in(String language) {
        String text = place + ": " + code.headline().in(language) + ": " + said.in(language);
        return todo().isEmpty() ? text : text + "; " + advice.in(language);
    }

    @Override
    public String toString() {
        return in("en");
    }
}
