// SPDX-License-Identifier: Apache-2.0
package org.parley.web;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.flag.Detector;
import org.parley.flag.Flags;
import org.parley.record.Folders;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a flag means.
 *
 * @param code empty for the list of all
 * @param blocks its page, read from the documentation
 */
record FlagPage(
        Wording words, Frame frame, List<String> codes, String code, List<DocText.Block> blocks) {

    static FlagPage all(Site site, Wording words) {
        return new FlagPage(
                words,
                Frame.plain(words, words.of("flags.title"), other(words, "/flags")),
                Flags.detectors().stream().map(Detector::code).toList(),
                "",
                List.of());
    }

    static FlagPage of(Site site, Wording words, String code) {
        Optional<Path> file =
                Flags.detectors().stream()
                        .map(Detector::code)
                        .filter(code::equals)
                        .findFirst()
                        .flatMap(known -> site.flagPages().map(dir -> dir.resolve(known + ".md")))
                        .filter(Files::isRegularFile);
        String text =
                file.map(Folders::text)
                        .orElseThrow(() ->
                                new ParleyException(
                                        Code.NOT_FOUND,
                                        Place.of("flags"),
                                        "no page on \"" + Asked.shortened(code) + "\"",
                                        ""));
        return new FlagPage(
                words,
                Frame.plain(words, code, other(words, "/flags/" + code)),
                List.of(),
                code,
                DocText.blocks(text));
    }

    private static String other(Wording words, String path) {
        return path + (words.language().equals("zh") ? "?lang=en" : "?lang=zh");
    }
}
