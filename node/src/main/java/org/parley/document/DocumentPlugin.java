// SPDX-License-Identifier: Apache-2.0
package org.parley.document;

/**
 * Reads a format that Parley does not know, by turning it into HTML. Found with {@link
 * java.util.ServiceLoader}; it must be a pure function of the bytes and must fetch nothing.
 */
public interface DocumentPlugin {

    /**
     * Whether it reads such a document.
     *
     * @param head the first bytes, at most 4,096
     * @param name file name or address as given
     */
    boolean takes(byte[] head, String name);

    /** The document as one HTML page. What it throws is reported as an unreadable document. */
    String toHtml(byte[] bytes);
}
