// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** What all doors of a node have in common, the one to other nodes and the one to people. */
public final class TcpDoor {
    /** More than any node's peers and people open at once; a bound on files and memory. */
    public static final int CONNECTIONS_MAX = 512;

    /** How long a connection may idle while others wait, in milliseconds. */
    private static final long CROWDED_IDLE_MS_MAX = 1_000;

    private TcpDoor() {}

    /**
     * Bounds the open connections of a server that does not run yet. While there are as many as it
     * may have, no more are accepted, and who says nothing is soon cut off: so a crowd of silent
     * ones keeps nobody out for long.
     */
    public static void bound(Server server) {
        NetworkConnectionLimit limit = new NetworkConnectionLimit(CONNECTIONS_MAX, server);
        limit.setEndPointIdleTimeout(CROWDED_IDLE_MS_MAX);
        server.addBean(limit);
    }

    /**
     * HTTP over TLS.
     *
     * @param http its limits
     * @param idle how long a connection may be silent, in milliseconds
     */
    public static Connector secure(
            Server server,
            HttpConfiguration http,
            SslContextFactory.Server tls,
            String host,
            int port,
            long idle) {
        tls.setIncludeProtocols(HybridTls.VERSION);
        tls.setIncludeCipherSuites(HybridTls.suites());
        tls.setUseCipherSuitesOrder(true);
        HttpConfiguration secure = new HttpConfiguration(http);
        secure.setSendServerVersion(false);
        secure.addCustomizer(new SecureRequestCustomizer(false));
        ServerConnector connector =
                new ServerConnector(
                        server,
                        new SslConnectionFactory(tls, "http/1.1"),
                        new HttpConnectionFactory(secure));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(idle);
        return connector;
    }
}
