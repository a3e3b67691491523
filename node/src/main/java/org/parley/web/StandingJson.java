// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.agreement.Agreement;
import org.parley.flag.Flag;
import org.parley.flag.Flags;
import org.parley.standing.ActLine;
import org.parley.standing.Difference;
import org.parley.standing.DutyStanding;
import org.parley.standing.Figure;
import org.parley.standing.LimitStanding;
import org.parley.standing.MemberStanding;
import org.parley.standing.Position;
import org.parley.standing.QuotaStanding;
import org.parley.standing.Standing;
import org.parley.time.Edtf;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** A standing as JSON; the shape is documented in docs/formats/status.md and only ever grows. */
public final class StandingJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private StandingJson() {}

    /** Pretty-printed, with a newline at the end. */
    public static String print(Standing standing, String language) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(of(standing, language))
                + "\n";
    }

    /** Members alone, with the view and the hold-outs. */
    public static String members(Standing standing, List<MemberStanding> members, String language) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("agreement", standing.agreement().id());
        root.put("title", standing.agreement().title().in(language));
        ObjectNode view = root.putObject("view");
        view.put("asOf", standing.view().asOf().toString());
        view.put("knownOn", standing.view().knownOn().toString());
        view.put("accordingTo", standing.view().viewer());
        MembersJson.members(root.putArray("members"), members);
        strings(root.putArray("holdouts"), standing.holdouts());
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    public static ObjectNode of(Standing standing, String language) {
        ObjectNode root = MAPPER.createObjectNode();
        Agreement agreement = standing.agreement();
        root.put("agreement", agreement.id());
        root.put("title", agreement.title().in(language));
        root.put("digest", "sha256:" + agreement.digest());
        if (agreement.exercise()) {
            root.put("exercise", "EXERCISE 演练");
        }
        ObjectNode view = root.putObject("view");
        view.put("asOf", standing.view().asOf().toString());
        view.put("knownOn", standing.view().knownOn().toString());
        view.put("accordingTo", standing.view().viewer());
        root.put("phase", word(standing.phase().name()));
        ObjectNode dates = root.putObject("dates");
        standing.dates().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(entry -> dates.put(entry.getKey(), entry.getValue().toString()));
        counts(root.putArray("counts"), standing.figures());
        limits(root.putArray("limits"), standing.limits());
        duties(root.putArray("duties"), standing.duties());
        tallies(root.putArray("tallies"), standing);
        quotas(root.putArray("quotas"), standing.quotas());
        uses(root.putArray("uses"), standing);
        acts(root.putArray("acts"), standing.acts());
        MembersJson.members(root.putArray("members"), standing.members());
        strings(root.putArray("holdouts"), standing.holdouts());
        standing.contact().ifPresent(contact -> MembersJson.contact(root, contact, language));
        disputes(root.putArray("disputes"), standing.differences());
        positions(root.putArray("positions"), standing.positions(), language);
        flags(root.putArray("flags"), Flags.of(standing), language);
        return root;
    }

    static String word(String constant) {
        return constant.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static void counts(ArrayNode array, List<Figure> figures) {
        for (Figure figure : figures) {
            ObjectNode node = array.addObject();
            node.put("id", figure.count());
            node.put("party", figure.party());
            node.put("by", figure.by());
            figure.zone().ifPresent(zone -> node.put("zone", zone));
            node.put("value", figure.value());
            node.put("asOf", figure.asOf().toString());
            node.put("statement", figure.statements().getFirst());
            node.put("current", figure.current());
            figure.heldUntil().ifPresent(day -> node.put("heldUntil", day.toString()));
            node.put("basis", word(figure.basis().name()));
            strings(node.putArray("statements"), figure.statements());
        }
    }

    private static void limits(ArrayNode array, List<LimitStanding> limits) {
        for (LimitStanding limit : limits) {
            ObjectNode node = array.addObject();
            node.put("id", limit.limit().id());
            node.put("party", limit.party());
            limit.value().ifPresentOrElse(v -> node.put("value", v), () -> node.putNull("value"));
            limit.bound().ifPresentOrElse(b -> node.put("bound", b), () -> node.putNull("bound"));
            node.put("state", limit.state().word());
            limit.headroom()
                    .ifPresentOrElse(h -> node.put("headroom", h), () -> node.putNull("headroom"));
            node.put("count", limit.limit().count());
            limit.limit().zone().ifPresent(zone -> node.put("zone", zone));
            limit.figure()
                    .ifPresent(figure -> {
                        ObjectNode last = node.putObject("lastDeclared");
                        last.put("value", figure.value());
                        last.put("asOf", figure.asOf().toString());
                    });
            limit.binds().ifPresent(day -> node.put("bindsFrom", day.toString()));
            limit.ends().ifPresent(day -> node.put("until", day.toString()));
        }
    }

    private static void duties(ArrayNode array, List<DutyStanding> duties) {
        for (DutyStanding duty : duties) {
            ObjectNode node = array.addObject();
            node.put("id", duty.id());
            node.put("party", duty.party());
            node.put("due", duty.due().toString());
            node.put("state", duty.state().word());
            duty.statement()
                    .ifPresentOrElse(
                            ref -> node.put("statement", ref), () -> node.putNull("statement"));
            node.put("for", duty.key().toString());
            duty.received().ifPresent(day -> node.put("receivedBy", day.toString()));
            node.put("receiptShown", duty.receiptShown());
            ArrayNode positions = node.putArray("positions");
            for (DutyStanding.Position position : duty.positions()) {
                ObjectNode one = positions.addObject();
                one.put("party", position.party());
                one.put("says", position.says());
                one.put("statement", position.ref());
            }
        }
    }

    private static void tallies(ArrayNode array, Standing standing) {
        standing.tallies()
                .forEach(tally -> {
                    ObjectNode node = array.addObject();
                    node.put("id", tally.duty());
                    node.put("party", tally.party());
                    ObjectNode numbers = node.putObject("numbers");
                    tally.numbers().forEach((state, number) -> numbers.put(state.word(), number));
                });
    }

    private static void quotas(ArrayNode array, List<QuotaStanding> quotas) {
        for (QuotaStanding quota : quotas) {
            ObjectNode node = array.addObject();
            node.put("id", quota.quota().id());
            node.put("party", quota.party());
            node.put("period", quota.period().toString());
            node.put("used", quota.used());
            quota.cap().ifPresentOrElse(cap -> node.put("cap", cap), () -> node.putNull("cap"));
            node.put("state", quota.state().word());
            strings(node.putArray("group"), quota.group());
            node.put("declaredTotal", quota.declaredTotal());
            strings(node.putArray("statements"), quota.statements());
        }
    }

    private static void uses(ArrayNode array, Standing standing) {
        standing.uses()
                .forEach(use -> {
                    ObjectNode node = array.addObject();
                    node.put("what", use.what());
                    node.put("party", use.party());
                    node.put("asOf", use.asOf().toString());
                    node.put("number", use.number());
                    node.put("statement", use.statement());
                });
    }

    private static void acts(ArrayNode array, List<ActLine> acts) {
        for (ActLine act : acts) {
            ObjectNode node = array.addObject();
            node.put("act", act.act());
            node.put("party", act.party());
            strings(node.putArray("scope"), act.scope().provisions());
            date(node, "decided", act.decided());
            date(node, "notified", act.notified());
            date(node, "received", act.received());
            date(node, "effective", act.effective());
            date(node, "until", act.until());
            node.put("taken", act.taken());
            strings(node.putArray("contestedBy"), act.contestedBy());
            node.put("statement", act.statement());
        }
    }

    private static void date(ObjectNode node, String key, java.util.Optional<Edtf> date) {
        date.ifPresent(edtf -> node.put(key, edtf.toString()));
    }

    private static void disputes(ArrayNode array, List<Difference> differences) {
        for (Difference one : differences) {
            ObjectNode node = array.addObject();
            node.put("count", one.count());
            node.put("party", one.party());
            one.zone().ifPresent(zone -> node.put("zone", zone));
            node.put("claimedBy", one.claimedBy());
            node.put("claimed", one.claimed());
            node.put("declared", one.declared());
            node.put("difference", one.difference());
            node.put("statement", one.statement());
        }
    }

    private static void positions(ArrayNode array, List<Position> positions, String language) {
        for (Position position : positions) {
            ObjectNode node = array.addObject();
            node.put("by", position.by());
            node.put("says", position.says());
            node.put("about", position.about());
            position.date().ifPresent(day -> node.put("date", day.toString()));
            position.words().ifPresent(words -> node.put("text", words.in(language)));
            node.put("statement", position.statement());
        }
    }

    private static void flags(ArrayNode array, List<Flag> flags, String language) {
        for (Flag flag : flags) {
            ObjectNode node = array.addObject();
            node.put("code", flag.code());
            node.put("party", flag.party());
            node.put("about", flag.about());
            node.put("text", flag.text().in(language));
            strings(node.putArray("statements"), flag.statements());
        }
    }

    static void strings(ArrayNode array, List<String> values) {
        values.forEach(array::add);
    }
}
