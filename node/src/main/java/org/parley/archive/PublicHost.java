// SPDX-License-Identifier: Apache-2.0
package org.parley.archive;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Which hosts are public. None is that lies in a range of IANA's two special-purpose registries
 * (RFC 6890 and RFC 8190), even one of those that are said to be reachable: no document is
 * published there. Of version 6 only what is given out to hosts, 2000::/3, can be public at all
 * (RFC 4291). The registries are added to at times: compare the table with them at each release.
 */
final class PublicHost {
    /**
     * One range.
     *
     * @param first its first address
     * @param bits how many of its bits all addresses in it share
     * @param source which document sets it apart
     */
    record Range(String first, int bits, String source) {
        boolean holds(InetAddress host) {
            byte[] own = InetAddress.ofLiteral(first).getAddress();
            byte[] other = host.getAddress();
            if (own.length != other.length) {
                return false;
            }
            for (int i = 0; i < bits; i++) {
                int mask = 0x80 >> i % 8;
                if ((own[i / 8] & mask) != (other[i / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final Range GIVEN_OUT = new Range("2000::", 3, "RFC 4291");

    static final List<Range> SPECIAL =
            List.of(
                    new Range("0.0.0.0", 8, "RFC 791"),
                    new Range("10.0.0.0", 8, "RFC 1918"),
                    new Range("100.64.0.0", 10, "RFC 6598"),
                    new Range("127.0.0.0", 8, "RFC 1122"),
                    new Range("169.254.0.0", 16, "RFC 3927"),
                    new Range("172.16.0.0", 12, "RFC 1918"),
                    new Range("192.0.0.0", 24, "RFC 6890"),
                    new Range("192.0.2.0", 24, "RFC 5737"),
                    new Range("192.31.196.0", 24, "RFC 7535"),
                    new Range("192.52.193.0", 24, "RFC 7450"),
                    new Range("192.88.99.0", 24, "RFC 7526"),
                    new Range("192.168.0.0", 16, "RFC 1918"),
                    new Range("192.175.48.0", 24, "RFC 7534"),
                    new Range("198.18.0.0", 15, "RFC 2544"),
                    new Range("198.51.100.0", 24, "RFC 5737"),
                    new Range("203.0.113.0", 24, "RFC 5737"),
                    new Range("224.0.0.0", 4, "RFC 5771"),
                    new Range("240.0.0.0", 4, "RFC 1112"),
                    new Range("255.255.255.255", 32, "RFC 919"),
                    new Range("::", 128, "RFC 4291"),
                    new Range("::1", 128, "RFC 4291"),
                    new Range("64:ff9b::", 96, "RFC 6052"),
                    new Range("64:ff9b:1::", 48, "RFC 8215"),
                    new Range("100::", 64, "RFC 6666"),
                    new Range("100:0:0:1::", 64, "RFC 9780"),
                    // The whole block of the IETF, given out or not, then what stands in it.
                    new Range("2001::", 23, "RFC 2928"),
                    new Range("2001::", 32, "RFC 4380"),
                    new Range("2001:1::1", 128, "RFC 7723"),
                    new Range("2001:1::2", 128, "RFC 8155"),
                    new Range("2001:1::3", 128, "RFC 9665"),
                    new Range("2001:2::", 48, "RFC 5180"),
                    new Range("2001:3::", 32, "RFC 7450"),
                    new Range("2001:4:112::", 48, "RFC 7535"),
                    new Range("2001:10::", 28, "RFC 4843"),
                    new Range("2001:20::", 28, "RFC 7343"),
                    new Range("2001:30::", 28, "RFC 9374"),
                    new Range("2001:db8::", 32, "RFC 3849"),
                    new Range("2002::", 16, "RFC 3056"),
                    new Range("2620:4f:8000::", 48, "RFC 7534"),
                    new Range("3fff::", 20, "RFC 9637"),
                    new Range("5f00::", 16, "RFC 9602"),
                    new Range("fc00::", 7, "RFC 4193"),
                    new Range("fe80::", 10, "RFC 4291"),
                    new Range("fec0::", 10, "RFC 3879"),
                    new Range("ff00::", 8, "RFC 4291"));

    private PublicHost() {}

    /** An address of version 4 in the clothes of version 6 is one of version 4 to Java. */
    static boolean isPublic(InetAddress host) {
        if (!(host instanceof Inet4Address) && !GIVEN_OUT.holds(host)) {
            return false;
        }
        return SPECIAL.stream().noneMatch(range -> range.holds(host));
    }
}
