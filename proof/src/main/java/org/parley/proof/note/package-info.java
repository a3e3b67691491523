// SPDX-License-Identifier: Apache-2.0
/** Signed notes: texts with signature lines, and the keys that make and check them. */
@NullMarked
package org.parley.proof.note;

import org.jspecify.annotations.NullMarked;
