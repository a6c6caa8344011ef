package io.github.l1bench.solver.newton;

import static io.github.l1bench.kernel.KernelChoice.KERNELS;

import io.github.l1bench.kernel.Vectors;
import io.github.l1bench.problem.Kkt;

/**
 * One proximal Newton step on the working weights and the intercept of one class, the others fixed: gradient, model,
 * direction, line search.
 */
final class ClassStep {
    private final State state;
    private final Reference reference;
    private final WorkingColumns columns;
    private LineSearch lineSearch;
    private final Rules rules;
    private final BlockModel[] models;
    private final double[] residual;
    private final double[] dz;
    private double kkt;
    private double columnsRead;
    private final int rounds;

    ClassStep(State state, Reference reference, WorkingColumns columns, Rules rules) {
        this.rules = rules;
        this.state = state;
        this.reference = reference;
        this.columns = columns;
        this.models = new BlockModel[state.classes()];
        for (int k = 0; k < models.length; k++) {
            models[k] = new BlockModel(rules.has(Rule.KEPT_MODELS));
        }
        this.rounds = rules.has(Rule.INNER_ROUNDS) ? InnerDescent.MAX_ROUNDS : 1;
        this.residual = new double[state.samples()];
        this.dz = new double[state.samples()];
    }

    /** The model of class k. */
    BlockModel model(int k) {
        return models[k];
    }

    /** Has all models made anew from the present weights. */
    void renewModels() {
        for (BlockModel model : models) {
            model.renew();
        }
    }

    /** The KKT residual before the step, over the working pairs of the class. */
    double kkt() {
        return kkt;
    }

    /** Inner products and combinations since the last call, in columns of n entries. */
    double takeColumnsRead() {
        double read = columnsRead;
        columnsRead = 0;
        return read;
    }

    /** Steps on the pairs (j, k) with j in {@code features}, of which the last is the column of ones. */
    void step(int k, int[] features) {
        int m = features.length;
        columnsRead += models[k].update(features, state, k, columns) + 2.0 * m;
        double[] g = gradient(k, features);
        double[] w = weights(k, features);
        kkt = violation(g, w);
        double[] target = w.clone();
        double promise = minimize(models[k], g, target);
        double[] d = new double[m];
        boolean moves = false;
        for (int a = 0; a < m; a++) {
            d[a] = target[a] - w[a];
            moves |= d[a] != 0;
        }
        if (!moves) {
            return;
        }
        columns.combine(features, d, dz);
        double slope = Vectors.dot(g, d, m) + penaltyChange(w, d, 1);
        lineSearch = lineSearch == null ? new LineSearch(state.samples()) : lineSearch;
        double t = lineSearch.search(state, k, dz, u -> penaltyChange(w, d, u), slope, promise);
        if (t > 0) {
            move(k, features, d, t == 1 ? target : along(w, d, t), t);
        }
        if (rules.has(Rule.NEW_AFTER_SHORT_STEP)) {
            models[k].afterStep(t < 1);
        }
        state.refreshAfter(k, lineSearch.moved());
    }

    // Of the model divided by its factor, which has the same minimum.
    private double minimize(BlockModel model, double[] g, double[] target) {
        double factor = model.factor();
        double[] slope = g.clone();
        Vectors.scale(1 / factor, slope, slope.length);
        return factor * InnerDescent.minimize(model.hessian(), slope, target, state.lambda() / factor, rounds);
    }

    private double[] weights(int k, int[] features) {
        double[] w = new double[features.length];
        for (int a = 0; a < w.length - 1; a++) {
            w[a] = state.weights()[k][features[a]];
        }
        return w;
    }

    private static double[] along(double[] w, double[] d, double t) {
        double[] result = new double[w.length];
        for (int a = 0; a < w.length; a++) {
            result[a] = w[a] + t * d[a];
        }
        return result;
    }

    // The gradient along the centred columns: that of the last look and the effect of what changed since.
    double[] gradient(int k, int[] features) {
        int n = state.samples();
        int last = features.length - 1;
        state.residual(k, residual);
        columns.setVector(residual, reference.residual(k));
        double[] g = new double[features.length];
        columns.dots(features, last, g);
        for (int a = 0; a < last; a++) {
            int j = features[a];
            g[a] = reference.gradient(k, j, columns.mean(j)) - g[a] / n;
        }
        g[last] = -KERNELS.sum(residual, n) / n;
        return g;
    }

    private double violation(double[] g, double[] w) {
        double worst = 0;
        for (int a = 0; a < g.length - 1; a++) {
            worst = Math.max(worst, Kkt.residual(w[a], g[a], state.lambda()));
        }
        return worst;
    }

    private double penaltyChange(double[] w, double[] d, double t) {
        double change = 0;
        for (int a = 0; a < w.length - 1; a++) {
            change += Math.abs(w[a] + t * d[a]) - Math.abs(w[a]);
        }
        return state.lambda() * change;
    }

    private void move(int k, int[] features, double[] d, double[] values, double t) {
        int last = features.length - 1;
        double shift = d[last];
        for (int a = 0; a < last; a++) {
            state.weights()[k][features[a]] = values[a];
            shift -= columns.mean(features[a]) * d[a];
        }
        state.intercept()[k] += t * shift;
    }
}
