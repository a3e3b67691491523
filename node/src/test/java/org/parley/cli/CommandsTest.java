// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import picocli.CommandLine.Command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;

/** Only the command that is named is looked into; that must not be seen from outside. */
class CommandsTest {
    @Test
    void everyCommandIsKnownByItsOwnName() {
        Parley.COMMANDS.forEach((name, command) ->
                assertThat(
                                Optional.ofNullable(command.getAnnotation(Command.class))
                                        .map(Command::name))
                        .as(command.getSimpleName())
                        .contains(name));
    }

    @Test
    void theHelpListsAllCommandsInTheirOrder() {
        String help = said("--help");
        int at = help.indexOf("Commands:");
        for (String name : Parley.COMMANDS.keySet()) {
            int next = help.indexOf("\n  " + name + " ", at);
            assertThat(next).as(name).isGreaterThan(at);
            at = next;
        }
    }

    @Test
    void whatIsNoCommandIsToldTheOnesLikeIt() {
        assertThat(said("statsu")).contains("parley status").contains("see: parley --help");
    }

    private static String said(String... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        Parley.run(out, out, arguments);
        out.flush();
        return said.toString();
    }
}
