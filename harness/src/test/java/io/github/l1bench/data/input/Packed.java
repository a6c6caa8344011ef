package io.github.l1bench.data.input;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;

/** Packs content for tests. */
public final class Packed {
    // Small presets, which need little memory; what unpacks them does not know.
    private static final int SMALL_BLOCK = 1;
    private static final int SMALL_PRESET = 0;

    private Packed() {}

    private interface Packer {
        OutputStream around(OutputStream out) throws IOException;
    }

    private static byte[] packed(byte[] content, Packer packer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = packer.around(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static byte[] gzip(byte[] content) {
        return packed(content, GZIPOutputStream::new);
    }

    public static byte[] bzip2(byte[] content) {
        return packed(content, out -> new BZip2CompressorOutputStream(out, SMALL_BLOCK));
    }

    public static byte[] xz(byte[] content) {
        return packed(content, out -> new XZCompressorOutputStream(out, SMALL_PRESET));
    }

    /** An archive with {@code content} under each of {@code names}; a name that ends in a slash is a folder. */
    public static byte[] zip(byte[] content, String... names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (String name : names) {
                out.putNextEntry(new ZipEntry(name));
                out.write(name.endsWith("/") ? new byte[0] : content);
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** {@code content} packed in each way that is read. */
    public static List<byte[]> everyWay(byte[] content) {
        return List.of(gzip(content), bzip2(content), xz(content), zip(content, "data"));
    }

    /** {@code xz}, but claiming a dictionary of 1.5 GiB, the largest there is: a byte of the block's header, and the header's checksum. */
    public static byte[] withHugeDictionary(byte[] xz) {
        byte[] huge = xz.clone();
        int header = 12;
        int length = 4 * (huge[header] + 1);
        huge[header + 4] = 37;
        CRC32 crc = new CRC32();
        crc.update(huge, header, length - 4);
        ByteBuffer.wrap(huge).order(ByteOrder.LITTLE_ENDIAN).putInt(header + length - 4, (int) crc.getValue());
        return huge;
    }

    /** The beginning of a tar archive of one file. */
    public static byte[] tar(String name) {
        byte[] tar = new byte[1024];
        byte[] path = name.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(path, 0, tar, 0, path.length);
        System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 5);
        return tar;
    }
}
