// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.party.Node;

/** The pages' way to the node they stand on: its record is the record that they show. Thread safe. */
public final class NodePages {
    private final Node node;
    private long shown = -1;

    public NodePages(Node node) {
        this.node = node;
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
