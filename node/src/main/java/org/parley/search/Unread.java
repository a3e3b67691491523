// SPDX-License-Identifier: Apache-2.0
package org.parley.search;

import org.parley.Code;
import org.parley.Place;
import org.parley.Problem;
import org.parley.Text;
import org.parley.archive.ReadingRoom;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Optional;

/**
 * The documents that were left out when an index was made, and why. As long as their files are as
 * they were, so is what is wrong with them: they are not read again for every question.
 */
record Unread(List<One> all) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    Unread {
        all = List.copyOf(all);
    }

    /**
     * One of them.
     *
     * @param stamp of its file, see {@link org.parley.archive.Archive#stamp}
     */
    record One(String id, String stamp, Problem problem) {}

    /** As it stands in an index. */
    private record Line(
            String id,
            String stamp,
            Code code,
            String place,
            String what,
            String whatChinese,
            String todo,
            String todoChinese) {}

    String text() {
        StringBuilder text = new StringBuilder();
        for (One one : all) {
            Problem problem = one.problem();
            Line line =
                    new Line(
                            one.id(),
                            one.stamp(),
                            problem.code(),
                            problem.place().toString(),
                            problem.said().en(),
                            problem.said().zh(),
                            problem.advice().en(),
                            problem.advice().zh());
            text.append(MAPPER.writeValueAsString(line)).append('\n');
        }
        return text.toString();
    }

    /** What {@link #text} gave; what is no such text holds what no document can match. */
    static Unread of(String text) {
        try {
            return new Unread(text.lines().map(Unread::one).toList());
        } catch (JacksonException e) {
            Problem other =
                    new Problem(Code.CORRUPT, Place.of("index"), "not readable", "delete it");
            return new Unread(List.of(new One("", "", other)));
        }
    }

    private static One one(String text) {
        Line line = MAPPER.readValue(text, Line.class);
        return new One(
                line.id(),
                line.stamp(),
                new Problem(
                        line.code(),
                        Place.of(line.place()),
                        Text.of(line.what(), line.whatChinese()),
                        Text.of(line.todo(), line.todoChinese())));
    }

    /** What is wrong with them; empty once a file of theirs is another, or they are gone. */
    Optional<List<Problem>> still(ReadingRoom room) {
        boolean same =
                all.stream()
                        .allMatch(one ->
                                !one.id().isEmpty()
                                        && room.archive().stamp(one.id()).equals(one.stamp()));
        return same ? Optional.of(all.stream().map(One::problem).toList()) : Optional.empty();
    }
}
