// SPDX-License-Identifier: Apache-2.0
package org.parley.planted.standing;

import java.util.Random;

/** Planted: must be caught by the architecture rules. */
record ThrowsDice(double one, Random two) {
    static ThrowsDice offence() {
        return new ThrowsDice(Math.random(), new Random());
    }
}
