// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A folder of this machine. Thread safe as far as the interface says. */
public final class RealDisk implements Disk {
    private static final Set<Path> LOCKED = ConcurrentHashMap.newKeySet();

    private final Path folder;

    /** The folder is made if it is not there. */
    public RealDisk(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
    }

    @Override
    public Handle open(String name) throws IOException {
        return new Open(folder.resolve(name));
    }

    @Override
    public List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }

    @Override
    public void delete(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name));
    }

    @Override
    public void rename(String from, String to) throws IOException {
        Files.move(
                folder.resolve(from),
                folder.resolve(to),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void syncNames() throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    @Override
    public AutoCloseable lock(String name) throws IOException {
        Path file = folder.toRealPath().resolve(name);
        // Closing any channel of a file gives up this process's lock on it (fcntl), so a second one
        // is not even opened.
        if (!LOCKED.add(file)) {
            throw new IOException("this process has it open");
        }
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            locked = channel.tryLock() != null;
        } finally {
            if (!locked) {
                channel.close();
                LOCKED.remove(file);
            }
        }
        if (!locked) {
            throw new IOException("another process has it open");
        }
        return () -> {
            channel.close();
            LOCKED.remove(file);
        };
    }

    /**
     * An interrupt closes the channel that a thread is reading from (InterruptibleChannel), also
     * under all others. So readers have one of their own, which is opened again. A writer whom an
     * interrupt meets in the middle has failed: whether the sync was done is not known then.
     */
    private static final class Open implements Handle {
        private final Path path;
        private final FileChannel writing;
        private FileChannel reading;
        private boolean closed;

        Open(Path path) throws IOException {
            this.path = path;
            this.writing =
                    FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            this.reading = FileChannel.open(path, StandardOpenOption.READ);
        }

        private synchronized FileChannel reading() throws IOException {
            if (closed) {
                throw new ClosedChannelException();
            }
            if (!reading.isOpen()) {
                reading = FileChannel.open(path, StandardOpenOption.READ);
            }
            return reading;
        }

        @Override
        public long size() throws IOException {
            return writing.size();
        }

        @Override
        public void read(long position, ByteBuffer target) throws IOException {
            int start = target.position();
            boolean interrupted = Thread.interrupted();
            try {
                while (true) {
                    FileChannel channel = reading();
                    try {
                        read(channel, position, target.position(start));
                        return;
                    } catch (ClosedChannelException e) {
                        // An interrupt of this thread or of another that reads.
                        interrupted |= Thread.interrupted();
                    }
                }
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        private static void read(FileChannel channel, long position, ByteBuffer target)
                throws IOException {
            long at = position;
            while (target.hasRemaining()) {
                int count = channel.read(target, at);
                if (count < 0) {
                    return;
                }
                at += count;
            }
        }

        /** What a writer does; an interrupt that came before waits until it is done. */
        private interface Step {
            void run() throws IOException;
        }

        private static void undisturbed(Step step) throws IOException {
            boolean interrupted = Thread.interrupted();
            try {
                step.run();
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        @Override
        public void write(long position, ByteBuffer source) throws IOException {
            undisturbed(() -> {
                long at = position;
                while (source.hasRemaining()) {
                    at += writing.write(source, at);
                }
            });
        }

        @Override
        public void sync() throws IOException {
            undisturbed(() -> writing.force(false));
        }

        @Override
        public void truncate(long size) throws IOException {
            undisturbed(() -> writing.truncate(size));
        }

        @Override
        public synchronized void close() throws IOException {
            closed = true;
            try {
                reading.close();
            } finally {
                writing.close();
            }
        }
    }
}
