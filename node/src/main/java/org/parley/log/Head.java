// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import org.parley.proof.canonical.Hash;

/**
 * How far a log is held, all of it, under a checkpoint its owner signed.
 *
 * @param size the number of entries
 * @param root of the tree over them (RFC 6962)
 * @param checkpoint the signed note, as it was received or written
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
public record Head(String origin, long size, Hash root, byte[] checkpoint) {}
