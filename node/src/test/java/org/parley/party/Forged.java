// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.proof.canonical.Json;

import java.util.Map;
import java.util.TreeMap;

/** Headers that nobody but a test, or a thief of keys, makes. */
final class Forged {
    private Forged() {}

    private static Json.Obj with(Json.Obj header, Map<String, Json> more) {
        Map<String, Json> members = new TreeMap<>(header.members());
        members.putAll(more);
        return Json.object(members);
    }

    /** The same, said later. */
    static Json.Obj later(Json.Obj header) {
        return with(header, Map.of("made", Json.text("2030-01-09T00:00:00Z")));
    }

    /** That keys were lost, and this card is the new one. */
    static Json.Obj lost(Json.Obj header, byte[] card) {
        Map<String, Json> members = new TreeMap<>(KeyWords.lost(card, 0));
        members.put("kind", Json.text("key"));
        return with(header, members);
    }

    /** That a card is the new one. */
    static Json.Obj key(Json.Obj header, byte[] card) {
        Map<String, Json> members = new TreeMap<>(KeyWords.announce(card));
        members.put("kind", Json.text("key"));
        return with(header, members);
    }
}
