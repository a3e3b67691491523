// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.login.Login;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

import javax.net.ssl.SSLContext;

/**
 * Where the pages are reached, and through what. Without TLS and a login they are this machine's
 * alone.
 *
 * @param host address to listen at
 * @param port 0 for any free one
 * @param login who may come in; everybody on this machine where there is none
 */
public record Door(String host, int port, Optional<SSLContext> tls, Optional<Login> login) {
    /**
     * @throws ParleyException {@code USAGE} when it would let strangers in, or be heard by them
     */
    public Door {
        if (port < 0 || port > 65_535) {
            throw new ParleyException(
                    Code.USAGE, Place.of("--port"), "\"" + port + "\"", "use 0 to 65535");
        }
        if (!isLoopback(host) && (tls.isEmpty() || login.isEmpty())) {
            throw new ParleyException(
                    Code.USAGE,
                    Place.of("--host"),
                    "\"" + host + "\" is not this machine's own address",
                    "use 127.0.0.1; a node has pages for other machines, with TLS and login:"
                            + " parley node run --pages ADDRESS:PORT --name HOST");
        }
    }

    /** For this machine alone. */
    public static Door here(String host, int port) {
        return new Door(host, port, Optional.empty(), Optional.empty());
    }

    public static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
