// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Text;
import org.parley.time.Recurrence;
import org.parley.yaml.YamlMap;
import org.parley.yaml.YamlNode;
import org.parley.yaml.YamlReader;
import org.parley.yaml.YamlScalar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads an agreement file's text into an {@link Agreement}, or says everything that is wrong with
 * it.
 */
public final class AgreementReader {
    private static final List<String> KEYS =
            List.of(
                    "format",
                    "id",
                    "title",
                    "kind",
                    "parties",
                    "groups",
                    "sets",
                    "authentic",
                    "zone",
                    "exercise",
                    "handling",
                    "notes",
                    "sources",
                    "dates",
                    "periods",
                    "phases",
                    "zones",
                    "places",
                    "tables",
                    "items",
                    "forms",
                    "counts",
                    "limits",
                    "duties",
                    "quotas",
                    "requirements",
                    "procedures",
                    "bodies",
                    "exemptions",
                    "visibility",
                    "acts",
                    "calendar",
                    "exit");

    private final Problems problems = new Problems();
    private final BiFunction<String, YamlScalar, List<Map<String, String>>> tableFile;

    private AgreementReader(BiFunction<String, YamlScalar, List<Map<String, String>>> tableFile) {
        this.tableFile = tableFile;
    }

    /**
     * Reads and cross-checks, without compiling expressions.
     *
     * @param tableFile gives the rows of a CSV file that stands beside the agreement
     * @throws ParleyException the first of the problems, in the order of the file
     */
    public static Agreement read(
            String origin,
            String text,
            BiFunction<String, YamlScalar, List<Map<String, String>>> tableFile) {
        return read(origin, text, YamlReader.documents(origin, text), tableFile);
    }

    /**
     * The same where the text has been parsed already.
     *
     * @param documents of the text; the rules are the first
     */
    public static Agreement read(
            String origin,
            String text,
            List<YamlNode> documents,
            BiFunction<String, YamlScalar, List<Map<String, String>>> tableFile) {
        Reading reading = tryRead(origin, text, () -> documents, tableFile);
        if (!reading.problems().isEmpty()) {
            throw new ParleyException(reading.problems().getFirst());
        }
        return reading.agreement().orElseThrow();
    }

    /** What a reading came to: an agreement if its head could be read, and every problem found. */
    public record Reading(
            java.util.Optional<Agreement> agreement, List<org.parley.Problem> problems) {}

    /** Like {@link #read}, but keeps going and tells all problems. */
    public static Reading tryRead(
            String origin,
            String text,
            BiFunction<String, YamlScalar, List<Map<String, String>>> tableFile) {
        return tryRead(origin, text, () -> YamlReader.documents(origin, text), tableFile);
    }

    private static Reading tryRead(
            String origin,
            String text,
            Supplier<List<YamlNode>> documents,
            BiFunction<String, YamlScalar, List<Map<String, String>>> tableFile) {
        AgreementReader reader = new AgreementReader(tableFile);
        java.util.Optional<Agreement> agreement = java.util.Optional.empty();
        try {
            YamlMap file = rules(origin, text, documents.get()).asMap();
            reader.problems.guard(() -> file.only(keys()));
            Agreement read = reader.agreement(file, digest(text));
            new CrossCheck(read, reader.problems).run();
            agreement = java.util.Optional.of(read);
        } catch (ParleyException e) {
            reader.problems.add(e.problem());
        }
        return new Reading(agreement, reader.problems.sorted());
    }

    /** The first document: where rules, record and tests share a file, the rules come first. */
    private static YamlNode rules(String origin, String text, List<YamlNode> documents) {
        return documents.isEmpty() ? YamlReader.document(origin, text) : documents.getFirst();
    }

    private static String[] keys() {
        return Stream.concat(KEYS.stream(), ProfileReader.KEYS.stream()).toArray(String[]::new);
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private Agreement agreement(YamlMap file, String digest) {
        if (file.scalar("format").whole() != 1) {
            throw new ParleyException(
                    Code.BAD_VALUE,
                    file.scalar("format").place(),
                    "format " + file.text("format") + " is not known",
                    "write format: 1, or use a newer Parley");
        }
        HeadReader head = new HeadReader(problems, tableFile);
        Map<String, Form> forms = head.section(file, "forms", head::form);
        Map<String, List<String>> groups = lists(file, "groups");
        Map<String, List<String>> sets = lists(file, "sets");
        Set<String> named = new TreeSet<>(groups.keySet());
        named.addAll(sets.keySet());
        RuleReader rules = new RuleReader(problems, forms, named);
        return new Agreement(
                id(file.scalar("id")),
                file.languages("title").orElseGet(() -> Text.same(file.text("id"))),
                SectionReader.oneOf(file.scalar("kind"), Words.AGREEMENT_KINDS),
                ProfileReader.parties(file),
                groups,
                sets,
                file.texts("authentic"),
                zone(file),
                file.flag("exercise"),
                file.findScalar("handling").map(YamlScalar::value),
                ProfileReader.notes(file),
                head.section(file, "sources", head::source),
                head.section(file, "dates", head::namedDate),
                head.section(
                        file,
                        "periods",
                        (name, node) -> Recurrence.parse(node.asScalar().value(), node.place())),
                head.section(file, "phases", head::phase),
                head.section(file, "zones", head::zone),
                head.section(file, "places", head::member),
                head.tables(file),
                head.section(file, "items", head::items),
                forms,
                rules.section(file, "counts", rules::count),
                rules.section(file, "limits", rules::limit),
                rules.section(file, "duties", rules::duty),
                rules.section(file, "quotas", rules::quota),
                rules.section(file, "requirements", rules::requirement),
                rules.section(file, "procedures", rules::procedure),
                rules.section(file, "bodies", rules::body),
                rules.section(file, "exemptions", rules::exemption),
                visibility(file),
                file.texts("acts"),
                file.findMap("calendar")
                        .flatMap(calendar -> calendar.only("holidays").findScalar("holidays"))
                        .map(YamlScalar::value),
                file.findMap("exit").map(rules::exit).orElse(Exit.NONE),
                ProfileReader.read(file),
                file.place(),
                digest);
    }

    private static String id(YamlScalar id) {
        if (!id.value().matches("[a-z][a-z0-9-]{0,63}")) {
            throw new ParleyException(
                    Code.BAD_VALUE,
                    id.place(),
                    id.described() + " cannot be an id",
                    "use small letters, digits and hyphens, such as new-start");
        }
        return id.value();
    }

    private static ZoneId zone(YamlMap file) {
        return file.findScalar("zone").map(ProfileReader::zone).orElse(ZoneId.of("GMT"));
    }

    private Map<String, List<String>> lists(YamlMap file, String key) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        problems.guard(() ->
                file.findMap(key)
                        .ifPresent(map ->
                                map.keys().forEach(name -> lists.put(name, map.texts(name)))));
        return java.util.Collections.unmodifiableMap(lists);
    }

    private static Map<String, String> visibility(YamlMap file) {
        Map<String, String> visibility = new LinkedHashMap<>();
        file.entries("visibility")
                .forEach((what, audience) -> visibility.put(what, audience.asScalar().value()));
        return Map.copyOf(visibility);
    }
}
