// SPDX-License-Identifier: Apache-2.0

/**
 * What a reviewer decided about claims found in documents, as statements in a log of the home
 * folder, and the claims as they stand after these decisions.
 */
@NullMarked
package org.parley.review;

import org.jspecify.annotations.NullMarked;
