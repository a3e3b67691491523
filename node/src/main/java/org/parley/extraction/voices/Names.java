// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.voices;

import org.parley.Place;
import org.parley.extraction.numbers.CharSet;
import org.parley.extraction.words.Bodies;
import org.parley.extraction.words.NamedTreaties;
import org.parley.extraction.words.Sentences;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Hit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds names of persons that no list has: in this kind of text they stand beside a title, have a
 * dot between their parts, or are followed by the Latin name in brackets. What a document says once
 * of a name holds for the rest of it. Not safe for several threads.
 */
public final class Names {
    private static final Place PLACE = Place.of("names");
    private static final CharSet SURNAMES =
            CharSet.of(
                    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
                            + "姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫"
                            + "孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅"
                            + "童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车"
                            + "项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛"
                            + "仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜"
                            + "海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍");
    private static final CharSet SOUNDS =
            CharSet.of(
                    "阿埃艾爱得安昂奥巴白班邦保鲍贝本比彼宾波博布采查楚茨大戴丹德邓狄迪蒂杜敦顿多恩尔法凡菲费芬丰弗福盖甘冈高戈"
                            + "格根古圭哈海汉豪赫亨华霍基吉加贾杰金久卡凯坎考科克肯库夸奎拉莱赖兰朗劳勒雷黎里理利莉力历立连列林琳"
                            + "龙隆卢鲁路伦罗洛吕马玛麦曼芒毛梅门蒙米密明缪摩莫墨默姆穆拿纳娜南内尼涅宁纽农努诺帕潘庞佩彭皮平珀普奇"
                            + "齐恰钱乔切琼丘屈热日荣茹瑞若萨塞赛桑瑟森沙莎山舍申什圣施史士舒斯丝松苏孙索所塔泰坦汤唐特滕提廷通图托"
                            + "瓦万旺威韦维魏温文翁沃乌伍武西希锡夏香肖晓谢欣兴休许雪逊雅亚延扬耶叶伊因英永尤于约泽扎詹珍治朱兹子佐绍"
                            + "翰赞娃妮宗准卓坚莲茜贡嘉铎茂稀夫达勃捷契策切泽拜辛哥葛歇芙黛厄佛甫涅耶娅莎祖雅霍库");
    private static final CharSet STOPS =
            CharSet.of("在向对将于被遭的称说和与及就日等是为以也还则曾已正再率会从到并或同代出访表一二三有，。、；：");
    private static final CharSet TITLE_ENDS = CharSet.of("任长员授师士家席理记官使");
    private static final CharSet DOTS = CharSet.of("·．•‧");
    private static final Pattern DOTTED =
            Pattern.compile("[\\p{IsHan}]{1,8}(?:[·．•‧][\\p{IsHan}]{1,10})+");
    private static final Set<String> NO_NAMES =
            Set.of(
                    "They",
                    "This",
                    "That",
                    "These",
                    "Those",
                    "Officials",
                    "Experts",
                    "Analysts",
                    "Sources",
                    "Critics",
                    "Both",
                    "Others",
                    "Some",
                    "Many",
                    "What",
                    "Which",
                    "Neither",
                    "Lawmakers",
                    "Diplomats",
                    "Nobody",
                    "Israel",
                    "Ukraine",
                    "Allies",
                    "Supporters",
                    "Opponents",
                    "Researchers",
                    "Scientists",
                    "Congress",
                    "Europe");
    private static final List<String> COUNTERPART = List.of("counterpart, ", "counterpart ");
    private static final Pattern LATIN =
            Pattern.compile(
                    "\\((?<n>[A-Z][\\p{L}.'’-]*(?:"
                            + " (?:[A-Z][\\p{L}.'’-]*|de|von|van|al|bin)){0,4})\\)");
    private static final Pattern CAPITALS =
            Pattern.compile(
                    "(?:[A-Z][a-zà-žA-Z'’-]{0,30}[a-zà-ž]|[A-Z]\\.|[A-Z]{2})(?:"
                            + " (?:[A-Z][a-zà-žA-Z'’-]{0,30}[a-zà-ž]|[A-Z]\\.|Jr\\.?"
                            + "|al-[A-Z]\\w+|von|van|de|bin))*");

    /** Where the name of the family comes first: Lin Jian is Lin. */
    private static final Set<String> SURNAME_FIRST = Set.of("CN", "TW", "KP", "KR", "VN");

    /** What stands between a title and a verb of saying, and is no name. */
    private static final Pattern NO_NAME =
            Pattern.compile(
                    "[今昨明当日周月年天会馆府室等人们方员部院处局署团队组厅级他她它其这该各两双未没不]|公开|随后|此前|再次|多次|明确|正式|共同"
                            + "|一致|先后|反复|接连|分别|纷纷|连续|书面|口头|强烈|坚决|严正|一再|亲自|首次|同时|进一步"
                            + "|立即|拒绝|可能|曾经|已经|继续|仍然|直接|紧急|专门|要求|呼吁|联合|发言|讲话|声明|致函|致信");

    /** From a title to the words of its field. */
    private static final Pattern FIELD = Pattern.compile(" for (?:the )?(?:[\\w'’&-]+,? ){0,8}");

    /** The words with which fields of office end. */
    private static final Pattern FIELD_END =
            Pattern.compile(
                    "(?:[A-Z][\\w'’-]* ){0,4}(?:Policy|Control|Affairs|Security|Compliance"
                            + "|Verification|Non-?[Pp]roliferation|Deterrence|Strategy|Planning"
                            + "|Operations|Defen[cs]e|Cooperation|Issues|Relations|Matters) ");

    private final NamedTreaties treaties = new NamedTreaties();

    private final Map<String, Known> known = new HashMap<>();

    /** Known names by their first two characters, and which characters those begin with. */
    private final Map<Integer, List<String>> byFirst = new HashMap<>();

    private final BitSet firsts = new BitSet();

    /**
     * What a document says of a name.
     *
     * @param side code of the party
     * @param role id of the role
     */
    record Known(
            String full, Optional<String> latin, Optional<String> side, Optional<String> role) {}

    /** The treaties that the document names and no list has. */
    public NamedTreaties treaties() {
        return treaties;
    }

    Optional<Known> known(String name) {
        return Optional.ofNullable(known.get(name));
    }

    void learn(String name, Known what) {
        Known before = known.get(name);
        if (before == null) {
            index(name);
        }
        if (before == null || before.side().isEmpty() || before.role().isEmpty()) {
            known.put(
                    name,
                    new Known(
                            what.full(),
                            what.latin()
                                    .or(() -> before == null ? Optional.empty() : before.latin()),
                            what.side().or(() -> before == null ? Optional.empty() : before.side()),
                            what.role()
                                    .or(() -> before == null ? Optional.empty() : before.role())));
        }
        int dot = Math.max(name.lastIndexOf('·'), name.lastIndexOf(' '));
        String last = dot > 0 ? name.substring(dot + 1) : "";
        again(last, name);
        int space = name.indexOf(' ');
        if (space > 1 && what.side().filter(SURNAME_FIRST::contains).isPresent()) {
            again(name.substring(0, space), name);
        }
    }

    /** A part of a name by which a text goes on to call somebody. */
    private void again(String part, String name) {
        Known whole = known.get(name);
        if (whole != null && part.length() > 1 && !known.containsKey(part)) {
            index(part);
            known.put(part, whole);
        }
    }

    private void index(String name) {
        firsts.set(name.charAt(0));
        byFirst.computeIfAbsent(first(name, 0), first -> new ArrayList<>()).add(name);
    }

    private static int first(String text, int at) {
        return text.charAt(at) << 16 | (at + 1 < text.length() ? text.charAt(at + 1) : 0);
    }

    /** Names that stand between the hits of a sentence. */
    public List<Hit> in(String text, int from, int to, List<Hit> hits) {
        List<Hit> found = new ArrayList<>();
        dotted(text, from, to, hits, found);
        for (int i = 0; i < hits.size(); i++) {
            Hit hit = hits.get(i);
            int before = i == 0 ? from : hits.get(i - 1).to();
            if (hit.is("role")) {
                chineseAfter(
                        text,
                        hit.to(),
                        next(hits, i, to),
                        i + 1 < hits.size() && hits.get(i + 1).is("say"),
                        found);
                if (hit.as("role").flatMap(role -> role.of("after")).isPresent()) {
                    chineseBefore(text, before, hit.from(), found);
                }
            }
        }
        knownAgain(text, from, to, hits, found);
        Bodies.outlets(text, from, to, hits, found);
        english(text, from, to, hits, found);
        return found;
    }

    /** Where the next hit begins that no name can hold: 国 in 林国安 is a word of patterns only. */
    private static int next(List<Hit> hits, int at, int to) {
        for (int i = at + 1; i < hits.size(); i++) {
            Hit hit = hits.get(i);
            if (!isLoose(hit)) {
                return hit.from();
            }
        }
        return to;
    }

    private static boolean isLoose(Hit hit) {
        return hit.length() == 1
                && hit.senses().stream()
                        .allMatch(sense ->
                                sense.category().equals("word")
                                        || sense.category().equals("pronoun"));
    }

    private static boolean hasDot(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (DOTS.has(text.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    private static void dotted(String text, int from, int to, List<Hit> hits, List<Hit> found) {
        if (!hasDot(text, from, to)) {
            return;
        }
        Matcher m = DOTTED.matcher(text).region(from, to);
        while (m.find()) {
            int begin = m.start();
            for (Hit hit : hits) {
                if (hit.from() >= m.start()
                        && hit.to() < m.end()
                        && text.substring(hit.to(), m.end()).matches(".+[·．•‧].+")) {
                    begin = Math.max(begin, hit.to());
                }
            }
            int dot = begin;
            while (!DOTS.has(text.charAt(dot))) {
                dot++;
            }
            int first = dot;
            while (first > begin && SOUNDS.has(text.charAt(first - 1))) {
                first--;
            }
            int last = m.end();
            int lastDot = last;
            while (!DOTS.has(text.charAt(lastDot - 1))) {
                lastDot--;
            }
            int end = lastDot;
            while (end < last && SOUNDS.has(text.charAt(end))) {
                end++;
            }
            if (first < dot && end > lastDot) {
                add(first, end, found);
            }
        }
    }

    private static void chineseAfter(
            String text, int from, int to, boolean saying, List<Hit> found) {
        int end = from;
        while (end < to
                && end - from < 9
                && isHan(text.charAt(end))
                && (end == from || !STOPS.has(text.charAt(end)))) {
            end++;
        }
        int length = end - from;
        if (length < 2) {
            return;
        }
        boolean latin =
                end < text.length()
                        && text.charAt(end) == '('
                        && LATIN.matcher(text).region(end, text.length()).lookingAt();
        boolean sounds = text.substring(from, end).chars().allMatch(c -> SOUNDS.has((char) c));
        if (latin && length <= 8 || sounds && length <= 6) {
            add(from, end, found);
        } else if (SURNAMES.has(text.charAt(from))
                && length <= 3
                && (end == to || STOPS.has(text.charAt(end)) || !isHan(text.charAt(end)))) {
            add(from, end, found);
        } else if (saying
                && end == to
                && length >= 3
                && length <= 6
                && !NO_NAME.matcher(text).region(from, end).find()) {
            add(from, end, found);
        }
    }

    private static void chineseBefore(String text, int from, int to, List<Hit> found) {
        int begin = to;
        if (begin > from && text.charAt(begin - 1) == ')') {
            int open = Sentences.last(text, '(', from + 1, begin);
            if (open > from) {
                begin = open;
            }
        }
        int end = begin;
        while (begin > from
                && end - begin < 6
                && isHan(text.charAt(begin - 1))
                && !STOPS.has(text.charAt(begin - 1))) {
            begin--;
        }
        String name = text.substring(begin, end);
        boolean sounds = name.chars().allMatch(c -> SOUNDS.has((char) c));
        if (name.length() >= 2
                && (sounds && name.length() <= 6
                        || name.length() <= 3 && SURNAMES.has(name.charAt(0)))) {
            add(begin, end, found);
            return;
        }
        for (int length = 2; length <= 3 && length < name.length(); length++) {
            if (SURNAMES.has(text.charAt(end - length))
                    && TITLE_ENDS.has(text.charAt(end - length - 1))) {
                add(end - length, end, found);
                return;
            }
        }
    }

    private void knownAgain(String text, int from, int to, List<Hit> hits, List<Hit> found) {
        standingIn(text, from, to)
                .forEach(name -> {
                    int at = text.indexOf(name, from, to);
                    while (at >= 0) {
                        int begin = at;
                        int end = at + name.length();
                        boolean word =
                                Character.UnicodeScript.of(name.charAt(0))
                                                == Character.UnicodeScript.HAN
                                        || (begin == 0
                                                        || !Character.isLetter(
                                                                text.charAt(begin - 1)))
                                                && (end >= text.length()
                                                        || !Character.isLetter(text.charAt(end)));
                        if (word
                                && hits.stream()
                                        .noneMatch(hit ->
                                                hit.from() < end
                                                        && begin < hit.to()
                                                        && !isLoose(hit))) {
                            add(begin, end, found);
                        }
                        at = text.indexOf(name, end, to);
                    }
                });
    }

    /**
     * Known names that stand in a part of a text, the longest first. Each is looked for only where
     * its first characters stand, so that a sentence of a long document with many names takes
     * hardly longer than one of a short.
     */
    private List<String> standingIn(String text, int from, int to) {
        List<String> standing = new ArrayList<>();
        for (int at = from; at < to; at++) {
            if (!firsts.get(text.charAt(at))) {
                continue;
            }
            for (String name : byFirst.getOrDefault(first(text, at), List.of())) {
                if (at + name.length() <= to
                        && text.startsWith(name, at)
                        && !standing.contains(name)) {
                    standing.add(name);
                }
            }
        }
        standing.sort(Comparator.comparingInt(String::length).reversed());
        return standing;
    }

    private static void english(String text, int from, int to, List<Hit> hits, List<Hit> found) {
        Matcher m = CAPITALS.matcher(text);
        int next = capital(text, from, to);
        while (next < to) {
            if (!m.region(next, to).lookingAt()) {
                next = capital(text, next + 1, to);
                continue;
            }
            next = capital(text, m.end(), to);
            int begin = m.start();
            int end = m.end();
            for (Hit hit : hits) {
                if (hit.from() < end && begin < hit.to()) {
                    if (hit.from() <= begin) {
                        begin = Math.min(end, hit.to());
                        while (begin < end && text.charAt(begin) == ' ') {
                            begin++;
                        }
                    } else if (hit.is("role") && hit.to() < end) {
                        // Whoever has the title stands after it.
                        begin = hit.to() + (text.charAt(hit.to()) == ' ' ? 1 : 0);
                    } else {
                        end = hit.from();
                    }
                }
            }
            if (begin > 0
                    && text.charAt(begin - 1) == '('
                    && begin > 1
                    && isHan(text.charAt(begin - 2))) {
                continue;
            }
            if (begin < end) {
                begin += portfolio(text, begin, end, hits);
            }
            begin = Bodies.start(text, begin, hits);
            String name = text.substring(begin, Math.max(begin, end)).strip();
            if (name.contains(" ") && Bodies.isBody(name)) {
                int at = begin;
                if (hits.stream()
                        .noneMatch(hit ->
                                hit.from() < at + name.length()
                                        && at < hit.to()
                                        && !hit.is("word"))) {
                    found.add(Bodies.of(name, begin));
                }
                continue;
            }
            if (name.length() > 2
                    && (name.contains(" ")
                            || isBeside(begin, hits)
                            || isSurname(text, name, begin, hits))
                    && isPerson(text, begin, begin + name.length(), hits)) {
                add(begin, begin + name.length(), found);
            }
        }
    }

    /**
     * How far a field of office reaches into capitalised words: Assistant Secretary for Space
     * Policy Ann Brown. It is told by the title before it and by its last word.
     */
    private static int portfolio(String text, int from, int to, List<Hit> hits) {
        boolean titled =
                hits.stream()
                        .anyMatch(hit ->
                                hit.is("role")
                                        && hit.to() < from
                                        && FIELD.matcher(text.substring(hit.to(), from)).matches());
        Matcher last = FIELD_END.matcher(text.substring(from, to));
        return titled && last.lookingAt() ? last.end() : 0;
    }

    /** Where the next capital letter stands that a name may begin with. */
    private static int capital(String text, int from, int to) {
        int at = from;
        while (at < to && (text.charAt(at) < 'A' || text.charAt(at) > 'Z')) {
            at++;
        }
        return at;
    }

    /** Beside a title or before a verb of saying, with nothing but a comma or a space between. */
    private static boolean isBeside(int from, List<Hit> hits) {
        return hits.stream()
                .anyMatch(hit -> hit.is("role") && hit.to() <= from && from - hit.to() <= 1);
    }

    /** One capitalised word that says something: Patel said; "…," said Patel. */
    private static boolean isSurname(String text, String name, int from, List<Hit> hits) {
        int to = from + name.length();
        return !NO_NAMES.contains(name)
                && name.length() > 3
                && hits.stream()
                        .anyMatch(hit ->
                                hit.is("say")
                                        && (hit.from() - to == 1
                                                        && text.startsWith("said", hit.from())
                                                || from - hit.to() == 1
                                                        && text.startsWith("said", hit.from())
                                                        && hit.length() == 4));
    }

    /**
     * Where the words end before a name that its side stands in: her Borelian counterpart, Viktor
     * Hale. The place of the name itself, where it is no counterpart's.
     */
    static int counterpart(String text, int at) {
        for (String before : COUNTERPART) {
            if (text.startsWith(before, at - before.length())) {
                return at - before.length();
            }
        }
        return at;
    }

    private static boolean isPerson(String text, int from, int to, List<Hit> hits) {
        return counterpart(text, from) < from
                || hits.stream()
                        .anyMatch(hit ->
                                (hit.is("role")
                                                && (hit.to() <= from && from - hit.to() <= 2
                                                        || hit.from() >= to
                                                                && text.startsWith(", ", to)
                                                                && isApposed(text, to, hit)))
                                        || hit.is("say")
                                                && (hit.from() >= to && hit.from() - to <= 2
                                                        || hit.to() <= from && from - hit.to() <= 1
                                                        || hit.from() > to
                                                                && Apposition.isOf(
                                                                        text, to, hit.from())));
    }

    /** Ann Brown, the U.S. State Department principal deputy spokesperson, said. */
    private static boolean isApposed(String text, int to, Hit role) {
        int distance = role.from() - to;
        return distance <= 30
                || distance <= 70
                        && text.startsWith("the ", to + 2)
                        && text.indexOf(',', to + 1, role.to()) < 0;
    }

    private static void add(int from, int to, List<Hit> found) {
        if (found.stream().noneMatch(hit -> hit.from() < to && from < hit.to())) {
            found.add(
                    new Hit(
                            from,
                            to,
                            List.of(new Entry("person", "", List.of(), Map.of(), PLACE))));
        }
    }

    /** The Latin name in brackets after a place, if one stands there. */
    static Optional<String> latinAfter(String text, int at) {
        if (at >= text.length() || text.charAt(at) != '(') {
            return Optional.empty();
        }
        Matcher m = LATIN.matcher(text).region(at, text.length());
        return m.lookingAt() ? Optional.of(m.group("n")) : Optional.empty();
    }

    private static boolean isHan(char c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }
}
