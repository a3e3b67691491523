// SPDX-License-Identifier: Apache-2.0
package org.parley.archive;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Text;

import java.util.List;

/** What a document is called by people: its name, the last part of it, or how its id begins. */
final class Called {
    private static final int ID_CHARS_MIN = 6;

    private Called() {}

    static String id(Archive archive, String asked) {
        String hex =
                asked.startsWith(Archive.PREFIX) ? asked.substring(Archive.PREFIX.length()) : asked;
        List<String> found =
                archive.entries().stream()
                        .filter(entry -> isNamed(entry.name(), asked))
                        .map(Entry::id)
                        .toList();
        if (found.isEmpty() && hex.matches("[0-9a-f]{" + ID_CHARS_MIN + ",64}")) {
            found =
                    archive.ids().stream()
                            .filter(id -> id.startsWith(Archive.PREFIX + hex))
                            .toList();
        }
        if (found.isEmpty()) {
            throw none(asked);
        }
        if (found.size() > 1) {
            throw notFound(
                    asked,
                    Text.of(
                            found.size() + " documents are so called; give its id",
                            "有 " + found.size() + " 份文件如此称呼；请给出编号"));
        }
        return found.getFirst();
    }

    private static boolean isNamed(String name, String asked) {
        return name.equals(asked) || name.substring(name.lastIndexOf('/') + 1).equals(asked);
    }

    static ParleyException none(String asked) {
        return notFound(
                asked,
                Text.of(
                        "give the name or the first "
                                + ID_CHARS_MIN
                                + " characters of the id, see parley documents list",
                        "请给出名称或编号的前 " + ID_CHARS_MIN + " 个字符，见 parley documents list"));
    }

    private static ParleyException notFound(String asked, Text todo) {
        return new ParleyException(
                Code.NOT_FOUND,
                Place.of("archive"),
                Text.of("no document \"" + asked + "\"", "没有文件“" + asked + "”"),
                todo);
    }
}
