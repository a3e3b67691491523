// SPDX-License-Identifier: Apache-2.0
package org.parley.bench;

import com.sun.management.OperatingSystemMXBean;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Wall and CPU time of the whole process, and the rows that come of them. */
final class Clock {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** Something to be timed; what it returns must be the same each time. */
    @FunctionalInterface
    interface Work {
        long run() throws Exception;
    }

    /**
     * One measured thing.
     *
     * @param units how many changes, texts or signatures one run handles
     * @param answer what it returned: a checksum
     */
    record Row(String what, long units, double wallSeconds, double cpuSeconds, long answer) {
        double perCpuSecond() {
            return units / cpuSeconds;
        }

        String line() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %,d | %.3f | %.3f | %s |",
                    what,
                    units,
                    wallSeconds,
                    cpuSeconds,
                    rate(perCpuSecond()));
        }

        static String rate(double perSecond) {
            return perSecond >= 1e6
                    ? String.format(Locale.ROOT, "%.2f million", perSecond / 1e6)
                    : String.format(Locale.ROOT, "%,.0f", perSecond);
        }
    }

    private Clock() {}

    /** The run with the median CPU time, after runs that are thrown away. */
    static Row time(String what, long units, int before, int runs, Work work) throws Exception {
        for (int i = 0; i < before; i++) {
            work.run();
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            long wall = System.nanoTime();
            long cpu = SYSTEM.getProcessCpuTime();
            long answer = work.run();
            double cpuSeconds = (SYSTEM.getProcessCpuTime() - cpu) / 1e9;
            rows.add(new Row(what, units, (System.nanoTime() - wall) / 1e9, cpuSeconds, answer));
        }
        rows.sort(Comparator.comparingDouble(Row::cpuSeconds));
        return rows.get(rows.size() / 2);
    }

    static double cpuMillis() {
        return SYSTEM.getProcessCpuTime() / 1e6;
    }

    static double load() {
        return SYSTEM.getSystemLoadAverage();
    }

    static String machine() {
        return SYSTEM.getAvailableProcessors()
                + " processors, "
                + (SYSTEM.getTotalMemorySize() >> 30)
                + " GiB, "
                + System.getProperty("os.name")
                + " "
                + System.getProperty("os.arch")
                + ", Java "
                + System.getProperty("java.vm.version");
    }
}
