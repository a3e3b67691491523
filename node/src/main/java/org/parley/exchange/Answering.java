// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

/** Whoever answers what other nodes ask. */
@FunctionalInterface
public interface Answering {
    /** Never throws for what the asker did wrong: that is a reply too. */
    Reply answer(Ask ask);
}
