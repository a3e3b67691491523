// SPDX-License-Identifier: Apache-2.0
package org.parley.statement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicInteger;

class IdTest {
    @Test
    void isWorkedOutWhenFirstAskedForAndOnce() {
        AtomicInteger times = new AtomicInteger();
        Id id = Id.of(() -> "a" + times.incrementAndGet());
        assertThat(times).hasValue(0);
        assertThat(id.hex()).isEqualTo("a1");
        assertThat(id.hex()).isEqualTo("a1");
        assertThat(times).hasValue(1);
    }

    @Test
    void isEqualToTheSameHexHoweverItCameAbout() {
        assertThat(Id.of(() -> "a1")).isEqualTo(Id.of("a1")).hasSameHashCodeAs(Id.of("a1"));
        assertThat(Id.of(() -> "a1")).isNotEqualTo(Id.of("a2"));
        assertThat(Id.of(() -> "a1")).hasToString("a1");
    }
}
