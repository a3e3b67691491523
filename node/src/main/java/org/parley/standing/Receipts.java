// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.statement.Delivery;
import org.parley.statement.Statement;
import org.parley.time.Deadline;
import org.parley.time.Edtf;
import org.parley.time.Moment;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;

/** When a statement was received by those it is owed to: treaty time runs on receipt. */
final class Receipts {
    private final ZoneId zone;

    Receipts(ZoneId zone) {
        this.zone = zone;
    }

    /** The receipt by a counterpart that the record shows; the latest, where it went to several. */
    Optional<Moment> received(Statement statement) {
        return statement.times().received().entrySet().stream()
                .filter(receipt -> !receipt.getKey().equals(statement.by()))
                .flatMap(receipt -> moment(receipt.getValue()).stream())
                .max(Moment.order(zone));
    }

    private Optional<Moment> moment(Edtf edtf) {
        return edtf.instant()
                .<Moment>map(Moment.At::new)
                .or(() -> edtf.lastDay(zone).map(Moment.Day::new));
    }

    /** The first day by which it was surely received: the receipt, else publication. */
    Optional<LocalDate> receivedBy(Statement statement) {
        return received(statement)
                .map(moment -> moment.day(zone))
                .or(() -> statement.times().published().flatMap(edtf -> edtf.lastDay(zone)));
    }

    /**
     * Whether it was in time. Publication bounds receipt from above and never makes anything late;
     * a receipt whose hour is not known, on the very day of a deadline by the hour, cannot be
     * judged.
     */
    Outcome outcome(Statement statement, Deadline due) {
        Optional<Moment> received = received(statement);
        if (received.isPresent()) {
            return switch (due.metBy(received.get(), zone)) {
                case IN_TIME -> Outcome.IN_TIME;
                case LATE -> tendered(statement, due) ? Outcome.TENDERED : Outcome.LATE;
                case UNDECIDED -> Outcome.NOT_VISIBLE;
            };
        }
        if (tendered(statement, due)) {
            return Outcome.TENDERED;
        }
        Optional<LocalDate> published =
                statement.times().published().flatMap(edtf -> edtf.lastDay(zone));
        return published.isPresent()
                        && due.metOn(published.get(), zone) == Deadline.Timeliness.IN_TIME
                ? Outcome.IN_TIME
                : Outcome.NOT_VISIBLE;
    }

    /**
     * Whether somebody else than its author signed, in time, that it was there to be had. Whoever
     * it is for can then not make it late by giving no receipt, or a late one.
     */
    private boolean tendered(Statement statement, Deadline due) {
        return statement
                .times()
                .delivery()
                .flatMap(Delivery::tendered)
                .filter(at -> due.metBy(new Moment.At(at), zone) == Deadline.Timeliness.IN_TIME)
                .isPresent();
    }

    /** Whether a receipt that is not shown was not given, and none is shown. */
    boolean unreceived(Statement statement) {
        return statement.times().delivery().isPresent() && received(statement).isEmpty();
    }

    /** In time, late, or not to be told from this record. */
    enum Outcome {
        IN_TIME,
        LATE,
        /** Others signed in time that it was there; its addressee gave no receipt in time. */
        TENDERED,
        NOT_VISIBLE
    }

    /** Of several that could meet a duty, the one received first. */
    Comparator<Statement> firstReceived() {
        return Comparator.comparing(
                        (Statement statement) -> receivedBy(statement).orElse(LocalDate.MAX))
                .thenComparing(Statement::ref);
    }
}
