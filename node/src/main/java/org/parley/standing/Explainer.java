// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.Code;
import org.parley.Nearest;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Text;
import org.parley.agreement.Agreement;
import org.parley.agreement.Count;
import org.parley.agreement.Duty;
import org.parley.agreement.Formula;
import org.parley.agreement.Formulas;
import org.parley.agreement.Limit;
import org.parley.agreement.Provision;
import org.parley.agreement.Quota;
import org.parley.statement.Item;
import org.parley.statement.Statement;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Explains a standing's parts. Pure and thread safe; works on the record from the start each time.
 */
public final class Explainer {
    private final Agreement agreement;
    private final List<Statement> statements;
    private final Workings workings;

    public Explainer(Agreement agreement, Formulas formulas, List<Statement> statements) {
        this.agreement = agreement;
        this.statements = List.copyOf(statements);
        this.workings = new Workings(agreement, formulas, this.statements);
    }

    /**
     * Explains a thing by its path: {@code limits.ID PARTY}, {@code counts.ID PARTY}, {@code
     * duties.ID PARTY [DATE]}, {@code quotas.ID PARTY [PERIOD]}, {@code disputes.COUNT PARTY},
     * {@code items.ID}, {@code statements.REF}.
     *
     * @throws ParleyException if there is no such thing in the standing
     */
    public List<Explanation> explain(Standing standing, String path, List<String> narrowing) {
        int dot = path.indexOf('.');
        String section = dot < 0 ? path : path.substring(0, dot);
        String id = dot < 0 ? "" : path.substring(dot + 1);
        List<Explanation> found =
                switch (section) {
                    case "limits" -> limits(standing, id, narrowing);
                    case "counts" -> counts(standing, id, narrowing);
                    case "duties", "procedures" -> duties(standing, id, narrowing);
                    case "quotas" -> quotas(standing, id, narrowing);
                    case "disputes" -> disputes(standing, id, narrowing);
                    case "items" -> items(standing, id, narrowing);
                    case "statements" -> ofStatement(id);
                    default -> provision(path);
                };
        if (found.isEmpty()) {
            throw new ParleyException(
                    Code.NOT_FOUND,
                    Place.of(path),
                    "nothing like this stands in the view",
                    suggestion(section, id));
        }
        return found;
    }

    private String suggestion(String section, String id) {
        Set<String> known =
                switch (section) {
                    case "limits" -> agreement.limits().keySet();
                    case "counts", "disputes" -> agreement.counts().keySet();
                    case "duties" -> agreement.duties().keySet();
                    case "quotas" -> agreement.quotas().keySet();
                    default -> agreement.provisions().keySet();
                };
        return known.contains(id)
                ? "name another party or date"
                : Nearest.hint(id, new TreeSet<>(known));
    }

    private static boolean wanted(List<String> narrowing, String... names) {
        return List.of(names).containsAll(narrowing);
    }

    private List<Explanation> limits(Standing standing, String id, List<String> narrowing) {
        List<Explanation> found = new ArrayList<>();
        for (LimitStanding limit : standing.limits()) {
            if (limit.limit().id().equals(id) && wanted(narrowing, limit.party())) {
                found.add(limit(standing, limit));
            }
        }
        return found;
    }

    private Explanation limit(Standing standing, LimitStanding limit) {
        Limit rule = limit.limit();
        Optional<Explanation> count = limit.figure().map(figure -> count(standing, figure));
        return new Explanation(
                rule.provision().path() + " " + limit.party(),
                headline(rule.provision(), limit.party(), limit.state().title()),
                Optional.of(rule.provision()),
                count.map(Explanation::formulas).orElse(List.of()),
                Reasons.limit(
                        limit,
                        agreement.count(rule.count()).provision().title(),
                        count.map(Explanation::reasons)),
                count.map(Explanation::items).orElse(List.of()),
                count.map(Explanation::statements).orElse(List.of()));
    }

    private static Text quotaState(QuotaStanding quota) {
        String used = quota.used() + "/" + quota.cap().map(String::valueOf).orElse("?") + " ";
        return Text.of(used + quota.state().title().en(), used + quota.state().title().zh());
    }

    private static Text headline(Provision rule, String party, Text state) {
        return Text.of(
                rule.title().en() + ", " + party + ": " + state.en(),
                rule.title().zh() + "，" + party + "：" + state.zh());
    }

    private List<Explanation> counts(Standing standing, String id, List<String> narrowing) {
        List<Explanation> found = new ArrayList<>();
        for (Figure figure : standing.figures()) {
            if (figure.count().equals(id)
                    && wanted(narrowing, figure.party(), figure.zone().orElse(figure.party()))) {
                found.add(count(standing, figure));
            }
        }
        return found;
    }

    private Explanation count(Standing standing, Figure figure) {
        Count rule = agreement.count(figure.count());
        List<String> texts = new ArrayList<>();
        rule.where().map(Formula::text).ifPresent(where -> texts.add("where " + where));
        rule.each().map(Formula::text).ifPresent(each -> texts.add("each " + each));
        List<Text> reasons = new ArrayList<>(Reasons.figure(figure));
        boolean lacking =
                standing.findings().stream()
                        .anyMatch(one ->
                                one.what().equals("incomplete-items")
                                        && one.party().equals(figure.party())
                                        && one.about().equals(rule.provision().path()));
        if (lacking) {
            reasons.addAll(workings.incomplete(standing, rule, figure.party()));
        }
        boolean overItems =
                figure.basis() == Figure.Basis.ITEMS
                        || figure.basis() == Figure.Basis.CLAIMED && !rule.declared();
        return new Explanation(
                rule.provision().path() + " " + figure.party(),
                headline(
                        rule.provision(),
                        figure.party(),
                        figure.current()
                                ? Text.same(Long.toString(figure.value()))
                                : Text.of(
                                        "unknown, last declared " + figure.value(),
                                        "不详，最近一次申报为 " + figure.value())),
                Optional.of(rule.provision()),
                texts,
                reasons,
                overItems ? workings.contributions(standing, rule, figure.party()) : List.of(),
                named(figure.statements()));
    }

    private List<Explanation> items(Standing standing, String id, List<String> narrowing) {
        List<Explanation> found = new ArrayList<>();
        for (String party : agreement.parties()) {
            ItemHistory history = workings.history(standing, party);
            Item item = history.items().get(id);
            if (item == null || !wanted(narrowing, party)) {
                continue;
            }
            List<Explanation.Contribution> adds = new ArrayList<>();
            List<Text> reasons = new ArrayList<>();
            for (Count rule : agreement.counts().values()) {
                if (rule.declared()) {
                    continue;
                }
                var one =
                        workings.contribution(
                                standing, workings.each(standing, rule), item, history.refs(id));
                adds.add(one);
                reasons.add(
                        Text.of(
                                rule.provision().path() + ": adds " + one.adds(),
                                rule.provision().path() + "：计入 " + one.adds()));
            }
            found.add(
                    new Explanation(
                            "items." + id + " " + party,
                            Text.of(
                                    id + ": " + item.kind() + ", " + item.state(),
                                    id + "：" + item.kind() + "，" + item.state()),
                            Optional.empty(),
                            List.of(),
                            reasons,
                            adds,
                            named(history.refs(id))));
        }
        return found;
    }

    private List<Explanation> duties(Standing standing, String id, List<String> narrowing) {
        List<Explanation> found = new ArrayList<>();
        for (DutyStanding duty : standing.duties()) {
            String due = duty.due().day(agreement.zone()).toString();
            if (duty.id().equals(id)
                    && wanted(narrowing, duty.party(), duty.key().toString(), due)) {
                found.add(duty(duty));
            }
        }
        return found;
    }

    private Explanation duty(DutyStanding standing) {
        Duty rule = standing.duty();
        Set<String> refs = new LinkedHashSet<>();
        standing.statement().ifPresent(refs::add);
        standing.positions().forEach(position -> refs.add(position.ref()));
        List<String> texts = new ArrayList<>();
        rule.by().ifPresent(by -> texts.add("by " + by));
        rule.notice().ifPresent(notice -> texts.add("notice " + notice));
        rule.when().ifPresent(when -> texts.add("when " + when.text()));
        return new Explanation(
                rule.provision().path() + " " + standing.party() + " " + standing.key(),
                headline(rule.provision(), standing.party(), standing.state().title()),
                Optional.of(rule.provision()),
                texts,
                Reasons.duty(standing),
                List.of(),
                named(List.copyOf(refs)));
    }

    private List<Explanation> quotas(Standing standing, String id, List<String> narrowing) {
        List<Explanation> found = new ArrayList<>();
        for (QuotaStanding quota : standing.quotas()) {
            List<String> names = new ArrayList<>(quota.group());
            names.add(quota.party());
            names.add(quota.period().start().toString());
            names.add(quota.period().toString());
            if (quota.quota().id().equals(id) && names.containsAll(narrowing)) {
                found.add(quota(quota));
            }
        }
        return found;
    }

    private Explanation quota(QuotaStanding standing) {
        Quota rule = standing.quota();
        List<String> texts = new ArrayList<>();
        rule.when().ifPresent(when -> texts.add("when " + when.text()));
        rule.notCounted().ifPresent(not -> texts.add("not-counted " + not.text()));
        if (rule.cap() instanceof Quota.Cap.ByFormula(Formula cap)) {
            texts.add("at-most " + cap.text());
        }
        return new Explanation(
                rule.provision().path() + " " + standing.party() + " " + standing.period(),
                headline(rule.provision(), standing.party(), quotaState(standing)),
                Optional.of(rule.provision()),
                texts,
                Reasons.quota(standing),
                List.of(),
                named(standing.statements()));
    }

    private List<Explanation> disputes(Standing standing, String count, List<String> narrowing) {
        List<Explanation> found = new ArrayList<>();
        for (Difference one : standing.differences()) {
            if (one.count().equals(count) && wanted(narrowing, one.party(), one.claimedBy())) {
                Provision rule = agreement.count(count).provision();
                found.add(
                        new Explanation(
                                "disputes." + count + " " + one.party() + " " + one.claimedBy(),
                                Text.of(
                                        rule.title().en()
                                                + ", "
                                                + one.party()
                                                + ": declared "
                                                + one.declared()
                                                + ", according to "
                                                + one.claimedBy()
                                                + " "
                                                + one.claimed(),
                                        rule.title().zh()
                                                + "，"
                                                + one.party()
                                                + "：申报 "
                                                + one.declared()
                                                + "，依据 "
                                                + one.claimedBy()
                                                + " 为 "
                                                + one.claimed()),
                                Optional.of(rule),
                                List.of(),
                                Reasons.difference(one),
                                List.of(),
                                disputed(standing, one)));
            }
        }
        return found;
    }

    private List<Statement> disputed(Standing standing, Difference one) {
        Set<String> refs = new LinkedHashSet<>(List.of(one.statement()));
        standing.figure(one.count(), one.party(), one.zone())
                .ifPresent(figure -> refs.addAll(figure.statements()));
        return named(List.copyOf(refs));
    }

    private List<Explanation> ofStatement(String ref) {
        return named(List.of(ref)).stream()
                .map(statement ->
                        new Explanation(
                                "statements." + ref,
                                Text.of(
                                        statement.by() + " · " + statement.kind().word(),
                                        statement.by() + " · " + statement.kind().word()),
                                statement.under().flatMap(agreement::provision),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(statement)))
                .toList();
    }

    private List<Explanation> provision(String path) {
        return agreement.provision(path).stream()
                .map(rule ->
                        new Explanation(
                                path,
                                rule.title(),
                                Optional.of(rule),
                                List.of(),
                                rule.note().map(List::of).orElse(List.of()),
                                List.of(),
                                List.of()))
                .toList();
    }

    private List<Statement> named(List<String> refs) {
        Map<String, Statement> byRef = new java.util.HashMap<>();
        statements.forEach(statement -> byRef.put(statement.ref(), statement));
        List<Statement> found = new ArrayList<>();
        for (String ref : refs) {
            Statement statement = byRef.get(ref);
            if (statement != null) {
                found.add(statement);
            }
        }
        return found;
    }
}
