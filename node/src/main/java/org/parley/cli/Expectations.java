// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.Code;
import org.parley.Place;
import org.parley.Problem;
import org.parley.flag.Flag;
import org.parley.flag.Flags;
import org.parley.standing.Difference;
import org.parley.standing.DutyStanding;
import org.parley.standing.Figure;
import org.parley.standing.LimitStanding;
import org.parley.standing.QuotaStanding;
import org.parley.standing.Standing;
import org.parley.yaml.YamlMap;
import org.parley.yaml.YamlNode;
import org.parley.yaml.YamlScalar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares a standing with what a test file expects of it; each difference is a problem with a
 * place.
 */
final class Expectations {
    private final Standing standing;
    private final List<Problem> problems = new ArrayList<>();

    private Expectations(Standing standing) {
        this.standing = standing;
    }

    static List<Problem> compare(Standing standing, YamlMap expect) {
        expect.only(
                "counts",
                "limits",
                "duties",
                "quotas",
                "disputes",
                "acts",
                "dates",
                "flags",
                "no-flags",
                "phase",
                "last-declared",
                "contested-by",
                "members",
                "contact",
                "holdouts");
        Expectations expectations = new Expectations(standing);
        expectations.run(expect);
        return expectations.problems;
    }

    private void run(YamlMap expect) {
        pairs(expect, "counts", this::count);
        pairs(expect, "last-declared", this::lastDeclared);
        pairs(expect, "limits", this::limit);
        expect.entries("duties").forEach((id, node) -> duty(id, node.asMap()));
        expect.entries("quotas").forEach((id, node) -> quota(id, node.asMap()));
        expect.listOf("disputes").forEach(node -> dispute(node.asMap()));
        expect.entries("dates").forEach((name, node) -> date(name, node.asScalar()));
        expect.entries("acts").forEach((name, node) -> act(name, node));
        new MemberExpectations(standing, this::fail).run(expect);
        expect.findScalar("phase")
                .ifPresent(node ->
                        same(
                                node,
                                standing.phase()
                                        .name()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .replace('_', '-')));
        flags(expect);
    }

    @FunctionalInterface
    private interface Pair {
        void check(String id, String party, YamlScalar expected);
    }

    private static void pairs(YamlMap expect, String key, Pair pair) {
        expect.entries(key)
                .forEach((id, node) ->
                        node.asMap()
                                .entries()
                                .forEach(
                                        (party, value) -> pair.check(id, party, value.asScalar())));
    }

    private void same(YamlScalar expected, String found) {
        if (!expected.value().equals(found)) {
            fail(expected.place(), "expected " + expected.value() + ", found " + found);
        }
    }

    private void fail(Place place, String what) {
        problems.add(new Problem(Code.TEST_FAILED, place, what, ""));
    }

    private void count(String id, String party, YamlScalar expected) {
        String[] zoned = id.split("@", 2);
        Optional<Figure> figure =
                standing.figure(
                        zoned[0],
                        party,
                        zoned.length > 1 ? Optional.of(zoned[1]) : Optional.empty());
        same(
                expected,
                figure.filter(Figure::current)
                        .map(found -> Long.toString(found.value()))
                        .orElse("unknown"));
    }

    private void lastDeclared(String id, String party, YamlScalar expected) {
        same(
                expected,
                standing.figure(id, party, Optional.empty())
                        .map(figure -> figure.value() + " on " + figure.asOf())
                        .orElse("nothing"));
    }

    private void limit(String id, String party, YamlScalar expected) {
        same(
                expected,
                standing.limit(id, party)
                        .map(LimitStanding::state)
                        .map(LimitStanding.State::word)
                        .orElse("no such limit"));
    }

    private void duty(String id, YamlMap byParty) {
        byParty.entries()
                .forEach((party, node) ->
                        node.asMap()
                                .entries()
                                .forEach((key, state) -> duty(id, party, key, state.asScalar())));
    }

    private void duty(String id, String party, String key, YamlScalar expected) {
        Set<String> found = new TreeSet<>();
        for (DutyStanding duty : standing.duties()) {
            boolean named =
                    duty.key().toString().equals(key)
                            || duty.due().day(standing.agreement().zone()).toString().equals(key)
                            || duty.statement().filter(key::equals).isPresent();
            if (duty.id().equals(id) && duty.party().equals(party) && named) {
                found.add(duty.state().word());
            }
        }
        if (found.isEmpty()) {
            tally(id, party, expected)
                    .ifPresentOrElse(
                            ok -> {},
                            () ->
                                    fail(
                                            expected.place(),
                                            "no duty " + id + " of " + party + " for " + key));
        } else {
            same(expected, String.join(", ", found));
        }
    }

    /** Events that are only counted: {@code met} is expected where a tally has some. */
    private Optional<String> tally(String id, String party, YamlScalar expected) {
        return standing.tallies().stream()
                .filter(tally -> tally.duty().equals(id) && tally.party().equals(party))
                .flatMap(tally -> tally.numbers().keySet().stream())
                .map(DutyStanding.State::word)
                .filter(expected.value()::equals)
                .findFirst();
    }

    private void quota(String id, YamlMap byParty) {
        for (Map.Entry<String, YamlNode> entry : byParty.entries().entrySet()) {
            YamlMap wanted = entry.getValue().asMap();
            wanted.only("used", "cap", "state", "period", "group");
            Optional<QuotaStanding> found =
                    standing.quotas().stream()
                            .filter(quota -> quota.quota().id().equals(id))
                            .filter(quota -> quota.party().equals(entry.getKey()))
                            .filter(quota -> matches(quota, wanted))
                            .findFirst();
            if (found.isEmpty()) {
                fail(wanted.place(), "no quota " + id + " of " + entry.getKey() + " in the period");
                continue;
            }
            QuotaStanding quota = found.get();
            wanted.findScalar("used").ifPresent(used -> same(used, Long.toString(quota.used())));
            wanted.findScalar("cap")
                    .ifPresent(
                            cap -> same(cap, quota.cap().map(Object::toString).orElse("unknown")));
            wanted.findScalar("state").ifPresent(state -> same(state, quota.state().word()));
        }
    }

    /** The period and group asked for; else the current period. */
    private boolean matches(QuotaStanding quota, YamlMap wanted) {
        boolean period =
                wanted.findScalar("period")
                        .map(start -> quota.period().start().toString().equals(start.value()))
                        .orElseGet(() -> quota.period().contains(standing.view().asOf()));
        return period && (!wanted.has("group") || quota.group().equals(wanted.texts("group")));
    }

    private void dispute(YamlMap wanted) {
        wanted.only("count", "party", "claimed-by", "claimed", "declared", "difference");
        List<Difference> found =
                standing.differences().stream()
                        .filter(one -> one.count().equals(wanted.text("count")))
                        .filter(one -> one.party().equals(wanted.text("party")))
                        .toList();
        if (found.isEmpty()) {
            fail(wanted.place(), "no dispute over " + wanted.text("count"));
            return;
        }
        Difference one = found.getFirst();
        wanted.findScalar("claimed-by").ifPresent(by -> same(by, one.claimedBy()));
        wanted.findScalar("claimed").ifPresent(node -> same(node, Long.toString(one.claimed())));
        wanted.findScalar("declared").ifPresent(node -> same(node, Long.toString(one.declared())));
        wanted.findScalar("difference")
                .ifPresent(node -> same(node, Long.toString(one.difference())));
    }

    private void date(String name, YamlScalar expected) {
        same(expected, standing.date(name).map(LocalDate::toString).orElse("unknown"));
    }

    /** {@code act: {PARTY: date}} is its effective date. */
    private void act(String name, YamlNode node) {
        node.asMap()
                .entries()
                .forEach((party, date) -> {
                    List<String> found =
                            standing.acts().stream()
                                    .filter(act -> act.act().equals(name))
                                    .filter(act -> act.party().equals(party))
                                    .flatMap(act -> act.effective().stream())
                                    .map(Object::toString)
                                    .toList();
                    if (!found.contains(date.asScalar().value())) {
                        same(date.asScalar(), found.isEmpty() ? "none" : String.join(", ", found));
                    }
                });
    }

    private void flags(YamlMap expect) {
        Set<String> raised = new TreeSet<>();
        for (Flag flag : Flags.of(standing)) {
            raised.add(flag.code());
        }
        for (YamlNode node : expect.listOf("flags")) {
            if (!raised.contains(node.asScalar().value())) {
                fail(node.place(), "flag " + node.asScalar().value() + " is not raised");
            }
        }
        for (YamlNode node : expect.listOf("no-flags")) {
            if (raised.contains(node.asScalar().value())) {
                fail(node.place(), "flag " + node.asScalar().value() + " is raised");
            }
        }
    }
}
