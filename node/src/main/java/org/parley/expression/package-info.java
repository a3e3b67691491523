// SPDX-License-Identifier: Apache-2.0
/** The counting rules' language: CEL over one item or one form, checked by CEL, evaluated by us. */
@NullMarked
package org.parley.expression;

import org.jspecify.annotations.NullMarked;
