// SPDX-License-Identifier: Apache-2.0
package org.parley.contradiction;

import org.parley.Text;
import org.parley.contradiction.Discrepancy.Placed;
import org.parley.evidence.AgainstRecord;
import org.parley.evidence.Aspect;
import org.parley.evidence.Claim;
import org.parley.evidence.Fact;
import org.parley.evidence.Status;

import java.util.List;
import java.util.Optional;

/** One claim of a document beside what the record had by its day. */
sealed interface BesideRecord {

    /** The record could not have it, whether it is so or not. */
    record Silent() implements BesideRecord {}

    /** The record has it, too. */
    record Same() implements BesideRecord {}

    /** The record has nothing like it. */
    record News() implements BesideRecord {}

    /** The record has it otherwise, or something that explains it. */
    record Otherwise(Discrepancy discrepancy) implements BesideRecord {}

    /**
     * Looks it up.
     *
     * @param record what was known by the day of the claim
     */
    static BesideRecord of(Placed one, List<Fact> record) {
        Claim claim = one.claim();
        if (!isCheckable(claim)) {
            return new Silent();
        }
        List<Fact> known =
                record.stream().filter(fact -> fact.exercise() == claim.exercise()).toList();
        if (AgreementDates.has(claim, known)) {
            return new Same();
        }
        Optional<Discrepancy> otherwise = AgreementDates.otherwise(one, known);
        if (otherwise.isPresent()) {
            return new Otherwise(otherwise.get());
        }
        if (claim.timing().when().isEmpty()
                && claim.content().amount().isEmpty()
                && known.stream().noneMatch(fact -> isOf(fact, claim))) {
            return new Silent();
        }
        Claim read = Quantities.read(claim, known).claim();
        AgainstRecord beside = AgainstRecord.of(read, Quantities.beside(read, known));
        return switch (beside.rule()) {
            case AS_RECORDED -> new Same();
            case PROJECTION, NOT_IN_RECORD -> new News();
            case SEVERAL_READINGS,
                    SPENT,
                    QUANTITY_NOT_STATED,
                    AGAINST_RULES,
                    RECORD_OTHERWISE,
                    RECORD_OTHER_DATE,
                    OTHER_QUANTITY,
                    LATER_FIGURE,
                    OTHER_ESTIMATOR,
                    NUMBER_OTHERWISE ->
                    new Otherwise(
                            new Discrepancy(
                                    Discrepancy.Kind.RECORD,
                                    List.of(one.side()),
                                    beside.verdict(),
                                    beside.rule().word(),
                                    beside.rule().text(),
                                    reason(one, beside),
                                    beside.beside()));
        };
    }

    private static boolean isOf(Fact fact, Claim claim) {
        return fact.subject()
                        .thing()
                        .equals(claim.subject().event().orElse(claim.subject().thing()))
                && fact.subject().aspect().family().equals(claim.subject().aspect().family());
    }

    /** To exchange data and to publish them are two acts; a text may name both in one breath. */
    private static Text reason(Placed one, AgainstRecord beside) {
        String words = one.found().anchor().shown();
        boolean both =
                words.contains("交换") && words.contains("公布")
                        || words.contains("exchange") && words.contains("publish");
        return beside.claim().subject().aspect() == Aspect.EXCHANGE_OF_DATA && both
                ? Text.of(
                        beside.reason().en()
                                + " The text names exchange and publication"
                                + " together; they are different acts.",
                        beside.reason().zh() + "文中并提交换与公布，二者为不同行为。")
                : beside.reason();
    }

    /** Positions are not in the record, and an event needs a date or a name to be found there. */
    private static boolean isCheckable(Claim claim) {
        boolean dated = claim.timing().when().isPresent();
        return switch (claim.subject().aspect().kind()) {
            case FIGURE -> true;
            case EVENT ->
                    dated
                            || claim.subject().aspect() == Aspect.EXTENSION
                                    && claim.content().status() == Status.SUSPENDED
                            || claim.subject().event().isPresent() && claim.content().isAffirmed();
            case STATE ->
                    claim.subject().aspect() == Aspect.IMPLEMENTATION
                            && dated
                            && claim.content().status() == Status.SUSPENDED;
            case JUDGEMENT -> false;
        };
    }
}
