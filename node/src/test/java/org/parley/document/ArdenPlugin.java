// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import java.nio.charset.StandardCharsets;

/** Shows that another format can be added. */
public final class ArdenPlugin implements DocumentPlugin {
    @Override
    public boolean takes(byte[] head, String name) {
        return new String(head, StandardCharsets.UTF_8).startsWith("ARDEN-TEST");
    }

    @Override
    public String toHtml(byte[] bytes) {
        return "<p>From a plug-in.</p>";
    }
}
