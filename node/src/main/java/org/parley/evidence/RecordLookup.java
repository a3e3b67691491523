// SPDX-License-Identifier: Apache-2.0
package org.parley.evidence;

import org.parley.Code;
import org.parley.Nearest;
import org.parley.ParleyException;
import org.parley.Text;
import org.parley.agreement.Formulas;
import org.parley.estimate.Estimate;
import org.parley.estimate.Estimates;
import org.parley.record.Library;
import org.parley.standing.LimitStanding;
import org.parley.standing.Standing;
import org.parley.standing.Timeline;
import org.parley.standing.View;
import org.parley.statement.Statement;
import org.parley.statement.Step;
import org.parley.time.Edtf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Looks up what the library's records, rules and estimates say of the matters that claims speak of,
 * as known on a day. Nothing of it is typed beside the claims. Immutable once read.
 */
public final class RecordLookup {
    private final List<Lookup> lookups;
    private final Map<String, Library.Case> cases = new LinkedHashMap<>();
    private final Estimates estimates;

    private RecordLookup(List<Lookup> lookups, Library library) {
        this.lookups = List.copyOf(lookups);
        for (Lookup lookup : lookups) {
            String id = lookup.subject().thing();
            if (lookup.what() instanceof Lookup.What.OfEstimator || cases.containsKey(id)) {
                continue;
            }
            require(lookup, "mechanism", id, library.ids());
            cases.put(id, library.load(id));
        }
        this.estimates = library.estimates();
    }

    /**
     * Reads what the lookups name.
     *
     * @throws ParleyException if one names what the library does not have
     */
    static RecordLookup of(List<Lookup> lookups, Library library) {
        RecordLookup found = new RecordLookup(lookups, library);
        lookups.forEach(found::requireName);
        return found;
    }

    /** A name that means nothing would look like a record that is silent. */
    private void requireName(Lookup lookup) {
        String name = lookup.what().name();
        switch (lookup.what()) {
            case Lookup.What.OfLimit limit ->
                    require(lookup, "limit", name, one(lookup).agreement().limits().keySet());
            case Lookup.What.OfCount count ->
                    require(lookup, "count", name, one(lookup).agreement().counts().keySet());
            case Lookup.What.OfDuty duty ->
                    require(lookup, "duty", name, one(lookup).agreement().duties().keySet());
            case Lookup.What.OfAct act ->
                    require(lookup, "act", name, RecordEntry.actsIn(one(lookup).record()));
            case Lookup.What.OfContact step -> require(lookup, "step", name, Step.words());
            case Lookup.What.OfStatement statement ->
                    require(lookup, "statement", name, RecordEntry.refsIn(one(lookup).record()));
            case Lookup.What.OfEstimator estimator ->
                    require(
                            lookup,
                            "estimator",
                            name,
                            estimates.datasets().stream().map(set -> set.estimator()).toList());
        }
    }

    private static void require(Lookup lookup, String what, String name, Collection<String> known) {
        if (!known.contains(name)) {
            throw new ParleyException(
                    Code.UNKNOWN_REF,
                    lookup.place(),
                    "no " + what + " \"" + name + "\"",
                    Nearest.hint(name, known));
        }
    }

    private Library.Case one(Lookup lookup) {
        return Optional.ofNullable(cases.get(lookup.subject().thing())).orElseThrow();
    }

    /**
     * Looks up what a file names: {@code format} and {@code record}, as in files of claims.
     *
     * @throws ParleyException if it names what the library does not have
     */
    public static RecordLookup read(String origin, String text, Library library) {
        return of(ClaimReader.read(origin, text).lookups(), library);
    }

    /** What was known by a day. */
    public List<Fact> knownOn(LocalDate day) {
        List<Fact> facts = new ArrayList<>();
        for (Lookup lookup : lookups) {
            facts.addAll(
                    switch (lookup.what()) {
                        case Lookup.What.OfLimit limit -> limits(lookup, limit.name(), day);
                        case Lookup.What.OfEstimator estimator ->
                                estimates(lookup, estimator.name(), day);
                        case Lookup.What.OfCount count -> entries(lookup, day);
                        case Lookup.What.OfDuty duty -> entries(lookup, day);
                        case Lookup.What.OfAct act -> entries(lookup, day);
                        case Lookup.What.OfContact step -> entries(lookup, day);
                        case Lookup.What.OfStatement statement -> entries(lookup, day);
                    });
        }
        return facts;
    }

    /** One entry by several authors makes a statement for each, and one fact of all of them. */
    private List<Fact> entries(Lookup lookup, LocalDate day) {
        Library.Case one = one(lookup);
        Map<String, List<Statement>> entries = new LinkedHashMap<>();
        for (Statement statement : one.record().statements()) {
            boolean known =
                    !statement.knownFrom(Optional.empty(), one.agreement().zone()).isAfter(day);
            if (known && RecordEntry.isMeant(lookup.what(), statement)) {
                entries.computeIfAbsent(RecordEntry.name(statement), _ -> new ArrayList<>())
                        .add(statement);
            }
        }
        return entries.values().stream()
                .map(statements -> RecordEntry.fact(lookup, one.agreement(), statements))
                .toList();
    }

    private List<Fact> limits(Lookup lookup, String name, LocalDate day) {
        Library.Case one = one(lookup);
        List<LocalDate> said =
                one.record().statements().stream()
                        .map(it -> it.knownFrom(Optional.empty(), one.agreement().zone()))
                        .filter(known -> !known.isAfter(day))
                        .sorted()
                        .toList();
        if (said.isEmpty()) {
            return List.of();
        }
        // No clock: the last day on which the record learnt something is as far as it can tell.
        View view = View.declared(said.getLast(), said.getLast());
        Standing standing =
                Timeline.of(
                                one.agreement(),
                                new Formulas(one.agreement()),
                                one.record().statements(),
                                one.record().coverage())
                        .at(view, view.asOf());
        Map<Long, List<LimitStanding>> bounds = new LinkedHashMap<>();
        for (LimitStanding limit : standing.limits()) {
            if (limit.limit().id().equals(name)) {
                limit.bound()
                        .ifPresent(bound ->
                                bounds.computeIfAbsent(bound, _ -> new ArrayList<>()).add(limit));
            }
        }
        return bounds.values().stream()
                .map(same -> limit(lookup, same, Edtf.of(said.getFirst())))
                .toList();
    }

    private static Fact limit(Lookup lookup, List<LimitStanding> same, Edtf known) {
        LimitStanding first = same.getFirst();
        TreeSet<String> parties = new TreeSet<>();
        same.forEach(limit -> parties.add(limit.party()));
        long bound = first.bound().orElseThrow();
        Text title = first.limit().provision().title();
        String digits = String.format(Locale.ROOT, "%,d", bound);
        boolean upper = first.limit().upper();
        Optional<Edtf> when =
                first.binds()
                        .map(from ->
                                Edtf.parse(
                                        from
                                                + "/"
                                                + first.ends()
                                                        .map(LocalDate::toString)
                                                        .orElse(".."),
                                        first.limit().provision().place()));
        return new Fact(
                first.limit().provision().path(),
                lookup.subject().of(List.copyOf(parties)),
                Fact.Nature.LIMIT,
                RecordEntry.number(lookup, bound),
                when,
                known,
                Optional.empty(),
                Text.of(
                        title.en()
                                + ": "
                                + (upper ? "at most " : "at least ")
                                + digits
                                + ", each of "
                                + String.join(", ", parties)
                                + first.limit()
                                        .provision()
                                        .article()
                                        .map(article -> " (" + article + ").")
                                        .orElse("."),
                        title.zh()
                                + "："
                                + String.join("、", parties)
                                + "各"
                                + (upper ? "至多" : "至少")
                                + digits
                                + first.limit()
                                        .provision()
                                        .article()
                                        .map(article -> "（" + article + "）。")
                                        .orElse("。")),
                Optional.of(lookup.subject().thing() + "/" + first.limit().provision().path()),
                org.parley.statement.Source.NONE,
                first.limit().provision().unverified(),
                false);
    }

    private List<Fact> estimates(Lookup lookup, String estimator, LocalDate day) {
        return estimates.at(day).values().stream()
                .filter(one -> one.dataset().estimator().equals(estimator))
                .filter(one -> !one.state().equals(Estimate.WORLD))
                .map(one -> estimate(lookup, one))
                .toList();
    }

    private static Fact estimate(Lookup lookup, Estimate one) {
        String digits = String.format(Locale.ROOT, "%,d", one.value());
        Text name = one.dataset().estimatorName();
        Text title = one.quantity().title();
        return new Fact(
                one.dataset().id()
                        + "/"
                        + one.state()
                        + "/"
                        + one.quantity().word()
                        + "/"
                        + one.of(),
                lookup.subject().of(List.of(one.state())),
                Fact.Nature.ESTIMATE,
                RecordEntry.estimated(one),
                Optional.of(one.of()),
                one.dataset().vintage(),
                Optional.empty(),
                Text.of(
                        name.en()
                                + ", published "
                                + one.dataset().vintage()
                                + ": "
                                + title.en()
                                + " of "
                                + one.state()
                                + " in "
                                + one.of()
                                + ": "
                                + digits
                                + ".",
                        name.zh()
                                + "（"
                                + one.dataset().vintage()
                                + "公布）："
                                + one.state()
                                + "，"
                                + one.of()
                                + "，"
                                + title.zh()
                                + digits
                                + "枚。"),
                Optional.empty(),
                one.dataset().source(),
                one.unverified(),
                one.dataset().exercise());
    }
}
