// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Problem;
import org.parley.Text;
import org.parley.agreement.Agreement;
import org.parley.proof.canonical.Hash;
import org.parley.proof.canonical.Json;
import org.parley.proof.canonical.StatementText;
import org.parley.statement.Body;
import org.parley.statement.Id;
import org.parley.statement.Kind;
import org.parley.statement.Source;
import org.parley.statement.Statement;
import org.parley.time.Edtf;
import org.parley.yaml.YamlList;
import org.parley.yaml.YamlMap;
import org.parley.yaml.YamlNode;
import org.parley.yaml.YamlScalar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Between what nodes sign and what rules are folded over. A body on the wire has the keys of a
 * record's entry, so one reader serves both pens, and the same words have the same id whether they
 * were written in a file or said on a node. Pure functions.
 */
public final class Wire {
    /** What only a receiver, or a compiler of records, can know of a statement. */
    private static final List<String> NOT_SAID =
            List.of("received", "published", "published-basis", "reported", "unverified");

    /** What names another statement. */
    private static final List<String> REFERENCES = List.of("about", "re", "fulfils");

    private Wire() {}

    /**
     * Words that somebody means to say; checked, not signed.
     *
     * @param audience public, parties, addressee
     */
    public record Draft(
            String author,
            Kind kind,
            Optional<String> form,
            List<String> to,
            Optional<String> under,
            String audience,
            Json.Obj body) {}

    /**
     * Reads an entry as its author means to say it.
     *
     * @param ids the id, {@code sha256:…}, of a statement known by a local name
     * @throws ParleyException when the agreement does not know such words
     */
    public static Draft draft(
            Agreement agreement, String author, YamlMap entry, UnaryOperator<String> ids) {
        for (String key : NOT_SAID) {
            if (entry.has(key)) {
                throw new ParleyException(
                        Code.UNKNOWN_KEY,
                        entry.placeOf(key),
                        "\"" + key + "\" is not for the author to say",
                        "leave it out");
            }
        }
        YamlMap signed = renamed(authored(entry, author), ids);
        List<Statement> read = new StatementReader(agreement).read(signed);
        if (read.size() != 1 || !read.getFirst().by().equals(author)) {
            throw new ParleyException(
                    Code.UNKNOWN_PARTY,
                    entry.placeOf("by"),
                    "this node speaks for " + author,
                    "leave by: out");
        }
        Statement statement = read.getFirst();
        return new Draft(
                author,
                statement.kind(),
                statement.form(),
                statement.to(),
                statement.under(),
                statement.audience(),
                StatementId.body(signed));
    }

    private static YamlMap authored(YamlMap entry, String author) {
        YamlMap named =
                entry.has("ref")
                        ? entry
                        : entry.with("ref", new YamlScalar(entry.place(), "said"), Set.of());
        return named.has("by")
                ? named
                : named.with("by", new YamlScalar(entry.place(), author), Set.of());
    }

    private static YamlMap renamed(YamlMap entry, UnaryOperator<String> names) {
        YamlMap renamed = entry;
        for (String key : REFERENCES) {
            if (entry.find(key).orElse(entry) instanceof YamlScalar(Place place, String ref)) {
                renamed = renamed.with(key, new YamlScalar(place, names.apply(ref)), Set.of());
            }
        }
        return renamed;
    }

    /**
     * The header that its author signs.
     *
     * @param body the hash of the body's bytes, with whatever makes it unguessable
     * @param made when it is said, ISO 8601 in UTC
     */
    public static Json.Obj header(Agreement agreement, Draft draft, Hash body, String made) {
        return StatementId.header(
                agreement,
                new StatementId.Header(
                        draft.kind(),
                        draft.form(),
                        draft.author(),
                        draft.to(),
                        draft.under(),
                        draft.audience(),
                        Optional.of(made)),
                body);
    }

    /**
     * A statement as it lies in a log.
     *
     * @param ref the local name, such as {@code XA/17}
     * @param body empty when it is not held, cannot be opened, or was erased
     * @param gone why there is no body, if that is known
     * @param received when its addressees say that they received it, by party
     */
    public record Heard(
            String ref,
            StatementText text,
            Optional<Json.Obj> body,
            Optional<Text> gone,
            Map<String, Instant> received,
            Place place) {
        public Heard {
            received = Map.copyOf(received);
        }
    }

    /**
     * What it says. One that cannot be read is kept with what is wrong with it: shown, never
     * counted.
     *
     * @param names the local name of a statement known by its id
     */
    public static Statement hear(Agreement agreement, Heard heard, UnaryOperator<String> names) {
        Header header = Header.of(heard.text());
        if (heard.body().isEmpty()) {
            Text unknown = Text.of("the body is not at hand", "正文不在手边");
            return unread(heard, header, heard.gone().orElse(unknown));
        }
        if (!header.agreement().equals(agreement.id() + "@sha256:" + agreement.digest())) {
            return unread(
                    heard,
                    header,
                    Text.of("made under another text of the agreement", "依据协议的另一文本作出"));
        }
        try {
            YamlMap entry = entry(heard, header, heard.body().get());
            List<Statement> read = new StatementReader(agreement).read(renamed(entry, names));
            if (read.size() == 1) {
                return read.getFirst().withId(Id.of(heard.text().id().hex()));
            }
            return unread(heard, header, Text.of("it has no one author", "作者不唯一"));
        } catch (ParleyException e) {
            return unread(heard, header, words(e.problem()));
        }
    }

    private static Text words(Problem problem) {
        return Text.of(problem.in("en"), problem.in("zh"));
    }

    private static YamlMap entry(Heard heard, Header header, Json.Obj body) {
        Map<String, YamlNode> values = new LinkedHashMap<>();
        Place place = heard.place();
        body.members()
                .forEach((key, value) -> {
                    if (!key.equals(SALT)) {
                        values.put(key, node(place, value));
                    }
                });
        values.put("ref", new YamlScalar(place, heard.ref()));
        values.put("kind", new YamlScalar(place, header.kind()));
        header.form().ifPresent(form -> values.put("form", new YamlScalar(place, form)));
        values.put("by", new YamlScalar(place, header.from()));
        values.put("made", new YamlScalar(place, header.made()));
        header.under().ifPresent(under -> values.put("under", new YamlScalar(place, under)));
        values.put("audience", new YamlScalar(place, header.audience()));
        List<YamlNode> to = new ArrayList<>();
        header.to().forEach(party -> to.add(new YamlScalar(place, party)));
        values.put("to", new YamlList(place, to));
        Map<String, YamlNode> received = new LinkedHashMap<>();
        heard.received()
                .forEach((party, when) ->
                        received.put(party, new YamlScalar(place, when.toString())));
        values.put("received", YamlMap.of(place, received));
        return YamlMap.of(place, values);
    }

    private static YamlNode node(Place place, Json json) {
        return switch (json) {
            case Json.Obj(var members) -> {
                Map<String, YamlNode> values = new LinkedHashMap<>();
                members.forEach((key, value) -> values.put(key, node(place, value)));
                yield YamlMap.of(place, values);
            }
            case Json.Arr(var values) ->
                    new YamlList(place, values.stream().map(one -> node(place, one)).toList());
            case Json.Str(String text) -> new YamlScalar(place, text);
            case Json.Int(long value) -> new YamlScalar(place, Long.toString(value));
            case Json.Bool(boolean value) -> new YamlScalar(place, Boolean.toString(value));
        };
    }

    private static Statement unread(Heard heard, Header header, Text why) {
        Map<String, Edtf> received = new LinkedHashMap<>();
        heard.received()
                .forEach((party, when) ->
                        received.put(party, Edtf.parse(when.toString(), heard.place())));
        return new Statement(
                Id.of(heard.text().id().hex()),
                heard.ref(),
                Kind.of(header.kind()).orElse(Kind.OTHER),
                header.form(),
                header.from(),
                header.to(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Statement.Times(made(header, heard), received, Optional.empty(), false),
                new Body.Unknown(header.kind()),
                Optional.empty(),
                List.of(),
                Source.NONE,
                header.audience(),
                Optional.of(why),
                false,
                heard.place());
    }

    private static Optional<Edtf> made(Header header, Heard heard) {
        try {
            return Optional.of(Edtf.parse(header.made(), heard.place()));
        } catch (ParleyException _) {
            return Optional.empty();
        }
    }

    /** The key of a body that only makes its hash unguessable. */
    public static final String SALT = "salt";

    /** What every header of a statement says; a missing text is empty, a missing list too. */
    public record Header(
            String agreement,
            String audience,
            String body,
            Optional<String> sealed,
            Optional<String> form,
            String from,
            String kind,
            String made,
            List<String> to,
            Optional<String> under) {

        public static Header of(StatementText text) {
            Map<String, Json> members = text.header().members();
            List<String> to = new ArrayList<>();
            if (members.get("to") instanceof Json.Arr(var parties)) {
                parties.forEach(party -> {
                    if (party instanceof Json.Str(String name)) {
                        to.add(name);
                    }
                });
            }
            return new Header(
                    text(members, "agreement").orElse(""),
                    text(members, "audience").orElse(""),
                    text(members, "body").orElse(""),
                    text(members, "sealed"),
                    text(members, "form"),
                    text(members, "from").orElse(""),
                    text(members, "kind").orElse(""),
                    text(members, "made").orElse(""),
                    List.copyOf(to),
                    text(members, "under"));
        }

        private static Optional<String> text(Map<String, Json> members, String key) {
            return members.get(key) instanceof Json.Str(String value)
                    ? Optional.of(value)
                    : Optional.empty();
        }
    }
}
