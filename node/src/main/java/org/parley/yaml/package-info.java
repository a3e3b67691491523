// SPDX-License-Identifier: Apache-2.0
/**
 * YAML as nodes that know their file, line and column; agreements and records are read through
 * them.
 */
@NullMarked
package org.parley.yaml;

import org.jspecify.annotations.NullMarked;
