// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.login.Drafts;
import org.parley.party.Node;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The pages' way to the node they stand on: its record is the record that they show. Thread safe.
 */
public final class NodePages {
    private static final int TOKEN_BYTES = 32;

    private final Node node;
    private final Consumer<String> trail;

    /** A word that only pages of this process carry: another site's form cannot know it. */
    private final String token;

    private volatile Optional<Node> beside = Optional.empty();
    private volatile Optional<Drafts> drafts = Optional.empty();
    private long shown = -1;

    public NodePages(Node node) {
        this(node, line -> {});
    }

    /**
     * @param trail told, in one line each, what was said, refused and turned away over the pages
     */
    public NodePages(Node node, Consumer<String> trail) {
        this.node = node;
        this.trail = trail;
        byte[] secret = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(secret);
        this.token = HexFormat.of().formatHex(secret);
    }

    /** Another party's node in the same process, to be compared: in exercises only. */
    public NodePages beside(Node other) {
        beside = Optional.of(other);
        return this;
    }

    /** Where what people behind a login write waits until others release it. */
    public NodePages keeping(Drafts kept) {
        drafts = Optional.of(kept);
        return this;
    }

    Optional<Drafts> drafts() {
        return drafts;
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

    String token() {
        return token;
    }

    /** Whether a form was made by this process; takes as long for a near miss as for a far one. */
    boolean isOurs(String given) {
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    void note(String line) {
        trail.accept(line.replace('\n', ' ').replace('\r', ' '));
    }

    /** Whether something was said or received since this was asked last. */
    synchronized boolean isNews() {
        long now = node.changes();
        boolean news = now != shown;
        shown = now;
        return news;
    }
}
