// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Copies are told from other texts. */
final class FingerprintTest {
    private static final String WIRE =
            IntStream.range(0, 40)
                    .mapToObj(i -> "阿登代表团第" + i + "次会议讨论了设施" + (i * 7 % 41) + "的核查安排与期限。\n\n")
                    .collect(Collectors.joining());

    @Test
    void aCopyWithOtherMarksAndAnEditorsLineIsNearlyTheSame() {
        long one = Fingerprint.fingerprint(Reading.of(WIRE));
        long two =
                Fingerprint.fingerprint(
                        Reading.named(
                                "a.md", "# 转载\n\n" + WIRE.replace("。", "**。**") + "责任编辑：某某\n"));
        assertThat(Fingerprint.nearlySame(one, two)).isTrue();
    }

    @Test
    void anotherTextIsNot() {
        String other =
                "Borel published its own list of sites, and did not say when it was drawn up.";
        long one = Fingerprint.fingerprint(Reading.of(WIRE));
        assertThat(Fingerprint.nearlySame(one, Fingerprint.fingerprint(Reading.of(other))))
                .isFalse();
    }

    @Test
    void aWireInsideAnotherPageIsFound() {
        String said = "阿登外交部5日表示，双方商定于下周举行磋商，讨论履约问题。";
        ReadDocument wire = Reading.of(said + "\n");
        ReadDocument page =
                Reading.named(
                        "a.html", "<p>某报综合报道。</p><p>阿登外交部5日表示,双方商定于<b>下周</b>举行磋商,讨论履约问题。</p>");
        assertThat(Fingerprint.paragraphs(page)).contains(Fingerprint.paragraphs(wire).getFirst());
        assertThat(Fingerprint.paragraphs(page).getFirst()).isZero();
    }
}
