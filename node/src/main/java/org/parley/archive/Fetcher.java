// SPDX-License-Identifier: Apache-2.0
package org.parley.archive;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Text;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

import javax.net.ssl.SSLException;

/**
 * Fetches addresses, one at a time, with bounds on size, time and redirections. It goes to public
 * hosts only, also where a page sends it: a list of addresses, or a page, must not be able to ask
 * the machines of the reader's own network. A name is looked up once, and the connection goes to
 * the addresses that were looked at: a name that changes its address between the look and the
 * connection gains nothing (DNS rebinding). Nothing is unpacked, no cookie kept, no proxy asked.
 */
public final class Fetcher implements AutoCloseable {
    private static final int SECONDS_MAX = 60;
    private static final int SECONDS_QUIET_MAX = 15;
    private static final int REDIRECTIONS_MAX = 5;

    /** What a name stands for; other than the system's in tests only. */
    @FunctionalInterface
    interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /** A host that may not be asked. */
    private static final class NotPublic extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        NotPublic(String host) {
            super(host);
        }
    }

    private final int secondsMax;
    private final DnsResolver resolver;

    /** Made when first used: most who take documents in fetch none. */
    private Optional<CloseableHttpClient> made = Optional.empty();

    public Fetcher() {
        this(PublicHost::isPublic, InetAddress::getAllByName, SECONDS_MAX);
    }

    Fetcher(Predicate<InetAddress> allowed, Names names, int secondsMax) {
        this.secondsMax = secondsMax;
        this.resolver = resolver(allowed, names);
    }

    private CloseableHttpClient client() {
        Timeout quiet = Timeout.ofSeconds(Math.min(SECONDS_QUIET_MAX, secondsMax));
        CloseableHttpClient client =
                made.orElseGet(() ->
                        HttpClients.custom()
                                .setConnectionManager(
                                        PoolingHttpClientConnectionManagerBuilder.create()
                                                .setDnsResolver(resolver)
                                                .setDefaultConnectionConfig(
                                                        ConnectionConfig.custom()
                                                                .setConnectTimeout(quiet)
                                                                .setSocketTimeout(quiet)
                                                                .build())
                                                .build())
                                .setUserAgent("parley (reads public documents)")
                                .disableRedirectHandling()
                                .disableContentCompression()
                                .disableCookieManagement()
                                .disableAutomaticRetries()
                                .build());
        made = Optional.of(client);
        return client;
    }

    private static DnsResolver resolver(Predicate<InetAddress> allowed, Names names) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                InetAddress[] all = names.of(host);
                for (InetAddress one : all) {
                    if (!allowed.test(one)) {
                        throw new NotPublic(host);
                    }
                }
                return all;
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }

    /**
     * The bytes behind an address.
     *
     * @throws ParleyException if it may not be asked, does not answer, or sends too much
     */
    public synchronized Item.Bytes fetch(URI address) throws InterruptedException {
        URI at = address;
        for (int hops = 0; hops <= REDIRECTIONS_MAX; hops++) {
            Answer answer = ask(at, address);
            if (answer.next().isEmpty()) {
                return new Item.Bytes(answer.content(), at.toString());
            }
            at = onward(at, answer.next().get(), address);
        }
        throw failed(Code.UNREACHABLE, address, "it sends on more than five times", "它转向超过五次");
    }

    private static URI onward(URI at, String next, URI address) {
        try {
            return Addresses.parse(at.resolve(next).toString(), Place.of(address.toString()));
        } catch (IllegalArgumentException e) {
            throw failed(
                    Code.UNREACHABLE, address, "it sends on to what is no address", "它转向的不是有效网址");
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // bytes as they came; nobody compares them
    private record Answer(byte[] content, Optional<String> next) {}

    /** In a thread of its own, since a look-up of a name cannot be told to end. */
    private Answer ask(URI at, URI address) throws InterruptedException {
        HttpGet request = new HttpGet(at);
        CloseableHttpClient client = client();
        FutureTask<Answer> asked = new FutureTask<>(() -> answer(client, request, at, address));
        Thread.ofVirtual().name("fetching").start(asked);
        try {
            return asked.get(secondsMax, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw failed(
                    Code.UNREACHABLE,
                    address,
                    "not done after " + secondsMax + " seconds",
                    secondsMax + " 秒后仍未完成");
        } catch (ExecutionException e) {
            throw why(Optional.ofNullable(e.getCause()).orElse(e), at, address);
        } finally {
            request.abort();
        }
    }

    /** What is not read to its end is cut off by closing, not read up. */
    private static Answer answer(CloseableHttpClient client, HttpGet request, URI at, URI address)
            throws IOException {
        HttpHost host = new HttpHost(at.getScheme(), at.getHost(), at.getPort());
        try (ClassicHttpResponse response = client.executeOpen(host, request, null)) {
            int status = response.getCode();
            Optional<String> next =
                    Optional.ofNullable(response.getFirstHeader("Location")).map(Header::getValue);
            if (status / 100 == 3 && next.isPresent()) {
                request.abort();
                return new Answer(new byte[0], next);
            }
            if (status != 200) {
                request.abort();
                throw failed(
                        Code.UNREACHABLE,
                        address,
                        "it answers with status " + status,
                        "它以状态码 " + status + " 应答");
            }
            return new Answer(body(request, response.getEntity(), address), Optional.empty());
        }
    }

    private static byte[] body(HttpGet request, HttpEntity entity, URI address) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        byte[] content = entity.getContent().readNBytes(Archive.DOCUMENT_BYTES_MAX + 1);
        if (content.length > Archive.DOCUMENT_BYTES_MAX) {
            request.abort();
            throw failed(
                    Code.TOO_LARGE,
                    address,
                    "more than " + Archive.DOCUMENT_BYTES_MAX + " bytes",
                    "超过 " + Archive.DOCUMENT_BYTES_MAX + " 字节");
        }
        return content;
    }

    private static ParleyException why(Throwable cause, URI at, URI address) {
        return switch (cause) {
            case ParleyException known -> known;
            case NotPublic _ ->
                    failed(
                            Code.REFUSED,
                            address,
                            at.getHost() + " is no public host, and is not asked",
                            at.getHost() + " 不是公共主机，不予访问");
            case UnknownHostException _ ->
                    failed(
                            Code.UNREACHABLE,
                            address,
                            "no host is called " + at.getHost(),
                            "没有名为 " + at.getHost() + " 的主机");
            case SocketTimeoutException _ ->
                    failed(Code.UNREACHABLE, address, "it does not answer in time", "它未及时应答");
            case SSLException _ ->
                    failed(
                            Code.UNREACHABLE,
                            address,
                            "no secure connection to it, or its certificate does not hold",
                            "无法建立安全连接，或其证书无效");
            default -> failed(Code.UNREACHABLE, address, "no connection to it", "无法与其建立连接");
        };
    }

    private static ParleyException failed(Code code, URI address, String what, String chinese) {
        return new ParleyException(
                code,
                Place.of(address.toString()),
                Text.of(what, chinese),
                Text.of("open it in a browser and save it", "请用浏览器打开并保存"));
    }

    @Override
    public synchronized void close() {
        made.ifPresent(client -> client.close(CloseMode.IMMEDIATE));
    }
}
