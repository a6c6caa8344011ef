package io.github.l1bench.data.mnist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A file in the IDX format (LeCun, Cortes and Burges, The MNIST database): two zeros, the type of the values, the number
 * of dimensions, the length of each as four bytes, the most significant first, and then the values, the last index
 * running fastest. Here the values are unsigned bytes, and the first dimension counts the rows.
 *
 * @param lengths of the dimensions, each 1 or more
 * @param bytes that hold the values; do not modify
 * @param start where the values begin in {@code bytes}
 */
record IdxFile(int[] lengths, byte[] bytes, int start) {
    private static final int UNSIGNED_BYTES = 8;
    // of an array; some virtual machines allow a little less than the largest int
    private static final int MOST_VALUES = Integer.MAX_VALUE - 64;

    /**
     * Reads a file to its end.
     *
     * @param in its content, decompressed
     * @param dimensions that it is to have
     * @throws IllegalArgumentException if it is not as it should be; the message says what it is instead
     * @throws IOException if {@code in} cannot be read
     */
    static IdxFile read(InputStream in, int dimensions) throws IOException {
        int[] lengths = lengths(in.readNBytes(headerLength(dimensions)), dimensions);
        int count = count(lengths);
        // grows with what is there: a short file takes little memory, whatever its header says
        byte[] values = in.readNBytes(count);
        requireAll(values.length, count, in.read() >= 0);
        return new IdxFile(lengths, values, 0);
    }

    /** The same of a file that is in memory, which is kept. */
    static IdxFile of(byte[] file, int dimensions) {
        int start = headerLength(dimensions);
        int[] lengths = lengths(Arrays.copyOf(file, Math.min(file.length, start)), dimensions);
        int there = file.length - start;
        int count = count(lengths);
        requireAll(there, count, there > count);
        return new IdxFile(lengths, file, start);
    }

    private static int headerLength(int dimensions) {
        return Integer.BYTES * (1 + dimensions);
    }

    private static int[] lengths(byte[] header, int dimensions) {
        if (header.length < headerLength(dimensions)) {
            throw new IllegalArgumentException("is no IDX file, being too short for a header");
        }
        ByteBuffer buffer = ByteBuffer.wrap(header);
        int magic = buffer.getInt();
        int type = magic >> Byte.SIZE;
        if (type >> Byte.SIZE != 0) {
            throw new IllegalArgumentException("is no IDX file, which begins with two zeros");
        }
        if (type != UNSIGNED_BYTES) {
            throw new IllegalArgumentException(
                    "has values of type " + type + ", where only unsigned bytes, which are type 8, are read");
        }
        if ((magic & 0xff) != dimensions) {
            throw new IllegalArgumentException("is of dimension " + (magic & 0xff) + " instead of " + dimensions);
        }
        int[] lengths = new int[dimensions];
        buffer.asIntBuffer().get(lengths);
        return lengths;
    }

    private static int count(int[] lengths) {
        long count = 1;
        for (int length : lengths) {
            if (length < 1) {
                throw new IllegalArgumentException("has a dimension of length " + Integer.toUnsignedString(length)
                        + ", where 1 to " + Integer.MAX_VALUE + " is possible");
            }
            count *= length;
            if (count > MOST_VALUES) {
                throw new IllegalArgumentException(
                        "has a header that tells of more values than can be held, more than " + MOST_VALUES);
            }
        }
        return (int) count;
    }

    private static void requireAll(int there, int count, boolean more) {
        if (there < count || more) {
            throw new IllegalArgumentException(
                    "holds " + (more ? "more than " + count : there) + " values where its header tells of " + count);
        }
    }

    /** Length of the first dimension. */
    int rows() {
        return lengths[0];
    }

    /** Values in a row, the product of the lengths of all other dimensions. */
    int columns() {
        return (bytes.length - start) / rows();
    }

    /** Where a row begins in {@link #bytes}. */
    int offset(int row) {
        return start + row * columns();
    }

    /** The first value of a row, from 0 to 255. */
    int first(int row) {
        return bytes[offset(row)] & 0xff;
    }
}
