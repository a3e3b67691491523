// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.party.KeyRing.Part;

import picocli.CommandLine.Option;

import java.util.EnumSet;
import java.util.Set;

/** Which keys of a node are meant. */
final class KeyParts {
    @Option(names = "--office", description = "the keys of its offices")
    boolean office;

    @Option(names = "--log", description = "the keys that sign its log")
    boolean log;

    @Option(names = "--mirror", description = "the keys that say that it holds others' logs")
    boolean mirror;

    @Option(names = "--witness", description = "the keys that say that it saw others' logs")
    boolean witness;

    @Option(names = "--tls", description = "its key on connections")
    boolean tls;

    @Option(names = "--reader", description = "the key that opens bodies sealed to it")
    boolean reader;

    @Option(names = "--all", description = "all of these")
    boolean all;

    Set<Part> parts() {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        boolean[] asked = {office, log, mirror, witness, tls, reader};
        Part[] named = {Part.OFFICE, Part.LOG, Part.MIRROR, Part.WITNESS, Part.TLS, Part.READER};
        for (int i = 0; i < asked.length; i++) {
            if (asked[i] || all) {
                parts.add(named[i]);
            }
        }
        return parts;
    }
}
