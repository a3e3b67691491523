// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.parley.ParleyException;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;

class SealingTest {
    private static final byte[] PLAIN = "as of 2030-03-01".getBytes(StandardCharsets.UTF_8);

    /** The example of c2sp.org/age: an identity and the beginning of its recipient. */
    private static final String SPEC_SECRET =
            "AGE-SECRET-KEY-PQ-1XX76JRALNLXDMEW0CRK45QMCCH4X06SE84UN3VPM33W6HWDX0H3SK3ZQFR";

    private static final String SPEC_READER_START =
            "age1pq1x34nzsvr0rxjsgdn8zgyhfe8j7ceq5r9rdelkjuh3y235jzxshfg87pzf5zrqtzdxz95paef6";

    private final Sealing sealing = new Sealing(new SecureRandom());

    @Test
    void theReaderOfTheSpecificationsSecretIsTheSpecifications() {
        assertThat(Sealing.reader(SPEC_SECRET)).startsWith(SPEC_READER_START);
    }

    @Test
    void everyReaderOpensItAndNobodyElse() {
        String one = sealing.secret();
        String other = sealing.secret();
        byte[] sealed = sealing.seal(PLAIN, List.of(Sealing.reader(one), Sealing.reader(other)));

        assertThat(Sealing.open(sealed, one)).hasValue(PLAIN);
        assertThat(Sealing.open(sealed, other)).hasValue(PLAIN);
        assertThat(Sealing.open(sealed, sealing.secret())).isEmpty();
    }

    @Test
    void noFlippedBitGoesUnnoticed() {
        String secret = sealing.secret();
        byte[] sealed = sealing.seal(PLAIN, List.of(Sealing.reader(secret)));
        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;

            assertThat(Sealing.open(altered, secret)).as("byte " + i).isEmpty();
        }
    }

    @Test
    void theSameWordsNeverLookTheSame() {
        List<String> readers = List.of(Sealing.reader(sealing.secret()));

        assertThat(sealing.seal(PLAIN, readers)).isNotEqualTo(sealing.seal(PLAIN, readers));
    }

    @Test
    void whatIsNoReaderIsRefused() {
        String reader = Sealing.reader(sealing.secret());

        assertThatThrownBy(() -> Sealing.checked(reader.substring(1)))
                .isInstanceOf(ParleyException.class);
        assertThatThrownBy(() -> Sealing.checked(reader.replace('q', 'p')))
                .isInstanceOf(ParleyException.class)
                .hasMessageContaining("card");
        assertThat(Sealing.checked(reader)).isEqualTo(reader);
    }
}
