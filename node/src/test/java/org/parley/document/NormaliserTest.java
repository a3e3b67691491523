// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One character after another becomes what it means. */
final class NormaliserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    亚登部署了 ５００ 枚|亚登部署了500枚
                    亞登與波雷爾簽署條約|亚登与波雷尔签署条约
                    亚登 分别 拥有 5 428 枚和 5 977 枚|亚登分别拥有5428枚和5977枚
                    耗资 47 亿美元|耗资47亿美元
                    7日说,双方同意|7日说，双方同意
                    来源:亚登社|来源：亚登社
                    共1,550枚|共1,550枚
                    条约生效.双方|条约生效。双方
                    尼古拉．伯恩|尼古拉·伯恩
                    《条约》「原话」“引语”|《条约》「原话」“引语”
                    约占9０％|约占90%
                    核查(hé chá)机制|核查机制
                    条(tiao)约|条约
                    布朗(CQ Brown)说|布朗(CQ Brown)说
                    阿登条约（Arden Treaty）|阿登条约(Arden Treaty)
                    km² and 10⁶|km² and 10⁶
                    重建 “热线”|重建“热线”
                    Arden  has   5 launchers|Arden has 5 launchers
                    in 2010 500 warheads|in 2010 500 warheads
                    first, second|first, second
                    """)
    void aTextBecomes(String raw, String normal) {
        assertThat(Normaliser.normal(raw)).isEqualTo(normal);
    }

    @Test
    void whatPrintsNothingIsDropped() {
        assertThat(Normaliser.normal("in\u00ADspec\u200Btion \uE123of\uFEFF all"))
                .isEqualTo("inspection of all");
    }

    @Test
    void numbersAndWordsBrokenByALineArePutTogether() {
        assertThat(Normaliser.normal("超过500\n枚核弹头")).isEqualTo("超过500枚核弹头");
        assertThat(Normaliser.normal("到20\n22年")).isEqualTo("到2022年");
        assertThat(Normaliser.normal("共1,\n550枚")).isEqualTo("共1,550枚");
        assertThat(Normaliser.normal("the inspec-\ntions of")).isEqualTo("the inspections of");
        assertThat(Normaliser.normal("a long-\nterm aim")).isEqualTo("a long-term aim");
        assertThat(Normaliser.normal("some\nwords")).isEqualTo("some words");
    }

    @Test
    void aLetterAndItsAccentAreOneCharacter() {
        assertThat(Normaliser.normal("Que\u0301bec")).isEqualTo("Québec");
    }

    @Test
    void aCharacterThatBecomesSeveralKeepsItsPlace() {
        ReadDocument read = Reading.of("约5㎞宽，见图。");
        assertThat(read.text().value()).isEqualTo("约5km宽，见图。");
        int k = read.text().value().indexOf('k');
        assertThat(read.text().rawFrom(k)).isEqualTo(2);
        assertThat(read.text().rawTo(k + 2)).isEqualTo(3);
        assertThat(read.text().rawFrom(k + 2)).isEqualTo(3);
    }
}
