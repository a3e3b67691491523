// SPDX-License-Identifier: Apache-2.0
package org.parley.archive;

import java.net.Inet4Address;
import java.net.InetAddress;

/** Which hosts are public: the special ranges of RFC 6890 and what has joined them are not. */
final class PublicHost {
    private PublicHost() {}

    static boolean isPublic(InetAddress host) {
        if (host.isLoopbackAddress()
                || host.isAnyLocalAddress()
                || host.isLinkLocalAddress()
                || host.isSiteLocalAddress()
                || host.isMulticastAddress()) {
            return false;
        }
        byte[] octets = host.getAddress();
        return host instanceof Inet4Address ? isPublic4(octets) : isPublic6(octets);
    }

    private static boolean isPublic4(byte[] octets) {
        int first = octets[0] & 0xff;
        int second = octets[1] & 0xff;
        int third = octets[2] & 0xff;
        boolean shared = first == 100 && second >= 64 && second < 128;
        boolean protocol = first == 192 && second == 0 && (third == 0 || third == 2);
        boolean benchmark = first == 198 && (second == 18 || second == 19);
        boolean example =
                first == 198 && second == 51 && third == 100
                        || first == 203 && second == 0 && third == 113;
        return first != 0 && first < 240 && !shared && !protocol && !benchmark && !example;
    }

    /** Only what is given out, 2000::/3, without tunnels that end at an address of version 4. */
    private static boolean isPublic6(byte[] octets) {
        int first = (octets[0] & 0xff) << 8 | octets[1] & 0xff;
        int second = (octets[2] & 0xff) << 8 | octets[3] & 0xff;
        boolean given = (first & 0xe000) == 0x2000;
        boolean tunnel = first == 0x2002 || first == 0x2001 && second == 0;
        boolean example = first == 0x2001 && second == 0xdb8;
        return given && !tunnel && !example;
    }
}
