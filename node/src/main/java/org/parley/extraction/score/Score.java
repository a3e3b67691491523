// SPDX-License-Identifier: Apache-2.0
package org.parley.extraction.score;

import org.parley.Place;
import org.parley.evidence.Status;
import org.parley.extraction.Codes;
import org.parley.extraction.FoundClaim;
import org.parley.extraction.FoundClaim.Kind;
import org.parley.lexicon.Lexicon;
import org.parley.time.Edtf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How well found claims fit those of a person. A gold claim is found leniently if a claim of its
 * family stands on its words and has its heart: action and mechanism of a treaty action, value of a
 * quantity or limit, parties of the rest. It is found strictly if date, parties, status, polarity
 * and, of a quantity, qualifier and state agree as well, as far as the gold says them.
 */
public final class Score {
    private static final int SHARED_MIN = 8;

    /** Of letters: the name of a treaty alone is in many sentences. */
    private static final int SHARED_MIN_LATIN = 20;

    private static final Map<String, String> FAMILY =
            Map.ofEntries(
                    Map.entry("statement", "statement"),
                    Map.entry("commitment", "statement"),
                    Map.entry("position", "statement"),
                    Map.entry("no_response", "statement"),
                    Map.entry("claim", "statement"),
                    Map.entry("meeting_claim", "statement"),
                    Map.entry("meeting", "meeting"),
                    Map.entry("channel", "meeting"),
                    Map.entry("quantity", "quantity"),
                    Map.entry("limit", "limit"),
                    Map.entry("treaty_action", "treaty_action"),
                    Map.entry("participation", "participation"),
                    Map.entry("deadline", "treaty_action"),
                    Map.entry("date_suspect", "date_suspect"));

    /** Acts that are what somebody says of a party, and nothing that is done. */
    private static final Set<String> JUDGED =
            Set.of("responsibility_assigned", "within_limits", "compliance_stated");

    /** Acts that say by their name that another was not done. */
    private static final Map<String, String> LACKING =
            Map.of("data_exchange_missed", "data_exchange", "over_limits", "within_limits");

    /** Other spellings of our types of voice, and no other types; docs/formats/gold.md has them. */
    private static final Map<String, String> VOICES =
            Map.ofEntries(
                    Map.entry("anonymous-official", "official-anonymous"),
                    Map.entry("official-estimate-by-other-party", "official-readout"),
                    Map.entry("official", "official-readout"),
                    Map.entry("named-organisation-estimate", "organisation"),
                    Map.entry("named-organisation", "organisation"),
                    Map.entry("media-own", "media"),
                    Map.entry("expert", "named-expert"),
                    Map.entry("expert-named", "named-expert"),
                    Map.entry("expert-anonymous", "anonymous"),
                    Map.entry("anonymous-expert", "anonymous"),
                    Map.entry("none", "author"));

    private static final Set<String> AHEAD =
            Set.of("announced", "scheduled", "planned", "future", "proposed");
    private static final Pattern DATE =
            Pattern.compile("\\d{4}(?:-\\d{2}(?:-\\d{2})?)?(?:/\\d{4}(?:-\\d{2}){0,2})?");
    private static final int RESAMPLES = 1000;

    private Score() {}

    /** One gold claim with what was found for it. */
    public record Pair(
            GoldClaim gold, Optional<FoundClaim> found, boolean strict, List<String> wrong) {}

    /** What the score of one document is made of. */
    public record OfDocument(String name, List<Pair> pairs, List<FoundClaim> extra) {
        /** The same for what the document is about alone; what meets another gold claim is none. */
        public OfDocument core() {
            return new OfDocument(
                    name, pairs.stream().filter(pair -> pair.gold().core()).toList(), extra);
        }
    }

    /** Scores one document. */
    public static OfDocument of(
            String name, List<GoldClaim> gold, List<FoundClaim> found, Lexicon lexicon) {
        List<Pair> pairs = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (GoldClaim one : gold) {
            Optional<Pair> best = Optional.empty();
            for (FoundClaim claim : found) {
                if (!isLenient(one, claim, lexicon)) {
                    continue;
                }
                List<String> wrong = wrong(one, claim);
                if (best.isEmpty() || wrong.size() < best.get().wrong().size()) {
                    best = Optional.of(new Pair(one, Optional.of(claim), wrong.isEmpty(), wrong));
                }
            }
            best.flatMap(Pair::found).ifPresent(claim -> used.add(claim.id()));
            pairs.add(best.orElse(new Pair(one, Optional.empty(), false, List.of("not found"))));
        }
        return new OfDocument(
                name, pairs, found.stream().filter(claim -> !used.contains(claim.id())).toList());
    }

    private static String family(FoundClaim claim) {
        return claim.about().action().filter(JUDGED::contains).isPresent()
                ? "statement"
                : FAMILY.getOrDefault(claim.kind().word(), claim.kind().word());
    }

    static boolean isLenient(GoldClaim gold, FoundClaim claim, Lexicon lexicon) {
        String family = FAMILY.getOrDefault(gold.kind(), gold.kind());
        boolean judged =
                family.equals("treaty_action")
                        && gold.action().filter(JUDGED::contains).isPresent();
        if (!family.equals(judged ? claim.kind().word() : family(claim))
                || !sharesWords(gold.quote(), claim)) {
            return false;
        }
        return switch (family) {
            case "quantity", "limit" ->
                    gold.value()
                            .map(FoundClaim.Figure::plain)
                            .equals(claim.figure().map(FoundClaim.Figure::value));
            case "treaty_action" ->
                    sameAct(gold.action(), claim.about().action())
                            && isMechanism(gold, claim, lexicon);
            case "office" -> gold.action().equals(claim.about().action());
            case "participation" -> isMechanism(gold, claim, lexicon);
            default ->
                    gold.actors().isEmpty()
                            || claim.actors().isEmpty()
                            || actors(claim).stream().anyMatch(gold.actors()::contains);
        };
    }

    private static boolean sameAct(Optional<String> gold, Optional<String> found) {
        return gold.map(Score::act).equals(found.map(Score::act));
    }

    private static String act(String action) {
        return LACKING.getOrDefault(action, action);
    }

    private static boolean isDenied(boolean denied, Optional<String> action) {
        return denied != action.filter(LACKING::containsKey).isPresent();
    }

    /**
     * The parties of a claim; of the Soviet Union the gold may name the state that continues it.
     */
    private static Set<String> actors(FoundClaim claim) {
        Set<String> actors = new HashSet<>(claim.actors().stream().map(Codes::three).toList());
        if (actors.contains("SUN")) {
            actors.add("RUS");
        }
        return actors;
    }

    private static boolean isMechanism(GoldClaim gold, FoundClaim claim, Lexicon lexicon) {
        if (gold.mechanisms().isEmpty()) {
            return true;
        }
        return claim.mechanism()
                .filter(id ->
                        gold.mechanisms().contains(id)
                                || lexicon.entry("mechanism", id)
                                        .flatMap(entry -> entry.of("also"))
                                        .filter(also ->
                                                List.of(also.split(" ")).stream()
                                                        .anyMatch(gold.mechanisms()::contains))
                                        .isPresent())
                .isPresent();
    }

    /** Whether the words of both overlap, marks and spaces aside. */
    static boolean sharesWords(String quote, FoundClaim claim) {
        return sharesWords(letters(quote), letters(claim.anchor().shown()))
                || sharesWords(letters(quote), letters(claim.anchor().exact()));
    }

    private static boolean sharesWords(String gold, String found) {
        if (gold.isEmpty() || found.contains(gold) || gold.contains(found)) {
            return true;
        }
        // A Chinese quote may begin with a figure or with a Latin name.
        int shared = gold.chars().allMatch(c -> c < 0x250) ? SHARED_MIN_LATIN : SHARED_MIN;
        int least = Math.min(shared, Math.min(gold.length(), found.length()));
        for (int at = 0; at + least <= gold.length(); at++) {
            if (found.contains(gold.substring(at, at + least))) {
                return true;
            }
        }
        return false;
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        text.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString().toLowerCase(java.util.Locale.ROOT);
    }

    private static List<String> wrong(GoldClaim gold, FoundClaim claim) {
        List<String> wrong = new ArrayList<>();
        boolean counted = claim.figure().isPresent();
        Optional<FoundClaim.When> when =
                counted ? claim.figure().flatMap(FoundClaim.Figure::asOf) : claim.when();
        (counted ? gold.asOf() : gold.date())
                .flatMap(Score::edtf)
                .ifPresent(date -> {
                    boolean undated = when.filter(own -> own.relative().isPresent()).isPresent();
                    if (!undated
                            && when.flatMap(FoundClaim.When::edtf)
                                    .filter(own -> overlap(date, own))
                                    .isEmpty()) {
                        wrong.add("date");
                    }
                });
        if (!gold.actors().isEmpty()
                && claim.kind() != Kind.LIMIT
                && !actors(claim).containsAll(gold.actors())) {
            wrong.add("actors");
        }
        if (counted
                && !gold.actors().isEmpty()
                && claim.kind() == Kind.QUANTITY
                && Set.copyOf(claim.actors()).size() > gold.actors().size()) {
            wrong.add("actors");
        }
        gold.status()
                .ifPresent(status -> {
                    if (!sameStatus(status, claim)) {
                        wrong.add("status");
                    }
                });
        if (isDenied(gold.denied(), gold.action())
                != isDenied(claim.denied(), claim.about().action())) {
            wrong.add("polarity");
        }
        claim.figure()
                .ifPresent(figure -> {
                    if (gold.qualifier().isPresent()
                            && !gold.qualifier().get().equals(figure.qualifier())) {
                        wrong.add("qualifier");
                    }
                    if (gold.measure()
                            .filter(measure -> clashes(measure, figure.measure()))
                            .isPresent()) {
                        wrong.add("measure");
                    }
                });
        return wrong;
    }

    /** Whether two measures name states that exclude each other. */
    private static boolean clashes(String gold, String found) {
        for (String state : List.of("deployed", "stockpile", "retired")) {
            boolean named = gold.contains(state) && !gold.contains("non-" + state);
            if (named && !found.contains(state)) {
                return true;
            }
        }
        return gold.contains("inventory")
                && (found.contains("deployed") || found.contains("retired"));
    }

    private static boolean sameStatus(String gold, FoundClaim claim) {
        String status = claim.status().map(Status::word).orElse("");
        if (gold.equals("rumoured")) {
            return AHEAD.contains(status);
        }
        if (gold.equals("participates")) {
            return !claim.denied();
        }
        return gold.equals(status) || AHEAD.contains(gold) && AHEAD.contains(status);
    }

    private static Optional<Edtf> edtf(String text) {
        Matcher m = DATE.matcher(text);
        return m.find() ? Optional.of(Edtf.parse(m.group(), Place.of("gold"))) : Optional.empty();
    }

    private static boolean overlap(Edtf gold, String found) {
        Edtf own = Edtf.parse(found, Place.of("found"));
        LocalDate from = gold.earliest().orElse(LocalDate.MIN);
        LocalDate to = gold.latest().orElse(LocalDate.MAX);
        return !own.earliest().orElse(LocalDate.MIN).isAfter(to)
                && !own.latest().orElse(LocalDate.MAX).isBefore(from);
    }

    /** The kind of the voice that speaks in the end, as the gold has it, in our words. */
    public static Optional<String> voice(GoldClaim gold) {
        return gold.voices().stream().findFirst().map(type -> VOICES.getOrDefault(type, type));
    }

    public static String voice(FoundClaim claim) {
        return claim.chain().isEmpty() ? "author" : claim.chain().getLast().type().word();
    }

    /** Counts of one family. */
    public record Count(int gold, int lenient, int strict, int found, int extra) {
        Count plus(Count other) {
            return new Count(
                    gold + other.gold,
                    lenient + other.lenient,
                    strict + other.strict,
                    found + other.found,
                    extra + other.extra);
        }

        public double recall() {
            return gold == 0 ? 0 : (double) strict / gold;
        }

        public double lenientRecall() {
            return gold == 0 ? 0 : (double) lenient / gold;
        }

        /**
         * Of what was found, the part that the gold has too: no more than a bound where it is not
         * complete.
         */
        public double precision() {
            return found == 0 ? 0 : (double) (found - extra) / found;
        }

        public double f1() {
            double sum = recall() + precision();
            return sum == 0 ? 0 : 2 * recall() * precision() / sum;
        }
    }

    /** Counts by family. */
    public static Map<String, Count> count(List<OfDocument> documents) {
        Map<String, Count> counts = new TreeMap<>();
        for (OfDocument document : documents) {
            for (Pair pair : document.pairs()) {
                String family = FAMILY.getOrDefault(pair.gold().kind(), pair.gold().kind());
                int lenient = pair.found().isPresent() ? 1 : 0;
                counts.merge(
                        family,
                        new Count(1, lenient, pair.strict() ? 1 : 0, lenient, 0),
                        Count::plus);
            }
            for (FoundClaim extra : document.extra()) {
                counts.merge(family(extra), new Count(0, 0, 0, 1, 1), Count::plus);
            }
        }
        return counts;
    }

    /** Between which recalls of a family nine in ten resamples of the documents lie. */
    public static double[] interval(List<OfDocument> documents, String family) {
        Random random = new Random(1);
        double[] recalls = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            List<OfDocument> sample = new ArrayList<>();
            for (int n = 0; n < documents.size(); n++) {
                sample.add(documents.get(random.nextInt(documents.size())));
            }
            recalls[i] =
                    Optional.ofNullable(count(sample).get(family)).map(Count::recall).orElse(0.0);
        }
        java.util.Arrays.sort(recalls);
        return new double[] {recalls[RESAMPLES / 20], recalls[RESAMPLES - 1 - RESAMPLES / 20]};
    }

    /** What was taken for what: gold word → found word → how often. */
    public static Map<String, Map<String, Integer>> confusion(
            List<OfDocument> documents, boolean ofVoices) {
        Map<String, Map<String, Integer>> table = new LinkedHashMap<>();
        for (OfDocument document : documents) {
            for (Pair pair : document.pairs()) {
                Optional<String> gold = ofVoices ? voice(pair.gold()) : pair.gold().status();
                if (gold.isPresent() && pair.found().isPresent()) {
                    FoundClaim claim = pair.found().get();
                    String found =
                            ofVoices
                                    ? voice(claim)
                                    : claim.status().map(Status::word).orElse("-")
                                            + "/"
                                            + claim.assertion().word();
                    table.computeIfAbsent(gold.get(), key -> new TreeMap<>())
                            .merge(found, 1, Integer::sum);
                }
            }
        }
        return table;
    }
}
