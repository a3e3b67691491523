// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

/** What a document is made of, told by its content and not by its name alone. */
public enum Format {
    MARKDOWN,
    HTML,
    TEXT,
    PDF
}
