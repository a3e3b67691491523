// SPDX-License-Identifier: Apache-2.0
package org.parley.exchange;

import org.parley.proof.ProofException;
import org.parley.proof.ProofException.Reason;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Enumeration;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A zip file in its plainest form: files stored and not compressed, none twice, no comment, no
 * ZIP64. So what is in it can never be more than the file itself. Nothing is ever unpacked to disk.
 * Thread safe.
 */
final class StoredZip implements AutoCloseable {
    /** The whole file: it is built and taken in memory. */
    static final int BYTES_MAX = 256 << 20;

    /** Below what needs ZIP64. */
    static final int FILES_MAX = 65_000;

    private static final int END_BYTES = 22;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int DIRECTORY_BYTES_MAX = 16 << 20;

    /** A file's bytes do not tell when it was written: the same content is the same file. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new TreeMap<>();

    private StoredZip(ZipFile zip) {
        this.zip = zip;
    }

    /** The bytes of a zip file with these files in it, in this order. */
    static byte[] format(SequencedMap<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                CRC32 crc = new CRC32();
                crc.update(file.getValue());
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(file.getValue().length);
                entry.setCrc(crc.getValue());
                entry.setTimeLocal(TIME);
                out.putNextEntry(entry);
                out.write(file.getValue());
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new IllegalStateException("nothing of this leaves the memory", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Opens a file and looks at its directory.
     *
     * @throws ProofException when it is in any other form
     * @throws IOException when it cannot be read
     */
    static StoredZip open(Path file) throws IOException {
        checkEnd(file);
        StoredZip opened;
        try {
            opened = new StoredZip(new ZipFile(file.toFile(), ZipFile.OPEN_READ));
        } catch (ZipException e) {
            throw new ProofException(Reason.FORM, "no whole zip file");
        }
        try {
            opened.readDirectory();
            return opened;
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** The last bytes say how long the directory is, before anybody reads it into memory. */
    private static void checkEnd(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long length = in.length();
            if (length > BYTES_MAX) {
                throw new ProofException(Reason.TOO_LARGE, length + " bytes of " + BYTES_MAX);
            }
            byte[] end = new byte[END_BYTES];
            if (length >= END_BYTES) {
                in.seek(length - END_BYTES);
                in.readFully(end);
            }
            ByteBuffer fields = ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN);
            if (fields.getInt(0) != END_SIGNATURE) {
                throw new ProofException(Reason.FORM, "no whole zip file");
            }
            int files = fields.getShort(10) & 0xffff;
            long directory = fields.getInt(12) & 0xffffffffL;
            if (files > FILES_MAX || directory > DIRECTORY_BYTES_MAX) {
                throw new ProofException(Reason.TOO_LARGE, "more than " + FILES_MAX + " files");
            }
        }
    }

    private void readDirectory() {
        long sum = 0;
        Enumeration<? extends ZipEntry> all = zip.entries();
        while (all.hasMoreElements()) {
            ZipEntry entry = all.nextElement();
            boolean plain =
                    entry.getMethod() == ZipEntry.STORED
                            && entry.getSize() >= 0
                            && entry.getSize() == entry.getCompressedSize()
                            && !entry.isDirectory();
            if (!plain) {
                throw new ProofException(Reason.FORM, "a file that is not simply stored");
            }
            sum += entry.getSize();
            if (sum > BYTES_MAX) {
                throw new ProofException(Reason.TOO_LARGE, "more than " + BYTES_MAX + " bytes");
            }
            if (entries.put(entry.getName(), entry) != null) {
                throw new ProofException(Reason.FORM, "a file that is there twice");
            }
        }
    }

    Iterable<String> names() {
        return entries.keySet();
    }

    /**
     * A file's bytes; empty when there is none of that name.
     *
     * @throws ProofException when there are more than so many bytes, or they cannot be had
     */
    Optional<byte[]> read(String name, int bytesMax) {
        ZipEntry entry = entries.get(name);
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.getSize() > bytesMax) {
            throw new ProofException(Reason.TOO_LARGE, name + ": " + entry.getSize() + " bytes");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes((int) entry.getSize());
            CRC32 crc = new CRC32();
            crc.update(bytes);
            if (bytes.length != entry.getSize() || crc.getValue() != entry.getCrc()) {
                throw new ProofException(Reason.FORM, name + " was altered");
            }
            return Optional.of(bytes);
        } catch (IOException e) {
            throw new ProofException(Reason.FORM, name + " is not whole");
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            // It was only read.
        }
    }
}
