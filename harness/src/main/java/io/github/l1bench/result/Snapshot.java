package io.github.l1bench.result;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The weights at one point of a trace, stored compactly: which are nonzero, exactly, and their values to one part in
 * 32767 of the largest.
 *
 * @param point index of the point in the cell's trace
 * @param passes of that point, by which a snapshot shows that it belongs to that trace
 * @param largest the largest absolute weight, for which the value 32767 stands
 * @param support one bit a weight, class by class: weight i = k p + j is nonzero where bit i % 8 of byte i / 8 is set
 * @param values of the nonzero weights in that order, two bytes each, the lower first
 */
public record Snapshot(int point, double passes, double largest, byte[] support, byte[] values) {
    private static final int FULL = 32767;

    /** The snapshot of {@code weights}, K rows of p; they are not modified. */
    public static Snapshot of(int point, double passes, double[][] weights) {
        int features = weights[0].length;
        BitSet support = new BitSet(weights.length * features);
        double largest = 0;
        for (int k = 0; k < weights.length; k++) {
            for (int j = 0; j < features; j++) {
                support.set(k * features + j, weights[k][j] != 0);
                largest = Math.max(largest, Math.abs(weights[k][j]));
            }
        }
        ByteBuffer values = ByteBuffer.allocate(2 * support.cardinality()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = support.nextSetBit(0); i >= 0; i = support.nextSetBit(i + 1)) {
            values.putShort(rounded(weights[i / features][i % features] / largest));
        }
        byte[] bits = Arrays.copyOf(support.toByteArray(), (weights.length * features + 7) / 8);
        return new Snapshot(point, passes, largest, bits, values.array());
    }

    // A weight that is not zero stays so.
    private static short rounded(double share) {
        long value = Math.round(FULL * share);
        return (short) (value == 0 ? Math.signum(share) : value);
    }

    /** Whether this can be the weights of a problem with that many classes and features. */
    public boolean fits(int classes, int features) {
        int nonzeros = BitSet.valueOf(support).cardinality();
        return support.length == (classes * features + 7) / 8
                && BitSet.valueOf(support).length() <= classes * features
                && values.length == 2 * nonzeros;
    }

    /** The weights, {@code classes} rows of {@code features}. */
    public double[][] weights(int classes, int features) {
        double[][] weights = new double[classes][features];
        BitSet nonzero = BitSet.valueOf(support);
        ByteBuffer next = ByteBuffer.wrap(values).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = nonzero.nextSetBit(0); i >= 0; i = nonzero.nextSetBit(i + 1)) {
            weights[i / features][i % features] = largest * next.getShort() / FULL;
        }
        return weights;
    }
}
