// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the library that came with the program: in a folder above the program's own file. */
final class ShippedLibrary {
    private static final String PROPERTY = "parley.library";

    private ShippedLibrary() {}

    static Path find() {
        String named = System.getProperty(PROPERTY, "");
        if (!named.isEmpty()) {
            return Path.of(named);
        }
        for (Path folder = program(); folder != null; folder = folder.getParent()) {
            Path library = folder.resolve("library");
            if (Files.isDirectory(library.resolve("agreements"))) {
                return library;
            }
        }
        throw new ParleyException(
                Code.NOT_FOUND,
                Place.of("library"),
                "the shipped library is not beside the program",
                "start Parley through its launcher, or give --library DIR");
    }

    private static Path program() {
        try {
            return Path.of(
                            ShippedLibrary.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI())
                    .toAbsolutePath();
        } catch (URISyntaxException e) {
            return Path.of("").toAbsolutePath();
        }
    }
}
