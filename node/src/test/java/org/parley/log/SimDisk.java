// SPDX-License-Identifier: Apache-2.0
package org.parley.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A disk whose power fails: of what was not synced any 512-byte sector is there or not, by the
 * seed, and so are unsynced names. A step of one's choice fails, with or without half of its write
 * done.
 */
public final class SimDisk implements Disk {
    private static final int SECTOR = 512;

    private final Random random;
    private final Map<String, File> names = new TreeMap<>();
    private Map<String, File> durableNames = new TreeMap<>();
    private final List<String> locked = new ArrayList<>();
    private int steps;
    private long bytesRead;
    private int failing = Integer.MAX_VALUE;
    private int generation;

    private static final class File {
        byte[] seen = new byte[0];
        byte[] durable = new byte[0];
    }

    public SimDisk(long seed) {
        random = new Random(seed);
    }

    /** The step with this number, from now on counted from 0, and all after it fail. */
    public void failAt(int step) {
        steps = 0;
        failing = step;
    }

    public int steps() {
        return steps;
    }

    /** The process is gone; what it wrote is in the page cache still. */
    public void kill() {
        locked.clear();
        generation++;
        failing = Integer.MAX_VALUE;
    }

    public void losePower() {
        kill();
        Map<String, File> left = random.nextBoolean() ? names : durableNames;
        Map<String, File> after = new TreeMap<>(left);
        for (File file : after.values()) {
            file.durable = torn(file.durable, file.seen);
            file.seen = file.durable.clone();
        }
        names.clear();
        names.putAll(after);
        durableNames = new TreeMap<>(after);
    }

    private byte[] torn(byte[] durable, byte[] seen) {
        int size = seen.length;
        if (durable.length != seen.length) {
            int low = Math.min(durable.length, seen.length);
            int high = Math.max(durable.length, seen.length);
            size = low + random.nextInt(high - low + 1);
        }
        byte[] after = Arrays.copyOf(durable, size);
        for (int at = 0; at < Math.min(size, seen.length); at += SECTOR) {
            if (random.nextBoolean()) {
                int count = Math.min(SECTOR, Math.min(size, seen.length) - at);
                System.arraycopy(seen, at, after, at, count);
            }
        }
        return after;
    }

    /** All that is on the disk, to look for bytes in. */
    Map<String, byte[]> bytes() {
        Map<String, byte[]> all = new HashMap<>();
        names.forEach((name, file) -> all.put(name, file.seen));
        return all;
    }

    long bytesRead() {
        return bytesRead;
    }

    /** Another disk with the same files, none of them locked. */
    SimDisk copy() {
        SimDisk copy = new SimDisk(random.nextLong());
        names.forEach((name, file) -> {
            File same = new File();
            same.seen = file.seen.clone();
            same.durable = file.seen.clone();
            copy.names.put(name, same);
        });
        copy.durableNames = new TreeMap<>(copy.names);
        return copy;
    }

    void flip(String name, int at) {
        names.get(name).seen[at] ^= 1;
    }

    private boolean fails() {
        return steps++ >= failing;
    }

    private void step(String what) throws IOException {
        if (fails()) {
            throw new IOException(what + ": no space left on device");
        }
    }

    @Override
    public Handle open(String name) throws IOException {
        step("open");
        return new Open(names.computeIfAbsent(name, key -> new File()), generation);
    }

    @Override
    public List<String> names() {
        return List.copyOf(names.keySet());
    }

    @Override
    public void delete(String name) throws IOException {
        step("delete");
        names.remove(name);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        step("rename");
        names.put(to, names.remove(from));
    }

    @Override
    public void syncNames() throws IOException {
        step("sync names");
        durableNames = new TreeMap<>(names);
    }

    @Override
    public AutoCloseable lock(String name) throws IOException {
        if (locked.contains(name)) {
            throw new IOException("locked");
        }
        locked.add(name);
        return () -> locked.remove(name);
    }

    private final class Open implements Handle {
        private final File file;
        private final int opened;

        Open(File file, int opened) {
            this.file = file;
            this.opened = opened;
        }

        private void requireAlive() throws IOException {
            if (opened != generation) {
                throw new IOException("the process is gone");
            }
        }

        @Override
        public long size() {
            return file.seen.length;
        }

        @Override
        public void read(long position, ByteBuffer target) {
            int count = (int) Math.min(target.remaining(), file.seen.length - position);
            if (count > 0) {
                bytesRead += count;
                target.put(file.seen, (int) position, count);
            }
        }

        @Override
        public void write(long position, ByteBuffer source) throws IOException {
            requireAlive();
            boolean failed = fails();
            int count = failed ? random.nextInt(source.remaining() + 1) : source.remaining();
            byte[] some = new byte[count];
            source.get(some);
            int end = Math.toIntExact(position + count);
            file.seen = Arrays.copyOf(file.seen, Math.max(end, file.seen.length));
            System.arraycopy(some, 0, file.seen, (int) position, count);
            if (failed) {
                throw new IOException("write: no space left on device");
            }
        }

        @Override
        public void sync() throws IOException {
            requireAlive();
            step("sync");
            file.durable = file.seen.clone();
        }

        @Override
        public void truncate(long size) throws IOException {
            requireAlive();
            step("truncate");
            file.seen = Arrays.copyOf(file.seen, (int) Math.min(size, file.seen.length));
        }

        @Override
        public void close() {
            // Nothing is held open.
        }
    }
}
