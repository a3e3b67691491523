// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import org.parley.Place;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

/**
 * Plays {@link ExerciseYear} on three real nodes on loopback: two parties and a neutral witness,
 * each with its own keys, folder and journal, over the same connections as anywhere. Only the clock
 * is the play's own. {@link #close} ends the nodes; their folders stay.
 */
public final class ExercisePlay implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final int DAYS_BETWEEN_ROUNDS = 3;
    private static final List<String> NAMES = List.of("XA", "XB", "neutral");

    private final AtomicReference<Instant> now =
            new AtomicReference<>(ExerciseYear.FIRST_DAY.atStartOfDay().toInstant(ZoneOffset.UTC));
    private final Map<String, RunningNode> nodes = new LinkedHashMap<>();

    private ExercisePlay() {}

    /** Told how far the year is. */
    public interface Progress {
        void day(LocalDate day, int said, int of);
    }

    /**
     * Begins three nodes in a folder and lets them know each other.
     *
     * @param agreement the folder exercises/arden-borel
     * @param ports three free ones
     */
    public static ExercisePlay begin(
            Path folder,
            Path agreement,
            List<Integer> ports,
            SecureRandom chance,
            BiConsumer<String, Exception> defects) {
        ExercisePlay play = new ExercisePlay();
        Map<String, NodeHome> homes = new LinkedHashMap<>();
        for (String name : NAMES) {
            NodeHome home = new NodeHome(folder.resolve(name));
            boolean witness = name.equals("neutral");
            new Beginning(
                            agreement,
                            name,
                            witness,
                            Optional.of(HOST + ":" + ports.get(homes.size())),
                            Optional.empty(),
                            List.of(KeyRing.DUTY),
                            1,
                            Optional.empty(),
                            Optional.empty())
                    .in(home, chance);
            homes.put(name, home);
        }
        homes.values()
                .forEach(home ->
                        homes.values()
                                .forEach(other -> home.enrol(other.ownCard(), Place.of("card"))));
        InstantSource clock = play.now::get;
        homes.forEach((name, home) -> {
            RunningNode running = RunningNode.open(home, clock, chance);
            play.nodes.put(name, running);
            int port = ports.get(NAMES.indexOf(name));
            running.listen(HOST, port, defects);
        });
        return play;
    }

    /** A party's node. */
    public RunningNode node(String name) {
        return Optional.ofNullable(nodes.get(name)).orElseThrow();
    }

    /** When it is in the play. */
    public InstantSource clock() {
        return now::get;
    }

    /**
     * Plays the year, day by day: what is said that day, then a round of each party.
     *
     * @param until no step after this day
     * @return how much was said by people
     */
    public int play(LocalDate until, Progress progress) {
        List<ExerciseYear.Step> steps = ExerciseYear.steps();
        int said = 0;
        LocalDate day = ExerciseYear.FIRST_DAY;
        while (!day.isAfter(until)) {
            Instant end = day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
            boolean urgent = day.getDayOfMonth() == 1;
            while (said < steps.size() && steps.get(said).at().isBefore(end)) {
                ExerciseYear.Step step = steps.get(said);
                now.set(step.at());
                new Saying(step.kind(), step.yaml(), List.of(KeyRing.DUTY))
                        .by(node(step.party()).node());
                urgent |= !step.kind().equals("change");
                said++;
            }
            // Changes have five days; a notice of an inspection has hours.
            if (urgent || day.getDayOfYear() % DAYS_BETWEEN_ROUNDS == 0) {
                now.set(end.minus(Duration.ofMinutes(1)));
                node("XA").round();
                node("XB").round();
            }
            progress.day(day, said, steps.size());
            day = day.plusDays(1);
        }
        // What was received last is acknowledged, and the acknowledgement arrives.
        node("XA").round();
        node("XB").round();
        return said;
    }

    @Override
    public void close() {
        nodes.values().forEach(RunningNode::close);
    }
}
