// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ParleyException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file is written whole or not at all. */
final class NewFileTest {
    @TempDir Path folder;

    @Test
    void anExistingFileIsReplacedOnlyWhenAsked() throws IOException {
        Path file = folder.resolve("a.csv");
        NewFile.write(file, "one", false);
        assertThatThrownBy(() -> NewFile.write(file, "two", false))
                .isInstanceOf(ParleyException.class)
                .hasMessageContaining("already there")
                .hasMessageContaining("--force");
        assertThat(file).hasContent("one");
        NewFile.write(file, "three", true);
        assertThat(file).hasContent("three");
        assertThat(folder).isDirectoryContaining(path -> path.equals(file));
        assertThat(Files.list(folder)).hasSize(1);
    }

    @Test
    void whatFailsBeforeTheRenameLeavesTheOldFile() throws IOException {
        Path file = folder.resolve("a.csv");
        NewFile.write(file, "old", false);
        assertThatThrownBy(() ->
                        NewFile.write(
                                file,
                                "new".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                true,
                                () -> {
                                    assertThat(file).hasContent("old");
                                    throw new IOException("the disk is full");
                                }))
                .isInstanceOf(ParleyException.class)
                .hasMessageContaining("nothing was changed");
        assertThat(file).hasContent("old");
        assertThat(Files.list(folder)).hasSize(1);
    }

    @Test
    void whoeverWritesTheFileInTheMeantimeKeepsIt() {
        Path file = folder.resolve("a.csv");
        assertThatThrownBy(() ->
                        NewFile.write(
                                file,
                                new byte[] {1},
                                false,
                                () -> Files.writeString(file, "somebody else's")))
                .isInstanceOf(ParleyException.class)
                .hasMessageContaining("already there");
        assertThat(file).hasContent("somebody else's");
    }

    @Test
    void aFolderAndAMissingFolderAreTold() {
        assertThatThrownBy(() -> NewFile.write(folder, "x", true))
                .hasMessageContaining("this is a folder");
        assertThatThrownBy(() -> NewFile.write(folder.resolve("none/a.csv"), "x", true))
                .hasMessageContaining("its folder does not exist");
    }
}
