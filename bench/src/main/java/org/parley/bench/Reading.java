// SPDX-License-Identifier: Apache-2.0
package org.parley.bench;

import org.parley.bench.Readers.Sample;

import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * One reader in a process of its own: how long after the start of Java the first document is read,
 * and how much of the heap lives when many have been.
 */
final class Reading {
    private static final int ROUNDS = 40;

    /**
     * What it says, on one line.
     *
     * @param loadMillis until words or models are loaded
     * @param loadCpuMillis the same, CPU time of the thread
     * @param firstMillis from the start of Java until the first document is read
     * @param heapMegabytes that live afterwards
     */
    record Result(
            double loadMillis, double loadCpuMillis, double firstMillis, double heapMegabytes) {
        static Result of(String line) {
            String[] words = line.strip().split(" ", -1);
            return new Result(
                    Double.parseDouble(words[0]),
                    Double.parseDouble(words[1]),
                    Double.parseDouble(words[2]),
                    Double.parseDouble(words[3]));
        }

        String line() {
            return loadMillis + " " + loadCpuMillis + " " + firstMillis + " " + heapMegabytes;
        }
    }

    private Reading() {}

    public static void main(String[] arguments) throws Exception {
        List<Sample> samples = Readers.samples();
        var threads = ManagementFactory.getThreadMXBean();
        long wall = System.nanoTime();
        long cpu = threads.getCurrentThreadCpuTime();
        Readers.Reader reader = Readers.open(arguments[0]);
        if (arguments[0].startsWith("hanlp")) {
            // Its models are loaded by the first word.
            reader.read(new Sample("", new byte[0], "核裁军"));
        }
        double load = (System.nanoTime() - wall) / 1e6;
        double loadCpu = (threads.getCurrentThreadCpuTime() - cpu) / 1e6;
        long found = reader.read(samples.getFirst());
        double first = ManagementFactory.getRuntimeMXBean().getUptime();
        for (int i = 0; i < ROUNDS; i++) {
            found += Readers.all(reader, samples);
        }
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        double heap = (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
        if (found == 0 || reader.read(samples.getFirst()) == 0) {
            throw new IllegalStateException("nothing found");
        }
        System.out.println(new Result(load, loadCpu, first, heap).line());
    }
}
