// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.party.Node;

import java.util.Optional;

/**
 * The pages' way to the node they stand on: its record is the record that they show. Thread safe.
 */
public final class NodePages {
    private final Node node;
    private final Optional<Node> beside;
    private long shown = -1;

    public NodePages(Node node) {
        this(node, Optional.empty());
    }

    /**
     * @param beside another party's node in the same process, to be compared: in exercises only
     */
    public NodePages(Node node, Optional<Node> beside) {
        this.node = node;
        this.beside = beside;
    }

    Optional<Node> beside() {
        return beside;
    }

    Node node() {
        return node;
    }

    String agreement() {
        return node.agreement().id();
    }

    /** Whether something was said or received since this was asked last. */
    synchronized boolean isNews() {
        long now = node.changes();
        boolean news = now != shown;
        shown = now;
        return news;
    }
}
