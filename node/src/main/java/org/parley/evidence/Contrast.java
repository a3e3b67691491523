// SPDX-License-Identifier: Apache-2.0
package org.parley.evidence;

import org.parley.time.Edtf;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** In what two claims, or a claim and the record, differ; and whether time alone explains it. */
final class Contrast {
    /** What can differ. */
    enum Dimension {
        /** One says that it is so, the other that it is not. */
        YES_OR_NO,
        /** No number fits both. */
        NUMBER,
        /** Another of several. */
        WORD,
        /** The same event on other days. */
        DATE,
        /** Said of these parties only, and by the other of others too. */
        ONLY
    }

    private Contrast() {}

    /** Differences between two claims of one subject, whatever their times. */
    static Set<Dimension> of(Claim a, Claim b) {
        EnumSet<Dimension> found =
                between(a.subject(), a.content(), a.time(), b.subject(), b.content(), b.time());
        if (isBroken(a, b) || isBroken(b, a)) {
            found.add(Dimension.ONLY);
        }
        if (!a.subject().sharesParty(b.subject())) {
            // One says "only these": what the other says of other parties is no yes or no to that.
            found.remove(Dimension.YES_OR_NO);
            found.remove(Dimension.WORD);
        }
        return found;
    }

    /** Differences between a claim and an entry of the record. */
    static Set<Dimension> of(Claim claim, Fact fact) {
        return between(
                claim.subject(),
                claim.content(),
                claim.timing().when(),
                fact.subject(),
                fact.content(),
                fact.when());
    }

    /** Whether the two cannot both hold at one time, as they are worded. */
    static boolean isContradiction(Claim a, Claim b) {
        if (!a.subject().isLike(b.subject())) {
            return false;
        }
        Set<Dimension> found = of(a, b);
        return found.contains(Dimension.DATE) || !found.isEmpty() && !isApart(a.time(), b.time());
    }

    private static EnumSet<Dimension> between(
            Subject a,
            Claim.Content said,
            Optional<Edtf> when,
            Subject b,
            Claim.Content other,
            Optional<Edtf> otherWhen) {
        EnumSet<Dimension> found = EnumSet.noneOf(Dimension.class);
        boolean events = a.aspect().kind() == Aspect.Kind.EVENT && a.aspect() == b.aspect();
        boolean both = said.isAffirmed() && other.isAffirmed();
        boolean otherEvents = events && !a.isSameEvent(b) && isApart(when, otherWhen);
        if (said.isAffirmed() != other.isAffirmed() && !otherEvents) {
            found.add(Dimension.YES_OR_NO);
        }
        if (events && both && a.isSameEvent(b) && isApart(when, otherWhen)) {
            found.add(Dimension.DATE);
        }
        if (said.amount().isPresent()
                && other.amount().isPresent()
                && said.amount().get().isLike(other.amount().get())
                && !said.amount().get().meets(other.amount().get())) {
            found.add(Dimension.NUMBER);
        }
        if (said.word().isPresent()
                && other.word().isPresent()
                && !said.word().equals(other.word())
                && !otherEvents) {
            found.add(Dimension.WORD);
        }
        return found;
    }

    private static boolean isBroken(Claim a, Claim b) {
        return a.subject().only()
                && a.content().isAffirmed()
                && b.content().isAffirmed()
                && !a.subject().whose().containsAll(b.subject().whose());
    }

    /** Whether one ends before the other begins; one day is a matter of time zones. */
    static boolean isApart(Optional<Edtf> a, Optional<Edtf> b) {
        return a.isPresent() && b.isPresent() && (ends(a.get(), b.get()) || ends(b.get(), a.get()));
    }

    private static boolean ends(Edtf first, Edtf second) {
        int days = first.isExact() && second.isExact() ? 1 : 0;
        return first.latest().isPresent()
                && second.earliest().isPresent()
                && first.latest().get().plusDays(days).isBefore(second.earliest().get());
    }

    /** Whether the other is one of the sort, within the time in which there was none before. */
    static boolean isBefore(Claim first, Claim other) {
        Optional<Claim.First> called = first.content().first();
        return called.isPresent()
                && first.sort().isPresent()
                && first.sort().equals(other.sort())
                && first.subject().sharesParty(other.subject())
                && first.content().isAffirmed() == other.content().isAffirmed()
                && isWithin(called.get(), first, other);
    }

    private static boolean isWithin(Claim.First called, Claim first, Claim other) {
        Optional<Edtf> when = other.timing().when();
        return when.isPresent()
                && first.timing().when().isPresent()
                && ends(when.get(), first.timing().when().get())
                && (called.since().isEmpty() || !ends(when.get(), called.since().get()));
    }
}
