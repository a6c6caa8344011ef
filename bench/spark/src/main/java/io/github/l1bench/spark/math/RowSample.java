package io.github.l1bench.spark.math;

import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.problem.SparseDesign;
import io.github.l1bench.problem.Standardization;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.ejml.data.DMatrixSparseCSC;

/**
 * Some of the rows, brought to the driver: those with the smallest keys, of every class at least one. Keys are hashes of a
 * row's place, so that the sample is even, does not depend on who merges what, and needs no count beforehand.
 */
final class RowSample implements Addable<RowSample> {
    private static final long serialVersionUID = 1;

    /** One row by its nonzeros; nobody else has its key. */
    record SampleRow(long key, int label, int[] features, double[] values) implements Serializable {}

    private final int wanted;
    private final int classes;
    private List<SampleRow> rows = new ArrayList<>();

    private RowSample(int wanted, int classes) {
        this.wanted = wanted;
        this.classes = classes;
    }

    /** At most {@code wanted} rows of {@code block} whose keys are at most {@code limit}, and one of each class. */
    static RowSample of(Block block, int wanted, long limit) {
        int n = block.samples();
        long[] keys = new long[n];
        int[] first = new int[block.classes()];
        Arrays.fill(first, -1);
        for (int i = 0; i < n; i++) {
            keys[i] = key(block.number(), i);
            int k = block.label(i);
            first[k] = first[k] < 0 || keys[i] < keys[first[k]] ? i : first[k];
        }
        long[] sorted = keys.clone();
        Arrays.sort(sorted);
        long bound = n > wanted ? Math.min(limit, sorted[wanted - 1]) : limit;
        boolean[] chosen = new boolean[n];
        for (int i = 0; i < n; i++) {
            chosen[i] = keys[i] <= bound || first[block.label(i)] == i;
        }
        RowSample sample = new RowSample(wanted, block.classes());
        sample.collect(block, chosen, keys);
        sample.prune();
        return sample;
    }

    /** The limit of keys under which about {@code wanted} of {@code rows} rows lie. */
    static long limit(long wanted, long rows) {
        return wanted >= rows ? Long.MAX_VALUE : (long) ((double) wanted / rows * Long.MAX_VALUE);
    }

    // The finalizer of SplitMix64, a bijection; without its sign.
    private static long key(int block, int row) {
        long z = ((long) block << 24 | row) + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return (z ^ z >>> 31) >>> 1;
    }

    private void collect(Block block, boolean[] chosen, long[] keys) {
        int[] count = new int[block.samples()];
        for (int t = 0; t < block.start(block.features()); t++) {
            count[block.row(t)]++;
        }
        SampleRow[] made = new SampleRow[block.samples()];
        for (int i = 0; i < made.length; i++) {
            if (chosen[i]) {
                made[i] = new SampleRow(keys[i], block.label(i), new int[count[i]], new double[count[i]]);
                rows.add(made[i]);
            }
        }
        Arrays.fill(count, 0);
        for (int j = 0; j < block.features(); j++) {
            for (int t = block.start(j); t < block.start(j + 1); t++) {
                int i = block.row(t);
                if (chosen[i]) {
                    made[i].features[count[i]] = j;
                    made[i].values[count[i]++] = block.value(t);
                }
            }
        }
    }

    @Override
    public RowSample plus(RowSample other) {
        rows.addAll(other.rows);
        prune();
        return this;
    }

    private void prune() {
        rows.sort(Comparator.comparingLong(SampleRow::key));
        boolean[] seen = new boolean[classes];
        List<SampleRow> kept = new ArrayList<>();
        for (SampleRow row : rows) {
            if (kept.size() < wanted || !seen[row.label]) {
                kept.add(row);
                seen[row.label] = true;
            }
        }
        rows = kept;
    }

    /** The rows, by key. */
    List<SampleRow> rows() {
        return rows;
    }

    /** The problem of these rows under the standardisation of all; every class has to be among them. */
    static MultinomialProblem problem(
            List<SampleRow> rows, Standardization standardization, int classes, double lambda) {
        int p = standardization.features();
        int[] labels = new int[rows.size()];
        int[] starts = new int[p + 1];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = rows.get(i).label;
            for (int j : rows.get(i).features) {
                starts[j + 1]++;
            }
        }
        for (int j = 0; j < p; j++) {
            starts[j + 1] += starts[j];
        }
        DMatrixSparseCSC raw = new DMatrixSparseCSC(labels.length, p, starts[p]);
        System.arraycopy(starts, 0, raw.col_idx, 0, p + 1);
        raw.nz_length = starts[p];
        for (int i = 0; i < labels.length; i++) {
            SampleRow row = rows.get(i);
            for (int t = 0; t < row.features.length; t++) {
                int at = starts[row.features[t]]++;
                raw.nz_rows[at] = i;
                raw.nz_values[at] = row.values[t];
            }
        }
        raw.indicesSorted = true;
        return new MultinomialProblem(SparseDesign.takingOver(raw, standardization), labels, classes, lambda);
    }
}
