// SPDX-License-Identifier: Apache-2.0
package org.parley.evidence;

import org.parley.Text;
import org.parley.time.Edtf;

/**
 * A text that was read; the text itself is not part of the library.
 *
 * @param file its name in the folder of documents
 * @param language tag of the language it is in
 */
public record Document(String id, Text title, String file, String language, Edtf published) {}
