// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import org.parley.Code;
import org.parley.Nearest;
import org.parley.ParleyException;
import org.parley.agreement.Agreement;
import org.parley.record.RecordFile.Content;
import org.parley.yaml.YamlMap;
import org.parley.yaml.YamlScalar;

import java.util.List;

/**
 * Checks that every column a mapping asks for is there: a wrong header gives one message, not a
 * table of blanks.
 */
record TableHeader(Agreement agreement, YamlMap mapping, Content content) {

    void check() {
        for (String key : List.of("counts", "fields")) {
            mapping.entries(key).values().forEach(node -> column(node.asScalar()));
        }
        mapping.findMap("skip-when")
                .ifPresent(map ->
                        map.keys()
                                .forEach(name -> column(new YamlScalar(map.placeOf(name), name))));
        for (String key : List.of("id", "kind", "state")) {
            mapping.findScalar(key).ifPresent(this::column);
        }
        mapping.find("note")
                .filter(node -> node instanceof YamlScalar)
                .ifPresent(node -> column(node.asScalar()));
        for (String key :
                List.of("as-of", "made", "received", "published", "notified", "effective")) {
            mapping.findScalar(key)
                    .filter(word -> !startsWithDigit(word.value()))
                    .ifPresent(this::column);
        }
        mapping.findScalar("by")
                .filter(word -> !agreement.isParty(word.value()))
                .filter(word -> !agreement.groups().containsKey(word.value()))
                .filter(word -> !agreement.isHeard(word.value()))
                .ifPresent(this::column);
        mapping.findScalar("about-party")
                .filter(word -> !agreement.isParty(word.value()))
                .ifPresent(this::column);
    }

    /** A date may stand in the mapping itself. */
    private static boolean startsWithDigit(String word) {
        return !word.isEmpty() && Character.isDigit(word.charAt(0));
    }

    private void column(YamlScalar name) {
        if (!content.header().contains(name.value())) {
            throw new ParleyException(
                    Code.WRONG_HEADER,
                    content.place(),
                    "no column " + name.described() + ", which " + name.place() + " asks for",
                    Nearest.hint(name.value(), content.header()));
        }
    }
}
