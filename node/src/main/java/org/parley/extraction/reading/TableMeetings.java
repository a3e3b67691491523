// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.reading;

import org.parley.evidence.Basis;
import org.parley.evidence.Status;
import org.parley.extraction.Codes;
import org.parley.extraction.FoundClaim.When;
import org.parley.extraction.numbers.Numbers;
import org.parley.extraction.words.Analysed;
import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Hit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Meetings that a table or a list gives one a line: 1MSP | Vienna | 21-23 June 2022. Which meeting,
 * where, when and how many came is told by the heads of the columns, else by what a cell holds and
 * nothing beside it. Whose meeting it is, the row says, else what was spoken of last. Not safe for
 * several threads.
 */
final class TableMeetings {
    private static final int CERTAINTY = 75;
    private static final int LINE_MAX = 140;

    /** What may stand in a cell beside a date: a mark of a note, a bracket, a weekday. */
    private static final int BESIDE_MAX = 6;

    private static final int PLACE_MAX = 40;

    private static final int COUNT_BESIDE_MAX = 3;

    /** What a name goes on with that no list has: Summit for Democracy. */
    private static final Pattern GOES_ON =
            Pattern.compile(" (?:for|on|of|to) [A-Z]| [A-Z]\\w+ [A-Z]");

    /** How many letters of a line may say neither which meeting it is, nor where, nor when. */
    private static final int REST_MAX = 18;

    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d年?");

    private static final Pattern APART = Pattern.compile("[,，:：()（）;；–—|]+| - ");

    private static final String NOUN =
            "(?:[Mm]eetings?|[Cc]onferences?|[Ss]essions?|[Rr]ounds?|[Ss]ummits?|[Dd]ialogues?"
                    + "|[Cc]onsultations?|[Tt]alks|[Pp]lenary|[Aa]ssembly)";

    private static final String ZH_NOUN = "(?:会议|大会|会谈|磋商|对话|会晤|峰会|谈判|全会|年会|会商|筹备会)";

    private static final String WHICH =
            "\\d{1,3}(?:st|nd|rd|th)|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth"
                    + "|[Ss]eventh|[Ee]ighth|[Nn]inth|[Tt]enth|Eleventh|Twelfth|[A-Z]\\w+eenth"
                    + "|Twentieth|Annual|[Ii]naugural|Extraordinary|Special|Regular"
                    + "|(?:19|20)\\d\\d";

    private static final String KIND =
            "[a-z][\\w-]*|Review|Preparatory|Amendment|Extension|Special|Annual|Regular"
                    + "|States?|Parties|Committee|Conference|Expert|Session";

    /** A meeting by its number, or by what it is for. */
    private static final Pattern MEETING =
            Pattern.compile(
                    "\\b\\d{0,2}(?:MSP|RevCon|PrepCom|PrepComm|RC)\\s?\\d{0,2}\\b"
                            + ("|\\b(?:" + WHICH + ") (?:(?:" + KIND + ") ){0,4}" + NOUN)
                            + "(?: of (?:the )?(?:[Hh]igh [Cc]ontracting |[Ss]tates? )?"
                            + "[Pp]arties)?"
                            + "|\\b(?:Review|Preparatory|Amendment|Extension)"
                            + " (?:Conference|Committee|Meeting)"
                            + "|\\b(?:Round|Session|Meeting|Conference|Summit)"
                            + " (?:[1-9]\\d?|[IVX]{1,4}|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive)\\b"
                            + "|第\\s?[一二三四五六七八九十百\\d]+[届次轮场]"
                            + ("(?:[^|\\d，。；：()]{0,20}?" + ZH_NOUN + ")?")
                            + ("|首[届次轮场][^|\\d，。；：()]{0,16}" + ZH_NOUN)
                            + "|(?:19|20)\\d\\d年[^|\\d，。；：()]{0,10}"
                            + "(?:审议|缔约国|筹备|特别|修约)[^|\\d，。；：()]{0,8}会议?");

    /** What is said of a column by its head. */
    private enum Column {
        MEETING(
                "(?i)meetings?|conferences?|sessions?|rounds?|summits?|talks|event|name"
                        + "|no\\.?|number"
                        + "|会议(?:名称)?|届次|届别|轮次|次数|场次|名称|会[谈晤]|磋商"),
        PLACE(
                "(?i)places?|venues?|locations?|city|host(?: city)?|held (?:in|at)|where"
                        + "|地点|举行地点|会议地点|举办地|城市|会址"),
        DATE("(?i)dates?|year|dates? held|when|held(?: on)?|time" + "|日期|时间|年份|会期|举行时间|会议时间|举行日期"),
        STATUS("(?i)status|outcome|result|state of play|状态|情况|结果"),
        STATES(
                "(?i)(?:states? )?parties(?:"
                    + " (?:attending|present|participating))?|(?:attending|participating)"
                    + " (?:states?(?: parties)?|parties)|states"
                    + " (?:attending|participating|present)|participants?|delegations|participation"
                    + "|attendance|缔约国(?:数|出席数)?|(?:与会|参会|出席|参加)(?:国家?|缔约国|代表团|国家数|国数)数?"),
        OBSERVERS("(?i)observers?(?: states?)?|observing states|观察员(?:国)?数?"),
        OTHER("");

        private final Pattern head;

        Column(String head) {
            this.head = Pattern.compile(head);
        }

        static Column of(String words) {
            for (Column column : values()) {
                if (column.head.matcher(words).matches()) {
                    return column;
                }
            }
            return OTHER;
        }
    }

    private static final Map<Pattern, Status> STATUSES = new LinkedHashMap<>();

    static {
        STATUSES.put(
                Pattern.compile("(?i)\\b(?:postponed|deferred|delayed)\\b|推迟|延期|改期"),
                Status.POSTPONED);
        STATUSES.put(
                Pattern.compile(
                        "(?i)\\b(?:cancel+ed|called off|not held|did not take place)\\b|取消|未举行"),
                Status.CANCELLED);
        STATUSES.put(Pattern.compile("(?i)\\b(?:suspended|adjourned)\\b|中止|暂停"), Status.SUSPENDED);
        STATUSES.put(
                Pattern.compile("(?i)\\b(?:planned|scheduled|to be held|upcoming)\\b|计划|拟|待举行|将举行"),
                Status.SCHEDULED);
    }

    private List<Column> columns = List.of();

    /**
     * A meeting.
     *
     * @param mechanism whose meeting it is; empty if it is only its sides'
     * @param status what the row says; empty if only its date tells
     */
    record Found(
            Optional<String> mechanism,
            List<String> actors,
            Optional<String> place,
            When when,
            Optional<Status> status,
            Part words,
            List<Count> counts,
            int certainty) {}

    /** How many came, and as what. */
    record Count(String measure, Numbers.Found number, Part words) {}

    /**
     * The meetings of a row or a line; none of the row of heads.
     *
     * @param body what was spoken of last, or is headed
     * @param sides who met last, or is headed
     * @param place the name of the place that a cell holds, as other texts have it
     */
    Optional<Found> in(
            Analysed sentence,
            Optional<String> body,
            List<String> sides,
            Function<String, Optional<String>> place) {
        List<Part> cells = TableFigures.cells(sentence);
        if (cells.size() < 2) {
            columns = List.of();
            return line(sentence, body, sides, place);
        }
        List<Column> heads = cells.stream().map(cell -> Column.of(words(sentence, cell))).toList();
        if (heads.contains(Column.DATE)
                && (heads.contains(Column.MEETING) || heads.contains(Column.PLACE))) {
            columns = heads;
            return Optional.empty();
        }
        return row(sentence, cells, body, sides, place);
    }

    private Optional<Found> row(
            Analysed sentence,
            List<Part> cells,
            Optional<String> body,
            List<String> sides,
            Function<String, Optional<String>> place) {
        // A table whose rows begin with an empty corner has one head fewer than cells.
        int shift = columns.size() == cells.size() - 1 ? 1 : 0;
        Optional<Part> named = Optional.empty();
        Optional<String> where = Optional.empty();
        Optional<When> when = Optional.empty();
        Optional<Status> status = Optional.empty();
        List<Count> counts = new ArrayList<>();
        Part whole = new Part(cells.getFirst().from(), cells.getLast().to());
        for (int i = 0; i < cells.size(); i++) {
            Part cell = cells.get(i);
            boolean headed = i >= shift && i - shift < columns.size();
            Column column = headed ? columns.get(i - shift) : Column.OTHER;
            Optional<When> day = date(sentence, cell).or(() -> year(sentence, cell, column));
            if (day.isPresent() && when.isEmpty() && column != Column.MEETING) {
                when = day;
            } else if (column == Column.PLACE && cell.to() > cell.from()) {
                where =
                        place.apply(words(sentence, cell))
                                .or(() -> Optional.of(words(sentence, cell)));
            } else if (column == Column.STATES || column == Column.OBSERVERS) {
                count(sentence, cell, column).ifPresent(counts::add);
            } else if (named.isEmpty() && isNamed(sentence, cell, column)) {
                named = Optional.of(cell);
                continue;
            } else if (columns.isEmpty() && where.isEmpty() && i <= 2) {
                where = known(sentence, cell, place);
            }
            status = status.or(() -> status(words(sentence, cell)));
        }
        boolean told = named.isPresent() || !columns.isEmpty() && where.isPresent();
        if (when.isEmpty() || !told) {
            return Optional.empty();
        }
        return found(sentence, whole, body, sides, where, when.get(), status, counts);
    }

    private static boolean isNamed(Analysed sentence, Part cell, Column column) {
        return column == Column.MEETING && cell.to() > cell.from()
                || MEETING.matcher(sentence.text()).region(cell.from(), cell.to()).find();
    }

    /** A line of a list that names a meeting, a place and a date, and says nothing else. */
    private static Optional<Found> line(
            Analysed sentence,
            Optional<String> body,
            List<String> sides,
            Function<String, Optional<String>> place) {
        Part whole = sentence.sentence();
        List<Hit> dates = sentence.of("date");
        if (whole.to() - whole.from() > LINE_MAX
                || dates.size() != 1
                || !sentence.of("say").isEmpty()
                || Telling.isElsewhere(sentence)) {
            return Optional.empty();
        }
        Matcher meeting = MEETING.matcher(sentence.text()).region(whole.from(), whole.to());
        Hit date = dates.getFirst();
        boolean apart =
                meeting.find() && (meeting.end() <= date.from() || meeting.start() >= date.to());
        When when = sentence.dates().get(date.from());
        if (!apart || when == null || isOfAnother(sentence, meeting)) {
            return Optional.empty();
        }
        List<Part> known = new ArrayList<>();
        known.add(new Part(meeting.start(), meeting.end()));
        Optional<String> where = Optional.empty();
        int from = whole.from();
        Matcher gap = APART.matcher(sentence.text()).region(whole.from(), whole.to());
        for (boolean more = true; more; ) {
            more = gap.find();
            Part piece = trim(sentence, from, more ? gap.start() : whole.to());
            Optional<String> name = where.isEmpty() ? known(sentence, piece, place) : where;
            if (name.isPresent() && where.isEmpty()) {
                known.add(piece);
                where = name;
            }
            from = more ? gap.end() : from;
        }
        return where.isEmpty() || rest(sentence, known) > REST_MAX
                ? Optional.empty()
                : found(
                        sentence,
                        whole,
                        body,
                        sides,
                        where,
                        when,
                        status(sentence.text().substring(meeting.end(), whole.to())),
                        List.of());
    }

    private static boolean isOfAnother(Analysed sentence, Matcher meeting) {
        return sentence.of("mechanism").isEmpty()
                && GOES_ON.matcher(sentence.text())
                        .region(meeting.end(), sentence.sentence().to())
                        .lookingAt();
    }

    /** How many letters say nothing of which meeting it is, where and when. */
    private static int rest(Analysed sentence, List<Part> told) {
        int rest = 0;
        for (int at = sentence.sentence().from(); at < sentence.sentence().to(); at++) {
            int here = at;
            boolean letter = Character.isLetterOrDigit(sentence.text().charAt(at));
            boolean known =
                    told.stream().anyMatch(part -> part.holds(here))
                            || sentence.hits().stream()
                                    .anyMatch(hit ->
                                            hit.from() <= here
                                                    && here < hit.to()
                                                    && (hit.is("date")
                                                            || hit.is("place")
                                                            || hit.is("mechanism")
                                                            || hit.is("assembly")
                                                            || hit.is("encounter")
                                                            || hit.is("gathering")
                                                            || hit.is("party")));
            rest += letter && !known ? sentence.text().charAt(at) > 0x2e80 ? 3 : 1 : 0;
        }
        return rest;
    }

    private static Optional<Found> found(
            Analysed sentence,
            Part whole,
            Optional<String> body,
            List<String> sides,
            Optional<String> where,
            When when,
            Optional<Status> status,
            List<Count> counts) {
        Optional<String> own =
                sentence.of("mechanism").stream()
                        .flatMap(hit -> hit.as("mechanism").stream())
                        .map(Entry::id)
                        .findFirst();
        Set<String> named = new LinkedHashSet<>();
        sentence.of("party").forEach(hit -> named.addAll(Codes.of(hit)));
        List<String> actors =
                named.size() >= 2
                        ? List.copyOf(named)
                        : own.or(() -> body).isEmpty() ? sides : List.of();
        Optional<String> whose = named.size() >= 2 ? own : own.or(() -> body);
        if (when.edtf().isEmpty() || whose.isEmpty() && actors.size() < 2) {
            return Optional.empty();
        }
        return Optional.of(new Found(whose, actors, where, when, status, whole, counts, CERTAINTY));
    }

    /** A place that a cell names and nothing else. */
    private static Optional<String> known(
            Analysed sentence, Part cell, Function<String, Optional<String>> place) {
        if (cell.to() - cell.from() > PLACE_MAX || cell.from() == cell.to()) {
            return Optional.empty();
        }
        return place.apply(words(sentence, cell));
    }

    /** The one date of a cell that holds nothing else. */
    private static Optional<When> date(Analysed sentence, Part cell) {
        List<Hit> dates = sentence.of("date", cell.from(), cell.to());
        return dates.size() == 1
                        && cell.to() - cell.from() - dates.getFirst().length() <= BESIDE_MAX
                ? Optional.ofNullable(sentence.dates().get(dates.getFirst().from()))
                : Optional.empty();
    }

    private static Optional<When> year(Analysed sentence, Part cell, Column column) {
        String words = words(sentence, cell);
        return column == Column.DATE && YEAR.matcher(words).matches()
                ? Optional.of(
                        new When(
                                Optional.of(words.substring(0, 4)),
                                Optional.empty(),
                                words,
                                Basis.STATED))
                : Optional.empty();
    }

    private static Optional<Count> count(Analysed sentence, Part cell, Column column) {
        List<Numbers.Found> numbers =
                sentence.numbers().stream().filter(one -> cell.holds(one.digits())).toList();
        boolean alone =
                numbers.size() == 1
                        && cell.to() - cell.from()
                                <= numbers.getFirst().to()
                                        - numbers.getFirst().digits()
                                        + COUNT_BESIDE_MAX
                        && numbers.getFirst().value().compareTo(BigDecimal.valueOf(250)) < 0;
        String measure = column == Column.STATES ? "states-attending" : "observers-attending";
        return alone ? Optional.of(new Count(measure, numbers.getFirst(), cell)) : Optional.empty();
    }

    private static Optional<Status> status(String words) {
        return STATUSES.entrySet().stream()
                .filter(one -> one.getKey().matcher(words).find())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Part trim(Analysed sentence, int from, int to) {
        int first = from;
        int last = to;
        while (first < last && sentence.text().charAt(first) <= ' ') {
            first++;
        }
        while (last > first && sentence.text().charAt(last - 1) <= ' ') {
            last--;
        }
        return new Part(first, last);
    }

    private static String words(Analysed sentence, Part cell) {
        return sentence.text().substring(cell.from(), cell.to());
    }
}
