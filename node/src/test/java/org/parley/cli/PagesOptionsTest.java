// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.Code;
import org.parley.ParleyException;
import org.parley.exchange.PagesKey;
import org.parley.login.PeopleFile;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;

/** Which doors a node opens, and which it does not. */
class PagesOptionsTest {
    private static final SecureRandom CHANCE = new SecureRandom();

    @TempDir private Path home;

    @Command
    private static final class Asked {
        @Mixin private final PagesOptions pages = new PagesOptions();
    }

    private PagesOptions.Opened open(String... arguments) {
        Asked asked = new Asked();
        new CommandLine(asked).parseArgs(arguments);
        return asked.pages.open(home, Clock.systemUTC(), CHANCE, line -> {});
    }

    @ParameterizedTest
    @CsvSource({
        "--pages 192.0.2.1:8480, --name",
        "--pages 0.0.0.0:8480, --name",
        "--pages [::]:8480, --name",
        "--pages 192.0.2.1:8480 --name 192.0.2.1, --name",
        "--pages 192.0.2.1:8480 --name Node.Example, --name",
        "--pages 192.0.2.1:8480 --name a..b, --name",
        "--pages 192.0.2.1:0 --name node.example, --pages",
        "--pages 192.0.2.1 --name node.example, --pages",
        "--pages 127.0.0.1:8480 --port 8480, --pages",
        "--pages 192.0.2.1:8480 --name node.example --certificate x.pem, --certificate",
        "--pages 192.0.2.1:8480 --name node.example --key x.pem, --certificate",
        "--login, --pages",
        "--name node.example, --name",
        "--port 70000, --port"
    })
    void aDoorThatWouldNotHoldIsNotOpened(String arguments, String option) {
        assertThatThrownBy(() -> open(arguments.split(" ")))
                .isInstanceOfSatisfying(
                        ParleyException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(Code.USAGE);
                            assertThat(e.place().toString()).isEqualTo(option);
                        });
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void onThisMachineAloneAllIsAsItWas() {
        PagesOptions.Opened opened = open();
        assertThat(opened.door().host()).isEqualTo("127.0.0.1");
        assertThat(opened.door().tls()).isEmpty();
        assertThat(opened.door().login()).isEmpty();
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void onThisMachineALoginNeedsNoCertificate() {
        PagesOptions.Opened opened = open("--login", "--pages", "127.0.0.1:8480");
        assertThat(opened.door().tls()).isEmpty();
        assertThat(opened.door().login().orElseThrow().origin()).isEqualTo("http://localhost:8480");
    }

    @Test
    void beyondThisMachineThereIsTlsAndLoginAndOneCertificate() throws IOException {
        String[] asked = {"--pages", "0.0.0.0:443", "--name", "node.example"};
        PagesOptions.Opened opened = open(asked);
        assertThat(opened.door().tls()).isPresent();
        assertThat(opened.door().login().orElseThrow().origin()).isEqualTo("https://node.example");
        assertThat(new PeopleFile(home, Clock.systemUTC(), CHANCE).pages())
                .hasValue("https://node.example");
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(home.resolve("pages-key.pem"))))
                .isEqualTo("rw-------");

        PagesKey first = opened.own().orElseThrow();
        assertThat(open(asked).own().orElseThrow().fingerprint()).isEqualTo(first.fingerprint());
        asked[3] = "other.example";
        assertThat(open(asked).own().orElseThrow().fingerprint()).isNotEqualTo(first.fingerprint());
    }

    @Test
    void aKeyOfAnotherCertificateIsRefused() throws IOException {
        Path certificate = home.resolve("c.pem");
        Path key = home.resolve("k.pem");
        PagesKey one = PagesKey.create("node.example", Instant.now(), CHANCE);
        PagesKey two = PagesKey.create("node.example", Instant.now(), CHANCE);
        Files.writeString(certificate, one.certificates());
        Files.writeString(key, two.secret());
        String[] asked = {
            "--pages",
            "0.0.0.0:8480",
            "--name",
            "node.example",
            "--certificate",
            certificate.toString(),
            "--key",
            key.toString()
        };
        assertThatThrownBy(() -> open(asked)).hasMessageContaining("not this certificate's");
        Files.writeString(key, "no key");
        assertThatThrownBy(() -> open(asked)).hasMessageContaining("there is no key in it");
        Files.writeString(key, one.secret());
        assertThat(open(asked).own()).isEmpty();
        Files.writeString(certificate, one.secret());
        assertThatThrownBy(() -> open(asked)).hasMessageContaining("no certificate in it");
    }
}
