// SPDX-License-Identifier: Apache-2.0
package org.parley.bench;

import org.parley.agreement.Agreement;
import org.parley.agreement.Formulas;
import org.parley.standing.Standing;
import org.parley.standing.Timeline;
import org.parley.standing.View;
import org.parley.statement.Statement;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Random jumps over the made-up record: the whole standing of each. */
final class Slider {
    private static final int JUMPS = 200;

    /**
     * What was measured.
     *
     * @param loadSeconds from statements to the first standing
     * @param heapMegabytes used after a full collection, statements and index
     * @param figures sum of all figures, so that nothing is left undone
     */
    record Result(
            double loadSeconds,
            double loadCpuSeconds,
            double p50Millis,
            double p99Millis,
            double maxMillis,
            double p50CpuMillis,
            double p99CpuMillis,
            double naiveMillis,
            long heapMegabytes,
            int duties,
            long figures) {}

    private Slider() {}

    static Result run(Agreement agreement, List<Statement> record) {
        Formulas formulas = new Formulas(agreement);
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        long cpu = thread.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        Timeline timeline = Timeline.of(agreement, formulas, record, List.of());
        timeline.at(View.declared(MadeUpRecord.LAST, MadeUpRecord.LAST));
        double load = (System.nanoTime() - start) / 1e9;
        double loadCpu = (thread.getCurrentThreadCpuTime() - cpu) / 1e9;
        SplittableRandom random = new SplittableRandom(3);
        double[] millis = new double[JUMPS];
        double[] cpuMillis = new double[JUMPS];
        long figures = jumps(timeline, random, millis, cpuMillis);
        figures += jumps(timeline, random, millis, cpuMillis);
        Arrays.sort(millis);
        Arrays.sort(cpuMillis);
        View last = View.declared(MadeUpRecord.LAST, MadeUpRecord.LAST);
        Standing fast = timeline.at(last);
        start = System.nanoTime();
        Standing naive = Standing.of(agreement, formulas, record, List.of(), last);
        double naiveMillis = (System.nanoTime() - start) / 1e6;
        if (!naive.equals(fast)) {
            throw new IllegalStateException("the timeline differs from the naive fold");
        }
        return new Result(
                load,
                loadCpu,
                millis[JUMPS / 2],
                millis[JUMPS * 99 / 100],
                millis[JUMPS - 1],
                cpuMillis[JUMPS / 2],
                cpuMillis[JUMPS * 99 / 100],
                naiveMillis,
                heap(),
                fast.duties().size(),
                figures);
    }

    private static long jumps(
            Timeline timeline, SplittableRandom random, double[] millis, double[] cpuMillis) {
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        long sum = 0;
        for (int i = 0; i < millis.length; i++) {
            View view = View.declared(day(random), day(random));
            long cpu = thread.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            Standing standing = timeline.at(view);
            millis[i] = (System.nanoTime() - start) / 1e6;
            cpuMillis[i] = (thread.getCurrentThreadCpuTime() - cpu) / 1e6;
            sum += standing.figures().stream().mapToLong(figure -> figure.value()).sum();
        }
        return sum;
    }

    private static LocalDate day(SplittableRandom random) {
        return LocalDate.ofEpochDay(
                random.nextLong(
                        MadeUpRecord.FIRST.toEpochDay(), MadeUpRecord.LAST.toEpochDay() + 60));
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }
}
