package io.github.l1bench.figure;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/**
 * Images as PNG files (ISO/IEC 15948). Rows are not filtered: the even areas of charts are smaller without, and trying
 * filters out is what ImageIO spends most of its time on.
 */
final class Png {
    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final double METRES_PER_INCH = 0.0254;

    private Png() {}

    /** Writes {@code image}, of type {@link BufferedImage#TYPE_INT_RGB}, to {@code out}, which stays open. */
    static void write(BufferedImage image, int dotsPerInch, OutputStream out) throws IOException {
        DataOutputStream file = new DataOutputStream(out);
        file.writeLong(SIGNATURE);
        // Eight bits of red, green and blue; deflated, not interlaced.
        byte[] colours = {8, 2, 0, 0, 0};
        chunk(
                file,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(image.getWidth())
                        .putInt(image.getHeight())
                        .put(colours));
        int dotsPerMetre = (int) Math.round(dotsPerInch / METRES_PER_INCH);
        byte metre = 1;
        chunk(
                file,
                "pHYs",
                ByteBuffer.allocate(9).putInt(dotsPerMetre).putInt(dotsPerMetre).put(metre));
        chunk(file, "IDAT", ByteBuffer.wrap(deflated(image)));
        chunk(file, "IEND", ByteBuffer.allocate(0));
    }

    private static byte[] deflated(BufferedImage image) throws IOException {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] row = new byte[1 + 3 * image.getWidth()];
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(content)) {
            for (int start = 0; start < pixels.length; start += image.getWidth()) {
                for (int x = 0; x < image.getWidth(); x++) {
                    int pixel = pixels[start + x];
                    row[3 * x + 1] = (byte) (pixel >> 16);
                    row[3 * x + 2] = (byte) (pixel >> 8);
                    row[3 * x + 3] = (byte) pixel;
                }
                deflater.write(row);
            }
        }
        return content.toByteArray();
    }

    private static void chunk(DataOutputStream file, String type, ByteBuffer content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(content.array());
        file.writeInt(content.capacity());
        file.write(name);
        file.write(content.array());
        file.writeInt((int) check.getValue());
    }
}
