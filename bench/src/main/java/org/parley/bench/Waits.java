// SPDX-License-Identifier: Apache-2.0
package org.parley.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * How long many equal things took, one by one, and all of them together.
 *
 * @param perSecond of wall time, all threads together
 * @param cpuMicros of the whole process, for each
 */
record Waits(long number, double p50Millis, double p99Millis, double perSecond, double cpuMicros) {

    static Waits of(List<long[]> nanos, double wallSeconds, double cpuSeconds) {
        long[] all = nanos.stream().flatMapToLong(LongStream::of).toArray();
        Arrays.sort(all);
        return new Waits(
                all.length,
                all[all.length / 2] / 1e6,
                all[(int) (all.length * 0.99)] / 1e6,
                all.length / wallSeconds,
                cpuSeconds * 1e6 / all.length);
    }
}
