// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.Place;
import org.parley.agreement.Agreement;
import org.parley.record.History;
import org.parley.record.Wire;
import org.parley.statement.Coverage;
import org.parley.statement.Delivery;
import org.parley.statement.Statement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The record of a node, for the same fold that reads the library: what each log says, received when
 * its addressees say so. What nodes say by themselves is in there only by its effect.
 */
public final class LiveRecord {
    /** By nodes for nodes: receipts are dates of what they are about. */
    private static final Set<String> SILENT = Set.of("heads", "key", "erase");

    /** A statement under no provision may have met any duty. */
    private static final String ANY = "";

    private LiveRecord() {}

    /** The record of the node that lives in a home folder, as it is now; it may be running. */
    public static History read(NodeHome home) {
        return NodeView.read(home).record();
    }

    /**
     * Everything that counts, log by log.
     *
     * <p>Between parties that have nodes nothing is said elsewhere, so a node's record is complete:
     * silence means that nothing was said. Where a body was erased it is not: what was said under
     * that duty is known only to who still holds it, and silence about it means nothing.
     *
     * @param delivery when others signed that they hold an entry, as far as it is known here
     */
    static History of(
            Agreement agreement,
            String own,
            Logbook book,
            Notices notices,
            Leaves leaves,
            Function<Entry, Delivery> delivery) {
        List<Statement> statements = new ArrayList<>();
        Set<String> gaps = new HashSet<>();
        for (String party : book.parties()) {
            for (Entry entry : book.of(party)) {
                if (entry.counts() && !isSilent(entry) && !leaves.isOutside(entry)) {
                    Optional<Erasure> erasure = erased(own, book, entry);
                    erasure.ifPresent(gone -> gaps.add(entry.header().under().orElse(ANY)));
                    statements.add(
                            statement(agreement, book, notices, entry, erasure)
                                    .delivered(delivery.apply(entry)));
                }
            }
        }
        List<Coverage> complete = new ArrayList<>();
        agreement.duties().keySet().stream()
                .map(duty -> "duties." + duty)
                .filter(duty -> !gaps.contains(duty) && !gaps.contains(ANY))
                .forEach(duty ->
                        complete.add(new Coverage(duty, Optional.empty(), Optional.empty(), true)));
        return new History(statements, complete, agreement.exercise(), notices.all(book));
    }

    private static boolean isSilent(Entry entry) {
        return SILENT.contains(entry.header().kind())
                || entry.header().kind().equals("acknowledge");
    }

    private static Optional<Erasure> erased(String own, Logbook book, Entry entry) {
        return Erasure.of(entry, own, book.erasures(entry))
                .filter(erasure -> book.body(entry).isEmpty());
    }

    /** One statement, as its reader on this node has it. */
    static Statement statement(
            Agreement agreement,
            Logbook book,
            Notices notices,
            Entry entry,
            Optional<Erasure> erasure) {
        Map<String, Instant> received = new HashMap<>();
        book.receipts(entry)
                .forEach((party, receipt) -> {
                    if (entry.header().to().contains(party)) {
                        received.put(party, receipt.at());
                    }
                });
        return Wire.hear(
                agreement,
                new Wire.Heard(
                        entry.ref(),
                        entry.text(),
                        book.body(entry),
                        erasure.map(Erasure::text),
                        received,
                        Place.of(entry.ref())),
                name -> book.find(name).map(Entry::ref).or(() -> notices.named(name)).orElse(name));
    }
}
