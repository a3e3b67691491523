// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.voices;

import org.parley.evidence.Basis;
import org.parley.evidence.Link;
import org.parley.extraction.FoundClaim;
import org.parley.extraction.FoundClaim.Voice;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Run;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Hit;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who spoke last by name, whom "she", 他 and "the minister" mean. Not safe for several threads. */
final class Earlier {
    /** Before a title that means whoever spoke by name. */
    private static final Pattern DEFINITE = Pattern.compile(".*(?:[Tt]he |该|这位|这名)");

    private static final Pattern PRONOUN =
            Pattern.compile(
                    "[“\"\\s]*(?:.*[。，；,;] ?)?"
                            + "(?:[他她](?:们)?|(?:该|上述|[这那][位名])(?:发言人|官员|专家|人士|学者"
                            + "|分析人士|负责人|外交官))(?:还|也|并|又|随后|同时|进一步|并且|此前|另外|当天|当时|接着|再次|多次"
                            + "|就此|对此|则|都|\\d{1,2}日|在[^，。他她]{1,10}[上中时])*");

    /** The same in English: on his return he told; which he said. */
    private static final Pattern HE =
            Pattern.compile(
                    "(?:.*[\"”\\s])?(?:[Hh]e|[Ss]he)(?: (?:also|then|further|later|again|had|has"
                            + "|since|once|still|himself|herself|repeatedly|however|earlier))*,? ");

    /** A body that spoke before: it said. */
    private static final Pattern IT =
            Pattern.compile(
                    "(?:.*[\"”,] ?)?\\s*(?:And |But |and |but )?[Ii]t(?: also| then| further| later"
                            + "| again| had| has| strongly| once| still| repeatedly| however"
                            + "| earlier| did)*,? ");

    /** 他在会晤后几个小时就发表公开言论表示: nobody else between. */
    private static final Pattern PRONOUN_FAR = Pattern.compile("(?:而|但|不过)?([他她])[^，。；“”他她]{1,24}");

    private static final Set<Link.Type> SPEAKERS =
            Set.of(
                    Link.Type.OFFICIAL_NAMED,
                    Link.Type.NAMED_EXPERT,
                    Link.Type.OFFICIAL_ANONYMOUS,
                    Link.Type.ANONYMOUS);

    /** Who spoke last by name; 他 and "she" mean them. */
    private Optional<Voice> last = Optional.empty();

    /** Who gives the press conference that a text is the transcript of. */
    private Optional<Voice> host = Optional.empty();

    /** Who spoke last by name. */
    Optional<Voice> last() {
        return last;
    }

    /** Whoever holds an office and spoke last by name. */
    Optional<Voice> official() {
        return last.filter(one -> one.type() == Link.Type.OFFICIAL_NAMED);
    }

    /** Who answers in a transcript: whoever gives the press conference, else who was named. */
    Optional<Voice> answering() {
        return host.or(this::official);
    }

    /** Keeps who gives a press conference. */
    void host(Voice voice) {
        host = Optional.of(voice);
        last = host;
    }

    /** Keeps who is named. */
    void name(Voice voice) {
        last = Optional.of(voice);
    }

    /** Whoever spoke on a day and speaks again without one, spoke on that day. */
    Voice dated(Voice voice) {
        return voice.on().isPresent()
                ? voice
                : last.filter(one -> one.on().isPresent() && one.by().contains(voice.by()))
                        .flatMap(Voice::on)
                        .map(day -> voice.on(inferred(day)))
                        .orElse(voice);
    }

    private static FoundClaim.When inferred(FoundClaim.When when) {
        return new FoundClaim.When(when.edtf(), when.relative(), when.shown(), Basis.INFERRED);
    }

    /** Keeps who speaks, if it is a person; officials do not stand for whom they serve. */
    void speak(Voice voice) {
        boolean many = voice.type() == Link.Type.OFFICIAL_ANONYMOUS && official().isPresent();
        if (SPEAKERS.contains(voice.type()) && !many) {
            last = Optional.of(voice);
        }
    }

    /** He said, 他还表示: whoever spoke last by name. */
    static boolean isPronoun(Analysed sentence, Hit verb, Part clause) {
        String before = sentence.text().substring(clause.from(), verb.from());
        if (Sources.isLatin(sentence.text().charAt(verb.from()))) {
            return HE.matcher(before).matches();
        }
        if (PRONOUN.matcher(before).matches()) {
            return true;
        }
        Matcher m = PRONOUN_FAR.matcher(before);
        return m.matches()
                && sentence.hits().stream()
                        .noneMatch(hit ->
                                hit.from() >= clause.from() + m.end(1)
                                        && hit.to() <= verb.from()
                                        && (hit.is("person")
                                                || hit.is("role")
                                                || hit.is("say")
                                                || hit.is("stance")));
    }

    /** It said: the body that spoke before. */
    static boolean isIt(Analysed sentence, Hit verb, Part clause) {
        return Sources.isLatin(sentence.text().charAt(verb.from()))
                && IT.matcher(sentence.text().substring(clause.from(), verb.from())).matches();
    }

    /** The spokesman, the minister, 该发言人: who spoke last, if an office holder did. */
    Voice meant(Analysed sentence, Run run, Voice voice) {
        if (voice.of().isPresent() || last.isEmpty()) {
            return voice;
        }
        boolean same =
                run.hits().stream()
                        .anyMatch(hit ->
                                hit.is("person") && last.get().by().contains(sentence.words(hit)));
        String before =
                sentence.text()
                        .substring(
                                Math.max(sentence.sentence().from(), run.from() - 4), run.from());
        boolean title =
                DEFINITE.matcher(before).matches()
                        && run.hits().stream().allMatch(hit -> hit.is("role"))
                        && run.last("role")
                                .flatMap(role -> role.of("type"))
                                .filter(type ->
                                        type.equals("official") || type.equals("spokesperson"))
                                .isPresent()
                        && last.filter(one ->
                                        one.of().isPresent()
                                                && one.type() == Link.Type.OFFICIAL_NAMED)
                                .isPresent()
                        && voice.type() != Link.Type.OFFICIAL_ANONYMOUS;
        return title || same
                ? new Voice(
                        voice.by(),
                        same ? last.get().type() : Link.Type.OFFICIAL_NAMED,
                        last.get().of(),
                        voice.on(),
                        voice.verb())
                : voice;
    }
}
