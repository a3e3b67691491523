// SPDX-License-Identifier: Apache-2.0
/** What observers estimate of states: by quantity, estimator and vintage; only like with like. */
@NullMarked
package org.parley.estimate;

import org.jspecify.annotations.NullMarked;
