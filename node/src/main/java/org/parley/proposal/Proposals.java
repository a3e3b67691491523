// SPDX-License-Identifier: Apache-2.0
package org.parley.proposal;

import org.parley.Text;
import org.parley.archive.ReadingRoom;
import org.parley.document.Block;
import org.parley.document.ReadDocument;
import org.parley.extraction.FoundClaim;
import org.parley.extraction.FoundClaim.Kind;
import org.parley.extraction.Proposed;
import org.parley.extraction.reading.Extractor;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks about a document paragraph by paragraph and keeps of the answers what stands: words that are
 * in the paragraph once, exactly, and in which the rules' own parsers read what the model says.
 * Whatever a text tells a model to do, it can do no more than name words of that text.
 *
 * @param claims what was taken, each marked with who proposed it
 * @param kept the words of those
 */
public record Proposals(List<FoundClaim> claims, List<Proposed> kept, List<Refused> refused) {
    static final int PARAGRAPHS_MAX = 300;
    static final int PARAGRAPH_CHARS_MAX = 6_000;
    private static final int PARAGRAPH_CHARS_MIN = 12;

    /** Whether the time for the document was over before all of it was asked about. */
    public boolean late() {
        return refused.stream().anyMatch(one -> one.why().equals(Refused.TOO_LATE));
    }

    public Proposals {
        claims = List.copyOf(claims);
        kept = List.copyOf(kept);
        refused = List.copyOf(refused);
    }

    /**
     * Asks.
     *
     * @param day from which relative dates are reckoned
     * @param limit after which no further paragraph is shown; the one shown last is waited for
     * @throws org.parley.ParleyException if the proposer does not answer
     */
    public static Proposals of(
            ReadingRoom room,
            ReadDocument document,
            Optional<LocalDate> day,
            Proposer proposer,
            Duration limit) {
        Asking asking = new Asking(document, proposer, limit);
        asking.run();
        return new Weighing(room, asking).over(room.derive(document, day, asking.found()));
    }

    /** Goes through the paragraphs. Not safe for several threads. */
    private static final class Asking {
        private final ReadDocument document;
        private final Proposer proposer;
        private final Duration limit;
        private final Map<Proposed, Candidate> found = new LinkedHashMap<>();
        private final List<Refused> refused = new ArrayList<>();

        Asking(ReadDocument document, Proposer proposer, Duration limit) {
            this.document = document;
            this.proposer = proposer;
            this.limit = limit;
        }

        List<Proposed> found() {
            return List.copyOf(found.keySet());
        }

        void run() {
            int asked = 0;
            long begun = System.nanoTime();
            for (Block block : Extractor.read(document)) {
                String text = document.textOf(block);
                if (text.length() < PARAGRAPH_CHARS_MIN) {
                    continue;
                }
                if (text.length() > PARAGRAPH_CHARS_MAX) {
                    refused.add(new Refused("", text, Refused.TOO_LONG));
                } else if (asked == PARAGRAPHS_MAX) {
                    refused.add(new Refused("", text, Refused.TOO_MANY));
                } else if (System.nanoTime() - begun > limit.toNanos()) {
                    refused.add(new Refused("", text, Refused.TOO_LATE));
                } else {
                    asked++;
                    take(block, text, proposer.answer(text));
                }
            }
        }

        private void take(Block block, String text, String answer) {
            Optional<List<Candidate>> candidates = Candidate.in(answer);
            if (candidates.isEmpty()) {
                refused.add(new Refused("", answer, Refused.NO_ANSWER));
                return;
            }
            for (Candidate one : candidates.get()) {
                place(block, text, one)
                        .ifPresent(why -> refused.add(new Refused(one.kind(), one.quote(), why)));
            }
        }

        /** Why it is not even looked at; empty if it is. */
        private Optional<Text> place(Block block, String text, Candidate one) {
            Optional<Kind> kind = kind(one.kind());
            int at = one.quote().isEmpty() ? -1 : text.indexOf(one.quote());
            if (at < 0) {
                return Optional.of(Refused.NOT_VERBATIM);
            }
            if (text.indexOf(one.quote(), at + 1) >= 0) {
                return Optional.of(Refused.TWICE);
            }
            if (kind.isEmpty()) {
                return Optional.of(Refused.KIND);
            }
            int from = block.from() + at;
            Proposed words =
                    new Proposed(kind.get(), from, from + one.quote().length(), proposer.name());
            return found.putIfAbsent(words, one) == null
                    ? Optional.empty()
                    : Optional.of(Refused.TOLD_TWICE);
        }

        private static Optional<Kind> kind(String word) {
            return Arrays.stream(Kind.values())
                    .filter(kind -> kind.word().equals(word.toLowerCase(Locale.ROOT)))
                    .findFirst();
        }
    }

    /** Holds what a model says against what its words say. */
    private record Weighing(ReadingRoom room, Asking asking) {
        Proposals over(List<Proposed.Derived> derived) {
            List<FoundClaim> claims = new ArrayList<>();
            List<Proposed> kept = new ArrayList<>();
            List<Refused> refused = new ArrayList<>(asking.refused);
            for (Proposed.Derived one : derived) {
                Candidate said = Optional.ofNullable(asking.found.get(one.of())).orElseThrow();
                Optional<Text> why =
                        one.why()
                                .map(Proposed.Unfit::text)
                                .or(() -> one.claim().flatMap(claim -> differs(said, claim)));
                if (why.isPresent()) {
                    refused.add(new Refused(said.kind(), said.quote(), why.get()));
                } else {
                    claims.add(one.claim().orElseThrow());
                    kept.add(one.of());
                }
            }
            return new Proposals(claims, kept, refused);
        }

        private Optional<Text> differs(Candidate said, FoundClaim claim) {
            if (!said.actors().isEmpty()
                    && !named("party", said.actors()).equals(new HashSet<>(claim.actors()))) {
                return Optional.of(Refused.ACTORS);
            }
            if (said.mechanism().isPresent()
                    && !named("mechanism", List.of(said.mechanism().get()))
                            .equals(Set.copyOf(claim.mechanism().stream().toList()))
                    && claim.mechanism()
                            .flatMap(FoundClaim::nameIn)
                            .filter(said.mechanism().get()::contains)
                            .isEmpty()) {
                return Optional.of(Refused.MECHANISM);
            }
            if (said.date().isPresent()
                    && !said.date().equals(claim.when().flatMap(FoundClaim.When::edtf))) {
                return Optional.of(Refused.DATE);
            }
            return said.value().isPresent()
                            && claim.figure()
                                    .filter(figure -> isValue(said.value().get(), figure))
                                    .isEmpty()
                    ? Optional.of(Refused.VALUE)
                    : Optional.empty();
        }

        /** Whom or what the model means; what it cannot mean is nobody of the text. */
        private Set<String> named(String category, List<String> words) {
            Set<String> codes = new HashSet<>();
            for (String word : words) {
                List<String> found = room.named(category, word);
                codes.addAll(found.isEmpty() ? List.of("?" + word) : found);
            }
            return codes;
        }

        private static boolean isValue(String said, FoundClaim.Figure figure) {
            try {
                return new BigDecimal(said.replace(",", "")).compareTo(figure.value()) == 0;
            } catch (NumberFormatException e) {
                return false;
            }
        }
    }
}
