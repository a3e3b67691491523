// SPDX-License-Identifier: Apache-2.0
package org.parley.planted.statement;

import org.parley.planted.web.Page;

/** Planted: a statement that knows a page, which knows statements. */
public record KnowsPages(Page page) {}
