// SPDX-License-Identifier: Apache-2.0
/** The check of a whole log, step by step. */
@NullMarked
package org.parley.proof.bundle;

import org.jspecify.annotations.NullMarked;
