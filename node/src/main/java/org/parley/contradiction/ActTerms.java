// SPDX-License-Identifier: Apache-2.0
package org.parley.contradiction;

import org.parley.evidence.Aspect;
import org.parley.evidence.Status;
import org.parley.evidence.Subject;
import org.parley.extraction.FoundClaim;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What parties do to an agreement, and under it. */
final class ActTerms {
    private static final Pattern ONLY = Pattern.compile("唯一|只有|仅有|\\bonly\\b");

    private ActTerms() {}

    private record Term(Aspect aspect, Status status, Optional<String> word, boolean not) {
        static Term of(Aspect aspect) {
            return new Term(aspect, Status.HELD, Optional.empty(), false);
        }
    }

    static Optional<FoundAsClaim.What> of(FoundClaim found) {
        Optional<Term> term =
                // A bill passed is a step of an act, and no second date of it.
                found.mechanism().isPresent() && found.about().step().isEmpty()
                        ? found.about().action().flatMap(action -> term(action, found))
                        : Optional.empty();
        return term.map(one -> {
            Status status =
                    one.status() == Status.HELD
                            ? found.status()
                                    .filter(s -> s == Status.SCHEDULED || s == Status.ANNOUNCED)
                                    .filter(_ -> !isNotice(found))
                                    .orElse(Status.HELD)
                            : one.status();
            return new FoundAsClaim.What(
                    new Subject(
                            found.mechanism().orElseThrow(),
                            one.aspect(),
                            whose(found, one.aspect()),
                            Optional.empty(),
                            one.aspect() == Aspect.PERFORMS && isOfOne(found)),
                    status,
                    Optional.empty(),
                    one.word(),
                    found.denied() != one.not(),
                    FoundAsClaim.when(found));
        });
    }

    /** A notice of what will be is given now: its date is that of the notice. */
    static boolean isNotice(FoundClaim found) {
        return found.anchor().shown().contains("通知") || found.anchor().shown().contains("notif");
    }

    /** Of who is to blame, both speak who are named: the one that says so and the one it means. */
    private static List<String> whose(FoundClaim found, Aspect aspect) {
        Set<String> whose = new LinkedHashSet<>(found.actors());
        if (aspect == Aspect.RESPONSIBILITY && !found.chain().isEmpty()) {
            found.chain().getLast().of().ifPresent(whose::add);
        }
        return List.copyOf(whose);
    }

    /** 唯一仍在执行: of these and of no others. */
    private static boolean isOfOne(FoundClaim found) {
        return ONLY.matcher(found.anchor().shown()).find();
    }

    private static Optional<Term> term(String action, FoundClaim found) {
        return Optional.ofNullable(
                switch (action) {
                    case "extend" -> Term.of(Aspect.EXTENSION);
                    case "withdraw" -> Term.of(Aspect.WITHDRAWAL);
                    case "withdraw_notice" ->
                            new Term(Aspect.WITHDRAWAL, Status.ANNOUNCED, Optional.empty(), false);
                    case "sign" -> Term.of(Aspect.SIGNATURE);
                    case "ratify" -> Term.of(Aspect.RATIFICATION);
                    case "withdraw_ratification" -> Term.of(Aspect.RATIFICATION_WITHDRAWN);
                    case "enter_into_force" -> Term.of(Aspect.ENTRY_INTO_FORCE);
                    case "expire" -> Term.of(Aspect.EXPIRY);
                    case "data_exchange" -> Term.of(Aspect.EXCHANGE_OF_DATA);
                    case "data_exchange_missed" ->
                            new Term(Aspect.EXCHANGE_OF_DATA, Status.HELD, Optional.empty(), true);
                    case "suspend" ->
                            new Term(
                                    Aspect.IMPLEMENTATION,
                                    Status.SUSPENDED,
                                    Optional.of("whole-treaty"),
                                    false);
                    case "suspend_inspections" ->
                            new Term(
                                    Aspect.IMPLEMENTATION,
                                    Status.SUSPENDED,
                                    Optional.of("inspections"),
                                    false);
                    case "resume" ->
                            new Term(
                                    Aspect.IMPLEMENTATION, Status.RESUMED, Optional.empty(), false);
                    case "breach_alleged" ->
                            new Term(Aspect.PERFORMS, Status.HELD, Optional.empty(), true);
                    case "compliance_stated" -> Term.of(Aspect.PERFORMS);
                    case "responsibility_assigned" ->
                            word(Aspect.RESPONSIBILITY, String.join(" ", found.actors()));
                    case "within_limits" -> word(Aspect.WITHIN_LIMIT, "within");
                    case "over_limits" -> word(Aspect.WITHIN_LIMIT, "over");
                    case "negotiation_stalled" ->
                            isOfExtension(found)
                                    ? new Term(
                                            Aspect.EXTENSION,
                                            Status.SUSPENDED,
                                            Optional.empty(),
                                            false)
                                    : null;
                    default -> null;
                });
    }

    private static Term word(Aspect aspect, String word) {
        return new Term(aspect, Status.HELD, Optional.of(word), false);
    }

    private static boolean isOfExtension(FoundClaim found) {
        return found.anchor().shown().contains("延长") || found.anchor().shown().contains("exten");
    }
}
