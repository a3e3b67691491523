// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import org.parley.Text;
import org.parley.agreement.Agreement;
import org.parley.proof.canonical.CanonicalJson;
import org.parley.proof.canonical.Hash;
import org.parley.proof.canonical.Json;
import org.parley.proof.canonical.StatementText;
import org.parley.statement.Body;
import org.parley.statement.Id;
import org.parley.statement.Kind;
import org.parley.statement.Source;
import org.parley.yaml.YamlList;
import org.parley.yaml.YamlMap;
import org.parley.yaml.YamlNode;
import org.parley.yaml.YamlScalar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The id of a statement written with the pen of YAML or a table: that of the canonical text that a
 * node would sign. The local name is no part of it, nor are the receipts, which are others'
 * statements.
 */
final class StatementId {
    private static final Set<String> NOT_IN_BODY =
            Set.of(
                    "ref",
                    "received",
                    "by",
                    "to",
                    "under",
                    "kind",
                    "form",
                    "audience",
                    "made",
                    "published",
                    "published-basis");

    private StatementId() {}

    /** The header's fields that are not in the body. */
    record Header(
            Kind kind,
            Optional<String> form,
            String author,
            List<String> to,
            Optional<String> under,
            String audience,
            Optional<String> made) {}

    static Id of(Agreement agreement, YamlMap entry, Header header) {
        return Id.of(() -> id(agreement, header, body(entry)));
    }

    /** What of an entry is its body. */
    static Json.Obj body(YamlMap entry) {
        Map<String, Json> body = new TreeMap<>();
        entry.entries()
                .forEach((key, value) -> {
                    if (!NOT_IN_BODY.contains(key)) {
                        body.put(key, json(value));
                    }
                });
        return Json.object(body);
    }

    /** The same for a row of a table, from what it means: the columns' names are no part of it. */
    static Id of(
            Agreement agreement,
            Header header,
            Body body,
            Optional<String> caseId,
            Optional<Text> text,
            Source source) {
        return Id.of(() -> id(agreement, header, body(body, caseId, text, source)));
    }

    private static Json.Obj body(
            Body body, Optional<String> caseId, Optional<Text> text, Source source) {
        Map<String, Json> members = new TreeMap<>(BodyJson.members(body));
        caseId.ifPresent(id -> members.put("case", Json.text(id)));
        text.ifPresent(words -> members.put("text", texts(words.byLanguage())));
        if (!source.equals(Source.NONE)) {
            members.put("source", Json.text(source.shown()));
        }
        return Json.object(members);
    }

    private static Json texts(Map<String, String> words) {
        Map<String, Json> members = new TreeMap<>();
        words.forEach((language, text) -> members.put(language, Json.text(text)));
        return Json.object(members);
    }

    private static String id(Agreement agreement, Header header, Json.Obj body) {
        Hash hash = Hash.of(CanonicalJson.write(body));
        return StatementText.of(header(agreement, header, hash)).id().hex();
    }

    /** The header that names a body. */
    static Json.Obj header(Agreement agreement, Header header, Hash body) {
        Map<String, Json> fields = new TreeMap<>();
        fields.put("agreement", Json.text(agreement.id() + "@sha256:" + agreement.digest()));
        fields.put("audience", Json.text(header.audience()));
        fields.put("body", Json.text(body.toString()));
        fields.put("from", Json.text(header.author()));
        fields.put("kind", Json.text(header.kind().word()));
        header.form().ifPresent(form -> fields.put("form", Json.text(form)));
        header.made().ifPresent(made -> fields.put("made", Json.text(made)));
        header.under().ifPresent(under -> fields.put("under", Json.text(under)));
        List<String> to =
                header.to().isEmpty() ? agreement.counterparts(header.author()) : header.to();
        fields.put("to", Json.array(to.stream().map(Json::text).toArray(Json[]::new)));
        return Json.object(fields);
    }

    private static Json json(YamlNode node) {
        return switch (node) {
            case YamlScalar scalar -> Json.text(scalar.value());
            case YamlList list -> {
                List<Json> values = new ArrayList<>();
                list.nodes().forEach(one -> values.add(json(one)));
                yield Json.array(values.toArray(Json[]::new));
            }
            case YamlMap map -> {
                Map<String, Json> members = new TreeMap<>();
                map.entries().forEach((key, value) -> members.put(key, json(value)));
                yield Json.object(members);
            }
        };
    }
}
