// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.Text;
import org.parley.agreement.Agreement;
import org.parley.agreement.Exit;
import org.parley.agreement.Provision;
import org.parley.statement.Body;
import org.parley.statement.Statement;
import org.parley.time.Edtf;
import org.parley.time.Moment;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds extensions and withdrawals against what the text allows: how long, and after what notice.
 */
final class ExitFold {
    private final Agreement agreement;
    private final Known known;
    private final Life life;
    private final ZoneId zone;

    ExitFold(Agreement agreement, Known known, Life life) {
        this.agreement = agreement;
        this.known = known;
        this.life = life;
        this.zone = agreement.zone();
    }

    List<Standing.Finding> findings() {
        List<Standing.Finding> findings = new ArrayList<>();
        for (Statement statement : known.acts) {
            Body.Act act = (Body.Act) statement.body();
            if (act.act().equals("extended") && !Life.forDuties(act.scope())) {
                agreement
                        .exit()
                        .extension()
                        .ifPresent(
                                rule -> extension(rule, statement, act).ifPresent(findings::add));
            } else if (act.act().equals("withdrawn")) {
                agreement
                        .exit()
                        .withdrawal()
                        .ifPresent(
                                rule -> withdrawal(rule, statement, act).ifPresent(findings::add));
            }
        }
        return findings;
    }

    private Optional<Standing.Finding> extension(
            Exit.Extension rule, Statement statement, Body.Act act) {
        Optional<Moment> latest =
                life.unextendedEnd().map(end -> rule.atMost().after(end, life.joint()));
        return beyond(act.until(), latest)
                ? Optional.of(
                        finding(
                                rule.provision(),
                                statement,
                                "extended until "
                                        + act.until().orElseThrow()
                                        + ", at most "
                                        + rule.atMost()
                                        + " were possible"))
                : Optional.empty();
    }

    private boolean beyond(Optional<Edtf> until, Optional<Moment> latest) {
        return latest.isPresent()
                && until.flatMap(edtf -> edtf.lastDay(zone))
                        .filter(day -> day.isAfter(latest.get().day(zone)))
                        .isPresent();
    }

    /**
     * The clock of a withdrawal runs from the receipt of its notice, else from the notice itself.
     */
    private Optional<Standing.Finding> withdrawal(
            Exit.Withdrawal rule, Statement statement, Body.Act act) {
        Optional<Moment> notice =
                statement.times().received().values().stream()
                        .findFirst()
                        .or(act::notified)
                        .flatMap(edtf -> edtf.lastDay(zone))
                        .map(Moment.Day::new);
        Optional<Moment> earliest = notice.map(day -> rule.notice().after(day, life.joint()));
        boolean early =
                earliest.isPresent()
                        && act.effective()
                                .flatMap(edtf -> edtf.lastDay(zone))
                                .filter(day -> day.isBefore(earliest.get().day(zone)))
                                .isPresent();
        return early
                ? Optional.of(
                        finding(
                                rule.provision(),
                                statement,
                                "effective "
                                        + act.effective().orElseThrow()
                                        + ", less than "
                                        + rule.notice()
                                        + " after the notice"))
                : Optional.empty();
    }

    private static Standing.Finding finding(Provision rule, Statement statement, String detail) {
        return new Standing.Finding(
                "against-text",
                statement.by(),
                rule.path(),
                List.of(statement.ref()),
                Text.same(detail));
    }
}
