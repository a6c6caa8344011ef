package io.github.l1bench.data.download;

import io.github.l1bench.data.ContentHash;
import io.github.l1bench.data.DataException;
import io.github.l1bench.data.input.Packing;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A published file whose content is known in advance: anything else under its name is never used. It may be stored plain
 * or as gzip; size and hash are those of the plain content, since the gzip bytes differ between mirrors.
 *
 * @param name of the plain file; as gzip it is called {@code name.gz}
 * @param size of the plain content, bytes
 * @param sha256 of the plain content, hexadecimal
 */
public record CheckedFile(String name, int size, String sha256) {
    private static final int BUFFER = 1 << 16;

    /** Its name as gzip, which is also its name on the mirrors. */
    public String gzipName() {
        return name + ".gz";
    }

    /** Where it is in {@code folder}: the plain file if there is one, else the gzip file, there or not. */
    public Path in(Path folder) {
        Path plain = folder.resolve(name);
        return Files.exists(plain) ? plain : folder.resolve(gzipName());
    }

    /**
     * The plain content of the file in {@code folder}.
     *
     * @throws DataException if it is missing, unreadable, truncated or not the right one
     */
    public byte[] read(Path folder) {
        Path path = in(folder);
        try {
            return content(path);
        } catch (IOException e) {
            throw new DataException(
                    "the file " + path + " " + e.getMessage() + "; put the original " + name + " or " + gzipName()
                            + " there",
                    e);
        }
    }

    /**
     * The plain content of the file at {@code path}.
     *
     * @throws IOException if it cannot be read or is not the right one; the message says what it is instead
     */
    public byte[] content(Path path) throws IOException {
        byte[] content;
        try (InputStream file = Files.newInputStream(path);
                InputStream in = decompressed(file)) {
            // grows with what is there: a short file takes little memory, whatever it should be
            content = in.readNBytes(size);
            requireWholeAndNoMore(content, in);
        } catch (NoSuchFileException e) {
            throw new IOException("is missing", e);
        } catch (EOFException | ZipException e) {
            throw new IOException("is truncated or damaged gzip (" + e.getMessage() + ")", e);
        } catch (WrongContent e) {
            throw e;
        } catch (IOException e) {
            throw new IOException("cannot be read (" + e + ")", e);
        }
        String found = HexFormat.of().formatHex(ContentHash.digest().digest(content));
        if (!found.equals(sha256)) {
            throw new WrongContent("has the SHA-256 " + found + " instead of " + sha256);
        }
        return content;
    }

    private void requireWholeAndNoMore(byte[] content, InputStream in) throws IOException {
        if (content.length > 0 && content[0] == '<') {
            throw new WrongContent("is a web page instead of data");
        }
        if (content.length < size) {
            throw new WrongContent("is truncated: it holds " + content.length + " bytes instead of " + size);
        }
        if (in.read() >= 0) {
            throw new WrongContent("holds more than the expected " + size + " bytes");
        }
    }

    private static InputStream decompressed(InputStream file) throws IOException {
        BufferedInputStream in = new BufferedInputStream(file, BUFFER);
        return Packing.of(in) == Packing.GZIP ? new GZIPInputStream(in, BUFFER) : in;
    }

    private static final class WrongContent extends IOException {
        private WrongContent(String message) {
            super(message);
        }
    }
}
