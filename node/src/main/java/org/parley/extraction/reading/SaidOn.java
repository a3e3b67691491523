// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.evidence.Basis;
import org.parley.evidence.Link;
import org.parley.extraction.FoundClaim.Voice;
import org.parley.extraction.FoundClaim.When;
import org.parley.extraction.numbers.Sought;
import org.parley.extraction.voices.Sources;
import org.parley.extraction.words.Analysed;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** On which day somebody said what is given without a day of its own. */
final class SaidOn {
    private static final Set<Link.Type> OFFICES =
            Set.of(
                    Link.Type.OFFICIAL_NAMED,
                    Link.Type.OFFICIAL_READOUT,
                    Link.Type.OFFICIAL_ANONYMOUS,
                    Link.Type.ORGANISATION);

    /** What was said before that of which the text tells, nobody knows when. */
    private static final Sought BEFORE =
            Sought.of(
                    "此前|曾|早前|先前|早些时候|一贯|多次|历来|\\b(?:earlier|previously|once|long|repeatedly"
                            + "|has|have|had|always|often|later|then)\\b");

    private final Optional<When> today;
    private final Map<String, When> days = new HashMap<>();
    private final Set<String> several = new HashSet<>();

    /** All days on which the text has anybody speak. */
    private final Set<String> all = new HashSet<>();

    private Optional<When> last = Optional.empty();

    private Optional<Meeting> meeting = Optional.empty();
    private boolean meetings;

    /** A meeting that was told, with its day. */
    private record Meeting(When when, List<String> sides, int block) {}

    /**
     * Knows of no words yet.
     *
     * @param today the day of the text, if it is dated to the day
     */
    SaidOn(Optional<LocalDate> today) {
        this.today =
                today.map(day ->
                        new When(
                                Optional.of(day.toString()), Optional.empty(), "", Basis.INFERRED));
    }

    /** Keeps a meeting, at which those who met spoke. */
    void met(Analysed sentence, Draft draft) {
        if (draft.denied() || draft.ahead() || draft.wished()) {
            return;
        }
        draft.when()
                .filter(SaidOn::isDay)
                .ifPresent(when -> {
                    meetings |=
                            meeting.filter(one -> !one.when().edtf().equals(when.edtf()))
                                    .isPresent();
                    meeting = Optional.of(new Meeting(when, draft.actors(), sentence.block()));
                });
    }

    /**
     * The day of the words; else, of a person, the only one on which the text has had the same one
     * speak; else that of the meeting at which they were said; else, in an answer, that of the
     * press conference; else the only day on which the text has had anybody speak.
     *
     * @param sentence the words
     * @param speakers whose words they are
     */
    Optional<When> of(Analysed sentence, Voice voice, List<String> speakers, boolean answer) {
        if (voice.on().isPresent()) {
            hear(voice.by(), voice.on().get());
            return voice.on();
        }
        boolean person = voice.type() == Link.Type.OFFICIAL_NAMED;
        boolean once = person && !several.contains(voice.by());
        boolean answers = answer || voice.verb().filter(Sources.COLON::equals).isPresent();
        return Optional.ofNullable(once ? days.get(voice.by()) : null)
                .or(() -> person && answers ? today : Optional.empty())
                .or(() -> here(sentence, voice, speakers));
    }

    private Optional<When> here(Analysed sentence, Voice voice, List<String> speakers) {
        boolean office = OFFICES.contains(voice.type());
        int from = sentence.sentence().from();
        if (!office
                || !sentence.of("date").isEmpty()
                || BEFORE.in(sentence.text(), from, sentence.sentence().to())) {
            return Optional.empty();
        }
        return meeting.filter(one -> !meetings || one.block() == sentence.block())
                .filter(one -> one.sides().stream().anyMatch(speakers::contains))
                .map(Meeting::when)
                .or(() -> all.size() == 1 ? last : Optional.empty())
                .map(day -> new When(day.edtf(), Optional.empty(), day.shown(), Basis.INFERRED));
    }

    private void hear(String by, When day) {
        When before = days.put(by, day);
        if (before != null && !before.edtf().equals(day.edtf())) {
            several.add(by);
        }
        day.edtf().ifPresent(all::add);
        last = isDay(day) ? Optional.of(day) : last;
    }

    private static boolean isDay(When when) {
        return when.edtf().filter(edtf -> edtf.matches("\\d{4}-\\d{2}-\\d{2}")).isPresent();
    }
}
