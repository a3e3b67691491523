// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What one node asks another. HTTP maps to it one to one; the simulator and the tests hand it over
 * directly, so that the same code answers.
 *
 * @param method GET, POST or PUT
 * @param path such as {@code /log/checkpoint}; no query
 * @param peer the party whose key the connection was opened with; empty for somebody unknown
 */
@SuppressWarnings("ArrayRecordComponent") // bytes; never compared, never changed
public record Ask(String method, String path, byte[] body, Optional<String> peer) {

    public static Ask get(String path) {
        return new Ask("GET", path, new byte[0], Optional.empty());
    }

    public static Ask post(String path, byte[] body) {
        return new Ask("POST", path, body, Optional.empty());
    }

    public static Ask put(String path, byte[] body) {
        return new Ask("PUT", path, body, Optional.empty());
    }

    /** The same, by a party whose connection proved who it is. */
    public Ask by(String party) {
        return new Ask(method, path, body, Optional.of(party));
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
