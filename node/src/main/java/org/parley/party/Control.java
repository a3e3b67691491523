// SPDX-License-Identifier: Apache-2.0
package org.parley.party;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Problem;
import org.parley.proof.canonical.CanonicalJson;
import org.parley.proof.canonical.Json;
import org.parley.record.Folders;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;

/**
 * How commands of this machine's own user reach a running node: over loopback, with a word that
 * stands in a file which only that user can read. Thread safe.
 */
public final class Control implements AutoCloseable {
    private static final int SAYING_BYTES_MAX = 16 << 20;
    private static final int TOKEN_BYTES = 32;
    private static final String SAY = "/say";
    private static final String ROTATE = "/rotate";
    private static final String REPLACE = "/replace";
    private static final String TOKEN = "Parley-Token";
    private static final String KIND = "Parley-Kind";
    private static final String OFFICES = "Parley-Offices";
    private static final String CODE = "Parley-Code";
    static final String BACKUP = "/backup";
    static final String ERASE = "/erase";
    static final String CARRY = "/courier/write";
    static final String CARRIED = "/courier/read";

    private static final Duration SHORT = Duration.ofMinutes(1);

    /** Copying and checking gigabytes takes minutes. */
    private static final Duration LONG = Duration.ofHours(2);

    private static final Set<String> TAKES_LONG = Set.of(BACKUP, CARRY, CARRIED);

    private final HttpServer server;
    private final Path file;

    private Control(HttpServer server, Path file) {
        this.server = server;
        this.file = file;
    }

    static Control start(NodeHome home, RunningNode node, SecureRandom chance) {
        byte[] secret = new byte[TOKEN_BYTES];
        chance.nextBytes(secret);
        String token = HexFormat.of().formatHex(secret);
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            open(server, SAY, token, (exchange, body) -> say(exchange, body, node.node()));
            open(server, ROTATE, token, (exchange, body) -> rotated(exchange, node, chance));
            open(server, REPLACE, token, (exchange, body) -> replaced(exchange, body, node.node()));
            open(
                    server,
                    CARRY,
                    token,
                    (exchange, body) -> Carrying.writeAsked(home, node.node(), body));
            open(server, CARRIED, token, (exchange, body) -> Carrying.readAsked(node.node(), body));
            open(server, ERASE, token, (exchange, body) -> Erasing.asked(home, node.node(), body));
            open(
                    server,
                    BACKUP,
                    token,
                    (exchange, body) -> BackupFile.asked(home, node.node(), body));
            server.start();
            Path file = home.control();
            Files.deleteIfExists(file);
            Files.writeString(file, "");
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            Files.writeString(file, server.getAddress().getPort() + " " + token + "\n");
            return new Control(server, file);
        } catch (IOException e) {
            throw new ParleyException(
                    Code.UNAVAILABLE,
                    Place.of(Folders.shown(home.control())),
                    Folders.why(e),
                    "check the folder's permissions");
        }
    }

    /** What a command does on the node, and what it answers in one line. */
    private interface Task {
        String run(HttpExchange exchange, String body);
    }

    private static void open(HttpServer server, String path, String token, Task task) {
        server.createContext(path, exchange -> run(exchange, token, task));
    }

    private static void run(HttpExchange exchange, String token, Task task) throws IOException {
        try (exchange) {
            String given =
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst(TOKEN)).orElse("");
            if (!MessageDigest.isEqual(
                    given.getBytes(StandardCharsets.UTF_8),
                    token.getBytes(StandardCharsets.UTF_8))) {
                answer(exchange, 403, "");
                return;
            }
            byte[] body = exchange.getRequestBody().readNBytes(SAYING_BYTES_MAX + 1);
            if (body.length > SAYING_BYTES_MAX) {
                answer(exchange, 413, "");
                return;
            }
            try {
                answer(exchange, 200, task.run(exchange, new String(body, StandardCharsets.UTF_8)));
            } catch (ParleyException e) {
                Problem problem = e.problem();
                exchange.getResponseHeaders().set(CODE, e.code().name());
                answer(
                        exchange,
                        422,
                        problem.place() + "\n" + problem.what() + "\n" + problem.todo());
            }
        }
    }

    /** A request of many parts. */
    static Json.Obj object(String request) {
        if (CanonicalJson.read(request.getBytes(StandardCharsets.UTF_8)) instanceof Json.Obj json) {
            return json;
        }
        throw new IllegalArgumentException("not what this program asks");
    }

    private static String say(HttpExchange exchange, String body, Node node) {
        return line(new Saying(header(exchange, KIND), body, offices(exchange)).by(node));
    }

    private static String rotated(HttpExchange exchange, RunningNode node, SecureRandom chance) {
        return Rotating.read(header(exchange, KIND), offices(exchange))
                .by(node, chance)
                .map(Control::line)
                .orElse("");
    }

    private static String replaced(HttpExchange exchange, String card, Node node) {
        return line(node.replace(card.getBytes(StandardCharsets.UTF_8), offices(exchange)));
    }

    private static List<String> offices(HttpExchange exchange) {
        return List.of(header(exchange, OFFICES).split(",", -1));
    }

    private static String line(Entry entry) {
        return entry.ref() + " " + entry.name();
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    /**
     * Has a running node say something.
     *
     * @return its local name and id; empty when no node runs there
     * @throws ParleyException what the node had to say against it
     */
    public static Optional<String> say(NodeHome home, Saying saying) {
        return asked(home, SAY, saying.kind(), saying.offices(), saying.yaml());
    }

    /** Has a running node change its keys; empty when no node runs there. */
    public static Optional<String> rotate(NodeHome home, Rotating rotating) {
        return asked(home, ROTATE, rotating.words(), rotating.offices(), "");
    }

    /** Has a running node believe a card that nobody's key vouches for. */
    public static Optional<String> replace(NodeHome home, String card, List<String> offices) {
        return asked(home, REPLACE, "", offices, card);
    }

    private static Optional<String> asked(
            NodeHome home, String path, String kind, List<String> offices, String body) {
        return ask(home, path, Map.of(KIND, kind, OFFICES, String.join(",", offices)), body);
    }

    /** Has a running node do something; empty when no node runs there. */
    static Optional<String> ask(
            NodeHome home, String path, Map<String, String> headers, String body) {
        if (!Files.isRegularFile(home.control())) {
            return Optional.empty();
        }
        String[] parts = Folders.text(home.control()).strip().split(" ", 2);
        if (parts.length < 2) {
            return Optional.empty();
        }
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + parts[0] + path))
                            .timeout(TAKES_LONG.contains(path) ? LONG : SHORT)
                            .header(TOKEN, parts[1])
                            .POST(HttpRequest.BodyPublishers.ofString(body));
            headers.forEach(request::header);
            HttpResponse<String> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() == 200) {
                return Optional.of(response.body());
            }
            throw told(response);
        } catch (IOException e) {
            // The file outlived its node.
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static ParleyException told(HttpResponse<String> response) {
        String[] lines = response.body().split("\n", 3);
        Optional<String> code = response.headers().firstValue(CODE);
        return code.isPresent() && lines.length == 3
                ? new ParleyException(
                        Code.valueOf(code.get()), Place.of(lines[0]), lines[1], lines[2])
                : new ParleyException(
                        Code.REFUSED,
                        Place.of("node"),
                        "it answered " + response.statusCode(),
                        "start it anew; its control file may be of another user");
    }

    @Override
    public void close() {
        server.stop(0);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // Whoever reads it finds nobody listening.
        }
    }
}
