// SPDX-License-Identifier: Apache-2.0

/**
 * Documents as they were taken in, by the hash of their bytes, and what was read in them. The
 * documents are kept; what was read can be deleted at any time and is read again.
 */
@NullMarked
package org.parley.archive;

import org.jspecify.annotations.NullMarked;
