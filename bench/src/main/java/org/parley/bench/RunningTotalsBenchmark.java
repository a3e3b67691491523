// SPDX-License-Identifier: Apache-2.0
package org.parley.bench;

import dev.cel.runtime.Program;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.parley.expression.Expression;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** Changes a second, compiled and interpreted, under JMH. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class RunningTotalsBenchmark {
    private static final int CHANGES = 100_000;

    private final Engines engines = new Engines(Bench.agreement(), new MadeUpChanges(CHANGES, 1));
    private final long[][] decoded = engines.decoded();
    private final List<Expression> compiled = engines.compiled();
    private final List<Program> interpreted;

    public RunningTotalsBenchmark() {
        try {
            interpreted = engines.interpreted();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Benchmark
    @OperationsPerInvocation(CHANGES)
    public long compiledRules() {
        return engines.compiled(compiled, decoded);
    }

    @Benchmark
    @OperationsPerInvocation(CHANGES)
    public long interpretedRules() throws Exception {
        return engines.interpreted(interpreted);
    }
}
