// SPDX-License-Identifier: Apache-2.0
package org.parley.standing;

import org.parley.agreement.Agreement;
import org.parley.agreement.Holder;
import org.parley.agreement.Limit;
import org.parley.agreement.Versions;
import org.parley.statement.Statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Sets each figure against its limit, and says whether the limit binds. */
final class LimitFold {
    private final Agreement agreement;
    private final Life life;
    private final Decisions decisions;
    private final List<Figure> figures;
    private final View view;

    LimitFold(
            Agreement agreement, Life life, Decisions decisions, List<Figure> figures, View view) {
        this.agreement = agreement;
        this.life = life;
        this.decisions = decisions;
        this.figures = figures;
        this.view = view;
    }

    List<LimitStanding> limits() {
        List<LimitStanding> standings = new ArrayList<>();
        for (Versions<Limit> versions : agreement.limits().values()) {
            Limit limit = versions.on(view.asOf(), life::day);
            for (String holder : holders(limit)) {
                standings.add(standing(limit, holder));
            }
        }
        return standings;
    }

    private Collection<String> holders(Limit limit) {
        return switch (limit.holder()) {
            case Holder.EachParty each -> agreement.parties();
            case Holder.EachGroup each -> agreement.groups().keySet();
            case Holder.Named(String name) -> List.of(name);
        };
    }

    private LimitStanding standing(Limit limit, String party) {
        Optional<Figure> figure =
                figures.stream()
                        .filter(one ->
                                one.count().equals(limit.count())
                                        && one.party().equals(party)
                                        && one.zone().equals(limit.zone()))
                        .findFirst();
        Optional<Long> bound =
                switch (limit.bound()) {
                    case Limit.Bound.Fixed fixed ->
                            Optional.of(fixed.in(agreement.count(limit.count()).decimals()));
                    case Limit.Bound.Decided(String name) -> decisions.value(name, view.asOf());
                };
        Optional<LocalDate> binds = binds(limit, party);
        Optional<LocalDate> ends = ends(limit, party);
        Optional<Long> headroom =
                figure.filter(Figure::current).isPresent() && bound.isPresent()
                        ? Optional.of(
                                limit.upper()
                                        ? bound.get() - figure.get().value()
                                        : figure.get().value() - bound.get())
                        : Optional.empty();
        return new LimitStanding(
                limit,
                party,
                figure,
                bound,
                state(limit, party, binds, ends, headroom),
                headroom,
                binds,
                ends);
    }

    private Optional<LocalDate> binds(Limit limit, String party) {
        if (limit.on().isPresent()) {
            return life.day(limit.on().get(), party);
        }
        return limit.from().isPresent()
                ? life.day(limit.from().get(), party)
                : life.beginFor(party);
    }

    private Optional<LocalDate> ends(Limit limit, String party) {
        Optional<LocalDate> own =
                limit.on().isPresent()
                        ? life.day(limit.on().get(), party).map(day -> day.plusDays(1))
                        : limit.until().flatMap(date -> life.day(date, party));
        Optional<LocalDate> general = life.endFor(party);
        return own.isPresent() && (general.isEmpty() || own.get().isBefore(general.get()))
                ? own
                : general;
    }

    private LimitStanding.State state(
            Limit limit,
            String party,
            Optional<LocalDate> binds,
            Optional<LocalDate> ends,
            Optional<Long> headroom) {
        LocalDate day = view.asOf();
        boolean over = ends.isPresent() && !day.isBefore(ends.get());
        if (over || life.phase() == Standing.Phase.ENDED) {
            return LimitStanding.State.NO_LONGER_BINDING;
        }
        if (binds.isEmpty() || day.isBefore(binds.get())) {
            return LimitStanding.State.NOT_YET_BINDING;
        }
        if (headroom.isEmpty()) {
            return LimitStanding.State.UNKNOWN;
        }
        return bindingState(limit, party, headroom.get());
    }

    /**
     * Inside its term a limit is contested where its holder says that it is suspended and that is
     * not common ground; in the holder's own view it is what the holder says it is. So is every
     * limit of an agreement of which some say that it is over and others not, and in the view of
     * one who says so none binds.
     */
    private LimitStanding.State bindingState(Limit limit, String party, long headroom) {
        LimitStanding.State plain =
                headroom < 0 ? LimitStanding.State.OVER : LimitStanding.State.WITHIN;
        if (life.phase() == Standing.Phase.CONTESTED) {
            return LimitStanding.State.CONTESTED;
        }
        String path = limit.provision().path();
        List<Statement> excuses = life.excuses(party, path, view.asOf());
        if (excuses.isEmpty()) {
            return plain;
        }
        if (view.accordingTo().isEmpty()) {
            return LimitStanding.State.CONTESTED;
        }
        boolean own = view.accordingTo().get().equals(party);
        if (own && life.observedPolitically(party, path, view.asOf())) {
            return LimitStanding.State.OBSERVED_POLITICALLY;
        }
        return own ? LimitStanding.State.NO_LONGER_BINDING : plain;
    }
}
