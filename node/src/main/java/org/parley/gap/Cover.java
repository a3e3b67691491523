// SPDX-License-Identifier: Apache-2.0
package org.parley.gap;

import java.util.Locale;

/** Whether what a mechanism does stands on a day. */
public enum Cover {
    /** In force, said, or in use. */
    STANDS,
    /** No longer in force; a party says that it keeps to it all the same. */
    POLITICAL,
    /** In force, and this part of it paused by a party or by all. */
    PAUSED,
    /** In force, and suspended by a party. */
    SUSPENDED,
    /** Parties differ on whether it stands. */
    CONTESTED,
    /** In force, but its rule does not bind yet; or planned, not held. */
    NOT_BINDING_YET,
    /** Agreed or open for signature, and not in force. */
    NOT_IN_FORCE,
    /** A line or dialogue of which for long nothing was seen, or that was refused or broken off. */
    QUIET,
    ENDED,
    /** On this day it was not there. */
    NOT_THERE,
    /** The library does not have the mechanism. */
    UNKNOWN;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
