// SPDX-License-Identifier: Apache-2.0
package org.parley.planted.attic;

/** Planted: stands in a room that no direction names. */
record Stray() {}
