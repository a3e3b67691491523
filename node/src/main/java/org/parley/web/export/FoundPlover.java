// SPDX-License-Identifier: Apache-2.0
package org.parley.web.export;

import org.parley.archive.Kept;
import org.parley.archive.Reading;
import org.parley.evidence.Assertion;
import org.parley.evidence.Status;
import org.parley.extraction.FoundClaim;
import org.parley.extraction.reading.Extractor;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/**
 * Claims as events of PLOVER, one JSON object a line, after the manual's draft 0.8 of 2021 (Open
 * Event Data Alliance, github.com/openeventdata/PLOVER). Only what the manual defines becomes an
 * event; whatever it leaves open is left out and counted, since a wrong category is worse than
 * none. docs/formats/found-claims.md has the table.
 */
final class FoundPlover {
    private static final String CODEBOOK = "plover-draft-0.8";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";

    /** The manual has one code for all of them. */
    private static final Set<String> ORGANISATIONS = Set.of("EU", "UN", "NATO");

    /** "Ratify, sign, or finalize an agreement or treaty": no other act is named there. */
    private static final Set<String> FINALISED = Set.of("sign", "ratify");

    /** What happens by phone or "some other remote medium". */
    private static final Set<String> REMOTE = Set.of("phone", "video", "phone or video");

    private FoundPlover() {}

    /** Categories of the manual, with the number of their quad category. */
    private enum Event {
        AGREE(1),
        CONSULT(1),
        SUPPORT(1),
        REJECT(3);

        private final int quad;

        Event(int quad) {
            this.quad = quad;
        }
    }

    /** Why a claim is no event here. */
    private enum Left {
        KIND("no event of PLOVER", "PLOVER 无此类事件"),
        ASSERTION("not said to be so", "并非确言"),
        ACTORS("who does it is not told", "未载明由谁作出"),
        DATE("without a day", "没有确切日期");

        private final String english;
        private final String chinese;

        Left(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }
    }

    static String print(List<Kept> documents) {
        StringBuilder lines = new StringBuilder();
        for (Kept from : documents) {
            for (FoundClaim claim : from.reading().claims()) {
                if (left(from, claim).isEmpty()) {
                    lines.append(MAPPER.writeValueAsString(event(from, claim))).append('\n');
                }
            }
        }
        return lines.toString();
    }

    /** How many events there are, and how many claims are none, by reason. */
    static String told(List<Kept> documents, String language) {
        Map<Left, Integer> counts = new EnumMap<>(Left.class);
        int all = 0;
        for (Kept from : documents) {
            for (FoundClaim claim : from.reading().claims()) {
                all++;
                left(from, claim).ifPresent(why -> counts.merge(why, 1, Integer::sum));
            }
        }
        boolean chinese = language.equals("zh");
        int out = counts.values().stream().mapToInt(Integer::intValue).sum();
        StringJoiner told = new StringJoiner(chinese ? "，" : ", ");
        counts.forEach((why, n) -> told.add((chinese ? why.chinese : why.english) + " " + n));
        String sum =
                chinese
                        ? (all - out) + " 个事件；未列入 " + out + " 条说法"
                        : counted(all - out, "event") + "; " + counted(out, "claim") + " left out";
        return out == 0 ? sum : sum + (chinese ? "：" : ": ") + told;
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static Optional<Left> left(Kept from, FoundClaim claim) {
        if (of(claim).isEmpty()) {
            return Optional.of(Left.KIND);
        }
        return switch (claim.assertion()) {
            case RUMOURED, ALLEGED, UNCONFIRMED, DENIED -> Optional.of(Left.ASSERTION);
            case ASSERTED, PLANNED, CONDITIONAL, PROJECTED -> {
                if (claim.denied()) {
                    yield Optional.of(Left.ASSERTION);
                }
                if (!isTold(claim)) {
                    yield Optional.of(Left.ACTORS);
                }
                yield day(from, claim).isEmpty() ? Optional.of(Left.DATE) : Optional.empty();
            }
        };
    }

    /** Of a meeting that two were to hold, nobody is said to be the one who refuses it. */
    private static boolean isTold(FoundClaim claim) {
        int actors = claim.actors().size();
        return of(claim).filter(Event.REJECT::equals).isPresent() ? actors == 1 : actors > 0;
    }

    /** When it happened: of what is intended, when that was told, not when it is to be. */
    private static Optional<String> day(Kept from, FoundClaim claim) {
        if (of(claim).filter(Event.AGREE::equals).isPresent()) {
            return from.reading().head().published().filter(text -> text.matches(DAY));
        }
        return claim.when().flatMap(FoundClaim.When::edtf).filter(text -> text.matches(DAY));
    }

    /** Its category, where the manual leaves no doubt. */
    private static Optional<Event> of(FoundClaim claim) {
        return switch (claim.kind()) {
            case MEETING -> meeting(claim);
            case TREATY_ACTION ->
                    claim.about()
                            .action()
                            .filter(FINALISED::contains)
                            .flatMap(_ -> finalised(claim));
            // "Simple commentary" is no event, nor is a figure, nor what did not happen.
            case QUANTITY,
                    LIMIT,
                    STATEMENT,
                    COMMITMENT,
                    POSITION,
                    PARTICIPATION,
                    CHANNEL,
                    DEADLINE,
                    NO_RESPONSE,
                    MEETING_CLAIM,
                    DATE_SUSPECT,
                    OFFICE ->
                    Optional.empty();
        };
    }

    /** "Cancellation of meetings are REJECT"; a meeting that is put off is named nowhere. */
    private static Optional<Event> meeting(FoundClaim claim) {
        if (isIntended(claim)) {
            return Optional.of(Event.AGREE);
        }
        Status status = claim.status().orElse(Status.HELD);
        return switch (status) {
            case HELD, RESUMED -> Optional.of(Event.CONSULT);
            case ANNOUNCED, SCHEDULED -> Optional.of(Event.AGREE);
            case CANCELLED, REFUSED -> Optional.of(Event.REJECT);
            case PROPOSED, POSTPONED, SUSPENDED, EXPIRED -> Optional.empty();
        };
    }

    private static Optional<Event> finalised(FoundClaim claim) {
        if (isIntended(claim)) {
            return Optional.of(Event.AGREE);
        }
        Status status = claim.status().orElse(Status.HELD);
        return switch (status) {
            case HELD -> Optional.of(Event.SUPPORT);
            case ANNOUNCED, SCHEDULED -> Optional.of(Event.AGREE);
            case PROPOSED, POSTPONED, CANCELLED, SUSPENDED, RESUMED, REFUSED, EXPIRED ->
                    Optional.empty();
        };
    }

    /** "All cooperative actions reported in future tense are also taken to imply intentions." */
    private static boolean isIntended(FoundClaim claim) {
        boolean going = claim.status().map(Status::going).orElse(true);
        return going
                && (claim.assertion() == Assertion.PLANNED
                        || claim.assertion() == Assertion.PROJECTED);
    }

    private static ObjectNode event(Kept from, FoundClaim claim) {
        Event event = of(claim).orElseThrow();
        ObjectNode node = MAPPER.createObjectNode();
        node.put("id", claim.id());
        node.put("date", day(from, claim).orElseThrow());
        // Who visits whom is not looked for: all who take part are sources, as the manual has it.
        ArrayNode source = node.putArray("source");
        claim.actors().forEach(code -> actor(source.addObject(), code));
        node.putArray("event").add(event.name());
        node.put("quad_code", event.quad);
        ArrayNode mode = MAPPER.createArrayNode();
        if (event == Event.CONSULT && claim.about().format().filter(REMOTE::contains).isPresent()) {
            mode.add("phone");
        }
        if (event == Event.REJECT) {
            mode.add("meet");
        }
        if (!mode.isEmpty()) {
            node.set("mode", mode);
        }
        if (claim.assertion() == Assertion.CONDITIONAL) {
            node.putArray("context").add("hypothetical");
        }
        ObjectNode text = node.putObject("text_info");
        text.put("start", claim.anchor().from());
        text.put("end", claim.anchor().to());
        node.set("cite_info", citation(from));
        node.put("coder", "parley " + Extractor.VERSION);
        node.set("parley", said(claim));
        return node;
    }

    private static void actor(ObjectNode actor, String code) {
        if (ORGANISATIONS.contains(code)) {
            actor.put("code", "IGO").put("identifier_text", code);
        } else {
            actor.put("code", FoundClaim.three(code));
        }
    }

    private static ObjectNode citation(Kept from) {
        Reading.Head head = from.reading().head();
        ObjectNode cited = MAPPER.createObjectNode();
        cited.put("citation", from.entry().id());
        from.address().ifPresent(address -> cited.put("url", address));
        cited.put("title", from.title());
        if (!from.language().equals("und")) {
            cited.put("language", from.language().substring(0, 2));
        }
        head.outlet().ifPresent(outlet -> cited.put("publication", outlet));
        cited.put("codebook", CODEBOOK);
        return cited;
    }

    /** What PLOVER has no field for: how it is put, and who says so. */
    private static ObjectNode said(FoundClaim claim) {
        ObjectNode said = MAPPER.createObjectNode();
        said.put("kind", claim.kind().word());
        claim.about().action().ifPresent(action -> said.put("action", action));
        claim.mechanism().ifPresent(id -> said.put("mechanism", id));
        claim.status().ifPresent(status -> said.put("status", status.word()));
        said.put("assertion", claim.assertion().word());
        claim.when().flatMap(FoundClaim.When::edtf).ifPresent(date -> said.put("date", date));
        ArrayNode chain = said.putArray("attribution");
        claim.chain()
                .forEach(voice ->
                        chain.addObject().put("by", voice.by()).put("type", voice.type().word()));
        if (claim.actors().stream().anyMatch(code -> code.matches("X[A-Z]"))) {
            said.put("exercise", "EXERCISE 演练");
        }
        return said;
    }
}
