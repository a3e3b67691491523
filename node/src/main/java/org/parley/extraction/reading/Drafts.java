// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.extraction.FoundClaim.Kind;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Sentences;
import org.parley.lexicon.Hit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Of what several patterns drew from one sentence, what is kept. */
final class Drafts {
    static final Set<Kind> WORDS =
            Set.of(Kind.STATEMENT, Kind.COMMITMENT, Kind.POSITION, Kind.NO_RESPONSE);

    /** How much less one counts that gives way to a plainer way to say it. */
    private static final int WEAK = 12;

    /** How much less one counts that any verb and noun for a meeting gives. */
    private static final int WIDE = 24;

    /** How much more one counts that says which body met. */
    private static final int BODY = 8;

    /** How much more one counts whose own words say that a body met, and name nobody else. */
    private static final int BODY_ALONE = 400;

    /** How much more one counts that has its date in its own words. */
    private static final int DATED = 6;

    /** How much more a notice counts than the leaving that it is a notice of. */
    private static final int NOTICE = 12;

    /** What names the thing that a draft is of. */
    private static final Set<String> CORE =
            Set.of("word", "convening", "encounter", "gathering", "line");

    private static final long CORE_BITS = Hit.bits(CORE);

    private Drafts() {}

    /** A date that stands in the clause of another act is that act's. */
    static List<Draft> ownDates(Analysed sentence, List<Draft> drafts) {
        if (drafts.size() < 2) {
            return drafts;
        }
        return drafts.stream()
                .map(draft -> {
                    int at = draft.dateAt();
                    int own = sentence.clauseIndex(draft.at());
                    boolean opens =
                            opens(sentence, at)
                                    || sentence.clauseIndex(at) == own
                                    || sentence.clauseIndex(at)
                                            == sentence.clauseIndex(draft.to() - 1);
                    boolean others =
                            drafts.stream()
                                    .anyMatch(other ->
                                            other.at() != draft.at()
                                                    && other.dateAt() == at
                                                    && sentence.clauseIndex(other.at())
                                                            == sentence.clauseIndex(at));
                    return at < 0 || opens || !others ? draft : draft.undated();
                })
                .toList();
    }

    /** Whether a date stands before all else, and so over all; 印度2010年签署 is of India alone. */
    private static boolean opens(Analysed sentence, int at) {
        int from = sentence.sentence().from();
        return at - from <= 3 && sentence.of("party", from, at).isEmpty();
    }

    /** Of several that found the same in one clause, the one that says most. */
    static List<Draft> best(Analysed sentence, List<Draft> drafts) {
        List<Draft> ordered = new ArrayList<>(drafts);
        ordered.sort(
                Comparator.comparingInt((Draft draft) ->
                                weight(draft) + (isBodyAlone(sentence, draft) ? BODY_ALONE : 0))
                        .reversed());
        List<Draft> kept = new ArrayList<>();
        for (Draft draft : ordered) {
            if (kept.stream()
                    .noneMatch(other -> isSame(draft, other) || yields(sentence, draft, other))) {
                kept.add(draft);
            }
        }
        kept.sort(Comparator.comparingInt(Draft::at));
        return kept;
    }

    /** Whether a meeting is only how another claim of the clause is put: refused to hold talks. */
    private static boolean yields(Analysed sentence, Draft draft, Draft other) {
        if (!talks(draft.kind())
                || sentence.clauseIndex(draft.at()) != sentence.clauseIndex(other.at())) {
            return isWeak(draft)
                    && draft.kind() == other.kind()
                    && draft.mechanisms().isEmpty()
                    && draft.actors().equals(other.actors())
                    && draft.when().equals(other.when());
        }
        boolean undone = isUndone(other) && !isUndone(draft) && other.at() < draft.at();
        boolean joins =
                other.kind() == Kind.PARTICIPATION
                        && !draft.mechanisms().isEmpty()
                        && draft.mechanisms().equals(other.mechanisms());
        return undone || joins || isWeak(draft) && talks(other.kind());
    }

    private static boolean isUndone(Draft draft) {
        String status = set(draft, "status");
        return talks(draft.kind())
                && (Telling.UNDONE.contains(status) || status.equals("suspended"));
    }

    private static String set(Draft draft, String slot) {
        return draft.match().pattern().set().getOrDefault(slot, "");
    }

    /** Whether a body meets or all that are in a treaty, or does so again. */
    static boolean isOfBody(Draft draft, Memory memory) {
        Map<String, String> set = draft.match().pattern().set();
        return set.containsKey("conference")
                || set.containsKey("assembly")
                || set.containsKey("again")
                        && memory.metAsBody().filter(draft.actors()::equals).isPresent();
    }

    /** The council met: whoever was spoken of before, it is the council's meeting. */
    private static boolean isBodyAlone(Analysed sentence, Draft draft) {
        if (!draft.match().pattern().set().containsKey("assembly") || isWeak(draft)) {
            return false;
        }
        return sentence.hits().stream()
                .filter(hit -> hit.from() >= draft.match().from() && hit.to() <= draft.match().to())
                .filter(hit -> !hit.is("assembly"))
                .noneMatch(hit -> hit.is("party") || hit.is("person") || hit.is("role"));
    }

    static boolean isWeak(Draft draft) {
        return draft.match().pattern().set().containsKey("weak");
    }

    private static int weight(Draft draft) {
        Sentences.Part core = core(draft);
        boolean saysSo = draft.ahead() && "scheduled".equals(set(draft, "status"));
        return draft.certainty() * 10
                + draft.match().hits().size()
                + (saysSo ? 20 : 0)
                + (isUndone(draft) ? 30 : 0)
                - (isWeak(draft) ? WEAK : 0)
                - (draft.match().pattern().set().containsKey("wide") ? WIDE : 0)
                + (draft.match().pattern().set().containsKey("assembly") ? BODY : 0)
                + ("withdraw_notice".equals(set(draft, "action")) ? NOTICE : 0)
                + (Frames.isEffect(draft.match()) ? NOTICE : 0)
                + (draft.from() <= draft.dateAt() && draft.dateAt() < draft.to() ? DATED : 0)
                - (core.to() - core.from()) / 20;
    }

    private static boolean isSame(Draft one, Draft other) {
        boolean overlap =
                core(one).from() < core(other).to() && core(other).from() < core(one).to();
        boolean sameKind =
                one.kind() == other.kind()
                        || WORDS.contains(one.kind()) && WORDS.contains(other.kind())
                        || talks(one.kind()) && talks(other.kind());
        if (!sameKind || overlap) {
            return sameKind && !areInOneBreath(one, other);
        }
        boolean sameSlots =
                one.match().pattern().set().equals(other.match().pattern().set())
                        && one.mechanisms().equals(other.mechanisms())
                        && one.actors().equals(other.actors());
        return sameSlots
                        && (one.kind() == Kind.TREATY_ACTION
                                        && !areSteps(one, other)
                                        && !areApart(one, other)
                                || one.from() == other.from())
                || one.kind() == Kind.MEETING
                        && other.kind() == Kind.MEETING
                        && one.mechanisms().equals(other.mechanisms())
                        && one.when().equals(other.when());
    }

    /** Two acts that share a word: 签署但未批准 tells of a signature, and of no ratification. */
    private static boolean areInOneBreath(Draft one, Draft other) {
        return (!set(one, "beside").isEmpty() || !set(other, "beside").isEmpty())
                && !set(one, "action").equals(set(other, "action"));
    }

    /** What was announced, or passed, on one day and took effect on another: two steps. */
    private static boolean areSteps(Draft one, Draft other) {
        return (one.ahead() != other.ahead() || isStep(one))
                && one.dateAt() >= 0
                && other.dateAt() >= 0
                && one.dateAt() != other.dateAt()
                && !one.when().equals(other.when());
    }

    /**
     * The same on two days, each told in words of its own: signed a protocol to what was signed in
     * May.
     */
    private static boolean areApart(Draft one, Draft other) {
        return isDated(one)
                && isDated(other)
                && !one.when().equals(other.when())
                && (one.to() <= other.from() || other.to() <= one.from());
    }

    private static boolean isDated(Draft draft) {
        return draft.from() <= draft.dateAt() && draft.dateAt() < draft.to();
    }

    private static boolean isStep(Draft draft) {
        return draft.match().pattern().set().containsKey("step");
    }

    /** From the first to the last of the pattern's own words: what names the thing. */
    private static Sentences.Part core(Draft draft) {
        List<Hit> words = new ArrayList<>(draft.match().hits());
        words.removeIf(hit -> !hit.isAny(CORE, CORE_BITS));
        return words.isEmpty()
                ? new Sentences.Part(draft.match().from(), draft.match().to())
                : new Sentences.Part(words.getFirst().from(), words.getLast().to());
    }

    static boolean talks(Kind kind) {
        return kind == Kind.MEETING || kind == Kind.CHANNEL;
    }
}
