// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.extraction.numbers.CharSet;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.NamedTreaties;
import org.parley.lexicon.Hit;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a text speaks of the matters of this field where it is read: arms and what is agreed
 * about them. Not safe for several threads.
 */
final class Field {
    /** For how many sentences a word of the field holds. */
    private static final int MAX = 6;

    private static final int SENTENCES = 3;

    /** Words of armies, arms and the atom. */
    private static final Pattern SECURITY =
            Pattern.compile(
                    "核(?!心|实|算|查|对|准|电)|导弹|飞弹|军|防长|国防|停火|热线|制裁|铀|"
                            + "\\b(?:nuclear|missiles?|warheads?|military|ceasefire|hotlines?"
                            + "|defen[cs]e (?:minister|secretary|chief)s?|sanctions|arms control"
                            + "|generals?|border troops|armistice)\\b");

    private static final CharSet OF_SECURITY = CharSet.beginning(SECURITY, "核导飞军防国停热制铀nmwchdsagb");

    /** Topics that other fields have too. */
    private static final Set<String> OF_MANY_FIELDS = Set.of("talks", "limits", "transparency");

    /** How many sentences ago a word of the field stood; the title's holds for the whole text. */
    private int sinceField = MAX;

    private boolean titled;

    /** How many sentences so far had a word of the field. */
    private int ofField;

    /** How many sentences ago a word of armies, arms or the atom stood. */
    private int sinceSecurity = MAX;

    /** How many sentences ago a launch was told. */
    private int sinceLaunch = MAX;

    /** The title, or a name in it, says that the whole text is of the field. */
    void title() {
        titled = true;
    }

    /** Takes from a title or a heading what the text is about. */
    void head(List<Hit> heading) {
        titled |= heading.stream().anyMatch(Field::isOf);
    }

    void remember(Analysed sentence) {
        if (isOf(sentence)) {
            sinceField = 0;
            ofField++;
        } else {
            sinceField = sentence.of("elsewhere").isEmpty() ? sinceField + 1 : MAX;
        }
        sinceSecurity = sinceField == 0 || isOfArms(sentence) ? 0 : sinceSecurity + 1;
        if (!sentence.of("elsewhere").isEmpty() && sinceField > 0) {
            sinceSecurity = MAX;
        }
        sinceLaunch = sentence.of("launch").isEmpty() ? sinceLaunch + 1 : 0;
    }

    /** Whether the whole text is of the field, so that whoever speaks in it speaks of that. */
    boolean isThroughout() {
        return isHere() || ofField >= SENTENCES;
    }

    /** Whether the text speaks of matters of the field here, though this sentence may not. */
    boolean isHere() {
        return titled || sinceField < MAX;
    }

    /**
     * Whether a sentence names what only this field has: other fields have talks, inspections and
     * limits, too.
     */
    static boolean isOf(Analysed sentence) {
        for (Hit hit : sentence.hits()) {
            if (isOf(hit)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOf(Hit hit) {
        return hit.as("mechanism").filter(entry -> !NamedTreaties.isByText(entry)).isPresent()
                || hit.as("assembly").flatMap(body -> body.of("field")).isPresent()
                || hit.as("topic")
                        .filter(topic -> !OF_MANY_FIELDS.contains(topic.id()))
                        .isPresent();
    }

    /**
     * Whether talks told here are those of the field, or of the security that it is about: a text
     * of armies and missiles may go on for long without a word of its own.
     */
    boolean isOfTalks(Analysed sentence) {
        return isHere() || sinceSecurity < MAX || isOf(sentence) || isOfArms(sentence);
    }

    /** Whether the text tells of a launch here, of which notice may have been given. */
    boolean isOfLaunch(Analysed sentence) {
        return sinceLaunch < MAX || !sentence.of("launch").isEmpty();
    }

    /** Whether a sentence has a word of armies, arms or the atom. */
    static boolean isOfArms(Analysed sentence) {
        String text = sentence.text();
        Matcher m = SECURITY.matcher(text).useTransparentBounds(true);
        int to = sentence.sentence().to();
        for (int at = sentence.sentence().from(); at < to; at++) {
            if (OF_SECURITY.has(text.charAt(at)) && m.region(at, to).lookingAt()) {
                return true;
            }
        }
        return false;
    }
}
