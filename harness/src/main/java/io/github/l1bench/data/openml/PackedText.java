package io.github.l1bench.data.openml;

import io.github.l1bench.data.DataException;
import io.github.l1bench.data.input.UnpackedBytes;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A text that is stored as gzip.
 *
 * @param path of the file
 * @param name for messages
 */
record PackedText(Path path, String name) {
    /** Makes something of a text. */
    @FunctionalInterface
    interface Reader<T> {
        /**
         * Reads {@code text} as far as it needs.
         *
         * @throws DataException if the text is not as it should be
         */
        T read(InputStream text) throws IOException;
    }

    /**
     * What {@code reader} makes of the text.
     *
     * @throws IOException if it cannot be read; the message says which and why
     * @throws DataException by the reader
     */
    <T> T read(Reader<T> reader) throws IOException {
        try (InputStream file = Files.newInputStream(path);
                InputStream text = unpacked(file)) {
            return reader.read(text);
        } catch (Unusable e) {
            throw e;
        } catch (IOException e) {
            throw new Unusable(name + " cannot be read (" + e + ")", e);
        }
    }

    /**
     * The same of a text that must have a certain checksum.
     *
     * @param md5 of the text, hexadecimal
     * @throws IOException if it cannot be read or is another text; the message says which and why
     * @throws DataException or {@link IllegalArgumentException} by the reader, if the text is the right one
     */
    <T> T read(String md5, Reader<T> reader) throws IOException {
        return read(text -> {
            DigestInputStream digested = new DigestInputStream(text, digest());
            T result;
            try {
                result = reader.read(digested);
            } catch (DataException | IllegalArgumentException fault) {
                requireRest(digested, md5);
                throw fault;
            }
            requireRest(digested, md5);
            return result;
        });
    }

    private void requireRest(DigestInputStream text, String md5) throws IOException {
        text.transferTo(OutputStream.nullOutputStream());
        String found = HexFormat.of().formatHex(text.getMessageDigest().digest());
        if (!found.equals(md5)) {
            throw new Unusable(name + " has the MD5 " + found + " instead of " + md5, null);
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }

    private InputStream unpacked(InputStream file) throws IOException {
        try {
            return new Unpacked(new UnpackedBytes(name, Files.size(path), file));
        } catch (DataException e) {
            throw new Unusable(e.getMessage(), e);
        }
    }

    /** Tells damage of the file, which may be replaced, from what the reader says of the right text. */
    private static final class Unpacked extends FilterInputStream {
        private Unpacked(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            try {
                return super.read(bytes, from, length);
            } catch (DataException e) {
                throw new Unusable(e.getMessage(), e);
            }
        }
    }

    private static final class Unusable extends IOException {
        private Unusable(String message, Exception cause) {
            super(message, cause);
        }
    }
}
