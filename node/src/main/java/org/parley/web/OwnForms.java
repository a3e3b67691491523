// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import io.javalin.http.Context;
import io.javalin.http.Header;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Tells what this machine's own pages ask and send from what others make a browser ask and send.
 * Thread safe.
 */
final class OwnForms {
    private static final int TOKEN_BYTES = 32;

    /** A word that only pages of this process carry: another site's form cannot know it. */
    private final String token;

    OwnForms() {
        byte[] secret = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(secret);
        this.token = HexFormat.of().formatHex(secret);
    }

    String token() {
        return token;
    }

    /** A foreign name that was made to lead to this machine (DNS rebinding) is not answered. */
    static void requireOwnName(Context context) {
        int port = context.req().getLocalPort();
        String host = Optional.ofNullable(context.header(Header.HOST)).orElse("");
        if (!List.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port).contains(host)) {
            throw refused("Host", "this is not the name of this machine's pages");
        }
    }

    /** Only a page of this process, on this machine, can have sent it. */
    void requireOwnForm(Context context) {
        requireOwnName(context);
        String origin = Optional.ofNullable(context.header(Header.ORIGIN)).orElse("");
        if (!origin.equals("http://" + context.header(Header.HOST))) {
            throw refused("Origin", "the form was not sent from this machine's page");
        }
        String given = Optional.ofNullable(context.formParam("token")).orElse("");
        if (!MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8))) {
            throw refused("token", "the form is of a process that has ended");
        }
    }

    private static ParleyException refused(String place, String why) {
        return new ParleyException(
                Code.REFUSED, Place.of(place), why, "open the address that the server printed");
    }
}
