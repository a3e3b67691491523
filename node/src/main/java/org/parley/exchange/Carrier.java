// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

import org.parley.ParleyException;

/** How questions get to another party's node: HTTPS, or the simulator's network. */
public interface Carrier {

    /**
     * Asks and waits, for a bounded time.
     *
     * @throws ParleyException {@code UNREACHABLE} when no answer came; the other side may have
     *     acted all the same
     */
    Reply ask(String party, Ask ask);
}
