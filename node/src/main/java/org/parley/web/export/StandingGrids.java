// SPDX-License-Identifier: Apache-2.0
package org.parley.web.export;

import org.parley.agreement.Agreement;
import org.parley.agreement.Count;
import org.parley.agreement.Provision;
import org.parley.record.Library;
import org.parley.standing.ActLine;
import org.parley.standing.Difference;
import org.parley.standing.DutyStanding;
import org.parley.standing.Figure;
import org.parley.standing.LimitStanding;
import org.parley.standing.QuotaStanding;
import org.parley.standing.Standing;
import org.parley.time.Edtf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tables of a standing and of the record behind it. Every row begins with the agreement and the
 * view. The words are those of the JSON, in every language, so that a program finds them.
 */
public final class StandingGrids {
    private final Standing standing;
    private final Agreement agreement;
    private final RecordGrids record;

    public StandingGrids(Library.Case one, Standing standing) {
        this.standing = standing;
        this.agreement = one.agreement();
        this.record = new RecordGrids(one, standing.view());
    }

    /** All tables, in the order in which a workbook shows them. */
    public List<Grid> all() {
        List<Grid> grids = new ArrayList<>();
        for (Grid.What what : Grid.What.values()) {
            grids.add(of(what));
        }
        return grids;
    }

    public Grid of(Grid.What what) {
        return switch (what) {
            case FIGURES -> figures();
            case LIMITS -> limits();
            case DUTIES -> duties();
            case QUOTAS -> quotas();
            case ACTS -> acts();
            case DISPUTES -> disputes();
            case STATEMENTS -> record.statements();
            case ITEMS -> record.items();
            case DECLARATIONS -> record.declarations();
        };
    }

    private Grid.Builder begin(Grid.What what) {
        return RecordGrids.begin(what, agreement, standing.view());
    }

    private String number(String count, long value) {
        return agreement.shown(count, value);
    }

    private String unit(String count) {
        return Optional.ofNullable(agreement.counts().get(count)).flatMap(Count::unit).orElse("");
    }

    static String article(Provision provision) {
        return provision.article().orElse("");
    }

    private Grid figures() {
        Grid.Builder grid =
                begin(Grid.What.FIGURES)
                        .text("count", "party", "zone")
                        .number("value")
                        .text("unit")
                        .date("date")
                        .text("current")
                        .date("held_until")
                        .text("basis", "by", "statements");
        for (Figure figure : standing.figures()) {
            grid.row(
                    figure.count(),
                    figure.party(),
                    figure.zone().orElse(""),
                    number(figure.count(), figure.value()),
                    unit(figure.count()),
                    figure.asOf().toString(),
                    String.valueOf(figure.current()),
                    shown(figure.heldUntil()),
                    figure.basis().name().toLowerCase(java.util.Locale.ROOT),
                    figure.by(),
                    String.join(" ", figure.statements()));
        }
        return grid.build();
    }

    private Grid limits() {
        Grid.Builder grid =
                begin(Grid.What.LIMITS)
                        .text("limit", "party", "count", "zone")
                        .number("value", "bound", "headroom")
                        .text("unit", "state")
                        .number("last_declared")
                        .date("last_date", "binds_from", "until")
                        .text("article");
        for (LimitStanding limit : standing.limits()) {
            String count = limit.limit().count();
            grid.row(
                    limit.limit().id(),
                    limit.party(),
                    count,
                    limit.limit().zone().orElse(""),
                    limit.value().map(value -> number(count, value)).orElse(""),
                    limit.bound().map(value -> number(count, value)).orElse(""),
                    limit.headroom().map(value -> number(count, value)).orElse(""),
                    unit(count),
                    limit.state().word(),
                    limit.figure().map(figure -> number(count, figure.value())).orElse(""),
                    limit.figure().map(figure -> figure.asOf().toString()).orElse(""),
                    shown(limit.binds()),
                    shown(limit.ends()),
                    article(limit.limit().provision()));
        }
        return grid.build();
    }

    private Grid duties() {
        Grid.Builder grid =
                begin(Grid.What.DUTIES)
                        .text("duty", "party")
                        .date("due")
                        .text("deadline", "state", "statement")
                        .date("received")
                        .text("positions", "article");
        for (DutyStanding duty : standing.duties()) {
            grid.row(
                    duty.id(),
                    duty.party(),
                    duty.due().day(agreement.zone()).toString(),
                    duty.due().toString(),
                    duty.state().word(),
                    duty.statement().orElse(""),
                    shown(duty.received()),
                    String.join("; ", duty.positions().stream().map(StandingGrids::said).toList()),
                    article(duty.duty().provision()));
        }
        return grid.build();
    }

    static String said(DutyStanding.Position position) {
        return position.party() + ": " + position.says() + " (" + position.ref() + ")";
    }

    private Grid quotas() {
        Grid.Builder grid =
                begin(Grid.What.QUOTAS)
                        .text("quota", "party", "group")
                        .date("from", "until")
                        .number("used", "cap")
                        .text("state", "declared_total", "statements", "article");
        for (QuotaStanding quota : standing.quotas()) {
            grid.row(
                    quota.quota().id(),
                    quota.party(),
                    String.join(" ", quota.group()),
                    quota.period().start().toString(),
                    quota.period().end().toString(),
                    String.valueOf(quota.used()),
                    quota.cap().map(String::valueOf).orElse(""),
                    quota.state().word(),
                    String.valueOf(quota.declaredTotal()),
                    String.join(" ", quota.statements()),
                    article(quota.quota().provision()));
        }
        return grid.build();
    }

    private Grid acts() {
        Grid.Builder grid =
                begin(Grid.What.ACTS)
                        .text("act", "party", "scope")
                        .date("decided", "notified", "received", "effective", "until")
                        .text("taken", "contested_by", "statement");
        for (ActLine act : standing.acts()) {
            grid.row(
                    act.act(),
                    act.party(),
                    act.scope().all() ? "all" : String.join(" ", act.scope().provisions()),
                    written(act.decided()),
                    written(act.notified()),
                    written(act.received()),
                    written(act.effective()),
                    written(act.until()),
                    String.valueOf(act.taken()),
                    String.join(" ", act.contestedBy()),
                    act.statement());
        }
        return grid.build();
    }

    private Grid disputes() {
        Grid.Builder grid =
                begin(Grid.What.DISPUTES)
                        .text("count", "party", "zone")
                        .number("declared")
                        .text("claimed_by")
                        .number("claimed", "difference")
                        .text("unit", "statement");
        for (Difference one : standing.differences()) {
            grid.row(
                    one.count(),
                    one.party(),
                    one.zone().orElse(""),
                    number(one.count(), one.declared()),
                    one.claimedBy(),
                    number(one.count(), one.claimed()),
                    number(one.count(), one.difference()),
                    unit(one.count()),
                    one.statement());
        }
        return grid.build();
    }

    static String written(Optional<Edtf> date) {
        return date.map(Edtf::toString).orElse("");
    }

    private static String shown(Optional<java.time.LocalDate> day) {
        return day.map(java.time.LocalDate::toString).orElse("");
    }
}
