// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.proof.note.SignerKey;
import org.parley.proof.note.Suite;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a real disk does, and how often it is asked to make something durable. */
final class RealDiskTest {
    private static final int COMMITS = 20;
    private static final String BEGIN = "commits-begin";
    private static final String END = "commits-end";

    @Test
    void anInterruptedReaderHarmsNobody(@TempDir Path folder) throws Exception {
        try (Disk.Handle file = new RealDisk(folder).open("file")) {
            file.write(0, ByteBuffer.wrap(new byte[] {1, 2, 3}));
            Thread.currentThread().interrupt();
            ByteBuffer read = ByteBuffer.allocate(3);
            file.read(0, read);
            file.write(3, ByteBuffer.wrap(new byte[] {4}));
            file.sync();
            assertThat(Thread.interrupted()).isTrue();
            assertThat(read.array()).containsExactly(1, 2, 3);
            ByteBuffer again = ByteBuffer.allocate(4);
            file.read(0, again);
            assertThat(again.array()).containsExactly(1, 2, 3, 4);
        }
    }

    @Test
    void aRefusedSecondLockLeavesTheFirstInPlace(@TempDir Path folder) throws Exception {
        AutoCloseable lock = new RealDisk(folder).lock("lock");
        assertThatThrownBy(() -> new RealDisk(folder).lock("lock")).isInstanceOf(IOException.class);
        assertThat(child(Locker.class, List.of(), folder)).isEqualTo("refused");
        lock.close();
        assertThat(child(Locker.class, List.of(), folder)).isEqualTo("locked");
    }

    @Test
    void aCommitIsExactlyOneSync(@TempDir Path folder) throws Exception {
        Path trace = folder.resolve("trace");
        List<String> strace =
                List.of("strace", "-f", "-e", "trace=fsync,fdatasync,openat", "-o", trace + "");
        assumeTrue(traces(folder), "strace is missing or may not trace here");
        Path store = Files.createDirectory(folder.resolve("store"));
        assertThat(child(Committing.class, strace, store)).isEqualTo("committed");
        List<String> calls = Files.readAllLines(trace, StandardCharsets.UTF_8);
        int from = firstWith(calls, BEGIN);
        int until = firstWith(calls, END);
        List<String> between = calls.subList(from, until);
        assertThat(between.stream().filter(call -> call.contains("fdatasync("))).hasSize(COMMITS);
        assertThat(between).noneMatch(call -> call.contains(" fsync("));
        assertThat(calls.subList(0, from)).anyMatch(call -> call.contains(" fsync("));
    }

    private static int firstWith(List<String> calls, String name) {
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i).contains(name)) {
                return i;
            }
        }
        throw new AssertionError(name + " is not in the trace");
    }

    private static boolean traces(Path folder) throws InterruptedException {
        try {
            Process probe =
                    new ProcessBuilder("strace", "-o", folder.resolve("probe") + "", "true")
                            .start();
            return probe.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Runs a class of this file in a process of its own; its answer. */
    private static String child(Class<?> main, List<String> before, Path folder)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.addAll(List.of(main.getName(), folder.toString()));
        File errors = folder.resolveSibling("errors").toFile();
        Process process = new ProcessBuilder(command).redirectError(errors).start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(Files.readString(errors.toPath())).isZero();
        return answer;
    }

    /** Says whether it gets the lock. */
    static final class Locker {
        private Locker() {}

        public static void main(String[] args) throws Exception {
            try (AutoCloseable lock = new RealDisk(Path.of(args[0])).lock("lock")) {
                System.out.print(lock.toString().isEmpty() ? "" : "locked");
            } catch (IOException e) {
                System.out.print("refused");
            }
        }
    }

    /** Commits, between two names that it looks for in vain. */
    static final class Committing {
        private Committing() {}

        public static void main(String[] args) throws Exception {
            Disk disk = new RealDisk(Path.of(args[0]));
            JournalStore.create(disk, () -> 7);
            String origin = "exercise/example/XA";
            SignerKey key =
                    SignerKey.of(Suite.ED25519, origin, new byte[32]).with(new BouncyEd25519());
            try (JournalStore store = JournalStore.open(disk, () -> 7)) {
                OwnLog log = OwnLog.open(store, origin, key);
                log.begin();
                mark(BEGIN);
                for (int i = 0; i < COMMITS; i++) {
                    byte[] entry = ("entry " + i).getBytes(StandardCharsets.UTF_8);
                    log.append(List.of(entry), List.of());
                }
                mark(END);
            }
            System.out.print("committed");
        }

        private static void mark(String name) {
            try {
                Files.newInputStream(Path.of(name)).close();
                throw new IllegalStateException(name + " is there");
            } catch (IOException e) {
                // It is in the trace.
            }
        }
    }
}
