// SPDX-License-Identifier: Apache-2.0
package org.parley.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.evidence.Assertion;
import org.parley.evidence.Status;
import org.parley.extraction.FoundClaim;
import org.parley.extraction.reading.Extractor.Extraction;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a document says for those who go on from a review. */
class StandingTest {
    @TempDir Path home;
    private Desk desk;
    private String id;

    @BeforeEach
    void begin() {
        Desks.home(home, "talks.txt", Desks.TALKS);
        desk = Desks.open(home);
        id = desk.list().getFirst().id();
    }

    private String claim(int index) {
        return desk.open(id).reviewed().claims().get(index).id();
    }

    private Extraction standing() {
        return desk.open(id).reviewed().standing();
    }

    private FoundClaim standing(String claim) {
        return standing().claims().stream()
                .filter(one -> one.id().equals(claim))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatNobodyDecidedStandsAsItIsFound() {
        assertThat(standing().claims())
                .containsExactlyElementsOf(desk.open(id).reviewed().extraction().claims());
    }

    @Test
    void whatWasRejectedOrMergedDoesNotStand() {
        List<String> all = standing().claims().stream().map(FoundClaim::id).toList();
        desk.reject(id, all.get(0), "background", "Ines");
        desk.merge(id, all.get(1), List.of(all.get(2)), "Ines");
        assertThat(standing().claims())
                .extracting(FoundClaim::id)
                .contains(all.get(1))
                .doesNotContain(all.get(0), all.get(2));
        desk.reopen(id, all.get(0), "Ines");
        assertThat(standing().claims()).extracting(FoundClaim::id).contains(all.get(0));
    }

    @Test
    void anEditedClaimStandsInTheReviewersWords() {
        String first = claim(0);
        FoundClaim before = standing(first);
        desk.accept(
                id,
                first,
                Map.of(
                        Slot.STATUS, "postponed",
                        Slot.ASSERTION, "rumoured",
                        Slot.ACTORS, "XB, XC",
                        Slot.WHEN, "2031-06",
                        Slot.PLACE, "",
                        Slot.DENIED, "true"),
                "Ines");
        FoundClaim after = standing(first);
        assertThat(after.status()).contains(Status.POSTPONED);
        assertThat(after.assertion()).isEqualTo(Assertion.RUMOURED);
        assertThat(after.actors()).containsExactly("XB", "XC");
        assertThat(after.when().flatMap(FoundClaim.When::edtf)).contains("2031-06");
        assertThat(after.about().place()).isEmpty();
        assertThat(after.denied()).isTrue();
        assertThat(after.kind()).isEqualTo(before.kind());
        assertThat(after.anchor()).isEqualTo(before.anchor());
        assertThat(after.chain()).isEqualTo(before.chain());
    }

    @Test
    void aNumberIsGivenToAClaimThatHasNone() {
        String first = claim(0);
        desk.accept(
                id,
                first,
                Map.of(Slot.KIND, "quantity", Slot.VALUE, "120", Slot.UNIT, "warheads"),
                "Ines");
        FoundClaim.Figure figure = standing(first).figure().orElseThrow();
        assertThat(figure.value()).isEqualByComparingTo("120");
        assertThat(figure.unit()).isEqualTo("warheads");
        assertThat(figure.qualifier()).isEqualTo("exact");
        assertThat(figure.high()).isEmpty();
    }

    @Test
    void whatTheRulesNoLongerFindStandsAsItWasAccepted() {
        String first = claim(0);
        desk.accept(id, first, Map.of(Slot.STATUS, "postponed"), "Ines");
        Extraction found = desk.open(id).reviewed().extraction();
        Reviewed later =
                Reviewed.of(
                        new Extraction(found.document(), List.of(), Optional.empty()),
                        Desks.reviews(home).all());
        FoundClaim kept = later.standing().claims().getFirst();
        assertThat(later.standing().claims()).hasSize(1);
        assertThat(kept.id()).isEqualTo(first);
        assertThat(kept.kind()).isEqualTo(found.claims().getFirst().kind());
        assertThat(kept.actors()).isEqualTo(found.claims().getFirst().actors());
        assertThat(kept.status()).contains(Status.POSTPONED);
    }
}
