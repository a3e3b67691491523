// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

import java.util.List;

/**
 * Entries that somebody sends of a log, and that stand in a tree which the log's key signed.
 *
 * @param origin of the log
 * @param first the index of the first of them
 */
public record Offered(String origin, long first, List<byte[]> entries) {
    public Offered {
        entries = List.copyOf(entries);
    }
}
