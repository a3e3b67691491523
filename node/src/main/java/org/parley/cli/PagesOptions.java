// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.exchange.PagesKey;
import org.parley.login.Login;
import org.parley.login.PeopleFile;
import org.parley.record.Folders;
import org.parley.record.NewFile;
import org.parley.web.Door;

import picocli.CommandLine.Option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/** Where a node's pages are, and who may come in. */
final class PagesOptions {
    private static final String LOCALHOST = "localhost";
    private static final String HOST_NAME =
            "(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
                    + "(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*";

    @Option(names = "--port", paramLabel = "N", description = "port of the pages (any free one)")
    Optional<Integer> port = Optional.empty();

    @Option(
            names = "--pages",
            paramLabel = "ADDRESS:PORT",
            description =
                    "where the pages listen (127.0.0.1, any free port); beyond this machine only"
                            + " with TLS and login")
    Optional<String> pages = Optional.empty();

    @Option(
            names = "--login",
            description = "ask for a passkey on this machine too; beyond it that is always so")
    boolean login;

    @Option(
            names = "--name",
            paramLabel = "HOST",
            description = "what browsers call the pages; passkeys are bound to it")
    Optional<String> name = Optional.empty();

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            description = "certificate chain for that name, PEM (default: the node makes its own)")
    Optional<Path> certificate = Optional.empty();

    @Option(names = "--key", paramLabel = "FILE", description = "the certificate's key, PEM")
    Optional<Path> key = Optional.empty();

    /**
     * A door, and the certificate that browsers have to be told to trust.
     *
     * @param own nothing where the certificate was given, or there is no TLS
     */
    record Opened(Door door, Optional<PagesKey> own, Path file) {}

    /**
     * What is asked for.
     *
     * @param host address to listen at
     * @param name what browsers call it; empty where there is no login
     * @param tls never without a login
     */
    record Plan(String host, int port, String name, boolean tls) {
        private String origin() {
            boolean usual = port == (tls ? 443 : 80);
            return (tls ? "https://" : "http://") + name + (usual ? "" : ":" + port);
        }
    }

    private record Listening(String host, int port) {}

    /**
     * Reads the options; nothing is opened or written.
     *
     * @throws ParleyException {@code USAGE} when the door would be open to strangers
     */
    Plan plan() {
        Listening at = listening();
        boolean here = Door.isLoopback(at.host());
        if (here && !login) {
            if (name.isPresent() || certificate.isPresent() || key.isPresent()) {
                throw usage(
                        "--name",
                        "without a login the pages have no name and no certificate",
                        "add --login, or leave --name, --certificate and --key out");
            }
            return new Plan(at.host(), at.port(), "", false);
        }
        if (at.port() == 0) {
            throw usage(
                    "--pages",
                    "passkeys and links are bound to one port",
                    "give it: --pages " + at.host() + ":8480");
        }
        String host = host(here);
        if (certificate.isPresent() != key.isPresent()) {
            throw usage("--certificate", "one without the other", "give --certificate and --key");
        }
        boolean plain = here && host.equals(LOCALHOST) && certificate.isEmpty();
        return new Plan(at.host(), at.port(), host, !plain);
    }

    /** The door as it is asked for. */
    Opened open(Path home, Clock clock, SecureRandom chance, Consumer<String> trail) {
        Path file = home.resolve("pages.pem");
        Plan plan = plan();
        if (plan.name().isEmpty()) {
            return new Opened(Door.here(plan.host(), plan.port()), Optional.empty(), file);
        }
        Optional<PagesKey> tls =
                plan.tls()
                        ? Optional.of(key(home, file, plan.name(), clock, chance))
                        : Optional.empty();
        PeopleFile people = new PeopleFile(home, clock, chance);
        people.pagesAt(plan.origin());
        Door door =
                new Door(
                        plan.host(),
                        plan.port(),
                        tls.map(one -> one.context(chance)),
                        Optional.of(
                                new Login(
                                        people, plan.origin(), plan.name(), clock, chance, trail)));
        return new Opened(door, certificate.isPresent() ? Optional.empty() : tls, file);
    }

    private Listening listening() {
        if (pages.isEmpty()) {
            return new Listening("127.0.0.1", port.orElse(0));
        }
        String text = pages.get();
        int colon = text.lastIndexOf(':');
        boolean number = colon > 0 && text.substring(colon + 1).matches("\\d{1,5}");
        if (!number || port.isPresent()) {
            throw usage("--pages", "\"" + text + "\"", "use ADDRESS:PORT, and no --port beside it");
        }
        return new Listening(
                text.substring(0, colon).replaceAll("^\\[|\\]$", ""),
                Integer.parseInt(text.substring(colon + 1)));
    }

    /** W3C Web Authentication, section 5.1.3: passkeys are bound to a domain, not an address. */
    private String host(boolean here) {
        if (name.isEmpty() && !here) {
            throw usage(
                    "--name",
                    "pages beyond this machine need login, and passkeys need a host name",
                    "say what browsers call this machine, as in --name node.example");
        }
        String host = name.orElse(LOCALHOST);
        if (!host.matches(HOST_NAME) || host.matches("[0-9.]+")) {
            throw usage("--name", "\"" + host + "\"", "use a host name in lower case, no address");
        }
        return host;
    }

    private PagesKey key(Path home, Path file, String host, Clock clock, SecureRandom chance) {
        if (certificate.isPresent()) {
            return read(certificate.get(), key.orElseThrow());
        }
        Path secret = home.resolve("pages-key.pem");
        if (Files.exists(file) && Files.exists(secret)) {
            PagesKey kept = read(file, secret);
            if (kept.isFor(host)) {
                return kept;
            }
        }
        PagesKey made = PagesKey.create(host, clock.instant(), chance);
        NewFile.writeSecret(secret, made.secret());
        NewFile.write(file, made.certificates(), true);
        return made;
    }

    private static PagesKey read(Path chain, Path secret) {
        return PagesKey.read(
                Folders.text(chain),
                Place.of(Folders.shown(chain)),
                Folders.text(secret),
                Place.of(Folders.shown(secret)));
    }

    private static ParleyException usage(String option, String what, String todo) {
        return new ParleyException(Code.USAGE, Place.of(option), what, todo);
    }
}
