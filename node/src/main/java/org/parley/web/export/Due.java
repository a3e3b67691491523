// SPDX-License-Identifier: Apache-2.0
package org.parley.web.export;

import org.parley.agreement.Agreement;
import org.parley.agreement.Formulas;
import org.parley.agreement.Provision;
import org.parley.record.Library;
import org.parley.standing.DutyStanding;
import org.parley.standing.Standing;
import org.parley.standing.View;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One duty that falls due in a window, with the agreement it stands in and the view of it. */
public record Due(Agreement agreement, View view, DutyStanding duty) {

    /** What falls due from the first to the last day, both included, in the order of the days. */
    public static List<Due> between(
            Library.Case one, View view, LocalDate first, LocalDate last, Optional<String> party) {
        Agreement agreement = one.agreement();
        // Of an agreement that any state can join only the duties of the one asked for are needed.
        boolean alone = agreement.profile().open() && party.filter(agreement::isParty).isPresent();
        Standing standing =
                Standing.of(
                        alone ? agreement.withParties(List.of(party.get())) : agreement,
                        new Formulas(agreement),
                        one.record().statements(),
                        one.record().coverage(),
                        view,
                        last);
        return standing.duties().stream()
                .filter(duty -> party.isEmpty() || party.get().equals(duty.party()))
                .map(duty -> new Due(agreement, view, duty))
                .filter(due -> !due.day().isBefore(first) && !due.day().isAfter(last))
                .toList();
    }

    /** The day on which it is due, in the agreement's zone. */
    public LocalDate day() {
        return duty.due().day(agreement.zone());
    }

    public Provision provision() {
        return duty.duty().provision();
    }

    /** The article as cited, or the place of the rule where none is named. */
    public String article() {
        return provision().article().orElse(provision().path());
    }

    /** The title of the text that the article stands in. */
    public Optional<String> source() {
        return provision()
                .source()
                .flatMap(key -> Optional.ofNullable(agreement.sources().get(key)))
                .map(Agreement.SourceText::title);
    }
}
