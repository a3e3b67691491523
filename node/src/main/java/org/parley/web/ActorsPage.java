// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Everybody who speaks, and the office holders whom the record names. */
record ActorsPage(Look look, Frame frame, Map<String, Integer> numbers) {

    ActorsPage {
        numbers = Map.copyOf(numbers);
    }

    static ActorsPage of(Look look) {
        return new ActorsPage(look, Frame.of(look, look.t("actors.title")), numbers(look));
    }

    /** Actors of one kind by their names. */
    List<People.Actor> ofKind(String kind) {
        Map<String, People.Actor> actors = look.site().people().actors();
        List<String> codes =
                actors.values().stream()
                        .filter(one -> one.kind().equals(kind))
                        .map(People.Actor::code)
                        .toList();
        List<People.Actor> all = new ArrayList<>();
        for (String code : look.ordered(codes)) {
            Optional.ofNullable(actors.get(code)).ifPresent(all::add);
        }
        return all;
    }

    List<String> kinds() {
        return List.of("state", "organisation", "group");
    }

    /** For how many mechanisms each is named a party. */
    int mechanisms(String code) {
        return numbers.getOrDefault(code, 0);
    }

    private static Map<String, Integer> numbers(Look look) {
        Map<String, Integer> numbers = new TreeMap<>();
        for (String id : look.site().library().ids()) {
            look.site()
                    .find(id)
                    .ifPresent(open ->
                            open.agreement()
                                    .parties()
                                    .forEach(one -> numbers.merge(one, 1, Integer::sum)));
        }
        return numbers;
    }

    /** Every role on record by then, by the name of whom it is of. */
    List<People.Held> holders() {
        List<People.Held> all = look.site().people().held(role -> role.knownBy(look.view().asOf()));
        List<String> order =
                look.ordered(all.stream().map(held -> held.role().of()).distinct().toList());
        return all.stream()
                .sorted(java.util.Comparator.comparingInt(held -> order.indexOf(held.role().of())))
                .toList();
    }

    /** The page of whom a role is of: an actor, or a mechanism. */
    String toHolder(String of) {
        return look.site().people().actors().containsKey(of)
                ? look.to("/actor/" + Page.segment(of))
                : look.toMechanism(of);
    }

    String nameOf(String of) {
        return look.site().people().actors().containsKey(of)
                ? look.party(of)
                : look.site().find(of).map(open -> look.in(open.agreement().title())).orElse(of);
    }
}
