// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.Place;
import org.parley.standing.ContactStanding;
import org.parley.standing.MemberStanding;
import org.parley.standing.Standing;
import org.parley.yaml.YamlMap;
import org.parley.yaml.YamlNode;
import org.parley.yaml.YamlScalar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** What a test expects of members and contacts. */
record MemberExpectations(Standing standing, BiConsumer<Place, String> fail) {

    void run(YamlMap expect) {
        expect.entries("members").forEach(this::member);
        expect.find("contact").ifPresent(this::contact);
        if (expect.has("holdouts")) {
            String wanted = String.join(" ", new TreeSet<>(expect.texts("holdouts")));
            same(expect.placeOf("holdouts"), wanted, String.join(" ", standing.holdouts()));
        }
    }

    private void same(Place at, String wanted, String found) {
        if (!wanted.equals(found)) {
            fail.accept(at, "expected " + wanted + ", found " + found);
        }
    }

    private static String shown(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("none");
    }

    private void member(String party, YamlNode node) {
        Optional<MemberStanding> member =
                standing.members().stream().filter(one -> one.party().equals(party)).findFirst();
        String state = member.map(one -> one.state().word()).orElse("not-a-party");
        if (node instanceof YamlScalar scalar) {
            same(node.place(), scalar.value(), state);
            return;
        }
        YamlMap wanted =
                node.asMap().only("state", "since", "until", "signed", "deposited", "contested-by");
        check(wanted, "state", state);
        check(wanted, "since", shown(member.flatMap(MemberStanding::since)));
        check(wanted, "until", shown(member.flatMap(MemberStanding::until)));
        check(wanted, "signed", shown(member.flatMap(MemberStanding::signed)));
        check(wanted, "deposited", shown(member.flatMap(MemberStanding::deposited)));
        if (wanted.has("contested-by")) {
            List<String> found = member.map(MemberStanding::contestedBy).orElse(List.of());
            same(
                    wanted.placeOf("contested-by"),
                    String.join(" ", wanted.texts("contested-by")),
                    String.join(" ", found));
        }
    }

    private void check(YamlMap wanted, String key, String found) {
        wanted.findScalar(key).ifPresent(one -> same(one.place(), one.value(), found));
    }

    /** {@code contact: suspended}, or with {@code since}, {@code by}, {@code last-touch}. */
    private void contact(YamlNode node) {
        Optional<ContactStanding> contact = standing.contact();
        String state = contact.map(one -> one.state().word()).orElse("none");
        if (node instanceof YamlScalar scalar) {
            same(node.place(), scalar.value(), state);
            return;
        }
        YamlMap wanted =
                node.asMap().only("state", "since", "by", "last-touch", "before", "words", "days");
        check(wanted, "state", state);
        check(wanted, "since", shown(contact.flatMap(ContactStanding::since)));
        check(wanted, "last-touch", shown(contact.flatMap(ContactStanding::lastTouch)));
        check(
                wanted,
                "before",
                contact.flatMap(ContactStanding::before)
                        .map(ContactStanding.State::word)
                        .orElse("none"));
        if (wanted.has("by")) {
            same(
                    wanted.placeOf("by"),
                    String.join(" ", wanted.texts("by")),
                    String.join(" ", contact.map(ContactStanding::by).orElse(List.of())));
        }
        wanted.entries("words")
                .forEach((party, word) ->
                        same(
                                word.place(),
                                word.asScalar().value(),
                                contact.flatMap(one -> Optional.ofNullable(one.words().get(party)))
                                        .map(said -> said.step().word())
                                        .orElse("none")));
        wanted.entries("days").forEach((promised, days) -> days(contact, promised, days.asMap()));
    }

    /** How long a promise took, by party: {@code days: {promise-ref: {US: 299, CN: 300}}}. */
    private void days(Optional<ContactStanding> contact, String promised, YamlMap wanted) {
        wanted.entries()
                .forEach((party, number) -> {
                    String found =
                            contact.stream()
                                    .flatMap(one -> one.promises().stream())
                                    .filter(one ->
                                            one.promised().equals(promised)
                                                    || one.promised().startsWith(promised + "/"))
                                    .map(one -> String.valueOf(one.days().get(party)))
                                    .findFirst()
                                    .orElse("none");
                    same(number.place(), number.asScalar().value(), found);
                });
    }
}
