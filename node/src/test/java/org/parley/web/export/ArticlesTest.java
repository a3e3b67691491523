// SPDX-License-Identifier: Apache-2.0
package org.parley.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ArticlesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Article III.4          | 第三条第4款
                    Article 13.3           | 第十三条第3款
                    Article IX.3-4         | 第九条第3至4款
                    Article X              | 第十条
                    Article 21             | 第二十一条
                    Treaty II.1            | 条约第二条第1款
                    Treaty XIV.2(B)(1)     | 条约第十四条第2款(B)(1)项
                    Annex Part VII.4       | Annex Part VII.4
                    Article III.I.7        | Article III.I.7
                    Resolution 46/36 L     | Resolution 46/36 L
                    """)
    void regularArticlesAreCitedInChinese(String article, String chinese) {
        assertThat(Articles.in("zh", article)).isEqualTo(chinese);
        assertThat(Articles.in("en", article)).isEqualTo(article);
    }
}
