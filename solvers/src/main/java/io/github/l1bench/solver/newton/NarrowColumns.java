package io.github.l1bench.solver.newton;

import io.github.l1bench.kernel.Kernels;
import io.github.l1bench.kernel.Team;
import io.github.l1bench.problem.Design;
import java.util.BitSet;

/** {@link ByteColumns} until a column is asked for that is no bytes, from then on {@link DenseColumns}. */
final class NarrowColumns implements WorkingColumns {
    private final Design design;
    private final Team team;
    private final Rules rules;
    private final BitSet required = new BitSet();
    private ByteColumns bytes;
    private WorkingColumns columns;

    NarrowColumns(Design design, Team team, Rules rules, Kernels kernels) {
        this.design = design;
        this.team = team;
        this.rules = rules;
        this.bytes = new ByteColumns(design, team, rules, kernels);
        this.columns = bytes;
    }

    /** Whether all columns so far are bytes. */
    boolean areBytes() {
        return bytes != null;
    }

    @Override
    public RowOrder order() {
        return columns.order();
    }

    @Override
    public void require(int[] features) {
        for (int j : features) {
            required.set(j);
        }
        if (bytes == null) {
            columns.require(features);
        } else if (!bytes.encode(features)) {
            becomeFloats();
        }
    }

    private void becomeFloats() {
        columns = new DenseColumns(design, team, rules);
        while (columns.gramShare() < bytes.gramShare()) {
            columns.growGram();
        }
        columns.require(required.stream().toArray());
        bytes = null;
    }

    @Override
    public double mean(int j) {
        return columns.mean(j);
    }

    @Override
    public void setVector(double[] v, double[] minus) {
        columns.setVector(v, minus);
    }

    @Override
    public void dots(int[] features, int count, double[] out) {
        columns.dots(features, count, out);
    }

    @Override
    public void combine(int[] features, double[] factors, double[] out) {
        columns.combine(features, factors, out);
    }

    @Override
    public void rows(int[] features, int from, int to, double[][] out) {
        columns.rows(features, from, to, out);
    }

    @Override
    public double gramShare() {
        return columns.gramShare();
    }

    @Override
    public boolean growGram() {
        return columns.growGram();
    }

    @Override
    public void setWeights(double[] weights, int[] features) {
        columns.setWeights(weights, features);
    }

    @Override
    public int gramColumns() {
        return columns.gramColumns();
    }

    @Override
    public void gram(int[] rows, int[] features, int count, int member, double[][] out, double[] diagonal) {
        columns.gram(rows, features, count, member, out, diagonal);
    }

    @Override
    public Products productsOf(int a, int member) {
        return columns.productsOf(a, member);
    }
}
