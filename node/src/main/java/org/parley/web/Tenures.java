// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.Text;
import org.parley.contradiction.OfficeTerms;
import org.parley.evidence.Aspect;
import org.parley.evidence.Assertion;
import org.parley.evidence.Claim;
import org.parley.evidence.Fact;
import org.parley.evidence.Status;
import org.parley.statement.Source;
import org.parley.time.Edtf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From when and until when persons of the library held their offices, to set claims beside. */
final class Tenures {
    private Tenures() {}

    /** What was known by a day; an office whose beginning or end no source gives has none. */
    static List<Fact> of(People people, LocalDate knownOn) {
        List<Fact> facts = new ArrayList<>();
        for (People.Person person : people.persons()) {
            for (People.Role role : person.roles()) {
                role.from().ifPresent(day -> facts.add(fact(people, person, role, true, day)));
                role.until().ifPresent(day -> facts.add(fact(people, person, role, false, day)));
            }
        }
        facts.removeIf(fact -> !fact.knownOn(knownOn));
        return facts;
    }

    private static Fact fact(
            People people, People.Person person, People.Role role, boolean begins, Edtf day) {
        Text of =
                Optional.ofNullable(people.actors().get(role.of()))
                        .map(People.Actor::name)
                        .orElse(Text.same(role.of()));
        return new Fact(
                person.id() + (begins ? "/from/" : "/until/") + day,
                OfficeTerms.subject(
                        begins ? Aspect.OFFICE_BEGAN : Aspect.OFFICE_ENDED,
                        List.of(role.of()),
                        person.id()),
                Fact.Nature.EVENT,
                new Claim.Content(
                        Status.HELD,
                        Assertion.ASSERTED,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                Optional.of(day),
                day,
                Optional.empty(),
                Text.of(
                        person.name().en()
                                + ", "
                                + role.title().en()
                                + " ("
                                + of.en()
                                + (begins ? "), from " : "), until ")
                                + day
                                + ".",
                        person.name().zh()
                                + "（"
                                + of.zh()
                                + role.title().zh()
                                + "）"
                                + (begins ? "自" + day + "起任职。" : "任职至" + day + "。")),
                Optional.empty(),
                new Source(Optional.empty(), role.source(), List.of(), Optional.empty()),
                false,
                false);
    }
}
