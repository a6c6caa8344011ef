package io.github.l1bench.data;

import java.util.Arrays;
import org.ejml.data.DMatrixSparseCSC;

/**
 * Rows of which each value should be a grey level: they are kept as bytes, which takes a twelfth of the memory that {@link
 * SparseRows} need for a nonzero. From the first value on that is no whole number from 0 to 255 all are kept as nonzeros.
 */
public final class PixelRows implements GrowingRows {
    private static final int WHITE = 255;

    private GrowingRows rows;

    /** No rows yet, of {@code pixels} values. */
    public PixelRows(int pixels) {
        this.rows = new GreyRows(pixels);
    }

    /** Keeps all rows as nonzeros from now on, for rows of which most is not there to be read. */
    public void becomeSparse() {
        if (rows instanceof GreyRows grey) {
            rows = grey.nonzeros();
        }
    }

    @Override
    public void startRow(int label) {
        rows.startRow(label);
    }

    @Override
    public void add(int column, double value) {
        if (!(value >= 0 && value <= WHITE && value == (int) value)) {
            becomeSparse();
        }
        rows.add(column, value);
    }

    @Override
    public void relabel(int[] renumbered) {
        rows.relabel(renumbered);
    }

    @Override
    public int rows() {
        return rows.rows();
    }

    @Override
    public int columns() {
        return rows.columns();
    }

    @Override
    public int label(int row) {
        return rows.label(row);
    }

    @Override
    public DMatrixSparseCSC matrix(int[] chosen) {
        return rows.matrix(chosen);
    }

    @Override
    public void hash(int[] chosen, ContentHash hash) {
        rows.hash(chosen, hash);
    }

    private static final class GreyRows implements ByteRows, GrowingRows {
        private final int pixels;
        private byte[][] images = new byte[64][];
        private int[] labels = new int[64];
        private int count;

        private GreyRows(int pixels) {
            this.pixels = pixels;
        }

        @Override
        public void startRow(int label) {
            if (count == labels.length) {
                images = Arrays.copyOf(images, 2 * count);
                labels = Arrays.copyOf(labels, 2 * count);
            }
            images[count] = new byte[pixels];
            labels[count] = label;
            count++;
        }

        @Override
        public void add(int column, double value) {
            images[count - 1][column] = (byte) value;
        }

        @Override
        public void relabel(int[] renumbered) {
            Arrays.setAll(labels, i -> i < count ? renumbered[labels[i]] : 0);
        }

        private SparseRows nonzeros() {
            SparseRows nonzeros = new SparseRows(pixels);
            for (int i = 0; i < count; i++) {
                nonzeros.startRow(labels[i]);
                for (int j = 0; j < pixels; j++) {
                    nonzeros.add(j, images[i][j] & 0xff);
                }
                images[i] = null;
            }
            return nonzeros;
        }

        @Override
        public int rows() {
            return count;
        }

        @Override
        public int columns() {
            return pixels;
        }

        @Override
        public int label(int row) {
            return labels[row];
        }

        @Override
        public byte[] bytes(int row) {
            return images[row];
        }

        @Override
        public int offset(int row) {
            return 0;
        }
    }
}
