// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.agreement.Agreement;
import org.parley.archive.ReadingRoom;
import org.parley.evidence.Dossier;
import org.parley.party.LiveRecord;
import org.parley.party.NodeHome;
import org.parley.record.Library;
import org.parley.standing.View;
import org.parley.time.Edtf;

import picocli.CommandLine.Option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** Options that all commands share. */
final class Options {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "your own agreements and records (default: ~/.parley)")
    Path home = Path.of(System.getProperty("user.home"), ".parley");

    @Option(
            names = "--library",
            paramLabel = "DIR",
            description = "the shipped library (default: found beside the program)")
    Optional<Path> library = Optional.empty();

    @Option(
            names = "--lang",
            paramLabel = "en|zh",
            description = "language of what is printed (default: en)")
    String language = "en";

    /** The language asked for on a command line that could not be carried out. */
    static String language(String... arguments) {
        for (int i = 0; i + 1 < arguments.length; i++) {
            if (arguments[i].equals("--lang")) {
                return arguments[i + 1];
            }
        }
        return "en";
    }

    Library open() {
        Library opened = Library.open(shipped(), home);
        NodeHome node = new NodeHome(home);
        if (node.isNode()) {
            // The record of a node is in its logs; its folder has the rules only.
            opened.attach(node.agreementId(), () -> LiveRecord.read(node));
        }
        return opened;
    }

    /** The claims at hand. */
    Dossier dossier() {
        return Dossier.open(shipped(), home);
    }

    /** The documents at hand, with the words to read them. */
    ReadingRoom readingRoom() {
        return ReadingRoom.open(shipped(), home);
    }

    /** The library that ships, or the one named instead; one that is not there is told. */
    Path shipped() {
        requireBoth();
        return library.orElseGet(ShippedLibrary::find);
    }

    private void requireBoth() {
        if (!language.equals("en") && !language.equals("zh")) {
            throw new ParleyException(
                    Code.USAGE, Place.of("--lang"), "\"" + language + "\"", "use en or zh");
        }
        library.filter(folder -> !Files.isDirectory(folder))
                .ifPresent(folder -> {
                    throw new ParleyException(
                            Code.NOT_FOUND,
                            Place.of("--library"),
                            "there is no folder " + folder,
                            "leave it out to use the library beside the program");
                });
    }

    /** A view's three axes. */
    static final class Axes {
        @Option(names = "--as-of", paramLabel = "DATE", description = "when it is true (today)")
        Optional<String> asOf = Optional.empty();

        @Option(names = "--known-on", paramLabel = "DATE", description = "what was known by then")
        Optional<String> knownOn = Optional.empty();

        @Option(
                names = "--according-to",
                paramLabel = "PARTY",
                description = "in whose view (default: declared, each party about itself)")
        Optional<String> accordingTo = Optional.empty();

        /** The same, declared where the viewer is no party: for a look at many at once. */
        View viewOrDeclared(Agreement agreement) {
            boolean speaks =
                    accordingTo
                            .filter(who -> !who.equals(View.DECLARED))
                            .map(agreement::isParty)
                            .orElse(true);
            return speaks ? view(agreement) : plain(agreement);
        }

        private View plain(Agreement agreement) {
            Axes declared = new Axes();
            declared.asOf = asOf;
            declared.knownOn = knownOn;
            return declared.view(agreement);
        }

        View view(Agreement agreement) {
            LocalDate today = LocalDate.now(Clock.system(agreement.zone()));
            Optional<String> party =
                    accordingTo
                            .filter(who -> !who.equals(View.DECLARED))
                            .map(who -> agreement.party(who, Place.of("--according-to")));
            return new View(
                    asOf.map(text -> day(text, "--as-of")).orElse(today),
                    knownOn.map(text -> day(text, "--known-on")).orElse(today),
                    party);
        }
    }

    /** An exact day given on the command line. */
    static LocalDate day(String text, String option) {
        Edtf edtf = Edtf.parse(text, Place.of(option));
        if (!edtf.isExact()) {
            throw new ParleyException(
                    Code.BAD_DATE,
                    Place.of(option),
                    "\"" + text + "\" is no day",
                    "as in 2020-01-31");
        }
        return edtf.latest().orElseThrow();
    }
}
