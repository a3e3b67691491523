// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import org.parley.Code;
import org.parley.Nearest;
import org.parley.ParleyException;
import org.parley.Text;
import org.parley.agreement.Agreement;
import org.parley.statement.Body;
import org.parley.statement.Step;
import org.parley.yaml.YamlMap;
import org.parley.yaml.YamlScalar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads steps of dialogues and channels, and the accounts of incidents. */
final class ContactReader {
    static final List<String> KEYS =
            List.of(
                    "step",
                    "on",
                    "expected",
                    "fulfils",
                    "between",
                    "where",
                    "mode",
                    "level",
                    "who",
                    "agenda",
                    "linked",
                    "observers",
                    "track",
                    "not-for-attribution",
                    "rule",
                    "version");

    private static final Set<String> MODES =
            new TreeSet<>(List.of("in-person", "video", "call", "written", "line"));
    private static final Set<String> TRACKS = new TreeSet<>(List.of("1", "1.5", "2"));

    private final Agreement agreement;

    ContactReader(Agreement agreement) {
        this.agreement = agreement;
    }

    Body.Contact contact(YamlMap entry) {
        YamlScalar word = entry.scalar("step");
        Step step =
                Step.of(word.value())
                        .orElseThrow(() ->
                                new ParleyException(
                                        Code.BAD_VALUE,
                                        word.place(),
                                        word.described() + " is not a step",
                                        Nearest.hint(word.value(), Step.words())));
        return new Body.Contact(
                step,
                StatementReader.findEdtf(entry, "on"),
                StatementReader.findEdtf(entry, "expected"),
                entry.texts("fulfils"),
                parties(entry, "between"),
                circumstances(entry));
    }

    private Body.Circumstances circumstances(YamlMap entry) {
        return new Body.Circumstances(
                entry.languages("where"),
                entry.findScalar("mode").map(mode -> oneOf(mode, MODES)),
                byParty(entry, "level"),
                byParty(entry, "who"),
                entry.listOf("agenda").stream().map(YamlMap::languages).toList(),
                entry.languages("because"),
                entry.listOf("linked").stream().map(YamlMap::languages).toList(),
                entry.texts("observers"),
                entry.findScalar("track").map(track -> oneOf(track, TRACKS)),
                entry.flag("not-for-attribution"));
    }

    Body.Account account(YamlMap entry) {
        return new Body.Account(
                StatementReader.edtf(entry.scalar("on")),
                entry.languages("where"),
                entry.languages("rule"));
    }

    private List<String> parties(YamlMap entry, String key) {
        List<String> parties = new ArrayList<>();
        entry.listOf(key)
                .forEach(node ->
                        parties.add(agreement.party(node.asScalar().value(), node.place())));
        return parties;
    }

    private Map<String, Text> byParty(YamlMap entry, String key) {
        Map<String, Text> texts = new LinkedHashMap<>();
        entry.entries(key)
                .forEach((party, node) ->
                        texts.put(agreement.party(party, node.place()), YamlMap.languages(node)));
        return texts;
    }

    private static String oneOf(YamlScalar word, Set<String> allowed) {
        if (!allowed.contains(word.value())) {
            throw new ParleyException(
                    Code.BAD_VALUE,
                    word.place(),
                    word.described() + " is not possible here",
                    Nearest.hint(word.value(), allowed));
        }
        return word.value();
    }
}
