// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.extraction.Codes;
import org.parley.extraction.FoundClaim.Kind;
import org.parley.extraction.FoundClaim.When;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Hit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One verb and several parties, each with a day of its own: Arden left on 6 May, Borel on 8 June
 * and Cadria on 9 July; 阿登5月6日退出，博雷尔6月8日.
 */
final class Spread {
    /** What may stand before a party that goes on a list. */
    private static final Pattern BEFORE =
            Pattern.compile(
                    "(?:完成|跟进|办妥)?[,;，；、 ]{0,2}(?:and |then |while |followed by |和|及|以及)?(?:that"
                            + " |those )?(?:of |by |from )?(?:the )?(?:Republic of )?");

    /** What may stand between a party and its day. */
    private static final Pattern BETWEEN =
            Pattern.compile("(?:[’']s)? ?(?:on |in |\\()?|(?:国会|议会)?[则也]?[于在]?");

    /** What may stand behind the day of one that did the same. */
    private static final Pattern ENDS_ZH = Pattern.compile("(?:完成|跟进|办妥)?(?:[，。；、,;)）]|$)");

    private static final Pattern JOINED = Pattern.compile(", |、|和|与|及|,? and (?:the )?");

    private static final int PAIRS_MAX = 200;

    private Spread() {}

    /** Parties and their day. */
    record Pair(List<String> actors, When when, Part words, int dateAt) {}

    /** The acts, and behind each those of the parties that go on after its day. */
    static List<Draft> over(Analysed sentence, List<Draft> drafts) {
        List<Draft> all = new ArrayList<>();
        for (Draft draft : drafts) {
            all.addAll(Rounds.of(sentence, draft, drafts));
            if (draft.kind() != Kind.TREATY_ACTION || draft.actors().isEmpty()) {
                continue;
            }
            after(sentence, draft).map(at -> pairs(sentence, at)).orElse(List.of()).stream()
                    .filter(pair -> drafts.stream().noneMatch(one -> isTold(one, pair)))
                    .map(pair -> of(draft, pair))
                    .forEach(all::add);
        }
        return all;
    }

    /** Where a list may go on: behind the day; in Chinese, whose verb follows it, behind that. */
    private static Optional<Integer> after(Analysed sentence, Draft draft) {
        boolean follows = draft.dateAt() >= draft.at();
        return !follows && (sentence.isLatin() || draft.dateAt() < draft.from())
                ? Optional.empty()
                : dateAt(sentence, draft.dateAt()).map(date -> follows ? date.to() : draft.to());
    }

    private static boolean isTold(Draft draft, Pair pair) {
        return draft.dateAt() == pair.dateAt();
    }

    private static Draft of(Draft draft, Pair pair) {
        return new Draft(
                draft.match(),
                draft.kind(),
                pair.words().from(),
                pair.words().to(),
                pair.words().from(),
                pair.actors(),
                draft.mechanisms(),
                Optional.of(pair.when()),
                draft.denied(),
                draft.ahead(),
                draft.wished(),
                pair.dateAt(),
                draft.certainty());
    }

    /** 博雷尔同日宣布中止: a verb behind the day, which tells an act of its own. */
    private static boolean doesMore(Analysed sentence, int at) {
        return !sentence.isLatin()
                && !ENDS_ZH.matcher(sentence.text())
                        .region(at, sentence.sentence().to())
                        .lookingAt();
    }

    private static Optional<Hit> dateAt(Analysed sentence, int at) {
        return sentence.of("date").stream().filter(date -> date.from() == at).findFirst();
    }

    /** The parties with their days that follow each other from a place on. */
    static List<Pair> pairs(Analysed sentence, int from) {
        List<Pair> pairs = new ArrayList<>();
        int at = from;
        while (pairs.size() < PAIRS_MAX) {
            Optional<Pair> next = next(sentence, at);
            if (next.isEmpty()) {
                break;
            }
            pairs.add(next.get());
            at = next.get().words().to();
        }
        return pairs;
    }

    private static Optional<Pair> next(Analysed sentence, int from) {
        Set<String> actors = new LinkedHashSet<>();
        int first = -1;
        int last = from;
        for (Hit hit : sentence.hits()) {
            if (hit.from() < last || !hit.is("party") && !hit.is("date")) {
                continue;
            }
            String before = sentence.text().substring(last, hit.from());
            if (hit.is("date")) {
                When when = sentence.dates().get(hit.from());
                return first < 0
                                || when == null
                                || !BETWEEN.matcher(before).matches()
                                || doesMore(sentence, hit.to())
                        ? Optional.empty()
                        : Optional.of(
                                new Pair(
                                        List.copyOf(actors),
                                        when,
                                        new Part(first, hit.to()),
                                        hit.from()));
            }
            if (!(first < 0 ? BEFORE : JOINED).matcher(before).matches()) {
                return Optional.empty();
            }
            actors.addAll(Codes.of(hit));
            first = first < 0 ? hit.from() : first;
            last = hit.to();
        }
        return Optional.empty();
    }
}
