// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.login.Link;
import org.parley.login.Login;
import org.parley.login.PeopleFile;
import org.parley.login.Person;
import org.parley.login.Role;
import org.parley.party.NodeHome;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.security.SecureRandom;
import java.time.Clock;

/** Who may log in at a node's pages; also while it runs. */
@Command(
        name = "people",
        description = "Who may log in at this node's pages: list them, let in, remove.",
        subcommands = {
            NodePeopleCommand.All.class,
            NodePeopleCommand.MakeLink.class,
            NodePeopleCommand.Remove.class
        })
final class NodePeopleCommand extends LibraryCommand {
    @Override
    public Integer call() {
        return list(this);
    }

    private static PeopleFile people(LibraryCommand command) {
        NodeHome home = new NodeHome(command.options.home);
        home.agreementId();
        return new PeopleFile(home.path(), Clock.systemUTC(), new SecureRandom());
    }

    private static int list(LibraryCommand command) {
        PeopleFile people = people(command);
        for (Person person : people.people()) {
            command.out()
                    .println(person.name() + "  " + person.role().word() + "  " + person.since());
        }
        for (Link link : people.links()) {
            command.out()
                    .println(
                            link.name()
                                    + "  "
                                    + link.role().word()
                                    + "  "
                                    + command.in("link open until ", "链接有效至 ")
                                    + link.until());
        }
        command.out().flush();
        return 0;
    }

    /** Lists them. */
    @Command(name = "list", description = "List who may log in, and the links that are open.")
    static final class All extends LibraryCommand {
        @Override
        public Integer call() {
            return list(this);
        }
    }

    /** Lets somebody in. */
    @Command(name = "link", description = "Make a one-time link, valid for 15 minutes.")
    static final class MakeLink extends LibraryCommand {
        @Parameters(paramLabel = "NAME", description = "who it is for")
        String name = "";

        @Option(
                names = "--role",
                required = true,
                paramLabel = "ROLE",
                description = "viewer, drafter, officer or administrator")
        String role = "";

        @Override
        public Integer call() {
            PeopleFile people = people(this);
            String pages =
                    people.pages()
                            .orElseThrow(() ->
                                    new ParleyException(
                                            Code.UNAVAILABLE,
                                            Place.of("link"),
                                            "this node has not run with a login yet",
                                            "start it first: parley node run --pages"
                                                    + " ADDRESS:PORT --name HOST"));
            String token = people.link(name, Role.of(role, Place.of("--role")));
            out().println(Login.link(pages, token));
            out().println(
                            in(
                                    "Works once, for 15 minutes. Hand it to that person alone.",
                                    "可用一次，15 分钟内有效。请只交给本人。"));
            out().flush();
            return 0;
        }
    }

    /** Shuts somebody out. */
    @Command(
            name = "remove",
            description = "Remove somebody and any open link; their sessions end at once.")
    static final class Remove extends LibraryCommand {
        @Parameters(paramLabel = "NAME", description = "who is removed")
        String name = "";

        @Override
        public Integer call() {
            people(this).remove(name);
            return 0;
        }
    }
}
