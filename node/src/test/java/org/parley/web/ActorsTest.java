// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;

/** Names of those who speak, in the language of the page. */
class ActorsTest {
    private static final Path LIBRARY =
            Path.of(System.getProperty("parley.root", "..")).resolve("library");

    @Test
    void shortNamesOnEnglishPagesAreInLatinScript() {
        Actors actors = Actors.read(List.of(LIBRARY));
        assertThat(actors.full()).hasSizeGreaterThan(200);
        actors.full()
                .keySet()
                .forEach(code ->
                        assertThat(actors.brief(code, "en"))
                                .as(code)
                                .matches("[\\p{IsLatin}\\p{IsCommon}\\p{IsInherited}]+"));
        assertThat(actors.brief("KR", "en")).isEqualTo("Republic of Korea");
        assertThat(actors.brief("Global Times", "zh")).isEqualTo("《环球时报》");
        assertThat(actors.brief("Global Times", "en")).isEqualTo("Global Times");
        assertThat(actors.brief("KR", "zh")).isEqualTo("韩国");
    }
}
