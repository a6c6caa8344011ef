package io.github.l1bench.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The four files of MNIST (LeCun, Cortes and Burges), in the IDX format: a header of 16 bytes before the images and of
 * 8 before the labels, then one unsigned byte a value. The hash is that of the decompressed content, since the gzip
 * bytes differ between mirrors.
 */
enum MnistFile {
    TRAIN_IMAGES(
            "train-images-idx3-ubyte",
            16 + 60_000 * MnistFile.PIXELS,
            "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
    TRAIN_LABELS(
            "train-labels-idx1-ubyte", 8 + 60_000, "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
    TEST_IMAGES(
            "t10k-images-idx3-ubyte",
            16 + 10_000 * MnistFile.PIXELS,
            "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
    TEST_LABELS(
            "t10k-labels-idx1-ubyte", 8 + 10_000, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");

    static final int PIXELS = 28 * 28;

    private static final int GZIP_MAGIC = 0x1f8b;

    private final String plainName;
    private final int size;
    private final String sha256;

    MnistFile(String plainName, int size, String sha256) {
        this.plainName = plainName;
        this.size = size;
        this.sha256 = sha256;
    }

    /** The name of the decompressed file. */
    String plainName() {
        return plainName;
    }

    /** The name under which mirrors serve it. */
    String gzipName() {
        return plainName + ".gz";
    }

    /** Bytes before the first value. */
    int headerSize() {
        return this == TRAIN_IMAGES || this == TEST_IMAGES ? 16 : 8;
    }

    /**
     * The content of the file at {@code path}, gzip or plain, header included, if it is the right one.
     *
     * @throws DataException if the file is missing, unreadable, truncated or not the right one
     */
    byte[] read(Path path) {
        byte[] content = new byte[size];
        try (InputStream file = Files.newInputStream(path);
                InputStream in = decompressed(file)) {
            int length = in.readNBytes(content, 0, size);
            if (length < size) {
                throw wrong(path, "is truncated: it holds " + length + " bytes instead of " + size);
            }
            if (in.read() >= 0) {
                throw wrong(path, "holds more than the expected " + size + " bytes");
            }
        } catch (NoSuchFileException e) {
            throw wrong(path, "is missing");
        } catch (EOFException | ZipException e) {
            throw wrong(path, "is truncated or damaged gzip (" + e.getMessage() + ")");
        } catch (IOException e) {
            throw wrong(path, "cannot be read (" + e + ")");
        }
        String found = HexFormat.of().formatHex(ContentHash.digest().digest(content));
        if (!MessageDigest.isEqual(found.getBytes(), sha256.getBytes())) {
            throw wrong(path, "has the SHA-256 " + found + " instead of " + sha256);
        }
        return content;
    }

    private static InputStream decompressed(InputStream file) throws IOException {
        BufferedInputStream in = new BufferedInputStream(file, 1 << 16);
        in.mark(2);
        int magic = in.read() << 8 | in.read();
        in.reset();
        return magic == GZIP_MAGIC ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private DataException wrong(Path path, String what) {
        return new DataException("the MNIST file " + path + " " + what + "; put the original " + plainName + " or "
                + gzipName() + " there");
    }
}
