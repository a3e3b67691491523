// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parley.proof.merkle.TreeHasher;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Hashes go with the entries that they are of, however these are cut and joined. */
final class HashedEntriesTest {
    private static List<byte[]> some(int count) {
        List<byte[]> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(("entry " + i).getBytes(StandardCharsets.UTF_8));
        }
        return entries;
    }

    private static void fits(HashedEntries hashed, List<byte[]> entries) {
        assertThat(hashed).containsExactlyElementsOf(entries);
        for (int i = 0; i < entries.size(); i++) {
            assertThat(hashed.leaf(i)).isEqualTo(new TreeHasher().leaf(entries.get(i)));
        }
    }

    @Test
    void anEventHashesItsEntriesOnceAndKeepsThoseThatAre() {
        HashedEntries hashed = HashedEntries.of(some(3));
        fits(hashed, some(3));
        assertThat(HashedEntries.of(hashed)).isSameAs(hashed);
        assertThat(new Event.Entries("a", 0, hashed, Optional.empty()).entries()).isSameAs(hashed);
        fits(new Event.Entries("a", 0, some(3), Optional.empty()).entries(), some(3));
    }

    @Test
    void cutAndJoinedEachKeepsItsOwnHash() {
        List<byte[]> all = some(7);
        HashedEntries first = HashedEntries.of(all.subList(0, 4));
        HashedEntries rest = HashedEntries.of(all.subList(4, 7));
        fits(HashedEntries.joined(List.of(first, rest)), all);
        fits(HashedEntries.joined(List.of(first.from(2), rest.from(0))), all.subList(2, 7));
        fits(first.from(4), List.of());
        fits(HashedEntries.joined(List.of()), List.of());
    }

    @Test
    void aListThatChangesLaterChangesNothing() {
        List<byte[]> entries = some(2);
        HashedEntries hashed = HashedEntries.of(entries);
        entries.clear();
        fits(hashed, some(2));
    }
}
