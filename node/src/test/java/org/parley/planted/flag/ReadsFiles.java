// SPDX-License-Identifier: Apache-2.0
package org.parley.planted.flag;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

/** Planted: must be caught by the architecture rules. */
record ReadsFiles(String text, Socket socket) {
    static ReadsFiles offence(Path file) throws IOException {
        return new ReadsFiles(Files.readString(file), new Socket());
    }
}
