// SPDX-License-Identifier: Apache-2.0
/**
 * What documents say otherwise than each other, or than the record, and what the record does not
 * have: found claims as claims, candidate pairs, innocent explanations first. Nothing here picks a
 * winner.
 */
@NullMarked
package org.parley.contradiction;

import org.jspecify.annotations.NullMarked;
