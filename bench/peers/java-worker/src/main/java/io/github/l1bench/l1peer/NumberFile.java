package io.github.l1bench.l1peer;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of little-endian numbers, and nothing else in them. */
final class NumberFile {
    private static final int BLOCK_BYTES = 1 << 20;

    private NumberFile() {}

    /** {@code count} rows of {@code length} doubles. */
    static double[][] rows(Path file, int count, int length) throws IOException {
        double[][] rows = new double[count][length];
        try (Reader reader = new Reader(file)) {
            for (double[] row : rows) {
                for (int from = 0; from < length; ) {
                    int size = Math.min(length - from, reader.filled(Double.BYTES));
                    reader.block.asDoubleBuffer().get(row, from, size);
                    from += reader.used(size * Double.BYTES) / Double.BYTES;
                }
            }
        }
        return rows;
    }

    /** {@code count} integers. */
    static int[] ints(Path file, int count) throws IOException {
        int[] values = new int[count];
        try (Reader reader = new Reader(file)) {
            for (int from = 0; from < count; ) {
                int size = Math.min(count - from, reader.filled(Integer.BYTES));
                reader.block.asIntBuffer().get(values, from, size);
                from += reader.used(size * Integer.BYTES) / Integer.BYTES;
            }
        }
        return values;
    }

    /** {@code count} long integers. */
    static long[] longs(Path file, int count) throws IOException {
        long[] values = new long[count];
        try (Reader reader = new Reader(file)) {
            for (int from = 0; from < count; ) {
                int size = Math.min(count - from, reader.filled(Long.BYTES));
                reader.block.asLongBuffer().get(values, from, size);
                from += reader.used(size * Long.BYTES) / Long.BYTES;
            }
        }
        return values;
    }

    /** Writes rows of doubles, one after the other. */
    static void write(Path file, double[]... rows) throws IOException {
        int count = 0;
        for (double[] row : rows) {
            count += row.length;
        }
        ByteBuffer bytes = ByteBuffer.allocate(count * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (double[] row : rows) {
            for (double value : row) {
                bytes.putDouble(value);
            }
        }
        Files.write(file, bytes.array());
    }

    /** Reads a file block by block. */
    private static final class Reader implements AutoCloseable {
        private final Path file;
        private final FileChannel channel;
        private final ByteBuffer block = ByteBuffer.allocateDirect(BLOCK_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .limit(0);

        Reader(Path file) throws IOException {
            this.file = file;
            this.channel = FileChannel.open(file);
        }

        /** How many numbers of {@code bytes} bytes lie in the block, at least one. */
        int filled(int bytes) throws IOException {
            if (block.remaining() < bytes) {
                block.compact();
                while (block.position() < bytes) {
                    if (channel.read(block) < 0) {
                        throw new EOFException(file.getFileName() + " ends too early");
                    }
                }
                block.flip();
            }
            return block.remaining() / bytes;
        }

        int used(int bytes) {
            block.position(block.position() + bytes);
            return bytes;
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
