// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.Problem;
import org.parley.extraction.FoundClaim;
import org.parley.review.Decided;
import org.parley.review.Decision;
import org.parley.review.Desk;
import org.parley.review.Offer;
import org.parley.review.Reviewed;
import org.parley.review.Reviewed.Claim;
import org.parley.review.Reviewed.State;
import org.parley.review.Slot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A document with what is found in it on the left, and one claim to decide about on the right.
 *
 * @param chosen number of the claim, from 1; 0 where there is none
 * @param token that a form of this page carries
 * @param signedIn who reviews, where people log in
 * @param problem why the form that was sent was refused
 */
record DocumentPage(
        ReviewView v,
        Frame frame,
        String id,
        Desk.Open open,
        MarkedText text,
        List<Offer> offers,
        int chosen,
        String token,
        Optional<String> signedIn,
        Optional<Problem> problem) {

    private static final int SHORT = 60;
    private static final int OTHERS_MAX = 200;

    /** What is asked of the page beside language and reviewer. */
    static final List<String> ASKED = List.of("claim");

    static DocumentPage of(
            ReviewView view,
            String id,
            Optional<String> claim,
            String token,
            Optional<String> signedIn,
            Optional<Problem> problem) {
        Desk desk = view.site().desk();
        Desk.Open open = desk.open(id);
        Reviewed reviewed = open.reviewed();
        String whole = open.loaded().document().id().replace("sha256:", "");
        int chosen =
                claim.filter(one -> !one.isEmpty())
                        .map(one -> reviewed.claims().indexOf(reviewed.claim(one)) + 1)
                        .orElseGet(() -> firstOpen(reviewed.claims()));
        Map<String, String> more = claim.map(one -> Map.of("claim", one)).orElse(Map.of());
        Frame frame =
                Frame.plain(
                        view.words(),
                        ReviewView.title(open.loaded().document()),
                        view.to("/documents/" + whole, more, view.other()),
                        ReviewView.isMadeUp(reviewed));
        List<Offer> offers = reviewed.isUndated() ? desk.offers(reviewed) : List.of();
        return new DocumentPage(
                view,
                frame,
                whole,
                open,
                MarkedText.of(open.loaded().document(), reviewed.claims()),
                offers,
                chosen,
                token,
                signedIn,
                problem);
    }

    private static int firstOpen(List<Claim> claims) {
        for (int i = 0; i < claims.size(); i++) {
            if (claims.get(i).state() == State.OPEN) {
                return i + 1;
            }
        }
        return claims.isEmpty() ? 0 : 1;
    }

    Reviewed reviewed() {
        return open.reviewed();
    }

    String title() {
        return ReviewView.title(open.loaded().document());
    }

    String language() {
        return open.loaded().document().language();
    }

    List<Claim> claims() {
        return reviewed().claims();
    }

    Claim claim(int number) {
        return claims().get(number - 1);
    }

    Optional<Claim> current() {
        return chosen == 0 ? Optional.empty() : Optional.of(claim(chosen));
    }

    String toClaim(int number) {
        return v.to("/documents/" + id, Map.of("claim", claim(number).id()), v.words().language())
                + "#claim";
    }

    /** Where the forms of this page are sent. */
    String post() {
        Map<String, String> more = current().map(one -> Map.of("claim", one.id())).orElse(Map.of());
        return v.to("/documents/" + id + "/decide", more, v.words().language());
    }

    int previous() {
        return chosen > 1 ? chosen - 1 : 0;
    }

    int next() {
        return chosen < claims().size() ? chosen + 1 : 0;
    }

    /** What a claim says, in words. */
    ClaimWording say() {
        return new ClaimWording(v);
    }

    /** The next claim that nobody decided about, from the top again after the last; 0 if none. */
    int nextOpen() {
        for (int i = 0; i < claims().size(); i++) {
            int number = (chosen + i) % claims().size() + 1;
            if (number != chosen && claim(number).state() == State.OPEN) {
                return number;
            }
        }
        return 0;
    }

    /** What a piece of text looks like: the states of the claims it belongs to. */
    String style(MarkedText.Piece piece) {
        StringBuilder style = new StringBuilder("found ");
        style.append(claim(piece.inside().getFirst()).state().word());
        if (piece.inside().size() > 1) {
            style.append(" several");
        }
        if (piece.inside().contains(chosen)) {
            style.append(" chosen");
        }
        return style.toString();
    }

    String label(int number) {
        Claim one = claim(number);
        return v.t("review.label", number, kind(one), state(one));
    }

    String kind(Claim claim) {
        return v.word("found.kind", claim.slot(Slot.KIND));
    }

    String state(Claim claim) {
        return v.word("review.state", claim.state().word());
    }

    /** The model that proposed it, where no rule found it. */
    Optional<String> proposedBy(Claim claim) {
        return claim.found().flatMap(FoundClaim::proposedBy);
    }

    String brief(Claim claim) {
        String words = claim.quote().exact().replaceAll("\\s+", " ");
        return words.codePointCount(0, words.length()) <= SHORT
                ? words
                : words.substring(0, words.offsetByCodePoints(0, SHORT)) + "…";
    }

    /** Numbers of the other claims that this one may stand for. */
    List<Integer> others() {
        List<Integer> others = new ArrayList<>();
        for (int i = 1; i <= claims().size() && others.size() < OTHERS_MAX; i++) {
            State state = claim(i).state();
            if (i != chosen
                    && state != State.REJECTED
                    && state != State.MERGED
                    && state != State.PROPOSED) {
                others.add(i);
            }
        }
        return others;
    }

    /** Numbers of the claims that this one stands for. */
    List<Integer> merged(Claim into) {
        List<Integer> merged = new ArrayList<>();
        for (int i = 1; i <= claims().size(); i++) {
            if (claim(i).into().filter(into.id()::equals).isPresent()) {
                merged.add(i);
            }
        }
        return merged;
    }

    int number(String claimId) {
        for (int i = 1; i <= claims().size(); i++) {
            if (claim(i).id().equals(claimId)) {
                return i;
            }
        }
        return 0;
    }

    /** Names in the claim that can be tied to a person or party. */
    List<String> names(Claim claim) {
        return claim.found().map(FoundClaim::participants).orElse(List.of()).stream()
                .map(FoundClaim.Participant::name)
                .distinct()
                .toList();
    }

    String decided(Decided one) {
        return v.t("review.decided", state(one), one.by(), one.at().toString());
    }

    private String state(Decided one) {
        return v.word("review.form", one.decision().form().substring("review/".length()));
    }

    String why(Decided one) {
        return one.decision() instanceof Decision.Reject reject ? reject.why() : "";
    }

    /** The words that a lost decision was about. */
    String words(Decided one) {
        return one.decision() instanceof Decision.OnClaim claim ? claim.quote().exact() : "";
    }

    String offered(Offer offer) {
        return String.join(
                v.t("list.comma"),
                java.util.Arrays.stream(Offer.Why.values())
                        .filter(offer.why()::contains)
                        .map(why -> v.in(why.text()))
                        .toList());
    }

    /** What makes a reader look twice at the whole page. */
    boolean isBroken() {
        return !open.loaded().isIntact() || claims().stream().anyMatch(one -> !one.stands());
    }
}
