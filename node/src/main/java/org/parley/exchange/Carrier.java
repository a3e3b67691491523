// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

/** How questions get to another party's node: HTTPS, or the simulator's network. */
public interface Carrier {

    /**
     * Asks and waits, for a bounded time.
     *
     * @throws UnreachableException when no answer came; the other side may have acted all the same
     */
    Reply ask(String party, Ask ask);

    /** No answer came. */
    final class UnreachableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public UnreachableException(String message) {
            super(message);
        }

        public UnreachableException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
