// SPDX-License-Identifier: Apache-2.0
package org.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Place;
import org.parley.party.Beginning;
import org.parley.party.NodeHome;
import org.parley.party.Progress;
import org.parley.party.RunningNode;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Two real nodes, killed again and again while they talk. */
class KillLoopTest {
    private static final int KILLS = 200;
    private static final int LIFE_MS_MAX = 500;
    private static final int START_MS_MAX = 1500;

    /** About three minutes on a quiet machine with two cores; a busy one takes longer. */
    private static final Duration LOOP_MAX = Duration.ofMinutes(20);

    private static final List<String> PARTIES = List.of("XA", "XB");

    private final Map<String, Map<Long, String>> said = new ConcurrentHashMap<>();
    private final List<String> defects = new CopyOnWriteArrayList<>();

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void nothingSaidIsLostHoweverOftenTheNodesAreKilled(@TempDir Path folder) throws Exception {
        Map<String, Integer> ports = begun(folder);
        int kills = 0;
        long seed = System.nanoTime();
        Instant end = Instant.now().plus(LOOP_MAX);
        List<Thread> killers = new ArrayList<>();
        int[] counts = new int[PARTIES.size()];
        for (int i = 0; i < PARTIES.size(); i++) {
            int at = i;
            Random random = new Random(seed + i);
            killers.add(
                    Thread.ofVirtual()
                            .start(() -> {
                                // On a busy machine lives are short of words: there are more then.
                                while ((counts[at] < KILLS / 2 || count() <= KILLS)
                                        && Instant.now().isBefore(end)) {
                                    life(folder, PARTIES.get(at), ports, random);
                                    counts[at]++;
                                }
                            }));
        }
        for (Thread killer : killers) {
            killer.join();
        }
        for (int count : counts) {
            kills += count;
        }
        System.out.println("seed " + seed + ": " + kills + " kills, " + count() + " statements");
        assertThat(defects).isEmpty();
        assertThat(kills).as("kills in " + LOOP_MAX).isGreaterThanOrEqualTo(KILLS);
        assertThat(count()).as("statements in " + LOOP_MAX).isGreaterThan(KILLS);
        afterwards(folder, ports);
    }

    private int count() {
        return said.values().stream().mapToInt(Map::size).sum();
    }

    private static Map<String, Integer> begun(Path folder) throws IOException {
        Map<String, Integer> ports = new HashMap<>();
        SecureRandom chance = new SecureRandom();
        Path rules =
                Path.of(System.getProperty("parley.root", "..")).resolve("exercises/arden-borel");
        for (String party : PARTIES) {
            int port = freePort();
            ports.put(party, port);
            Beginning.of(rules, party)
                    .at("127.0.0.1", port)
                    .in(new NodeHome(folder.resolve(party)), chance);
        }
        for (String party : PARTIES) {
            for (String other : PARTIES) {
                new NodeHome(folder.resolve(party))
                        .enrol(
                                new NodeHome(folder.resolve(other)).ownCard(),
                                Place.of(other + ".card"));
            }
        }
        return ports;
    }

    /** One life: from its start to SIGKILL, at any time after it first had something to lose. */
    private void life(Path folder, String party, Map<String, Integer> ports, Random random) {
        try {
            Process process =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-XX:TieredStopAtLevel=1",
                                    "--sun-misc-unsafe-memory-access=allow",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    "org.parley.e2e.KilledNode",
                                    folder.resolve(party).toString(),
                                    String.valueOf(ports.get(party)))
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            // Some die while they start, that is while they recover from the death before.
            boolean early = random.nextInt(5) < 3;
            if (early) {
                kill(process, random.nextInt(START_MS_MAX));
            }
            try (BufferedReader lines = process.inputReader()) {
                String line = lines.readLine();
                if (!early && !"up".equals(line)) {
                    defects.add(party + " did not start: " + line);
                }
                if (!early) {
                    kill(process, random.nextInt(LIFE_MS_MAX));
                }
                while (line != null) {
                    heard(party, line);
                    line = lines.readLine();
                }
            }
            process.waitFor();
        } catch (IOException | InterruptedException e) {
            defects.add(party + ": " + e);
        }
    }

    /** SIGKILL after a while; what was written before is still read. */
    private static void kill(Process process, int afterMs) {
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        Thread.sleep(afterMs);
                    } catch (InterruptedException e) {
                        // Then it is killed now.
                    }
                    process.toHandle().destroyForcibly();
                });
    }

    private void heard(String party, String line) {
        String[] words = line.split(" ");
        if (words[0].equals("said") && words.length == 3) {
            said.computeIfAbsent(party, p -> new ConcurrentHashMap<>())
                    .put(Long.parseLong(words[1]), words[2]);
        } else if (words[0].equals("defect")) {
            defects.add(line);
        }
    }

    private void afterwards(Path folder, Map<String, Integer> ports) {
        List<RunningNode> running = new ArrayList<>();
        try {
            for (String party : PARTIES) {
                RunningNode node =
                        RunningNode.open(
                                new NodeHome(folder.resolve(party)),
                                Clock.systemUTC(),
                                new SecureRandom());
                running.add(node);
                node.listen(
                        "127.0.0.1", ports.get(party), (where, e) -> defects.add(where + ": " + e));
            }
            for (int i = 0; i < 3; i++) {
                running.forEach(RunningNode::round);
            }
            for (String party : PARTIES) {
                for (RunningNode node : running) {
                    List<Progress> held = node.node().progress(party);
                    said.get(party)
                            .forEach((index, id) -> {
                                Progress one = held.get(Math.toIntExact(index));
                                assertThat(one.entry().name()).isEqualTo(id);
                                assertThat(one.received().keySet()).containsAll(others(party));
                                assertThat(node.node().body(one.entry())).isPresent();
                            });
                }
            }
            for (RunningNode node : running) {
                assertThat(node.node().evidence()).isEmpty();
                assertThat(node.node().problem()).isEmpty();
                assertThat(node.round()).allMatch(round -> round.problem().isEmpty());
            }
            assertThat(running.getFirst().node().head("XB"))
                    .usingRecursiveComparison()
                    .ignoringFields("value.checkpoint")
                    .isEqualTo(running.getLast().node().head("XB"));
            assertThat(defects).isEmpty();
        } finally {
            running.forEach(RunningNode::close);
        }
    }

    private static List<String> others(String party) {
        return PARTIES.stream().filter(one -> !one.equals(party)).toList();
    }
}
