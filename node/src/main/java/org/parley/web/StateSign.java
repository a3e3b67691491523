// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.agreement.Agreement;
import org.parley.gap.Cover;
import org.parley.standing.ContactStanding;
import org.parley.standing.DutyStanding;
import org.parley.standing.LimitStanding;
import org.parley.standing.MemberStanding;
import org.parley.standing.QuotaStanding;
import org.parley.standing.Situation;
import org.parley.standing.Standing;
import org.parley.web.chart.Glyph;
import org.parley.web.chart.Ink;

/**
 * How a state is shown: by shape and ink, always beside its word. No state has a colour of alarm:
 * what the engine noticed is for parties to judge.
 *
 * @param key of the word
 */
public record StateSign(String key, Glyph glyph, Ink ink) {

    static StateSign of(LimitStanding.State state) {
        return switch (state) {
            case WITHIN -> new StateSign("limit.within", Glyph.DISC, Ink.GOOD);
            case OVER -> new StateSign("limit.over", Glyph.TRIANGLE, Ink.CARE);
            case UNKNOWN -> new StateSign("limit.unknown", Glyph.DASH, Ink.GREY);
            case CONTESTED -> new StateSign("limit.contested", Glyph.OPEN_DIAMOND, Ink.CARE);
            case NOT_YET_BINDING -> new StateSign("limit.not-yet-binding", Glyph.RING, Ink.WAIT);
            case NO_LONGER_BINDING ->
                    new StateSign("limit.no-longer-binding", Glyph.OPEN_SQUARE, Ink.GREY);
            case OBSERVED_POLITICALLY ->
                    new StateSign("limit.observed-politically", Glyph.HALF, Ink.WAIT);
        };
    }

    static StateSign of(DutyStanding.State state) {
        return switch (state) {
            case UPCOMING -> new StateSign("duty.upcoming", Glyph.RING, Ink.GREY);
            case OPEN -> new StateSign("duty.open", Glyph.HALF, Ink.WAIT);
            case MET -> new StateSign("duty.met", Glyph.DISC, Ink.GOOD);
            case LATE -> new StateSign("duty.late", Glyph.OPEN_TRIANGLE, Ink.CARE);
            case MISSED -> new StateSign("duty.missed", Glyph.CROSS, Ink.CARE);
            case WAIVED -> new StateSign("duty.waived", Glyph.OPEN_SQUARE, Ink.WAIT);
            case CONTESTED -> new StateSign("duty.contested", Glyph.OPEN_DIAMOND, Ink.CARE);
            case NOT_VISIBLE -> new StateSign("duty.not-visible", Glyph.DASH, Ink.GREY);
        };
    }

    static StateSign of(QuotaStanding.State state) {
        return switch (state) {
            case WITHIN -> new StateSign("quota.within", Glyph.DISC, Ink.GOOD);
            case SPENT -> new StateSign("quota.spent", Glyph.SQUARE, Ink.WAIT);
            case EXCEEDED -> new StateSign("quota.exceeded", Glyph.TRIANGLE, Ink.CARE);
            case UNKNOWN -> new StateSign("quota.unknown", Glyph.DASH, Ink.GREY);
            case NOT_YET_BINDING -> new StateSign("quota.not-yet-binding", Glyph.RING, Ink.WAIT);
            case NO_LONGER_BINDING ->
                    new StateSign("quota.no-longer-binding", Glyph.OPEN_SQUARE, Ink.GREY);
        };
    }

    static StateSign of(Standing.Phase phase) {
        return switch (phase) {
            case NOT_IN_FORCE -> new StateSign("phase.not-in-force", Glyph.RING, Ink.WAIT);
            case IN_FORCE -> new StateSign("phase.in-force", Glyph.DISC, Ink.GOOD);
            case CONTESTED -> new StateSign("phase.contested", Glyph.OPEN_DIAMOND, Ink.CARE);
            case LEFT -> new StateSign("phase.left", Glyph.CROSS, Ink.GREY);
            case ENDED -> new StateSign("phase.ended", Glyph.OPEN_SQUARE, Ink.GREY);
        };
    }

    /** Of a mechanism: what binds politically is in effect, and not in force. */
    static StateSign of(Situation.State state, Agreement agreement) {
        StateSign sign = of(state);
        return agreement.isPolitical()
                        && (state == Situation.State.IN_FORCE
                                || state == Situation.State.NOT_IN_FORCE)
                ? new StateSign(sign.key().replace("force", "effect"), sign.glyph(), sign.ink())
                : sign;
    }

    static StateSign of(Situation.State state) {
        String key = "situation." + state.word();
        return switch (state) {
            case IN_FORCE, OPEN, HELD -> new StateSign(key, Glyph.DISC, Ink.GOOD);
            case NOT_IN_FORCE, PROPOSED, AGREED, SCHEDULED ->
                    new StateSign(key, Glyph.RING, Ink.WAIT);
            case POSTPONED, STALLED -> new StateSign(key, Glyph.HALF, Ink.WAIT);
            case SUSPENDED_BY_SOME, SUSPENDED -> new StateSign(key, Glyph.SQUARE, Ink.CARE);
            case CONTESTED -> new StateSign(key, Glyph.OPEN_DIAMOND, Ink.CARE);
            case UNANSWERED -> new StateSign(key, Glyph.OPEN_TRIANGLE, Ink.CARE);
            case REFUSED, CANCELLED -> new StateSign(key, Glyph.CROSS, Ink.CARE);
            case LEFT -> new StateSign(key, Glyph.CROSS, Ink.GREY);
            case ENDED -> new StateSign(key, Glyph.OPEN_SQUARE, Ink.GREY);
            case STATED -> new StateSign(key, Glyph.DIAMOND, Ink.WAIT);
            case NO_RECENT_EVIDENCE, NOTHING_YET -> new StateSign(key, Glyph.DASH, Ink.GREY);
        };
    }

    static StateSign of(Cover cover) {
        String key = "gaps.cover." + cover.word();
        return switch (cover) {
            case STANDS -> new StateSign(key, Glyph.DISC, Ink.GOOD);
            case POLITICAL -> new StateSign(key, Glyph.HALF, Ink.WAIT);
            case SUSPENDED, PAUSED -> new StateSign(key, Glyph.SQUARE, Ink.CARE);
            case CONTESTED -> new StateSign(key, Glyph.OPEN_DIAMOND, Ink.CARE);
            case NOT_BINDING_YET, NOT_IN_FORCE -> new StateSign(key, Glyph.RING, Ink.WAIT);
            case QUIET -> new StateSign(key, Glyph.OPEN_TRIANGLE, Ink.GREY);
            case ENDED -> new StateSign(key, Glyph.OPEN_SQUARE, Ink.GREY);
            case NOT_THERE, UNKNOWN -> new StateSign(key, Glyph.DASH, Ink.GREY);
        };
    }

    static StateSign of(MemberStanding.State state) {
        String key = "member." + state.word();
        return switch (state) {
            case NOT_A_PARTY -> new StateSign(key, Glyph.DASH, Ink.GREY);
            case SIGNATORY -> new StateSign(key, Glyph.RING, Ink.WAIT);
            case PROVISIONAL, DEPOSITED -> new StateSign(key, Glyph.HALF, Ink.WAIT);
            case PARTY -> new StateSign(key, Glyph.DISC, Ink.GOOD);
            case CONTESTED -> new StateSign(key, Glyph.OPEN_DIAMOND, Ink.CARE);
            case LEFT -> new StateSign(key, Glyph.OPEN_SQUARE, Ink.GREY);
        };
    }

    static StateSign of(ContactStanding.State state) {
        String key = "contact." + state.word();
        return switch (state) {
            case PROPOSED, AGREED, SCHEDULED -> new StateSign(key, Glyph.RING, Ink.WAIT);
            case OPEN, HELD -> new StateSign(key, Glyph.DISC, Ink.GOOD);
            case POSTPONED, STALLED -> new StateSign(key, Glyph.HALF, Ink.WAIT);
            case UNANSWERED -> new StateSign(key, Glyph.OPEN_TRIANGLE, Ink.CARE);
            case SUSPENDED -> new StateSign(key, Glyph.SQUARE, Ink.CARE);
            case REFUSED, CANCELLED -> new StateSign(key, Glyph.CROSS, Ink.CARE);
            case CONTESTED -> new StateSign(key, Glyph.OPEN_DIAMOND, Ink.CARE);
            case ENDED -> new StateSign(key, Glyph.OPEN_SQUARE, Ink.GREY);
            case NO_RECENT_EVIDENCE -> new StateSign(key, Glyph.DASH, Ink.GREY);
        };
    }
}
