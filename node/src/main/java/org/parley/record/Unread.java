// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import org.parley.Text;
import org.parley.statement.Body;
import org.parley.statement.Kind;
import org.parley.statement.Statement;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was said and is in no standing, because nobody here can read it: its body was erased, is not
 * at hand, or says what the agreement does not know. Silence about it would look as if nothing had
 * been said.
 *
 * @param kind as its author wrote it
 * @param why there is nothing to count
 */
public record Unread(Statement statement, String kind, Text why) {
    /** What says nothing that could be counted. */
    private static final Set<Kind> NODES = Set.of(Kind.ERASE, Kind.KEY, Kind.HEADS, Kind.OTHER);

    /** Those of a record that had been made by a day. */
    public static List<Unread> of(List<Statement> statements, LocalDate knownOn, ZoneId zone) {
        List<Unread> unread = new ArrayList<>();
        for (Statement one : statements) {
            Optional<LocalDate> made = one.times().made().flatMap(when -> when.lastDay(zone));
            boolean later = made.filter(day -> day.isAfter(knownOn)).isPresent();
            if (one.body() instanceof Body.Unknown unknown
                    && one.note().isPresent()
                    && !NODES.contains(one.kind())
                    && !later) {
                unread.add(new Unread(one, unknown.kind(), one.note().get()));
            }
        }
        return unread;
    }
}
