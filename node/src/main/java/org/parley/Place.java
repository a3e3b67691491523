// SPDX-License-Identifier: Apache-2.0
package org.parley;

/**
 * Where something was read: a file (or another origin) with line and column, both counted from 1; 0
 * means that the origin has none. Printed the way editors link to: {@code file:line:column}.
 */
public record Place(String origin, int line, int column) implements Comparable<Place> {

    /** Something that stands in no file, such as a command's argument. */
    public static Place of(String origin) {
        return new Place(origin, 0, 0);
    }

    /** The same line, some characters further right: a position inside an expression. */
    public Place right(int characters) {
        return new Place(origin, line, column + characters);
    }

    @Override
    public int compareTo(Place other) {
        int byOrigin = origin.compareTo(other.origin);
        if (byOrigin != 0) {
            return byOrigin;
        }
        return line != other.line
                ? Integer.compare(line, other.line)
                : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        if (line == 0) {
            return origin;
        }
        return column == 0 ? origin + ":" + line : origin + ":" + line + ":" + column;
    }
}
