// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.login.Link;
import org.parley.login.Login;
import org.parley.login.Person;
import org.parley.login.Role;
import org.parley.login.Visitor;

import java.util.List;
import java.util.Optional;

/**
 * Who may come in, for who lets them in.
 *
 * @param link made just now; it is shown this once
 */
record PeoplePage(
        Wording words,
        Frame frame,
        Visitor visitor,
        List<Person> people,
        List<Link> links,
        Optional<String> link) {
    PeoplePage {
        people = List.copyOf(people);
        links = List.copyOf(links);
    }

    static PeoplePage of(
            Wording words, Site site, Visitor visitor, Login login, Optional<String> link) {
        return new PeoplePage(
                words,
                LoginPage.frame(words, site, "/node/people", words.of("people.title")),
                visitor,
                login.people().people(),
                login.people().links(),
                link);
    }

    List<Role> roles() {
        return List.of(Role.values());
    }

    String role(Role role) {
        return words.of("role." + role.word());
    }
}
