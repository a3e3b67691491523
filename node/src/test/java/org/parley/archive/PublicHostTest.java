// SPDX-License-Identifier: Apache-2.0
package org.parley.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** What is set apart is no public host, from the first address of a range to its last. */
final class PublicHostTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.88.98.255",
                "192.88.100.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2001:200::1",
                "2001:4860:4860::8888",
                "2001:db7:ffff::1",
                "2001:db9::1",
                "2606:4700::1111",
                "2620:4f:7fff::1",
                "3ffe:ffff::1"
            })
    void aHostBesideARangeIsPublic(String host) {
        assertThat(PublicHost.isPublic(InetAddress.ofLiteral(host))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "::10.0.0.1",
                "4000::1",
                "1fff::1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::1",
                "2001::7f00:1"
            })
    void aTunnelOrAnAddressThatNobodyWasGivenIsNone(String host) {
        assertThat(PublicHost.isPublic(InetAddress.ofLiteral(host))).isFalse();
    }

    @Test
    void theFirstAndTheLastAddressOfEachRangeAreNone() throws UnknownHostException {
        for (PublicHost.Range range : PublicHost.SPECIAL) {
            byte[] first = InetAddress.ofLiteral(range.first()).getAddress();
            int open = first.length * 8 - range.bits();
            BigInteger more = BigInteger.ONE.shiftLeft(open).subtract(BigInteger.ONE);
            byte[] last = new BigInteger(1, first).or(more).toByteArray();
            byte[] whole = new byte[first.length];
            int length = Math.min(last.length, whole.length);
            System.arraycopy(last, last.length - length, whole, whole.length - length, length);
            assertThat(PublicHost.isPublic(InetAddress.getByAddress(first)))
                    .as(range.toString())
                    .isFalse();
            assertThat(PublicHost.isPublic(InetAddress.getByAddress(whole)))
                    .as("last of " + range)
                    .isFalse();
            assertThat(range.source()).startsWith("RFC ");
        }
    }
}
