package io.github.l1bench.spark;

import io.github.l1bench.spark.math.Block;
import io.github.l1bench.spark.math.BlockBuilder;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;

/** Turns the rows of one partition into blocks, a block at a time. */
final class RowBlocks implements Iterator<NamedBlock> {
    /** Room for the blocks of a partition: block b of partition q has the number q 2^16 + b. */
    static final int BLOCKS = 1 << 16;

    private final Columns columns;
    private final Iterator<Row> rows;
    private final NamedBlock.Names names = new NamedBlock.Names();
    private BlockBuilder builder;
    private int features = -1;
    private int next;
    private final int end;

    RowBlocks(int partition, Columns columns, Iterator<Row> rows) {
        this.columns = columns;
        this.rows = rows;
        this.next = Math.multiplyExact(partition, BLOCKS);
        this.end = next + BLOCKS;
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public NamedBlock next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (next == end) {
            throw new IllegalArgumentException("a partition has more than " + (long) BLOCKS * Block.ROWS
                    + " rows; cut the input into smaller files");
        }
        do {
            add(rows.next());
        } while (rows.hasNext() && builder.samples() < Block.ROWS);
        return new NamedBlock(builder.build(next++), names.takeAll());
    }

    private void add(Row row) {
        int label = names.place(label(row));
        if (columns.wide() && row.get(columns.features()[0]) instanceof SparseVector vector) {
            sized(vector.size()).add(label, vector.indices(), vector.values());
        } else {
            double[] values = values(row);
            sized(values.length).add(label, values);
        }
    }

    private BlockBuilder sized(int size) {
        if (builder == null) {
            features = size;
            builder = new BlockBuilder(size, Integer.MAX_VALUE);
        }
        if (size != features) {
            throw new IllegalArgumentException(
                    "a row has " + size + " features where others have " + features + "; all need the same");
        }
        return builder;
    }

    private String label(Row row) {
        Object label = row.get(columns.label());
        if (label == null || label instanceof Double d && d.isNaN()) {
            throw new IllegalArgumentException("a row has no label; every row needs one");
        }
        return label instanceof Number number && number.doubleValue() == number.longValue()
                ? Long.toString(number.longValue())
                : label.toString().strip();
    }

    private double[] values(Row row) {
        Object first = row.get(columns.features()[0]);
        if (columns.wide()) {
            if (first == null) {
                throw new IllegalArgumentException("a row has no features; every row needs them");
            }
            return first instanceof Vector vector ? vector.toArray() : numbers(row.getList(columns.features()[0]));
        }
        double[] values = new double[columns.features().length];
        for (int f = 0; f < values.length; f++) {
            values[f] = number(
                    row.get(columns.features()[f]), "column " + columns.names().get(f));
        }
        return values;
    }

    private static double[] numbers(List<?> list) {
        double[] values = new double[list.size()];
        for (int f = 0; f < values.length; f++) {
            values[f] = number(list.get(f), "feature " + f);
        }
        return values;
    }

    private static double number(Object value, String what) {
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        throw new IllegalArgumentException(what + " of a row is " + value + "; every value must be a finite number");
    }
}
