// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.agreement.Agreement;
import org.parley.agreement.FieldKind;
import org.parley.agreement.ItemGroup;
import org.parley.agreement.Zone;
import org.parley.statement.Item;
import org.parley.statement.Value;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says in which zone an item lies: by its zone field, or by the zone its place is deemed to be in.
 */
final class ZoneMap {
    private final Agreement agreement;
    private final Life life;
    private final Map<String, String> fieldByKind = new HashMap<>();

    ZoneMap(Agreement agreement, Life life) {
        this.agreement = agreement;
        this.life = life;
        for (ItemGroup group : agreement.items().values()) {
            Optional<String> field = first(group, FieldKind.Basic.ZONE);
            if (field.isEmpty()) {
                field = first(group, FieldKind.Basic.PLACE);
            }
            field.ifPresent(name -> group.kinds().forEach(kind -> fieldByKind.put(kind, name)));
        }
    }

    private static Optional<String> first(ItemGroup group, FieldKind.Basic basic) {
        return group.fields().entrySet().stream()
                .filter(entry -> entry.getValue().basic() == basic)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    boolean lies(Item item, String zone, LocalDate day) {
        String field = fieldByKind.get(item.kind());
        Value value = field == null ? null : item.fields().get(field);
        if (value == null) {
            return false;
        }
        return within(value.shown(), zone, day);
    }

    /** The field that says where items of a kind are. */
    Optional<String> field(String kind) {
        return Optional.ofNullable(fieldByKind.get(kind));
    }

    /** Whether a zone or place lies in a zone, or is deemed to on that day. */
    boolean within(String where, String zone, LocalDate day) {
        Zone.Member member = agreement.places().get(where);
        if (member == null) {
            return agreement.isInside(where, zone);
        }
        return member.zones().stream()
                .filter(belongs -> holds(belongs, day))
                .anyMatch(belongs -> agreement.isInside(belongs.zone(), zone));
    }

    /** Which of all dated memberships hold on a day, in a fixed order. */
    List<Boolean> holding(LocalDate day) {
        List<Boolean> holding = new ArrayList<>();
        for (Zone.Member member : agreement.places().values()) {
            for (Zone.Belongs belongs : member.zones()) {
                if (belongs.from().isPresent() || belongs.until().isPresent()) {
                    holding.add(holds(belongs, day));
                }
            }
        }
        return holding;
    }

    private boolean holds(Zone.Belongs belongs, LocalDate day) {
        Optional<LocalDate> from = belongs.from().flatMap(life::day);
        Optional<LocalDate> until = belongs.until().flatMap(life::day);
        return from.map(start -> !day.isBefore(start)).orElse(true)
                && until.map(end -> day.isBefore(end)).orElse(true);
    }
}
