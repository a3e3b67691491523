// SPDX-License-Identifier: Apache-2.0
package org.parley.record;

import org.parley.Code;
import org.parley.ParleyException;
import org.parley.Place;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Bounds on a zip file, checked by unpacking it into nothing: what an entry says about its size can
 * be a lie, and a few kilobytes can hold gigabytes.
 */
final class ZipBounds {
    static final long FILE_BYTES_MAX = 32L << 20;
    static final long UNPACKED_BYTES_MAX = 256L << 20;
    static final int ENTRIES_MAX = 1_000;
    private static final int HEAD_BYTES = 1_024;
    private static final byte[] OLD_EXCEL = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private ZipBounds() {}

    static void check(Path file) {
        Place at = Place.of(Folders.shown(file));
        Folders.refuseFolder(file);
        try {
            long size = Files.size(file);
            if (size > FILE_BYTES_MAX) {
                throw tooLarge(at, size + " bytes");
            }
            refuseOldExcel(file, at);
            try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
                if (zip.size() > ENTRIES_MAX) {
                    throw tooLarge(at, zip.size() + " parts");
                }
                long left = UNPACKED_BYTES_MAX;
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        left -= unpacked(in, left, at);
                    }
                }
            }
        } catch (ZipException e) {
            throw new ParleyException(
                    Code.UNREADABLE, at, "not an Excel workbook", "save it from Excel as .xlsx");
        } catch (IOException e) {
            throw Folders.unreadable(file, e);
        }
    }

    private static void refuseOldExcel(Path file, Place at) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            if (java.util.Arrays.equals(in.readNBytes(OLD_EXCEL.length), OLD_EXCEL)) {
                throw new ParleyException(
                        Code.UNREADABLE,
                        at,
                        "an old Excel file, or one with a password",
                        "save it as .xlsx without a password");
            }
        }
    }

    private static long unpacked(InputStream in, long max, Place at) throws IOException {
        byte[] head = in.readNBytes(HEAD_BYTES);
        if (new String(head, StandardCharsets.ISO_8859_1).contains("<!DOCTYPE")) {
            throw new ParleyException(
                    Code.UNREADABLE,
                    at,
                    "it defines XML entities, which no workbook needs",
                    "open it in Excel and save it again as .xlsx");
        }
        long length = head.length;
        byte[] buffer = new byte[1 << 16];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            length += read;
            if (length > max) {
                throw tooLarge(at, "more than " + UNPACKED_BYTES_MAX + " bytes when unpacked");
            }
        }
        return length;
    }

    private static ParleyException tooLarge(Place at, String what) {
        return new ParleyException(
                Code.TOO_LARGE, at, what, "delete empty rows and pictures, or save it as CSV");
    }
}
