// SPDX-License-Identifier: Apache-2.0
/** The pages: HTML that works without JavaScript, charts with their table underneath. */
@NullMarked
package org.parley.web;

import org.jspecify.annotations.NullMarked;
