// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.voices;

import org.parley.evidence.Link;
import org.parley.extraction.voices.Sources.Scoped;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Sentences.Part;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** How far the words of each who speaks in a sentence go, and whose stand around whose. */
final class Scopes {
    /** What joins a second thing said to a first, by somebody else. */
    private static final Pattern OTHER_SPEAKS =
            Pattern.compile(
                    " ?(?:while|whereas|but|and) .*|[“\"]?(?:而|但|同时|则|[^，]{1,6}对此).*"
                            + "|[^，]{0,12}(?:同样|也|亦|则|随后|随即|继而)(?:就|再|正式)?"
                            + "(?:宣布|宣告|指责|谴责|呼吁|敦促|强调|承诺).*");

    /** Those who are asked themselves: what they tell of others is theirs. */
    private static final Set<Link.Type> SPEAK_FOR_THEMSELVES =
            Set.of(
                    Link.Type.OFFICIAL_NAMED,
                    Link.Type.NAMED_EXPERT,
                    Link.Type.OFFICIAL_READOUT,
                    Link.Type.OFFICIAL_ANONYMOUS);

    private Scopes() {}

    /** The voices of a sentence, each over its own words, outermost first. */
    static List<Scoped> of(Analysed sentence, List<Scoped> found) {
        // Most sentences have one voice, or none: there is nothing to set apart.
        return found.size() < 2 ? found : outermostFirst(own(apart(sentence, found)));
    }

    /**
     * A party of which somebody in office, or an expert, speaks is no voice: what the spokesman
     * says of Borel's charges are his words.
     */
    private static List<Scoped> own(List<Scoped> found) {
        return found.stream()
                .map(inner ->
                        found.stream()
                                .filter(outer ->
                                        inner.bare()
                                                && outer.spoken()
                                                && !outer.bare()
                                                && outer.at() < inner.at()
                                                && outer.from() <= inner.at()
                                                && inner.at() < outer.to()
                                                && SPEAK_FOR_THEMSELVES.contains(
                                                        outer.voice().type()))
                                .reduce((first, second) -> second)
                                .map(inner::toldBy)
                                .orElse(inner))
                .toList();
    }

    /**
     * Two offices that speak in one sentence, one after the other, each say their own: the US
     * declared …, while Russia declared ….
     */
    private static List<Scoped> apart(Analysed sentence, List<Scoped> found) {
        List<Scoped> result = new ArrayList<>(found);
        for (Scoped second : found) {
            Part clause = sentence.clauseAt(second.at());
            boolean begins =
                    second.spoken()
                            && clause.from() > sentence.sentence().from()
                            && (OTHER_SPEAKS
                                            .matcher(
                                                    sentence.text()
                                                            .substring(clause.from(), clause.to()))
                                            .matches()
                                    || "；;".indexOf(before(sentence, clause.from())) >= 0);
            boolean after =
                    begins
                            && found.stream()
                                    .anyMatch(first ->
                                            first.spoken()
                                                    && first.at() < clause.from()
                                                    && first.voice().of().isPresent()
                                                    && second.voice().of().isPresent()
                                                    && isOther(sentence, first, second));
            if (after) {
                result.replaceAll(one ->
                        one.equals(second)
                                ? one.between(clause.from(), one.to())
                                : one.spoken()
                                                && one.at() < clause.from()
                                                && one.voice().type() != Link.Type.MEDIA
                                        ? one.between(one.from(), clause.from())
                                        : one);
            }
        }
        return result;
    }

    /** The mark before a place, spaces aside. */
    private static char before(Analysed sentence, int at) {
        int last = at - 1;
        while (last > sentence.sentence().from() && sentence.text().charAt(last) == ' ') {
            last--;
        }
        return sentence.text().charAt(last);
    }

    /** Of another party; in English also another of the same: while the spokeswoman warned …. */
    private static boolean isOther(Analysed sentence, Scoped first, Scoped second) {
        return !first.voice().of().equals(second.voice().of())
                || "他她".indexOf(sentence.text().charAt(sentence.clauseAt(second.at()).from())) >= 0
                || Sources.isLatin(sentence.text().charAt(second.at()))
                        && !first.voice().by().equals(second.voice().by());
    }

    /** What media write stands around what others say. */
    private static List<Scoped> outermostFirst(List<Scoped> found) {
        List<Scoped> media = new ArrayList<>();
        List<Scoped> others = new ArrayList<>();
        List<Scoped> spokenFirst = new ArrayList<>(found.stream().filter(Scoped::spoken).toList());
        found.stream()
                .filter(scoped ->
                        !scoped.spoken()
                                && spokenFirst.stream()
                                        .noneMatch(other -> other.at() == scoped.at()))
                .forEach(spokenFirst::add);
        spokenFirst.sort(Comparator.comparingInt(Scoped::at));
        for (Scoped scoped : spokenFirst) {
            boolean again =
                    media.stream().anyMatch(other -> other.at() == scoped.at())
                            || others.stream().anyMatch(other -> other.at() == scoped.at());
            if (!again) {
                (scoped.voice().type() == Link.Type.MEDIA ? media : others).add(scoped);
            }
        }
        media.addAll(others);
        return media;
    }
}
