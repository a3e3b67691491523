// SPDX-License-Identifier: Apache-2.0
package org.parley.bench;

import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.Program;

import org.parley.agreement.Agreement;
import org.parley.agreement.Formulas;
import org.parley.expression.Expression;
import org.parley.expression.Layout;
import org.parley.standing.RunningTotals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The same running totals by compiled and by interpreted rules: three counts for both parties after
 * every change.
 */
final class Engines {
    private final Agreement agreement;
    private final Formulas formulas;
    private final MadeUpChanges changes;

    Engines(Agreement agreement, MadeUpChanges changes) {
        this.agreement = agreement;
        this.formulas = new Formulas(agreement);
        this.changes = changes;
    }

    /** Changes as slot and value in turn, as the index keeps them. */
    long[][] decoded() {
        Layout layout = formulas.items();
        long[] kinds = numbers(MadeUpChanges.KINDS, layout);
        long[] states = numbers(MadeUpChanges.STATES, layout);
        int kind = layout.slot(Layout.KIND).orElseThrow();
        int state = layout.slot(Layout.STATE).orElseThrow();
        int loaded = layout.slot("item.loaded").orElseThrow();
        int nuclear = layout.slot("item.nuclear").orElseThrow();
        long[][] decoded = new long[changes.size][];
        for (int i = 0; i < changes.size; i++) {
            long stateNow = states[changes.states[i]];
            long nuclearNow = changes.nuclear[i] ? 1 : 0;
            decoded[i] =
                    switch (changes.fields[i]) {
                        case MADE ->
                                new long[] {
                                    kind,
                                    kinds[changes.kinds[i]],
                                    state,
                                    stateNow,
                                    loaded,
                                    changes.loads[i],
                                    nuclear,
                                    nuclearNow
                                };
                        case STATE -> new long[] {state, stateNow};
                        case LOADED -> new long[] {loaded, changes.loads[i]};
                        case NUCLEAR -> new long[] {nuclear, nuclearNow};
                    };
        }
        return decoded;
    }

    private static long[] numbers(String[] words, Layout layout) {
        long[] numbers = new long[words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[i] = layout.symbols().number(words[i]);
        }
        return numbers;
    }

    List<Expression> compiled() {
        return agreement.counts().values().stream().map(formulas::contribution).toList();
    }

    /** Ours: the code that the timeline's index is built with. */
    long compiled(List<Expression> counts, long[][] decoded) {
        RunningTotals totals = RunningTotals.of(formulas.items(), counts, MadeUpChanges.PARTIES);
        long checksum = 0;
        for (int i = 0; i < decoded.length; i++) {
            int item = changes.items[i];
            totals.change(MadeUpChanges.party(item), item, decoded[i]);
            for (int party = 0; party < MadeUpChanges.PARTIES; party++) {
                for (int count = 0; count < counts.size(); count++) {
                    checksum = MadeUpChanges.mix(checksum, totals.total(party, count));
                }
            }
        }
        return checksum;
    }

    /** The rules as CEL's own programs: planned once, evaluated over a map of named values. */
    List<Program> interpreted() throws Exception {
        CelCompiler compiler =
                CelCompilerFactory.standardCelCompilerBuilder()
                        .addVar("item.kind", SimpleType.STRING)
                        .addVar("item.state", SimpleType.STRING)
                        .addVar("item.loaded", SimpleType.INT)
                        .addVar("item.nuclear", SimpleType.BOOL)
                        .build();
        CelRuntime runtime = CelRuntimeFactory.plannerRuntimeBuilder().build();
        List<Program> programs = new ArrayList<>();
        for (var count : agreement.counts().values()) {
            String where = count.where().orElseThrow().text();
            String each = count.each().orElseThrow().text();
            String source = "(" + where + ") ? (" + each + ") : 0";
            programs.add(runtime.createProgram(compiler.compile(source).getAst()));
        }
        return programs;
    }

    /** Remembers what each item adds, as ours does: one evaluation per count and change. */
    long interpreted(List<Program> counts) throws Exception {
        List<Map<String, Object>> items = new ArrayList<>();
        for (int i = 0; i < MadeUpChanges.ITEMS; i++) {
            items.add(new HashMap<>());
        }
        long[] parts = new long[MadeUpChanges.ITEMS * counts.size()];
        long[] totals = new long[MadeUpChanges.PARTIES * counts.size()];
        long checksum = 0;
        for (int i = 0; i < changes.size; i++) {
            int item = changes.items[i];
            Map<String, Object> values = items.get(item);
            set(values, i);
            for (int count = 0; count < counts.size(); count++) {
                long part = (Long) counts.get(count).eval(values);
                int at = item * counts.size() + count;
                totals[MadeUpChanges.party(item) * counts.size() + count] += part - parts[at];
                parts[at] = part;
            }
            for (long total : totals) {
                checksum = MadeUpChanges.mix(checksum, total);
            }
        }
        return checksum;
    }

    private void set(Map<String, Object> values, int i) {
        MadeUpChanges.Field field = changes.fields[i];
        boolean made = field == MadeUpChanges.Field.MADE;
        if (made) {
            values.put("item.kind", MadeUpChanges.KINDS[changes.kinds[i]]);
        }
        if (made || field == MadeUpChanges.Field.STATE) {
            values.put("item.state", MadeUpChanges.STATES[changes.states[i]]);
        }
        if (made || field == MadeUpChanges.Field.LOADED) {
            values.put("item.loaded", (long) changes.loads[i]);
        }
        if (made || field == MadeUpChanges.Field.NUCLEAR) {
            values.put("item.nuclear", changes.nuclear[i]);
        }
    }
}
