// SPDX-License-Identifier: Apache-2.0
package org.parley;

/**
 * One thing that is wrong with an input.
 *
 * @param what what is wrong, without the place; one sentence, no full stop
 * @param todo what the reader can do about it; one sentence, no full stop
 */
public record Problem(Code code, Place place, String what, String todo) {

    /** {@code file:3:7: unknown key: "artcle" …; did you mean "article"?} */
    public String in(String language) {
        String text = place + ": " + code.headline().in(language) + ": " + what;
        return todo.isEmpty() ? text : text + "; " + todo;
    }

    @Override
    public String toString() {
        return in("en");
    }
}
