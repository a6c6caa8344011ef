package io.github.l1bench.spark;

import io.github.l1bench.data.generated.DigitPainter;
import io.github.l1bench.spark.math.Block;
import io.github.l1bench.spark.math.BlockBuilder;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/** The procedural digits, drawn where they are needed: row i of any number of rows is the same picture. */
final class DrawnDigits {
    /** Pixels across, and up. */
    static final int SIDE = 28;

    private static final int PIXELS = SIDE * SIDE;
    private static final List<String> NAMES =
            IntStream.range(0, 10).mapToObj(Integer::toString).toList();

    private DrawnDigits() {}

    /**
     * As many rows.
     *
     * @throws IllegalArgumentException in one sentence, if {@code rows} is no count
     */
    static SparkRows rows(JavaSparkContext context, String rows) {
        if (!rows.matches("[1-9][0-9]{0,9}")) {
            throw new IllegalArgumentException("--input is " + rows + "; for drawn digits give the number of rows");
        }
        long count = Long.parseLong(rows);
        int blocks = Math.toIntExact((count + Block.ROWS - 1) / Block.ROWS);
        int slots = Math.min(blocks, 4 * context.defaultParallelism());
        List<Integer> numbers = IntStream.range(0, blocks).boxed().toList();
        JavaRDD<NamedBlock> drawn = context.parallelize(numbers, slots).map(number -> block(number, count));
        return SparkRows.of(context, drawn, 1);
    }

    private static NamedBlock block(int number, long rows) {
        DigitPainter painter = new DigitPainter();
        BlockBuilder builder = new BlockBuilder(PIXELS, NAMES.size());
        byte[] picture = new byte[PIXELS];
        double[] values = new double[PIXELS];
        long first = (long) number * Block.ROWS;
        for (long row = first; row < Math.min(rows, first + Block.ROWS); row++) {
            int digit = painter.paint(0, row, picture);
            for (int j = 0; j < PIXELS; j++) {
                values[j] = picture[j] & 0xff;
            }
            builder.add(digit, values);
        }
        return new NamedBlock(builder.build(number), NAMES);
    }
}
