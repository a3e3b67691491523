// SPDX-License-Identifier: Apache-2.0
package org.parley.review;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Text;
import org.parley.proof.canonical.CanonicalJson;
import org.parley.proof.canonical.Hash;
import org.parley.proof.canonical.Json;
import org.parley.proof.canonical.MalformedException;
import org.parley.proof.canonical.StatementText;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Decisions as texts of statements, and back (docs/decisions/0014-reviews-are-statements.md). Pure
 * functions.
 */
final class DecisionText {
    /** In place of an agreement's name: these are about documents. */
    static final String ABOUT = "documents";

    private DecisionText() {}

    static Json.Obj body(Decision decision) {
        Map<String, Json> body = new TreeMap<>();
        switch (decision) {
            case Decision.Accept accept -> {
                body.put("quote", quote(accept.quote()));
                body.put("says", slots(accept.slots()));
                body.put(
                        "chain",
                        new Json.Arr(accept.chain().stream().map(DecisionText::speaker).toList()));
                if (!accept.set().isEmpty()) {
                    body.put("set", slots(accept.set()));
                }
            }
            case Decision.Reject reject -> {
                body.put("about", quote(reject.quote()));
                body.put("because", text(reject.why()));
            }
            case Decision.Merge merge -> {
                body.put("about", quote(merge.quote()));
                body.put(
                        "same",
                        new Json.Arr(
                                merge.others().stream().map(one -> (Json) quote(one)).toList()));
            }
            case Decision.Reopen reopen -> body.put("about", quote(reopen.quote()));
            case Decision.Link link -> {
                body.put("document", document(link));
                body.put("called", text(link.called()));
                body.put("actor", text(link.actor()));
            }
            case Decision.Anchor anchor -> {
                body.put("document", document(anchor));
                body.put("day", text(anchor.day().toString()));
                body.put("because", text(anchor.why()));
            }
        }
        return Json.object(body);
    }

    static StatementText statement(Decision decision, byte[] body, String by, Instant at) {
        Map<String, Json> header = new TreeMap<>();
        header.put("agreement", text(ABOUT));
        header.put("body", text(Hash.of(body).toString()));
        header.put("form", text(decision.form()));
        header.put("from", text(by));
        header.put("kind", text(decision.kind().word()));
        header.put("made", text(at.toString()));
        return StatementText.of(Json.object(header));
    }

    static Hash bodyOf(StatementText text) {
        return Hash.parse(text.header().text("body").orElse(""));
    }

    /**
     * Reads what {@link #statement} and {@link #body} wrote.
     *
     * @throws ParleyException {@code CORRUPT} with the place in the log
     */
    static Decided read(StatementText text, byte[] body, Place place) {
        try {
            Json.Obj header = text.header();
            if (!(CanonicalJson.read(body) instanceof Json.Obj said)) {
                throw corrupt(place, Text.of("the body is no object", "正文不是对象"));
            }
            Decision decision = decision(string(header, "form"), said);
            if (!decision.kind().word().equals(string(header, "kind"))) {
                throw corrupt(place, Text.of("kind and form do not go together", "类别与形式不符"));
            }
            return new Decided(
                    text.id().toString(),
                    string(header, "from"),
                    Instant.parse(string(header, "made")),
                    decision);
        } catch (MalformedException | DateTimeException | NoSuchElementException e) {
            throw corrupt(place, Text.same(String.valueOf(e.getMessage())));
        }
    }

    private static Decision decision(String form, Json.Obj body) {
        return switch (form) {
            case "review/accept", "review/edit" ->
                    new Decision.Accept(
                            quote(object(body, "quote")),
                            slots(object(body, "says")),
                            list(body, "chain").stream().map(DecisionText::speaker).toList(),
                            body.get("set").isPresent() ? slots(object(body, "set")) : Map.of());
            case "review/reject" ->
                    new Decision.Reject(quote(object(body, "about")), string(body, "because"));
            case "review/merge" ->
                    new Decision.Merge(
                            quote(object(body, "about")),
                            list(body, "same").stream().map(DecisionText::quote).toList());
            case "review/reopen" -> new Decision.Reopen(quote(object(body, "about")));
            case "review/link" ->
                    new Decision.Link(
                            string(object(body, "document"), "hash"),
                            string(object(body, "document"), "name"),
                            string(body, "called"),
                            string(body, "actor"));
            case "review/anchor" ->
                    new Decision.Anchor(
                            string(object(body, "document"), "hash"),
                            string(object(body, "document"), "name"),
                            LocalDate.parse(string(body, "day")),
                            string(body, "because"));
            default -> throw new NoSuchElementException("no form " + form);
        };
    }

    static ParleyException corrupt(Place place, Text why) {
        return new ParleyException(
                Code.CORRUPT,
                place,
                why,
                Text.of("restore the folder reviews from a backup", "请用备份恢复 reviews 文件夹"));
    }

    private static Json.Str text(String text) {
        return new Json.Str(Quoted.written(text));
    }

    private static Json.Obj document(Decision decision) {
        return Json.object(
                Map.of("hash", text(decision.document()), "name", text(decision.name())));
    }

    private static Json.Obj quote(Quoted quote) {
        return Json.object(
                Map.of(
                        "claim", text(quote.claim()),
                        "document", text(quote.document()),
                        "name", text(quote.name()),
                        "from", Json.number(quote.from()),
                        "to", Json.number(quote.to()),
                        "exact", text(quote.exact())));
    }

    private static Quoted quote(Json.Obj quote) {
        return new Quoted(
                string(quote, "claim"),
                string(quote, "document"),
                string(quote, "name"),
                number(quote, "from"),
                number(quote, "to"),
                string(quote, "exact"));
    }

    private static Json speaker(Decision.Speaker speaker) {
        Map<String, Json> link = new TreeMap<>();
        link.put("who", text(speaker.who()));
        link.put("type", text(speaker.type()));
        speaker.of().ifPresent(of -> link.put("of", text(of)));
        return Json.object(link);
    }

    private static Decision.Speaker speaker(Json.Obj link) {
        return new Decision.Speaker(string(link, "who"), string(link, "type"), link.text("of"));
    }

    private static Json.Obj slots(Map<Slot, String> slots) {
        Map<String, Json> said = new TreeMap<>();
        slots.forEach((slot, value) -> said.put(slot.word(), text(value)));
        return Json.object(said);
    }

    private static Map<Slot, String> slots(Json.Obj said) {
        Map<Slot, String> slots = new EnumMap<>(Slot.class);
        said.members().keySet().forEach(word -> slots.put(Slot.of(word), string(said, word)));
        return slots;
    }

    private static String string(Json.Obj from, String key) {
        return from.text(key).orElseThrow(() -> new NoSuchElementException("no text " + key));
    }

    private static int number(Json.Obj from, String key) {
        if (from.get(key).orElse(Json.truth(false)) instanceof Json.Int(long value)
                && value >= 0
                && value <= Integer.MAX_VALUE) {
            return (int) value;
        }
        throw new NoSuchElementException("no number " + key);
    }

    private static Json.Obj object(Json.Obj from, String key) {
        return from.get(key)
                .flatMap(one -> one instanceof Json.Obj some ? Optional.of(some) : Optional.empty())
                .orElseThrow(() -> new NoSuchElementException("no object " + key));
    }

    private static List<Json.Obj> list(Json.Obj from, String key) {
        List<Json.Obj> objects = new ArrayList<>();
        if (from.get(key).orElse(Json.array()) instanceof Json.Arr(List<Json> values)) {
            for (Json value : values) {
                if (value instanceof Json.Obj one) {
                    objects.add(one);
                }
            }
        }
        return objects;
    }
}
