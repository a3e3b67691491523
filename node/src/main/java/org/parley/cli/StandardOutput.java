// SPDX-License-Identifier: Apache-2.0
package org.parley.cli;

import org.parley.Code;
import org.parley.Place;
import org.parley.Problem;
import org.parley.record.Folders;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * Standard output that remembers why it failed: writers swallow that, and half an answer in a file
 * on a full disk must not end with success.
 */
final class StandardOutput extends OutputStream {
    private final OutputStream out;
    private Optional<IOException> failure = Optional.empty();

    StandardOutput(OutputStream out) {
        this.out = out;
    }

    /** What went wrong; nothing where the reader had only stopped reading, as head does. */
    Optional<Problem> problem() {
        return failure.map(Folders::why)
                .filter(why -> !why.toLowerCase(Locale.ROOT).contains("broken pipe"))
                .map(why ->
                        new Problem(
                                Code.UNWRITABLE,
                                Place.of("standard output"),
                                why,
                                "what was written so far is not whole; check the free space"));
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            failure = failure.or(() -> Optional.of(e));
            throw e;
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            failure = failure.or(() -> Optional.of(e));
            throw e;
        }
    }
}
