// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.standing.ContactStanding;
import org.parley.standing.MemberStanding;
import org.parley.statement.Body;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The parts of a standing's JSON that tell of members and contacts. */
final class MembersJson {
    private MembersJson() {}

    static void members(ArrayNode array, List<MemberStanding> members) {
        for (MemberStanding member : members) {
            ObjectNode node = array.addObject();
            node.put("party", member.party());
            node.put("state", member.state().word());
            day(node, "signed", member.signed());
            day(node, "deposited", member.deposited());
            day(node, "since", member.since());
            day(node, "rule", member.rule());
            day(node, "until", member.until());
            StandingJson.strings(node.putArray("contestedBy"), member.contestedBy());
            StandingJson.strings(node.putArray("statements"), member.statements());
        }
    }

    /** The state as {@code contact}, its steps as {@code steps}, promises as {@code promises}. */
    static void contact(ObjectNode root, ContactStanding contact, String language) {
        ObjectNode node = root.putObject("contact");
        node.put("state", contact.state().word());
        day(node, "since", contact.since());
        StandingJson.strings(node.putArray("by"), contact.by());
        contact.before().ifPresent(state -> node.put("before", state.word()));
        day(node, "lastTouch", contact.lastTouch());
        day(node, "lastEvidence", contact.lastEvidence());
        ObjectNode words = node.putObject("words");
        contact.words()
                .forEach((party, word) -> {
                    ObjectNode one = words.putObject(party);
                    one.put("step", word.step().word());
                    one.put("day", word.day().toString());
                    one.put("statement", word.statement());
                });
        steps(root.putArray("steps"), contact.events(), language);
        ArrayNode promises = root.putArray("promises");
        for (ContactStanding.Promise promise : contact.promises()) {
            ObjectNode one = promises.addObject();
            one.put("promised", promise.promised());
            one.put("on", promise.promisedOn().toString());
            promise.fulfilled().ifPresent(ref -> one.put("fulfilled", ref));
            day(one, "fulfilledOn", promise.fulfilledOn());
            turns(one.putArray("plans"), promise.plans());
            turns(one.putArray("against"), promise.against());
            ObjectNode days = one.putObject("days");
            promise.days().forEach(days::put);
        }
    }

    private static void turns(ArrayNode array, List<ContactStanding.Turn> turns) {
        for (ContactStanding.Turn turn : turns) {
            ObjectNode node = array.addObject();
            node.put("step", turn.step().word());
            node.put("on", turn.day().toString());
            StandingJson.strings(node.putArray("by"), turn.by());
            node.put("statement", turn.statement());
        }
    }

    private static void steps(
            ArrayNode array, List<ContactStanding.Event> events, String language) {
        for (ContactStanding.Event event : events) {
            ObjectNode node = array.addObject();
            node.put("step", event.step().word());
            node.put("on", event.day().toString());
            StandingJson.strings(node.putArray("by"), event.by());
            Body.Circumstances how = event.told().how();
            how.where().ifPresent(where -> node.put("where", where.in(language)));
            how.because().ifPresent(because -> node.put("because", because.in(language)));
            StandingJson.strings(
                    node.putArray("statements"),
                    event.statements().stream().map(one -> one.ref()).toList());
        }
    }

    private static void day(ObjectNode node, String key, Optional<LocalDate> day) {
        day.ifPresent(date -> node.put(key, date.toString()));
    }
}
