// SPDX-License-Identifier: Apache-2.0
package org.parley.agreement;

/** Whom a limit binds. */
public sealed interface Holder {
    /** Each party by itself. */
    record EachParty() implements Holder {}

    /** Each group of parties together. */
    record EachGroup() implements Holder {}

    /** One party or one group. */
    record Named(String name) implements Holder {}
}
