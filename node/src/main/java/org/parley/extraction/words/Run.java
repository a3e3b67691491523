// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.words;

import org.parley.extraction.words.Sentences.Part;
import org.parley.lexicon.Entry;
import org.parley.lexicon.Hit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Hits that belong together and may be a voice: a ministry's spokeswoman, Ann Lind. */
public record Run(List<Hit> hits) {
    public static final Set<String> PARTS =
            Set.of("party", "organisation", "role", "person", "outlet", "anonymous", "report");
    private static final long PARTS_BITS = Hit.bits(PARTS);
    private static final int BETWEEN_MAX = 4;
    private static final int REPORT_MAX = 24;

    /** What may stand between the parts of one voice. */
    private static final Set<String> JOINING =
            Set.of(
                    "的", "、", "一位", "的一位", "的一名", "一名", "多名", "的一份", "（", "(", "“", "前", "·", "部",
                    "'s", "’s", "《", "'", "一些", "有关", "方", "多位", "数名", "等", "负责", "常务", "资深");

    private static final Pattern JOINING_WORD =
            Pattern.compile(
                    "(?:'s|’s)? ?(?:principal"
                            + " )?(?:senior|top|foreign|defen[cs]e|chief|deputy|former)?");
    private static final Pattern AT_A_PLACE = Pattern.compile(" (?:to|at) (?:the )?");
    private static final Pattern WHOSE_REPORT =
            Pattern.compile("(?:最新|近期|日前)?(?:发布|发表|公布|提交)?的?(?:最新|年度|一份)?|[’']s (?:\\w+ ){0,2}");

    private static final int FIELD_MAX = 90;
    private static final int RANK_MAX = 24;

    /** Between a title and who has it: for Space Policy, for Arms Control and Verification. */
    private static final Pattern FIELD_OF =
            Pattern.compile(
                    " for (?:the )?[A-Z][\\w'’&-]*(?:,? (?:and |of |the )*[A-Z][\\w'’&-]*){0,7} ");

    public int from() {
        return hits.getFirst().from();
    }

    public int to() {
        return hits.getLast().to();
    }

    public boolean has(String category) {
        for (Hit hit : hits) {
            if (hit.is(category)) {
                return true;
            }
        }
        return false;
    }

    public Optional<Entry> last(String category) {
        for (int i = hits.size() - 1; i >= 0; i--) {
            Optional<Entry> sense = hits.get(i).as(category);
            if (sense.isPresent()) {
                return sense;
            }
        }
        return Optional.empty();
    }

    private static boolean isPart(Hit hit) {
        return hit.isAny(PARTS, PARTS_BITS);
    }

    public static List<Run> in(Analysed sentence) {
        List<Run> runs = new ArrayList<>();
        List<Hit> open = new ArrayList<>();
        for (Hit hit : sentence.hits()) {
            if (!isPart(hit)) {
                continue;
            }
            boolean joins =
                    !open.isEmpty()
                            && (isJoined(sentence.text(), open.getLast(), hit)
                                    || isApposition(sentence, open.getLast(), hit))
                            && !(open.getLast().is("outlet")
                                    || open.getLast().is("person") && hit.is("person"));
            if (!joins && !open.isEmpty()) {
                runs.add(new Run(List.copyOf(open)));
                open.clear();
            }
            open.add(hit);
        }
        if (!open.isEmpty()) {
            runs.add(new Run(List.copyOf(open)));
        }
        return runs;
    }

    /** All that may be part of a voice in some words, whatever else stands between. */
    public static Optional<Run> of(Analysed sentence, Part part) {
        List<Hit> hits =
                sentence.hits().stream()
                        .filter(hit -> hit.from() >= part.from() && hit.to() <= part.to())
                        .filter(Run::isPart)
                        .filter(hit -> !hit.is("person"))
                        .toList();
        return hits.isEmpty() ? Optional.empty() : Optional.of(new Run(hits));
    }

    private static boolean isJoined(String text, Hit last, Hit next) {
        if (last.is("role") && next.is("person") && isField(text, last.to(), next.from())) {
            return true;
        }
        if (next.from() - last.to() > BETWEEN_MAX + 3) {
            return next.is("role") && isRank(text, last.to(), next.from());
        }
        String between = text.substring(last.to(), next.from());
        if (next.is("report") && WHOSE_REPORT.matcher(between).matches()) {
            return true;
        }
        return between.isBlank()
                || JOINING.contains(between.strip())
                || between.equals(" of ")
                || between.equals(" of the ")
                || last.is("role") && AT_A_PLACE.matcher(between).matches()
                || between.equals(", ")
                        && (last.is("person") ? !next.is("person") : isTitled(last, next))
                || JOINING_WORD.matcher(between.strip()).matches();
    }

    /** The foreign minister, Ann Lind; but not: three days after the invasion of Arden, Lind. */
    private static boolean isTitled(Hit last, Hit next) {
        return next.is("person") && !last.is("party");
    }

    /** A ministry's principal deputy spokesperson. */
    private static boolean isRank(String text, int from, int to) {
        return to - from <= RANK_MAX
                && JOINING_WORD.matcher(text.substring(from, to).strip()).matches();
    }

    private static boolean isField(String text, int from, int to) {
        return to - from <= FIELD_MAX && FIELD_OF.matcher(text.substring(from, to)).matches();
    }

    /** Ann Brown, the U.S. State Department spokesperson, denied: one voice. */
    private static boolean isApposition(Analysed sentence, Hit last, Hit next) {
        String text = sentence.text();
        return last.is("person")
                && next.from() - last.to() == 6
                && text.startsWith(", the ", last.to())
                && sentence.hits().stream()
                        .anyMatch(hit ->
                                hit.is("role")
                                        && hit.from() >= next.from()
                                        && hit.to() - next.from() <= FIELD_MAX
                                        && text.startsWith(",", hit.to()));
    }

    /** Whose a report is that speaks: 国际原子能机构29日在一份报告中说. */
    public static Run author(List<Run> runs, Run run, Part clause) {
        if (!run.hits().stream().allMatch(hit -> hit.is("report"))) {
            return run;
        }
        Optional<Run> whose =
                runs.stream()
                        .filter(other -> other.from() >= clause.from() && other.to() <= run.from())
                        .reduce((first, second) -> second);
        if (whose.isEmpty() || run.from() - whose.get().to() > REPORT_MAX) {
            return run;
        }
        List<Hit> hits = new ArrayList<>(whose.get().hits());
        hits.addAll(run.hits());
        return new Run(List.copyOf(hits));
    }
}
