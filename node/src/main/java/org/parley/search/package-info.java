// SPDX-License-Identifier: Apache-2.0

/** Finds words in the documents of an archive. The index is derived and may be deleted. */
@NullMarked
package org.parley.search;

import org.jspecify.annotations.NullMarked;
