// SPDX-License-Identifier: Apache-2.0
package org.parley.expression;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/**
 * A value made at first use, once. A failure is not kept: it is thrown again at the next use.
 * Thread safe.
 */
final class Lazy<T> {
    private final Supplier<T> source;
    private volatile @Nullable T value;

    Lazy(Supplier<T> source) {
        this.source = source;
    }

    T get() {
        T made = value;
        if (made == null) {
            synchronized (this) {
                made = value;
                if (made == null) {
                    made = source.get();
                    value = made;
                }
            }
        }
        return made;
    }
}
