// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.Code;
import org.parley.agreement.AgreementReader;
import org.parley.record.Library;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The schemas that editors use accept what we ship, and know the keys that the readers know. */
final class SchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ALLOWED =
            Pattern.compile("\"zzzzzzzzzz\" means nothing here; use one of: (.*)");
    private static final String HEAD =
            "format: 1\nid: a\nkind: treaty\nexercise: true\nparties: [XA, XB]\n";
    private static final String FORM = "forms: {f: {say: report, fields: {at: time}}}\n";

    @TempDir Path folder;

    @Test
    void everyFileWeShipAndEveryPageFitsItsSchema() throws IOException {
        FormatPages.write(folder);
        List<String> wrong = new ArrayList<>();
        Schema agreements = schema("agreement");
        Schema records = schema("record");
        int files = 0;
        for (Path root : List.of(FormatPages.ROOT.resolve("library"), fixtures(), folder)) {
            for (Path file : yaml(root)) {
                String path = file.toString().replace('\\', '/');
                if (path.endsWith("/agreement.yaml")) {
                    wrong.addAll(errors(agreements, file));
                    files++;
                } else if (path.contains("/record/")) {
                    wrong.addAll(errors(records, file));
                    files++;
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(files).isGreaterThan(20);
    }

    @Test
    void aWrongKeyAndAWrongTypeDoNotFit() throws IOException {
        Schema agreements = schema("agreement");
        Path file = folder.resolve("agreement.yaml");
        Files.writeString(file, HEAD + "limits: {a: {count: c, at-mots: 3}}\n");
        assertThat(errors(agreements, file)).isNotEmpty();
        Files.writeString(file, HEAD + "handling: {a: 1}\n");
        assertThat(errors(agreements, file)).isNotEmpty();
        Files.writeString(file, HEAD);
        assertThat(errors(agreements, file)).isEmpty();
    }

    /** Each line: the schema's definition, and YAML with an unknown key at that place. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    .           | zzzzzzzzzz: 1
                    source      | sources: {a: {zzzzzzzzzz: 1}}
                    phase       | phases: {a: {zzzzzzzzzz: 1}}
                    zone        | zones: {a: {zzzzzzzzzz: 1}}
                    place       | places: {a: {zzzzzzzzzz: 1}}
                    table       | tables: {a: {zzzzzzzzzz: 1}}
                    items       | items: {a: {zzzzzzzzzz: 1}}
                    form        | forms: {a: {zzzzzzzzzz: 1}}
                    count       | counts: {a: {zzzzzzzzzz: 1}}
                    limit       | limits: {a: {zzzzzzzzzz: 1}}
                    duty        | duties: {a: {zzzzzzzzzz: 1}}
                    quota       | quotas: {a: {zzzzzzzzzz: 1}}
                    requirement | requirements: {a: {zzzzzzzzzz: 1}}
                    procedure   | procedures: {a: {zzzzzzzzzz: 1}}
                    step        | procedures: {a: {steps: {s: {zzzzzzzzzz: 1}}}}
                    vote        | procedures: {a: {steps: {}, votes: {s: {zzzzzzzzzz: 1}}}}
                    body        | bodies: {a: {zzzzzzzzzz: 1}}
                    meets       | bodies: {a: {meets: {zzzzzzzzzz: 1}}}
                    bodySet     | bodies: {a: {sets: {s: {zzzzzzzzzz: 1}}}}
                    exemption   | exemptions: {a: {zzzzzzzzzz: 1}}
                    exit        | exit: {zzzzzzzzzz: 1}
                    extension   | exit: {extension: {zzzzzzzzzz: 1}}
                    withdrawal  | exit: {withdrawal: {zzzzzzzzzz: 1}}
                    calendar    | calendar: {zzzzzzzzzz: 1}
                    """)
    void theAgreementSchemaKnowsTheReadersKeys(String definition, String yaml) {
        var reading = AgreementReader.tryRead("a", HEAD + yaml + "\n", (name, place) -> List.of());
        assertThat(keys("agreement", definition))
                .isEqualTo(
                        allowed(
                                reading.problems().stream()
                                        .filter(one -> one.code() == Code.UNKNOWN_KEY)
                                        .map(Object::toString)
                                        .toList()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    record     | zzzzzzzzzz: 1
                    coverage   | coverage: [{zzzzzzzzzz: 1}]
                    statement  | statements: [{zzzzzzzzzz: 1}]
                    table      | {table: t.csv, zzzzzzzzzz: 1}
                    source     | statements: [{ref: a, kind: message, by: XA, source: {zzzzzzzzzz: 1}}]
                    reporter   | statements: [{ref: a, kind: message, by: XA, reported: [{zzzzzzzzzz: 1}]}]
                    claims     | statements: [{ref: a, kind: dispute, by: XA, about: b, claims: {zzzzzzzzzz: 1}}]
                    aboutDuty  | statements: [{ref: a, kind: dispute, by: XA, about: {duty: d, party: XA, zzzzzzzzzz: 1}, claims: {}}]
                    aboutItems | statements: [{ref: a, kind: dispute, by: XA, about: {items: [d], party: XA, zzzzzzzzzz: 1}, claims: {}}]
                    because    | statements: [{ref: a, kind: dispute, by: XA, about: b, claims: {}, because: [{zzzzzzzzzz: 1}]}]
                    """)
    void theRecordSchemaKnowsTheReadersKeys(String definition, String yaml) throws IOException {
        Files.createDirectories(folder.resolve("record"));
        Files.writeString(folder.resolve("agreement.yaml"), HEAD + FORM);
        Files.writeString(folder.resolve("record/r.yaml"), yaml + "\n");
        assertThat(keys("record", definition))
                .isEqualTo(
                        allowed(
                                Library.check(folder.resolve("agreement.yaml")).errors().stream()
                                        .map(Object::toString)
                                        .toList()));
    }

    /** The keys that the reader's own message lists. */
    private static TreeSet<String> allowed(List<String> messages) {
        for (String message : messages) {
            Matcher found = ALLOWED.matcher(message);
            if (found.find()) {
                return new TreeSet<>(List.of(found.group(1).split(", ")));
            }
        }
        throw new AssertionError("no message lists the keys: " + messages);
    }

    private static TreeSet<String> keys(String name, String definition) {
        JsonNode whole = JSON.readTree(FormatPages.read(file(name)));
        JsonNode part = definition.equals(".") ? whole : whole.path("$defs").path(definition);
        JsonNode map = part.has("anyOf") ? part.path("anyOf").path(1) : part;
        return new TreeSet<>(map.path("properties").propertyNames());
    }

    private static Path file(String name) {
        return FormatPages.ROOT.resolve("docs/formats/" + name + ".schema.json");
    }

    private static Schema schema(String name) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(FormatPages.read(file(name)));
    }

    private static List<String> errors(Schema schema, Path file) {
        List<String> errors = new ArrayList<>();
        Load load = new Load(LoadSettings.builder().setSchema(new CoreSchema()).build());
        for (Object document : load.loadAllFromString(FormatPages.read(file))) {
            for (Error error : schema.validate(JSON.valueToTree(document))) {
                errors.add(file + " " + error.getInstanceLocation() + ": " + error.getMessage());
            }
        }
        return errors;
    }

    private static Path fixtures() {
        return FormatPages.ROOT.resolve("node/src/test/resources/fixtures");
    }

    private static List<Path> yaml(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
    }
}
