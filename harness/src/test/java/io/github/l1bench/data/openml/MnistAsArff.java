package io.github.l1bench.data.openml;

import io.github.l1bench.MnistFiles;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The images of MNIST as OpenML has them: the training images, then the test images, pixels before the class. */
final class MnistAsArff {
    private static final int PIXELS = 784;
    private static final int LONGEST_ROW = 4 * (PIXELS + 1);

    private final byte[] trainImages = content("train-images-idx3-ubyte", 16);
    private final byte[] trainLabels = content("train-labels-idx1-ubyte", 8);
    private final byte[] testImages = content("t10k-images-idx3-ubyte", 16);
    private final byte[] testLabels = content("t10k-labels-idx1-ubyte", 8);

    MnistAsArff() throws IOException {}

    private static byte[] content(String name, int header) throws IOException {
        Path folder = MnistFiles.folder();
        Path packed = folder.resolve(name + ".gz");
        try (DataInputStream in = new DataInputStream(
                Files.exists(packed)
                        ? new GZIPInputStream(Files.newInputStream(packed), 1 << 16)
                        : Files.newInputStream(folder.resolve(name)))) {
            in.skipNBytes(header);
            return in.readAllBytes();
        }
    }

    /** Writes the file. */
    void writeTo(OutputStream out) throws IOException {
        StringBuilder header = new StringBuilder("% MNIST\n@RELATION mnist_784\n\n");
        for (int j = 1; j <= PIXELS; j++) {
            header.append("@ATTRIBUTE pixel").append(j).append(" real\n");
        }
        header.append("@ATTRIBUTE class {0,1,2,3,4,5,6,7,8,9}\n\n@DATA\n");
        out.write(header.toString().getBytes(StandardCharsets.US_ASCII));
        writeRows(trainImages, trainLabels, out);
        writeRows(testImages, testLabels, out);
    }

    private static void writeRows(byte[] images, byte[] labels, OutputStream out) throws IOException {
        ByteBuffer rows = ByteBuffer.allocate(64 * LONGEST_ROW);
        for (int i = 0; i < labels.length; i++) {
            for (int j = 0; j < PIXELS; j++) {
                write(images[i * PIXELS + j] & 0xff, rows);
                rows.put((byte) ',');
            }
            write(labels[i], rows);
            rows.put((byte) '\n');
            if (rows.remaining() < LONGEST_ROW || i + 1 == labels.length) {
                out.write(rows.array(), 0, rows.position());
                rows.clear();
            }
        }
    }

    private static void write(int value, ByteBuffer out) {
        if (value >= 100) {
            out.put((byte) ('0' + value / 100));
        }
        if (value >= 10) {
            out.put((byte) ('0' + value / 10 % 10));
        }
        out.put((byte) ('0' + value % 10));
    }
}
