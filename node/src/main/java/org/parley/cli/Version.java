// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import picocli.CommandLine;

import java.util.Optional;

/** What {@code --version} prints. */
final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
        String version =
                Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                        .orElse("development");
        return new String[] {"parley " + version, "Java " + Runtime.version()};
    }
}
