// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Text;
import org.parley.yaml.YamlReader;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads folders and text files, with one clear message where that fails. */
public final class Folders {
    /** What systems say most when a file can be neither read nor written. */
    private static final Map<String, String> IN_CHINESE =
            Map.of(
                    "permission denied", "没有权限",
                    "no space left on device", "磁盘空间不足",
                    "read-only file system", "文件系统只读",
                    "disk quota exceeded", "超出磁盘配额",
                    "file too large", "文件超出允许的大小",
                    "not a directory", "路径中有一段不是文件夹",
                    "input/output error", "磁盘读写错误");

    private Folders() {}

    /** What lies in a folder, by name. */
    public static List<Path> children(Path folder) {
        try (Stream<Path> found = Files.list(folder)) {
            return found.sorted().toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    static void refuseFolder(Path file) {
        if (Files.isDirectory(file)) {
            throw new ParleyException(
                    Code.UNREADABLE,
                    Place.of(shown(file)),
                    Text.of("this is a folder", "这是文件夹"),
                    Text.of("name a file in it", "请给出其中的文件"));
        }
    }

    /**
     * The bytes of a file, whose size is looked at before it is read.
     *
     * @throws ParleyException {@code UNREADABLE} or {@code TOO_LARGE}
     */
    public static byte[] bytes(Path file, int most) {
        refuseFolder(file);
        try {
            refuseLonger(file, most);
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static void refuseLonger(Path file, int most) throws IOException {
        long size = Files.size(file);
        if (size > most) {
            throw new ParleyException(
                    Code.TOO_LARGE,
                    Place.of(shown(file)),
                    Text.of(size + " bytes", size + " 字节"),
                    Text.of(
                            "a file may have " + most + "; split it",
                            "文件不得超过 " + most + " 字节；请拆分"));
        }
    }

    /** The text of a UTF-8 file of bounded size. */
    public static String text(Path file) {
        refuseFolder(file);
        try {
            refuseLonger(file, YamlReader.LENGTH_MAX);
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new ParleyException(
                    Code.UNREADABLE,
                    Place.of(shown(file)),
                    Text.of("not UTF-8 text", "不是 UTF-8 文本"),
                    Text.of("save it as UTF-8", "请存为 UTF-8"));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** A path as the user knows it: below the current folder where it is. */
    public static String shown(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path whole = file.toAbsolutePath().normalize();
        String below = whole.startsWith(here) ? here.relativize(whole).toString() : "";
        if (whole.equals(here)) {
            return ".";
        }
        return below.isEmpty() ? whole.toString() : below;
    }

    /** Why a file could not be read or written, as the system says it, without its path. */
    public static String why(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        Optional<String> told =
                e instanceof FileSystemException system
                        ? Optional.ofNullable(system.getReason())
                        : Optional.ofNullable(e.getMessage());
        return told.map(text -> text.toLowerCase(Locale.ROOT)).orElse(e.getClass().getSimpleName());
    }

    /** The same in both languages, where it is one of those that people meet. */
    public static Text cause(IOException e) {
        String why = why(e);
        return Text.of(why, IN_CHINESE.getOrDefault(why, why));
    }

    static ParleyException unreadable(Path file, IOException e) {
        return new ParleyException(
                Code.UNREADABLE,
                Place.of(shown(file)),
                Files.exists(file) ? cause(e) : Text.of("there is no such file", "没有此文件"),
                Text.of("check the path and the permissions", "请检查路径和权限"));
    }
}
