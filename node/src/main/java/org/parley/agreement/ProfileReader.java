// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Text;
import org.parley.time.Span;
import org.parley.yaml.YamlMap;
import org.parley.yaml.YamlNode;
import org.parley.yaml.YamlScalar;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what places a mechanism among the others. */
final class ProfileReader {
    static final List<String> KEYS =
            List.of(
                    "summary",
                    "aliases",
                    "subjects",
                    "of",
                    "touches",
                    "observers",
                    "depositaries",
                    "holdouts",
                    "joining",
                    "contact");

    /** Instead of a list of parties: any state can be one. */
    private static final String ANY_STATE = "states";

    private static final Text UNVERIFIED =
            Text.of("The list of parties is unverified.", "缔约方名单未经核实。");

    private static final Span SILENT_AFTER = Span.parse("2 years", Place.of("default"));

    private ProfileReader() {}

    static Profile read(YamlMap file) {
        List<String> subjects = new ArrayList<>();
        for (YamlNode subject : file.listOf("subjects")) {
            subjects.add(SectionReader.oneOf(subject.asScalar(), Words.SUBJECTS));
        }
        return new Profile(
                file.languages("summary"),
                aliases(file),
                subjects,
                file.findScalar("of").map(YamlScalar::value),
                file.texts("touches"),
                isOpen(file),
                file.texts("observers"),
                file.texts("depositaries"),
                file.findMap("holdouts").map(ProfileReader::holdouts),
                file.find("joining").map(ProfileReader::joining),
                file.findMap("contact")
                        .map(ProfileReader::contact)
                        .orElseGet(() -> new Profile.Contact(SILENT_AFTER, Map.of())));
    }

    private static boolean isOpen(YamlMap file) {
        return file.find("parties")
                .filter(node -> node instanceof YamlScalar one && one.value().equals(ANY_STATE))
                .isPresent();
    }

    /** The parties that the file itself names. */
    static List<String> parties(YamlMap file) {
        return listed(file)
                .map(map -> map.texts("list"))
                .orElseGet(() -> isOpen(file) ? List.of() : file.texts("parties"));
    }

    private static Optional<YamlMap> listed(YamlMap file) {
        return file.find("parties")
                .filter(YamlMap.class::isInstance)
                .map(node -> node.asMap().only("list", "unverified"));
    }

    /** What the file says of itself, and that its list of parties was not verified. */
    static List<Text> notes(YamlMap file) {
        List<Text> notes = new ArrayList<>();
        file.listOf("notes").forEach(note -> notes.add(YamlMap.languages(note)));
        if (listed(file).filter(list -> list.flag("unverified")).isPresent()) {
            notes.add(UNVERIFIED);
        }
        return notes;
    }

    private static Map<String, List<String>> aliases(YamlMap file) {
        Map<String, List<String>> aliases = new LinkedHashMap<>();
        file.findMap("aliases")
                .ifPresent(map ->
                        map.keys().forEach(language -> aliases.put(language, map.texts(language))));
        return aliases;
    }

    private static Profile.Holdouts holdouts(YamlMap map) {
        map.only("set", "act");
        return new Profile.Holdouts(map.text("set"), map.text("act"));
    }

    private static Joining joining(YamlNode node) {
        YamlMap rule = SectionReader.rule(node, "by", "from");
        List<String> by = rule.texts("by");
        if (by.isEmpty()) {
            throw new ParleyException(
                    Code.MISSING_KEY,
                    rule.place(),
                    "no act binds a state",
                    "add by: [ratified, acceded]");
        }
        return new Joining(
                SectionReader.provision("joining", rule), by, SectionReader.findDate(rule, "from"));
    }

    private static Profile.Contact contact(YamlMap map) {
        map.only("silent-after", "zones");
        Map<String, ZoneId> zones = new LinkedHashMap<>();
        map.entries("zones").forEach((party, zone) -> zones.put(party, zone(zone.asScalar())));
        return new Profile.Contact(
                map.findScalar("silent-after").map(SectionReader::span).orElse(SILENT_AFTER),
                zones);
    }

    static ZoneId zone(YamlScalar name) {
        try {
            return ZoneId.of(name.value());
        } catch (DateTimeException e) {
            throw new ParleyException(
                    Code.BAD_VALUE,
                    name.place(),
                    name.described() + " is not a time zone",
                    "write GMT or a name such as Europe/Moscow");
        }
    }
}
