// SPDX-License-Identifier: Apache-2.0
package org.parley.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads the published test vectors under {@code vectors/}. */
public final class Vectors {
    private Vectors() {}

    /** The cells of every line but the first. */
    public static List<List<String>> rows(String file) {
        try (InputStream in = Vectors.class.getResourceAsStream("/vectors/" + file)) {
            if (in == null) {
                throw new AssertionError("no vectors/" + file);
            }
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .skip(1)
                    .map(l -> List.of(l.split("\t", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
