// SPDX-License-Identifier: Apache-2.0
/** Measures Parley beside its peers; nothing of it ships. */
@NullMarked
package org.parley.bench;

import org.jspecify.annotations.NullMarked;
