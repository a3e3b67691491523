// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.log.Event;
import org.parley.log.OwnLog;
import org.parley.proof.canonical.Hash;
import org.parley.proof.canonical.Json;
import org.parley.proof.canonical.StatementText;
import org.parley.record.Wire;
import org.parley.yaml.YamlReader;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

class TogetherTest {
    private final Object lock = new Object();

    /** How many there were in each commit. */
    private final List<Integer> commits = new ArrayList<>();

    private final List<Entry> log = new ArrayList<>();
    private Optional<RuntimeException> afterwards = Optional.empty();
    private final Together together = new Together(lock, this::append, this::read);

    private OwnLog.Appended append(List<Speech.Ready> some) {
        commits.add(some.size());
        if (some.stream().anyMatch(one -> kind(one).equals("huge"))) {
            throw new ParleyException(Code.TOO_LARGE, Place.of("log"), "too large", "say less");
        }
        int first = log.size();
        for (Speech.Ready one : some) {
            Wire.Header header = Wire.Header.of(one.text());
            Hash id = one.text().id();
            log.add(new Entry("XA", log.size(), id, one.text(), header, Optional.empty()));
        }
        return new OwnLog.Appended(first, some.size(), new byte[0]);
    }

    private List<Entry> read() {
        afterwards.ifPresent(failure -> {
            throw failure;
        });
        return log;
    }

    private static String kind(Speech.Ready ready) {
        return Wire.Header.of(ready.text()).kind();
    }

    private static Speech.Ready ready(String kind, int number) {
        byte[] body = Integer.toString(number).getBytes(StandardCharsets.UTF_8);
        Map<String, Json> header =
                Map.of("kind", Json.text(kind), "body", Json.text(Hash.of(body).toString()));
        return new Speech.Ready(
                StatementText.of(Json.object(header)), new Event.Body(Hash.of(body), body));
    }

    private Callable<Entry> saying(String kind, int number) {
        return () -> together.say(() -> ready(kind, number));
    }

    /** Runs all of them while a lock is held, one queued behind the other, and lets them go. */
    private static <T> List<FutureTask<T>> atOnce(Object held, List<Callable<T>> all)
            throws InterruptedException {
        List<FutureTask<T>> tasks = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        synchronized (held) {
            for (Callable<T> one : all) {
                FutureTask<T> task = new FutureTask<>(one);
                Thread thread = Thread.ofPlatform().start(task);
                while (thread.getState() != Thread.State.BLOCKED && thread.isAlive()) {
                    Thread.onSpinWait();
                }
                tasks.add(task);
                threads.add(thread);
            }
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return tasks;
    }

    @Test
    void whoeverWaitsMeanwhileSharesOneCommitAndFindsItsOwnWords() throws Exception {
        List<Callable<Entry>> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            all.add(saying("change", i));
        }

        List<FutureTask<Entry>> said = atOnce(lock, all);

        assertThat(commits).containsExactly(20);
        for (int i = 0; i < 20; i++) {
            assertThat(said.get(i).get().id()).isEqualTo(ready("change", i).text().id());
            assertThat(said.get(i).get().index())
                    .as("in the order in which they came")
                    .isEqualTo(i);
        }
    }

    @Test
    void whatFollowsAnActIsReadAgainstIt() throws Exception {
        atOnce(lock, List.of(saying("change", 1), saying("act", 2), saying("change", 3)));

        assertThat(commits).containsExactly(2, 1);
    }

    @Test
    void whatCannotBeSaidFailsAloneAndNothingOfItIsCommitted() throws Exception {
        Callable<Entry> wrong =
                () ->
                        together.say(() -> {
                            throw new ParleyException(
                                    Code.REFUSED, Place.of("body"), "no", "otherwise");
                        });

        List<FutureTask<Entry>> said =
                atOnce(lock, List.of(saying("change", 1), wrong, saying("change", 3)));

        assertThat(commits).containsExactly(2);
        assertThatThrownBy(() -> said.get(1).get()).hasCauseInstanceOf(ParleyException.class);
        assertThat(said.get(2).get().index()).isEqualTo(1);
    }

    @Test
    void whatDoesNotFitIsTriedAloneAndTheOthersAreSaidOnce() throws Exception {
        List<FutureTask<Entry>> said =
                atOnce(lock, List.of(saying("change", 1), saying("huge", 2), saying("change", 3)));

        assertThat(commits).containsExactly(3, 1, 1, 1);
        assertThat(log).hasSize(2);
        assertThat(said.get(2).get().index()).isEqualTo(1);
        assertThatThrownBy(() -> said.get(1).get()).hasCauseInstanceOf(ParleyException.class);
    }

    @Test
    void whatFailsWhenAllIsDurableIsNotSaidAgain() throws Exception {
        afterwards =
                Optional.of(new ParleyException(Code.CONFLICT, Place.of("x"), "later", "again"));

        List<FutureTask<Entry>> said =
                atOnce(lock, List.of(saying("change", 1), saying("change", 2)));

        assertThat(commits).containsExactly(2);
        for (FutureTask<Entry> one : said) {
            assertThatThrownBy(one::get).isInstanceOf(ExecutionException.class);
        }
    }

    @Test
    void aNodeSaysWhatManyAskOfItAtOnceAndRefusesOnlyWhatIsWrong() throws Exception {
        SimulatedNodes nodes = new SimulatedNodes(11, "XA", "XB");
        Node node = nodes.node("XA");
        long before = node.head().size();
        List<Callable<Entry>> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String form = i == 5 ? "no-such-form" : "notice";
            String text =
                    "{kind: intend, form: "
                            + form
                            + ", to: [XB], fields: {type: 1, arrival: 2030-03-01T08:00:"
                            + (10 + i)
                            + "Z}, audience: public}";
            all.add(() ->
                    node.say(YamlReader.document("test", text).asMap(), List.of(KeyRing.DUTY)));
        }

        List<FutureTask<Entry>> said = atOnce(node, all);

        assertThat(node.head().size()).isEqualTo(before + 11);
        Map<Integer, Entry> entries = new HashMap<>();
        for (int i = 0; i < 12; i++) {
            if (i == 5) {
                FutureTask<Entry> wrong = said.get(i);
                assertThatThrownBy(wrong::get).hasCauseInstanceOf(ParleyException.class);
            } else {
                entries.put(i, said.get(i).get());
            }
        }
        assertThat(new HashSet<>(entries.values())).hasSize(11);
        entries.forEach((i, entry) -> {
            assertThat(node.body(entry).orElseThrow().toString()).contains("08:00:" + (10 + i));
            assertThat(entry.counts()).isTrue();
        });
    }
}
