// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;
import org.parley.Text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * Writes a file whole or not at all: into a new file in the same folder, forced to the disk, then
 * renamed. Whoever looks sees the old content or the new; a program that is killed in between
 * leaves the old, and a file that ends in {@code .part}, which nothing reads.
 */
public final class NewFile {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");

    private NewFile() {}

    /**
     * Writes a text as UTF-8.
     *
     * @param replace whether a file that is already there may be replaced
     * @throws ParleyException if it is there and may not, or if it cannot be written
     */
    public static void write(Path file, String text, boolean replace) {
        write(file, text.getBytes(StandardCharsets.UTF_8), replace);
    }

    /** The same for bytes. */
    public static void write(Path file, byte[] content, boolean replace) {
        write(file, content, replace, () -> {});
    }

    /**
     * The same for what only its owner may read, from its first byte on; it replaces what was
     * there, and its name is on the disk too when this returns.
     */
    public static void writeSecret(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8), true, () -> {}, true);
    }

    /** What happens between the two steps; a test lets it fail. */
    interface BeforeRename {
        void run() throws IOException;
    }

    static void write(Path file, byte[] content, boolean replace, BeforeRename before) {
        write(file, content, replace, before, false);
    }

    private static void write(
            Path file, byte[] content, boolean replace, BeforeRename before, boolean secret) {
        Path whole = file.toAbsolutePath().normalize();
        Path folder = Optional.ofNullable(whole.getParent()).orElse(whole);
        if (Files.isDirectory(whole)) {
            throw new ParleyException(
                    Code.BAD_VALUE,
                    Place.of(Folders.shown(file)),
                    Text.of("this is a folder", "这是文件夹"),
                    Text.of("name a file in it", "请给出其中的文件"));
        }
        if (!replace && Files.exists(whole)) {
            throw exists(file);
        }
        try {
            long process = ProcessHandle.current().pid();
            Path part = folder.resolve("." + whole.getFileName() + "." + process + ".part");
            try {
                if (secret) {
                    closeToOthers(part);
                }
                force(part, content);
                before.run();
                rename(part, whole, replace);
                if (secret) {
                    forceFolder(folder);
                }
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (FileAlreadyExistsException e) {
            throw exists(file);
        } catch (NoSuchFileException e) {
            throw new ParleyException(
                    Code.NOT_FOUND,
                    Place.of(Folders.shown(file)),
                    Text.of("its folder does not exist", "所在文件夹不存在"),
                    Text.of("make the folder first", "请先建立文件夹"));
        } catch (IOException e) {
            throw new ParleyException(
                    Code.UNWRITABLE,
                    Place.of(Folders.shown(file)),
                    Folders.cause(e),
                    Text.of(
                            "check the permissions and the free space; nothing was changed",
                            "请检查权限和剩余空间；未作任何更改"));
        }
    }

    private static void closeToOthers(Path part) throws IOException {
        Files.deleteIfExists(part);
        if (part.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(part, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        }
    }

    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Not every system opens folders; the content is on the disk all the same.
        }
    }

    private static void force(Path part, byte[] content) throws IOException {
        try (FileChannel channel =
                FileChannel.open(
                        part,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private static void rename(Path part, Path whole, boolean replace) throws IOException {
        if (!replace) {
            try {
                // Unlike a rename, a link fails if somebody else made the file in the meantime.
                Files.createLink(whole, part);
                return;
            } catch (UnsupportedOperationException e) {
                // no links on this file system: the check above has to do
            } catch (FileAlreadyExistsException e) {
                throw e;
            } catch (IOException e) {
                if (Files.exists(whole)) {
                    throw e;
                }
            }
        }
        try {
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static ParleyException exists(Path file) {
        return new ParleyException(
                Code.BAD_VALUE,
                Place.of(Folders.shown(file)),
                Text.of("this file is already there", "此文件已存在"),
                Text.of(
                        "choose another name, or add --force to replace it",
                        "请换一个名称，或加 --force 覆盖"));
    }
}
