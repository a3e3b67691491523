// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.words;

import org.parley.Place;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Hit;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Offices, institutes and media that no list names, told by the last word of their name: External
 * Affairs Ministry, 湖畔研究所, 《海湾邮报》. Without this they would be taken for persons, or for nobody.
 */
public final class Bodies {
    private static final Place PLACE = Place.of("bodies");

    private static final Pattern OFFICE =
            Pattern.compile(
                    ".*\\b(?:Ministry|Department|Office|Bureau|Secretariat|Presidency|Parliament"
                            + "|Cabinet|Senate|Congress|Embassy|Command|Forces|Army|Navy|Staff"
                            + "|Commission|Committee|Delegation|Mission|Administration)");

    private static final Pattern INSTITUTE =
            Pattern.compile(
                    ".*\\b(?:Institute|Institution|University|College|School|Cent(?:er|re)"
                            + "|Foundation|Association|Society|Federation|Endowment|Initiative"
                            + "|Campaign|Academy|Project|Forum|Network|Alliance|Group|Movement"
                            + "|Council|Coalition|Union|League|Party|Organi[sz]ation|Board|Fund"
                            + "|Trust|Authority|Watch|Monitor|Caucus|Conference)(?: of [A-Z].*)?");
    private static final Pattern OUTLET =
            Pattern.compile(
                    ".*\\b(?:Times|Post|News|Journal|Daily|Herald|Tribune|Gazette|Observer|Mail"
                            + "|Wire|Agency|Television|TV|Radio|Magazine|Review)");

    private static final Pattern CHINESE_OUTLET =
            Pattern.compile("《[\\u4e00-\\u9fff·]{1,10}(?:报|日报|邮报|时报|晚报|周刊|杂志|新闻|评论)》");

    private static final String FIRST =
            "Organi[sz]ation|League|Union|Council|Institute|Association|Federation|Alliance"
                    + "|Movement|Community|Society";

    private static final int HEAD_MAX = 24;

    /** How such a name may begin. */
    private static final Pattern HEAD =
            Pattern.compile("\\b((?:" + FIRST + ") (?:of|for) )(?:the )?$");

    private static final Pattern HEADED = Pattern.compile("(?:" + FIRST + ") (?:of|for) ");

    private Bodies() {}

    /** Whether a name written in capitals is that of no person. */
    public static boolean isBody(String name) {
        return OFFICE.matcher(name).matches()
                || HEADED.matcher(name).lookingAt()
                || INSTITUTE.matcher(name).matches()
                || OUTLET.matcher(name).matches();
    }

    /** The body that such a name names, as a word of the lexicon would. */
    public static Hit of(String name, int from) {
        Entry entry =
                OUTLET.matcher(name).matches()
                        ? new Entry("outlet", "", List.of(), Map.of(), PLACE)
                        : organisation(OFFICE.matcher(name).matches() ? "official" : "institute");
        return new Hit(from, from + name.length(), List.of(entry));
    }

    private static Entry organisation(String type) {
        return new Entry("organisation", "", List.of(), Map.of("type", type), PLACE);
    }

    /** Where the name of a body begins whose end stands here: Organisation of Lake Peoples. */
    public static int start(String text, int at, List<Hit> hits) {
        boolean of =
                text.startsWith("of ", at - 3)
                        || text.startsWith("for ", at - 4)
                        || text.startsWith("the ", at - 4);
        Matcher head = HEAD.matcher(text).region(Math.max(0, at - HEAD_MAX), at);
        if (!of || !head.find()) {
            return at;
        }
        int from = head.start(1);
        return hits.stream().anyMatch(hit -> hit.from() < at && from < hit.to() && !hit.is("word"))
                ? at
                : from;
    }

    /** Media in the marks that Chinese puts around titles. */
    public static void outlets(String text, int from, int to, List<Hit> hits, List<Hit> found) {
        if (text.indexOf('《', from, to) < 0) {
            return;
        }
        Matcher m = CHINESE_OUTLET.matcher(text).region(from, to);
        while (m.find()) {
            int begin = m.start();
            int end = m.end();
            if (hits.stream().noneMatch(hit -> hit.from() < end && begin < hit.to())) {
                found.add(
                        new Hit(
                                begin,
                                end,
                                List.of(new Entry("outlet", "", List.of(), Map.of(), PLACE))));
            }
        }
    }
}
