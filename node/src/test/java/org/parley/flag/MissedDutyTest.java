// SPDX-License-Identifier: Apache-2.0
package org.parley.flag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Optional;

/** What somebody says was missed, and silence, which is none. */
final class MissedDutyTest {
    @TempDir Path folder;

    private static final String RULES =
            "duties: {initial: {who: each-party, say: declare, by: eif + 45 days}}\n";
    private static final String COMPLAINT =
            """
            - {ref: complaint, kind: dispute, by: XB, about: {duty: initial, party: XA, for: 2030-02-15}, claims: {state: missed}, published: 2030-03-01}
            """;

    @Test
    void raisesWhereAPartySaysSoAndNamesIt() {
        assertThat(Exercise.in(folder, RULES, COMPLAINT).flags(new MissedDuty(), "2030-04-01"))
                .singleElement()
                .satisfies(flag -> {
                    assertThat(flag.code()).isEqualTo("missed-duty");
                    assertThat(flag.party()).isEqualTo("XA");
                    assertThat(flag.statements()).containsExactly("complaint");
                    assertThat(flag.text().in("en")).endsWith("according to XB");
                    assertThat(flag.text().in("zh")).endsWith("（依据：XB）");
                });
    }

    @Test
    void raisesWhereARecordThatIsCompleteHoldsNothing() {
        String complete =
                "coverage:\n"
                        + "- {under: duties.initial, from: 2030-01-01, until: 2030-12-31, complete:"
                        + " true}\n";
        assertThat(Exercise.in(folder, RULES, complete).flags(new MissedDuty(), "2030-04-01"))
                .extracting(Flag::party)
                .containsExactly("XA", "XB");
    }

    @Test
    void doesNotRaiseForSilence() {
        assertThat(Exercise.in(folder, RULES, "").flags(new MissedDuty(), "2030-04-01")).isEmpty();
    }

    @Test
    void doesNotRaiseInTheDeclaredViewWhereTheOneWhoOwesItPleads() {
        Exercise exercise =
                Exercise.in(
                        folder,
                        RULES,
                        COMPLAINT
                                + """
                                - {ref: plea, kind: act, act: suspended, by: XA, effective: 2030-02-01, published: 2030-02-01}
                                """);
        assertThat(exercise.flags(new MissedDuty(), "2030-04-01")).isEmpty();
        assertThat(exercise.flags(new MissedDuty(), "2030-04-01", Optional.of("XA"))).isEmpty();
        assertThat(exercise.flags(new MissedDuty(), "2030-04-01", Optional.of("XB"))).hasSize(1);
    }
}
