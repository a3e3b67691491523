// SPDX-License-Identifier: Apache-2.0
package org.parley.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Code;
import org.parley.ParleyException;
import org.parley.review.Reviewed.Claim;
import org.parley.review.Reviewed.Lost;
import org.parley.review.Reviewed.State;
import org.parley.testing.Randomly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class ReviewedTest {
    @TempDir Path home;
    private Desk desk;
    private String id;

    @BeforeEach
    void begin() {
        Desks.home(home, "talks.txt", Desks.TALKS);
        desk = Desks.open(home);
        id = desk.list().getFirst().id();
    }

    private Reviewed reviewed() {
        return desk.open(id).reviewed();
    }

    private Claim claim(int index) {
        return reviewed().claims().get(index);
    }

    private static Decided decided(Decision decision) {
        return new Decided("sha256:x", "Ines", Instant.EPOCH, decision);
    }

    @Test
    void whatNobodyDecidedIsOpenAndItsWordsStand() {
        assertThat(reviewed().claims())
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(one -> {
                    assertThat(one.state()).isEqualTo(State.OPEN);
                    assertThat(one.stands()).isTrue();
                });
        assertThat(reviewed().isUndated()).isTrue();
    }

    @Test
    void theLastDecisionAboutAClaimCounts() {
        String first = claim(0).id();
        desk.accept(id, first, "Ines");
        assertThat(claim(0).state()).isEqualTo(State.ACCEPTED);
        desk.reject(id, first, "background", "Jo");
        assertThat(claim(0).state()).isEqualTo(State.REJECTED);
        assertThat(claim(0).decided().orElseThrow().by()).isEqualTo("Jo");
        desk.reopen(id, first, "Ines");
        assertThat(claim(0).state()).isEqualTo(State.OPEN);
        assertThat(claim(1).state()).isEqualTo(State.OPEN);
    }

    @Test
    void anEditKeepsOnlyWhatIsSaidOtherwise() {
        desk.accept(
                id,
                claim(0).id(),
                Map.of(Slot.STATUS, "postponed", Slot.ASSERTION, "asserted", Slot.PLACE, ""),
                "Ines");
        Claim edited = claim(0);
        assertThat(edited.state()).isEqualTo(State.EDITED);
        assertThat(edited.set()).containsExactlyInAnyOrder(Slot.STATUS, Slot.PLACE);
        assertThat(edited.slot(Slot.STATUS)).isEqualTo("postponed");
        assertThat(edited.slot(Slot.PLACE)).isEmpty();
        assertThat(edited.slot(Slot.WHEN)).isEqualTo("2031-05-06");
    }

    @Test
    void aSlotTakesOnlyWhatBelongsThere() {
        for (var wrong :
                Map.of(Slot.STATUS, "happening", Slot.KIND, "", Slot.WHEN, "soon", Slot.VALUE, "x")
                        .entrySet()) {
            assertThatThrownBy(() ->
                            desk.accept(
                                    id,
                                    claim(0).id(),
                                    Map.of(wrong.getKey(), wrong.getValue()),
                                    "Ines"))
                    .as(wrong.getKey().word())
                    .isInstanceOf(ParleyException.class);
        }
        assertThat(claim(0).state()).isEqualTo(State.OPEN);
    }

    @Test
    void aDateOfTheTextDatesEverythingThatHangsOnIt() {
        Claim before = claim(1);
        assertThat(before.slot(Slot.WHEN)).isEmpty();
        desk.accept(id, before.id(), "Ines");
        desk.anchor(id, LocalDate.of(2031, 5, 13), "", "Ines");
        Claim after = claim(1);
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.slot(Slot.WHEN)).isEqualTo("2031-05-15");
        assertThat(after.state()).isEqualTo(State.ACCEPTED);
        assertThat(after.changed()).isEmpty();
        desk.anchor(id, LocalDate.of(2031, 5, 20), "", "Ines");
        assertThat(claim(1).slot(Slot.WHEN)).isEqualTo("2031-05-22");
        assertThat(reviewed().isUndated()).isFalse();
    }

    @Test
    void oneClaimStandsForOthersAndNoRingArises() {
        List<String> ids = reviewed().claims().stream().map(Claim::id).toList();
        desk.merge(id, ids.get(0), List.of(ids.get(1)), "Ines");
        desk.merge(id, ids.get(2), List.of(ids.get(0)), "Ines");
        assertThat(claim(1).into()).contains(ids.get(2));
        desk.merge(id, ids.get(1), List.of(ids.get(2)), "Ines");
        assertThat(claim(1).state()).isEqualTo(State.OPEN);
        assertThat(claim(0).into()).contains(ids.get(1));
        assertThat(claim(2).into()).contains(ids.get(1));
        assertThatThrownBy(() -> desk.merge(id, ids.get(0), List.of(ids.get(0)), "Ines"))
                .isInstanceOf(ParleyException.class);
    }

    @Test
    void decisionsAboutDifferentClaimsComeInAnyOrder() {
        Reviewed open = reviewed();
        List<Quoted> quotes = open.claims().stream().map(Claim::quote).toList();
        Randomly.check(
                60,
                random -> {
                    List<Decided> decisions = new ArrayList<>();
                    for (Quoted quote : quotes) {
                        Decision decision =
                                switch (random.ints(0, 3)) {
                                    case 0 ->
                                            new Decision.Accept(
                                                    quote, Map.of(), List.of(), Map.of());
                                    case 1 ->
                                            new Decision.Accept(
                                                    quote,
                                                    Map.of(),
                                                    List.of(),
                                                    Map.of(Slot.STATUS, "held"));
                                    case 2 -> new Decision.Reject(quote, "no");
                                    default -> new Decision.Reopen(quote);
                                };
                        decisions.add(decided(decision));
                    }
                    Reviewed once = Reviewed.of(open.extraction(), decisions);
                    for (int i = decisions.size() - 1; i > 0; i--) {
                        java.util.Collections.swap(decisions, i, random.ints(0, i));
                    }
                    assertThat(Reviewed.of(open.extraction(), decisions)).isEqualTo(once);
                });
    }

    @Test
    void aDecisionIsLostWithItsWordsAndNotMovedToOthersLikeThem() throws IOException {
        String first = claim(0).id();
        desk.accept(id, first, "Ines");
        Path file = home.resolve("documents/talks.txt");
        Files.writeString(file, "EXERCISE.\n\n" + Files.readString(file));
        id = desk.list().getFirst().id();
        Reviewed changed = reviewed();
        assertThat(changed.claims())
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.state()).isEqualTo(State.OPEN));
        assertThat(changed.lost())
                .singleElement()
                .satisfies(lost -> assertThat(lost.why()).isEqualTo(Lost.Why.OTHER_DOCUMENT));
    }

    @Test
    void aQuoteThatDiffersByOneLetterIsLost() {
        Reviewed open = reviewed();
        Quoted quote = open.claims().getFirst().quote();
        Quoted other =
                new Quoted(
                        quote.claim(),
                        quote.document(),
                        quote.name(),
                        quote.from(),
                        quote.to(),
                        quote.exact().replace('A', 'B'));
        Quoted behind =
                new Quoted(
                        quote.claim(),
                        quote.document(),
                        quote.name(),
                        quote.from(),
                        1_000_000,
                        quote.exact());
        for (Quoted wrong : List.of(other, behind)) {
            Reviewed read =
                    Reviewed.of(
                            open.extraction(), List.of(decided(new Decision.Reject(wrong, "no"))));
            assertThat(read.claims().getFirst().state()).isEqualTo(State.OPEN);
            assertThat(read.lost())
                    .singleElement()
                    .satisfies(lost -> assertThat(lost.why()).isEqualTo(Lost.Why.OTHER_WORDS));
        }
    }

    @Test
    void whatWasAcceptedStaysWhenTheRulesDoNotFindItAnyMore() {
        Reviewed open = reviewed();
        Quoted quote = open.claims().getFirst().quote();
        Quoted unknown =
                new Quoted(
                        "0123456789abcdef",
                        quote.document(),
                        quote.name(),
                        quote.from(),
                        quote.to(),
                        quote.exact());
        Reviewed read =
                Reviewed.of(
                        open.extraction(),
                        List.of(
                                decided(
                                        new Decision.Accept(
                                                unknown,
                                                Map.of(Slot.KIND, "meeting"),
                                                List.of(),
                                                Map.of()))));
        assertThat(read.claim("0123456789abcdef").found()).isEmpty();
        assertThat(read.claim("0123456789abcdef").state()).isEqualTo(State.ACCEPTED);
        Reviewed rejected =
                Reviewed.of(
                        open.extraction(), List.of(decided(new Decision.Reject(unknown, "no"))));
        assertThat(rejected.lost())
                .singleElement()
                .satisfies(lost -> assertThat(lost.why()).isEqualTo(Lost.Why.NOT_FOUND));
    }

    @Test
    void nothingIsDecidedAboutADocumentWhoseBytesAreOthers() {
        Documents real = new FolderDocuments(home.resolve("documents"));
        Documents broken =
                new Documents() {
                    @Override
                    public List<Listed> list() {
                        return real.list();
                    }

                    @Override
                    public Loaded load(String of) {
                        return new Loaded(
                                real.load(of).document(),
                                "sha256:" + "0".repeat(64),
                                Optional.empty(),
                                Optional.empty(),
                                List.of());
                    }
                };
        Desk over = new Desk(broken, Desks.extractor(home), Desks.reviews(home), Desks.CLOCK);
        String first = over.open(id).reviewed().claims().getFirst().id();
        assertThatThrownBy(() -> over.accept(id, first, "Ines"))
                .isInstanceOfSatisfying(
                        ParleyException.class, e -> assertThat(e.code()).isEqualTo(Code.BAD_VALUE));
    }

    @Test
    void daysAreOfferedThatAgreeWithTheWeekdaysAndMonthsNamed() {
        List<Offer> offers = desk.offers(reviewed());
        assertThat(offers)
                .isNotEmpty()
                .allSatisfy(offer -> {
                    assertThat(offer.day()).isAfterOrEqualTo("2031-05-06");
                    assertThat(offer.why()).contains(Offer.Why.DAY_AND_WEEKDAY, Offer.Why.WEEKDAY);
                });
        assertThat(offers.stream().map(Offer::day)).contains(LocalDate.of(2031, 5, 12));
        // What was said on Monday, May 12 is not older than that, and not younger than today.
        assertThat(Offer.of(reviewed().extraction(), LocalDate.of(2031, 5, 14)))
                .isNotEmpty()
                .allSatisfy(offer -> assertThat(offer.day()).isBetween("2031-05-12", "2031-05-14"));
    }

    @Test
    void codePointsAreCountedAndNotCharacters() {
        assertThat(Quoted.passage("a\uD83D\uDD4Ab", 1, 2)).contains("\uD83D\uDD4A");
        assertThat(Quoted.passage("ab", 1, 3)).isEqualTo(Optional.empty());
        assertThat(Quoted.written("e\u0301\uD800")).isEqualTo("\u00e9\uFFFD");
    }
}
