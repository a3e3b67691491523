// SPDX-License-Identifier: Apache-2.0
/** Seeded property tests: for the tests of every module, in no shipped jar. */
@NullMarked
package org.parley.testing;

import org.jspecify.annotations.NullMarked;
