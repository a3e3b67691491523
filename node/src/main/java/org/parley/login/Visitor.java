// SPDX-License-Identifier: Apache-2.0
package org.parley.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Somebody who is logged in, as a page sees them.
 *
 * @param form the word that this session's forms carry
 */
public record Visitor(String name, Role role, String form) {
    /** Whether a form is of this session; takes as long for a near miss as for a far one. */
    public boolean isOurs(String given) {
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), form.getBytes(StandardCharsets.UTF_8));
    }
}
