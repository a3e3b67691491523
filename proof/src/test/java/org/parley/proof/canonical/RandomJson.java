// SPDX-License-Identifier: Apache-2.0
package org.parley.proof.canonical;

import org.parley.testing.Source;

import java.text.Normalizer;
import java.util.TreeMap;

/** Made-up values and damaged texts for the tests of this package. */
final class RandomJson {
    private RandomJson() {}

    static Json value(Source random, int depthMax) {
        int kinds = depthMax > 0 ? 5 : 3;
        return switch (random.ints(0, kinds - 1)) {
            case 0 -> Json.text(text(random));
            case 1 -> Json.number(random.longs(-Json.INT_MAX, Json.INT_MAX));
            case 2 -> Json.truth(random.bool());
            case 3 -> new Json.Arr(random.list(0, 4, r -> value(r, depthMax - 1)));
            default -> object(random, depthMax);
        };
    }

    static Json.Obj object(Source random, int depthMax) {
        TreeMap<String, Json> members = new TreeMap<>();
        int size = random.ints(0, 5);
        for (int i = 0; i < size; i++) {
            members.put(text(random), value(random, depthMax - 1));
        }
        return Json.object(members);
    }

    /** In normal form C; the normal form of an assigned text is itself assigned. */
    static String text(Source random) {
        return Normalizer.normalize(random.string(), Normalizer.Form.NFC);
    }

    /** The bytes with one thing changed, left out, doubled or put in. */
    static byte[] damaged(Source random, byte[] bytes) {
        byte any = random.oneIn(2) ? (byte) random.ints(0, 255) : usual(random);
        int at = random.ints(0, Math.max(0, bytes.length - 1));
        boolean longer = random.oneIn(3);
        boolean shorter = !longer && bytes.length > 1 && random.oneIn(2);
        byte[] damaged = new byte[bytes.length + (longer ? 1 : shorter ? -1 : 0)];
        int to = 0;
        for (int from = 0; from < bytes.length; from++) {
            if (from == at && longer) {
                damaged[to++] = any;
            }
            if (from == at && shorter) {
                continue;
            }
            damaged[to++] = from == at && !longer ? any : bytes[from];
        }
        return damaged;
    }

    private static byte usual(Source random) {
        return (byte) "{}[]:,\"\\ue0123456789-+. \n\ttrufalsn".charAt(random.ints(0, 33));
    }
}
