package io.github.l1bench.spark.math;

/** Every so many rows, counted through all blocks as if each were full. */
final class Strides {
    private Strides() {}

    /** The first row of {@code block} whose number is {@code offset} modulo {@code stride}; it may lie beyond the block. */
    static int first(Block block, int stride, int offset) {
        return (int) Math.floorMod(offset - (long) block.number() * Block.ROWS, (long) stride);
    }

    /** How many rows of {@code block} that makes. */
    static int count(Block block, int stride, int offset) {
        int first = first(block, stride, offset);
        return first >= block.samples() ? 0 : (block.samples() - first + stride - 1) / stride;
    }
}
