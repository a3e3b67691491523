// SPDX-License-Identifier: Apache-2.0

/**
 * Dates as texts write them. {@code ChineseDates} and {@code EnglishDates} read forms into a {@code
 * DateExpression}, which says only what the words say; {@code Reckoner}, outside, makes days of it
 * once the day of the document is known.
 */
@NullMarked
package org.parley.extraction.dates;

import org.jspecify.annotations.NullMarked;
