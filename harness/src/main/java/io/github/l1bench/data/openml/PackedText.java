package io.github.l1bench.data.openml;

import io.github.l1bench.data.DataException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A text that is stored as gzip.
 *
 * @param path of the file
 */
record PackedText(Path path) {
    private static final int BUFFER = 1 << 16;

    /** Makes something of a text. */
    @FunctionalInterface
    interface Reader<T> {
        /**
         * Reads {@code text} as far as it needs.
         *
         * @param file where it is stored, for messages
         * @throws DataException if the text is not as it should be
         */
        T read(Path file, InputStream text) throws IOException;
    }

    /**
     * What {@code reader} makes of the text.
     *
     * @throws IOException if it cannot be read; the message says why
     * @throws DataException by the reader
     */
    <T> T read(Reader<T> reader) throws IOException {
        try (InputStream file = Files.newInputStream(path);
                InputStream text = new GZIPInputStream(file, BUFFER)) {
            return reader.read(path, text);
        } catch (EOFException | ZipException e) {
            throw new IOException("is truncated or damaged gzip (" + e.getMessage() + ")", e);
        } catch (WrongContent e) {
            throw e;
        } catch (IOException e) {
            throw new IOException("cannot be read (" + e + ")", e);
        }
    }

    /**
     * The same of a text that must have a certain checksum.
     *
     * @param md5 of the text, hexadecimal
     * @throws IOException if it cannot be read or is another text; the message says why
     * @throws DataException by the reader, if the text is the right one
     */
    <T> T read(String md5, Reader<T> reader) throws IOException {
        return read((file, text) -> {
            DigestInputStream digested = new DigestInputStream(text, digest());
            T result;
            try {
                result = reader.read(file, digested);
            } catch (DataException fault) {
                requireRest(digested, md5);
                throw fault;
            }
            requireRest(digested, md5);
            return result;
        });
    }

    private static void requireRest(DigestInputStream text, String md5) throws IOException {
        text.transferTo(OutputStream.nullOutputStream());
        String found = HexFormat.of().formatHex(text.getMessageDigest().digest());
        if (!found.equals(md5)) {
            throw new WrongContent("has the MD5 " + found + " instead of " + md5);
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }

    private static final class WrongContent extends IOException {
        private WrongContent(String message) {
            super(message);
        }
    }
}
