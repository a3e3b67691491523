// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Text;
import org.parley.archive.Archive;
import org.parley.archive.Entry;
import org.parley.archive.Found;
import org.parley.archive.Kept;
import org.parley.archive.ReadingRoom;
import org.parley.record.Folders;
import org.parley.record.NewFile;
import org.parley.web.export.DocumentJson;
import org.parley.web.export.FoundExport;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The documents that were taken in. */
@Command(
        name = "documents",
        description = "List, show, export and remove the documents that were taken in.",
        subcommands = {
            DocumentsCommand.ListDocuments.class,
            DocumentsCommand.Show.class,
            DocumentsCommand.Export.class,
            DocumentsCommand.Remove.class
        })
final class DocumentsCommand extends LibraryCommand {
    @Override
    public Integer call() {
        throw new ParleyException(
                Code.USAGE,
                Place.of("documents"),
                Text.of("what to do with them is missing", "未说明要做什么"),
                Text.of(
                        "list, show DOCUMENT, export --as FORM or remove DOCUMENT",
                        "list、show DOCUMENT、export --as FORM 或 remove DOCUMENT"));
    }

    /** All of them. */
    @Command(name = "list", description = "List them in the order in which they were taken in.")
    static final class ListDocuments extends LibraryCommand {
        @Mixin final Json json = new Json();

        @Override
        public Integer call() {
            Found found = options.readingRoom().all();
            DocumentText text = new DocumentText(language());
            for (Kept kept : found.kept()) {
                if (json.asked) {
                    out().print(DocumentJson.line(kept));
                } else {
                    out().println(text.line(kept.entry(), kept.reading()));
                }
            }
            if (found.kept().isEmpty() && found.problems().isEmpty() && !json.asked) {
                out().println(in("no documents; see parley ingest", "没有文件；见 parley ingest"));
            }
            return tell(found.problems());
        }
    }

    /** One of them. */
    @Command(name = "show", description = "Show a document and what it claims.")
    static final class Show extends LibraryCommand {
        @Parameters(paramLabel = "DOCUMENT", description = "its name or the beginning of its id")
        String asked = "";

        @Option(names = "--text", description = "its text as it was read, without mark-up")
        boolean text;

        @Mixin final Json json = new Json();

        @Override
        public Integer call() {
            ReadingRoom room = options.readingRoom();
            Entry entry = room.archive().require(asked);
            if (text) {
                out().println(room.document(entry).text().value());
                return 0;
            }
            Kept kept = new Kept(entry, room.read(entry));
            if (json.asked) {
                out().print(DocumentJson.whole(kept));
                return 0;
            }
            new DocumentText(language()).lines(kept).forEach(out()::println);
            FoundText claims = new FoundText(language());
            kept.reading().claims().stream()
                    .flatMap(claim -> claims.lines(claim).stream())
                    .forEach(out()::println);
            return 0;
        }
    }

    /** What they claim, for other programs. */
    @Command(
            name = "export",
            description = {
                "Write what documents claim in a form that other programs read:",
                "json, csv, annotation (W3C Web Annotation), csl (CSL-JSON), ftm (FollowTheMoney),",
                "claimreview (schema.org), markdown (with footnotes), plover (events, as JSON"
                        + " lines)."
            })
    static final class Export extends LibraryCommand {
        @Parameters(
                paramLabel = "DOCUMENT",
                arity = "0..*",
                description = "names or beginnings of ids (default: all)")
        List<String> asked = List.of();

        @Option(names = "--as", paramLabel = "FORM", required = true, description = "which form")
        FoundExport form = FoundExport.JSON;

        @Option(
                names = "--out",
                paramLabel = "FILE",
                description = "where to; - is standard output (default)")
        Optional<Path> file = Optional.empty();

        @Mixin final Force force = new Force();

        @Override
        public Integer call() {
            ReadingRoom room = options.readingRoom();
            Archive archive = room.archive();
            Found found =
                    asked.isEmpty()
                            ? room.all()
                            : room.found(asked.stream().map(archive::require).distinct().toList());
            String text = form.print(found.kept(), language());
            Optional<Path> target = file.filter(path -> !isStandard(path));
            if (target.isPresent()) {
                NewFile.write(target.get(), text, force.asked);
                out().println(in("written: ", "已写入 ") + Folders.shown(target.get()));
            } else {
                out().print(text);
                out().flush();
            }
            form.told(found.kept(), language())
                    .ifPresent(told -> command().commandLine().getErr().println(told));
            return tell(found.problems());
        }
    }

    /** Takes some away. */
    @Command(
            name = "remove",
            description = "Remove documents, with what was read in them, from the home folder.")
    static final class Remove extends LibraryCommand {
        @Parameters(
                paramLabel = "DOCUMENT",
                arity = "1..*",
                description = "names or beginnings of ids")
        List<String> asked = List.of();

        @Override
        public Integer call() {
            Archive archive = Archive.in(options.home);
            // All are looked up before one goes: a misspelt name removes nothing.
            List<String> ids = asked.stream().map(archive::idOf).distinct().toList();
            Map<String, String> names =
                    archive.entries().stream().collect(Collectors.toMap(Entry::id, Entry::name));
            for (String id : ids) {
                archive.remove(id);
                String named = names.getOrDefault(id, in("(damaged)", "（已损坏）"));
                out().println(in("removed: ", "已删除 ") + Entry.shortened(id) + " " + named);
            }
            return 0;
        }
    }
}
