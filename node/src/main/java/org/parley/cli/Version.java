// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import picocli.CommandLine;

import java.util.Optional;

/** What {@code --version} prints. */
final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"parley " + number(), "Java " + Runtime.version()};
    }

    static String number() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
