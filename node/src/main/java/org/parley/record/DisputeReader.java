// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import org.parley.Text;
import org.parley.agreement.Agreement;
import org.parley.statement.Body;
import org.parley.yaml.YamlMap;
import org.parley.yaml.YamlNode;
import org.parley.yaml.YamlScalar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a dispute: what it is about, what is claimed instead, and why. */
final class DisputeReader {
    private final Agreement agreement;
    private final ItemFields itemFields;

    DisputeReader(Agreement agreement, ItemFields itemFields) {
        this.agreement = agreement;
        this.itemFields = itemFields;
    }

    Body.Dispute read(YamlMap entry) {
        YamlMap claims = entry.need("claims").asMap();
        claims.only("counts", "state", "legal-effect", "set");
        Map<String, Long> counts =
                new LinkedHashMap<>(
                        new StatementReader(agreement).counts(claims.entries("counts")));
        return new Body.Dispute(
                about(entry.need("about")),
                new Body.Claims(
                        counts,
                        claims.findScalar("state").map(YamlScalar::value),
                        claims.findScalar("legal-effect").map(YamlScalar::value),
                        itemFields.loose(claims.entries("set"))),
                because(entry));
    }

    private Body.About about(YamlNode node) {
        if (node instanceof YamlScalar ref) {
            return new Body.About.Ref(ref.value());
        }
        YamlMap map = node.asMap();
        YamlScalar party = map.scalar("party");
        agreement.party(party.value(), party.place());
        if (map.has("duty")) {
            map.only("duty", "party", "for");
            YamlScalar duty = map.scalar("duty");
            org.parley.agreement.Duty first =
                    java.util.Optional.ofNullable(agreement.duties().get(duty.value()))
                            .orElseThrow(() ->
                                    new org.parley.ParleyException(
                                            org.parley.Code.UNDECLARED,
                                            duty.place(),
                                            "there is no duty " + duty.described(),
                                            org.parley.Nearest.hint(
                                                    duty.value(), agreement.duties().keySet())))
                            .first();
            return new Body.About.OfDuty(first.id(), party.value(), day(map.scalar("for")));
        }
        map.only("items", "party", "from");
        return new Body.About.OfItems(party.value(), map.texts("items"), day(map.scalar("from")));
    }

    private static LocalDate day(YamlScalar scalar) {
        return FieldValues.day(scalar.value(), scalar.place());
    }

    private static List<Body.Because> because(YamlMap entry) {
        List<Body.Because> reasons = new ArrayList<>();
        for (YamlNode node : entry.listOf("because")) {
            if (node instanceof YamlScalar words) {
                reasons.add(new Body.Because(0, Text.same(words.value())));
            } else {
                YamlMap map = node.asMap().only("add", "what");
                reasons.add(
                        new Body.Because(
                                map.findScalar("add").map(YamlScalar::whole).orElse(0L),
                                map.languages("what").orElseGet(() -> Text.same(""))));
            }
        }
        return reasons;
    }
}
