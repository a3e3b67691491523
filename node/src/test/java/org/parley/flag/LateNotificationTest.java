// SPDX-License-Identifier: Apache-2.0
package org.parley.flag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** What was received after its due day, and what was not, or not seen to be. */
final class LateNotificationTest {
    @TempDir Path folder;

    private static final String RULES =
            """
            forms: {moved: {say: report, fields: {at: time}}}
            duties:
              initial: {who: each-party, say: declare, by: eif + 45 days}
              moved: {who: author, of: moved, by: form.at + 5 days}
            """;

    @Test
    void raisesWhereReceiptCameAfterTheDueDay() {
        assertThat(initial("received: 2030-02-16").flags(new LateNotification(), "2030-03-01"))
                .singleElement()
                .satisfies(flag -> {
                    assertThat(flag.code()).isEqualTo("late-notification");
                    assertThat(flag.party()).isEqualTo("XA");
                    assertThat(flag.about()).isEqualTo("duties.initial");
                    assertThat(flag.statements()).containsExactly("data");
                    assertThat(flag.text().in("en")).contains("received 2030-02-16");
                });
    }

    @Test
    void doesNotRaiseOnTheDueDayItself() {
        assertThat(initial("received: 2030-02-15").flags(new LateNotification(), "2030-03-01"))
                .isEmpty();
    }

    @Test
    void doesNotRaiseForALatePublicationWithoutAReceipt() {
        assertThat(initial("published: 2030-06-01").flags(new LateNotification(), "2031-03-01"))
                .isEmpty();
    }

    @Test
    void doesNotRaiseForFiveDaysAndOneHour() {
        assertThat(moved("2030-05-06T13:00Z").flags(new LateNotification(), "2030-06-01"))
                .isEmpty();
    }

    @Test
    void raisesForANoticeAfterMidnightOfTheFifthDay() {
        assertThat(moved("2030-05-07T00:01Z").flags(new LateNotification(), "2030-06-01"))
                .hasSize(1);
    }

    private Exercise initial(String when) {
        return Exercise.in(
                folder,
                RULES,
                "- {ref: data, kind: declare, by: XA, under: duties.initial, as-of: 2030-01-01, "
                        + when
                        + "}\n");
    }

    private Exercise moved(String received) {
        return Exercise.in(
                folder,
                RULES,
                "- {ref: moved, form: moved, by: XB, fields: {at: 2030-05-01T12:00Z}, received: "
                        + received
                        + "}\n");
    }
}
