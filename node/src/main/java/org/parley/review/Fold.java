// SPDX-License-Identifier: Apache-2.0
package org.parley.review;

import org.parley.document.ReadDocument;
import org.parley.extraction.FoundClaim;
import org.parley.extraction.reading.Extractor.Extraction;
import org.parley.review.Reviewed.Claim;
import org.parley.review.Reviewed.Lost;
import org.parley.review.Reviewed.State;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Applies decisions, in the order in which they were made, to what is found in one document. */
final class Fold {
    private final Extraction extraction;
    private final ReadDocument document;
    private final Map<String, Decided> links = new TreeMap<>();
    private final List<Lost> lost = new ArrayList<>();

    /** By the id of the claim, the last decision about it. */
    private final Map<String, Decided> last = new LinkedHashMap<>();

    Fold(Extraction extraction) {
        this.extraction = extraction;
        this.document = extraction.document();
    }

    Reviewed over(List<Decided> decisions) {
        for (Decided decided : decisions) {
            Decision decision = decided.decision();
            if (!decision.document().equals(document.id())) {
                if (decision.name().equals(document.name())) {
                    lost.add(new Lost(decided, Lost.Why.OTHER_DOCUMENT));
                }
                continue;
            }
            switch (decision) {
                case Decision.Anchor _ -> {}
                case Decision.Link link -> links.put(link.called(), decided);
                case Decision.Merge merge -> merge(decided, merge);
                case Decision.OnClaim one -> {
                    if (one.quote().standsIn(document)) {
                        last.put(one.quote().claim(), decided);
                    } else {
                        lost.add(new Lost(decided, Lost.Why.OTHER_WORDS));
                    }
                }
            }
        }
        return new Reviewed(
                extraction, claims(), lost, Reviewed.anchor(document, decisions), links);
    }

    /** Whoever stands for others is no longer stood for: so no chain of merges runs in a ring. */
    private void merge(Decided decided, Decision.Merge merge) {
        boolean all =
                merge.quote().standsIn(document)
                        && merge.others().stream().allMatch(one -> one.standsIn(document));
        if (!all) {
            lost.add(new Lost(decided, Lost.Why.OTHER_WORDS));
            return;
        }
        String into = merge.quote().claim();
        if (last.containsKey(into) && last.get(into).decision() instanceof Decision.Merge) {
            last.remove(into);
        }
        merge.others().stream()
                .map(Quoted::claim)
                .filter(one -> !one.equals(into))
                .forEach(one -> last.put(one, decided));
    }

    private String linked(String name) {
        return linked(links, name);
    }

    /** Who a name is, as reviewers decided; an empty text where they did not. */
    static String linked(Map<String, Decided> links, String name) {
        return Optional.ofNullable(links.get(name))
                .map(one -> ((Decision.Link) one.decision()).actor())
                .orElse("");
    }

    private List<Claim> claims() {
        List<Claim> claims = new ArrayList<>();
        Map<String, Decided> left = new LinkedHashMap<>(last);
        for (FoundClaim found : extraction.claims()) {
            Optional<Decided> decided = Optional.ofNullable(left.remove(found.id()));
            claims.add(found(found, decided));
        }
        for (Decided decided : left.values()) {
            if (decided.decision() instanceof Decision.Accept accept) {
                claims.add(kept(decided, accept));
            } else if (lost.stream().noneMatch(one -> one.decided().equals(decided))) {
                lost.add(new Lost(decided, Lost.Why.NOT_FOUND));
            }
        }
        claims.sort(
                Comparator.comparingInt((Claim one) -> one.quote().from())
                        .thenComparingInt(one -> one.quote().to())
                        .thenComparing(Claim::id));
        return claims;
    }

    private Claim found(FoundClaim found, Optional<Decided> decided) {
        Map<Slot, String> slots = Slot.of(found, this::linked);
        Set<Slot> changed = EnumSet.noneOf(Slot.class);
        Set<Slot> set = Set.of();
        State state = found.proposedBy().isPresent() ? State.PROPOSED : State.OPEN;
        Optional<String> into = Optional.empty();
        if (decided.isPresent()) {
            switch (decided.get().decision()) {
                case Decision.Accept accept -> {
                    changed.addAll(changed(accept.slots(), slots));
                    slots = accept.put(slots);
                    set = accept.set().keySet();
                    state = set.isEmpty() ? State.ACCEPTED : State.EDITED;
                }
                case Decision.Reject _ -> state = State.REJECTED;
                case Decision.Merge merge -> {
                    state = State.MERGED;
                    into = Optional.of(root(merge.quote().claim()));
                }
                case Decision.Reopen _, Decision.Link _, Decision.Anchor _ -> {}
            }
        }
        Quoted quote = Quoted.of(found, document);
        return new Claim(
                found.id(),
                quote,
                Optional.of(found),
                slots,
                set,
                changed,
                state,
                decided,
                into,
                quote.standsIn(document));
    }

    /** Accepted once, and not found by the rules of today. */
    private static Claim kept(Decided decided, Decision.Accept accept) {
        return new Claim(
                accept.quote().claim(),
                accept.quote(),
                Optional.empty(),
                accept.put(accept.slots()),
                accept.set().keySet(),
                Set.of(),
                accept.set().isEmpty() ? State.ACCEPTED : State.EDITED,
                Optional.of(decided),
                Optional.empty(),
                true);
    }

    /** Dates and links are meant to be worked out anew; what else differs is worth a look. */
    private static Set<Slot> changed(Map<Slot, String> then, Map<Slot, String> now) {
        Set<Slot> changed = EnumSet.noneOf(Slot.class);
        for (Slot slot : Slot.values()) {
            boolean same = then.getOrDefault(slot, "").equals(now.getOrDefault(slot, ""));
            if (!same && !slot.isDate() && slot != Slot.PARTICIPANTS) {
                changed.add(slot);
            }
        }
        return changed;
    }

    private String root(String claim) {
        String at = claim;
        while (last.containsKey(at)
                && last.get(at).decision() instanceof Decision.Merge merge
                && !merge.quote().claim().equals(at)) {
            at = merge.quote().claim();
        }
        return at;
    }
}
