// SPDX-License-Identifier: Apache-2.0
package org.parley.login;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;

import java.util.Arrays;
import java.util.Locale;

/**
 * What somebody may do on the pages; everybody may read. Who lets people in is not who speaks: an
 * administrator neither drafts nor releases.
 */
public enum Role {
    VIEWER,
    DRAFTER,
    OFFICER,
    ADMINISTRATOR;

    /** As it stands in files and commands. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean mayDraft() {
        return this == DRAFTER || this == OFFICER;
    }

    /** Somebody else's drafts, that is. */
    public boolean mayRelease() {
        return this == OFFICER;
    }

    public boolean mayInvite() {
        return this == ADMINISTRATOR;
    }

    /**
     * The role of this name.
     *
     * @throws ParleyException {@code BAD_VALUE}
     */
    public static Role of(String word, Place place) {
        return Arrays.stream(values())
                .filter(role -> role.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new ParleyException(
                                Code.BAD_VALUE,
                                place,
                                "\"" + (word.length() > 40 ? word.substring(0, 40) : word) + "\"",
                                "use one of: viewer, drafter, officer, administrator"));
    }
}
