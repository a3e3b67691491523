// SPDX-License-Identifier: Apache-2.0
/** Everything an outside auditor needs, and nothing else: pure functions over bytes. */
@NullMarked
package org.parley.proof;

import org.jspecify.annotations.NullMarked;
