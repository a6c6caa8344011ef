package io.github.l1bench.problem;

import io.github.l1bench.kernel.Softmax;
import java.util.Arrays;
import java.util.function.DoubleConsumer;

/** One problem: a design, labels and a penalty, in the convention of this package. Immutable. */
public final class MultinomialProblem {
    private final Design design;
    private final int[] labels;
    private final int[] classCounts;
    private final double lambda;
    private final Lazy<Steepest> steepest;

    /**
     * @param design X, n x p
     * @param labels n classes, each 0 to {@code classes} - 1; copied
     * @param classes K, at least 2, each with at least one sample
     * @param lambda the penalty, positive and finite
     * @throws IllegalArgumentException if any of this does not hold
     */
    public MultinomialProblem(Design design, int[] labels, int classes, double lambda) {
        if (labels.length != design.rows()) {
            throw new IllegalArgumentException("there are " + design.rows() + " samples but " + labels.length
                    + " labels; give one label a sample");
        }
        requirePenalty(lambda);
        this.design = design;
        this.labels = labels.clone();
        this.classCounts = count(labels, classes);
        this.lambda = lambda;
        this.steepest = new Lazy<>(this::steepestAtZero);
    }

    private MultinomialProblem(MultinomialProblem other, Design design, double lambda) {
        requirePenalty(lambda);
        this.design = design;
        this.labels = other.labels;
        this.classCounts = other.classCounts;
        this.lambda = lambda;
        this.steepest = other.steepest;
    }

    private static void requirePenalty(double lambda) {
        if (!(lambda > 0) || Double.isInfinite(lambda)) {
            throw new IllegalArgumentException("lambda is " + lambda + "; it must be a positive number");
        }
    }

    private static int[] count(int[] labels, int classes) {
        if (classes < 2) {
            throw new IllegalArgumentException(
                    "there is only one class; a classifier needs samples of at least two classes");
        }
        int[] counts = new int[classes];
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes) {
                throw new IllegalArgumentException("sample " + i + " has label " + labels[i]
                        + ", outside the declared classes 0 to " + (classes - 1));
            }
            counts[labels[i]]++;
        }
        for (int k = 0; k < classes; k++) {
            if (counts[k] == 0) {
                throw new IllegalArgumentException("class " + k
                        + " has no training sample, so its intercept has no finite optimum; use more training rows or"
                        + " leave that class out");
            }
        }
        return counts;
    }

    /** The same design and labels under another penalty; shares their layouts and the value of lambda max. */
    public MultinomialProblem withLambda(double other) {
        return new MultinomialProblem(this, design, other);
    }

    /**
     * The same problem to whoever counts work: every product with its design, and with what is selected of it, is
     * reported to {@code meter}, in passes. What is computed once and kept, lambda max, is not.
     */
    public MultinomialProblem metered(DoubleConsumer meter) {
        return new MultinomialProblem(this, new MeteredDesign(design, samples(), classes(), meter), lambda);
    }

    /** X, n x p. */
    public Design design() {
        return design;
    }

    /** n classes, 0 to K - 1. Do not modify. */
    public int[] labels() {
        return labels;
    }

    /** Number of samples n. */
    public int samples() {
        return design.rows();
    }

    /** Number of features p. */
    public int features() {
        return design.columns();
    }

    /** Number of classes K. */
    public int classes() {
        return classCounts.length;
    }

    /** Samples of class k. */
    public int classCount(int k) {
        return classCounts[k];
    }

    /** The penalty. */
    public double lambda() {
        return lambda;
    }

    /**
     * The smallest penalty at which W = 0: max_jk |X' (Y - 1 ybar')|_jk / n, with ybar the class frequencies. Computed
     * on first demand, one gradient.
     */
    public double lambdaMax() {
        return steepest.get().slope;
    }

    /**
     * Whether lambda max is no larger than what rounding makes of 0 in the feature that it is of, as it is where every
     * feature is constant. Errors of a sum of n terms are taken to add up as sqrt(n), four times over.
     */
    public boolean isLambdaMaxRounding() {
        int j = steepest.get().feature;
        double[] column = new double[samples()];
        design.column(j, column);
        double size = Arrays.stream(column).map(Math::abs).average().orElse(0) + Math.abs(design.shift()[j]);
        return lambdaMax() <= 4 * Math.sqrt(samples()) * Math.ulp(1.0) * size;
    }

    /** The largest absolute slope of the loss at W = 0, and the feature that has it. */
    private record Steepest(double slope, int feature) {}

    private Steepest steepestAtZero() {
        double[][] residuals = new double[classes()][samples()];
        for (int k = 0; k < classes(); k++) {
            for (int i = 0; i < samples(); i++) {
                residuals[k][i] = (labels[i] == k ? 1 : 0) - (double) classCounts[k] / samples();
            }
        }
        double[][] gradient = new double[classes()][features()];
        design.products(classes()).gradient(residuals, gradient);
        Steepest steepest = new Steepest(0, 0);
        for (double[] ofClass : gradient) {
            for (int j = 0; j < features(); j++) {
                double slope = Math.abs(ofClass[j]);
                steepest = slope > steepest.slope ? new Steepest(slope, j) : steepest;
            }
        }
        return steepest;
    }

    static double maxAbs(double[][] rows) {
        double max = 0;
        for (double[] row : rows) {
            for (double v : row) {
                max = Math.max(max, Math.abs(v));
            }
        }
        return max;
    }

    /** W = 0 and b = log class frequencies, centred: the optimum at and above lambda max, and the usual start. */
    public Coefficients nullModel() {
        double[] intercept = new double[classes()];
        for (int k = 0; k < classes(); k++) {
            intercept[k] = Math.log((double) classCounts[k] / samples());
        }
        return new Coefficients(new double[classes()][features()], intercept).withCenteredIntercept();
    }

    /** P(W, b). Half a pass. */
    public double objective(Coefficients coefficients) {
        requireShape(coefficients);
        double[][] scores = new double[classes()][samples()];
        design.products(classes()).scores(coefficients.weights(), coefficients.intercept(), scores);
        Softmax softmax = new Softmax(classes(), samples());
        softmax.set(scores);
        return softmax.meanLoss(scores, labels) + lambda * coefficients.l1Norm();
    }

    /**
     * D of the dual point that W = 0 yields, Q = (1 - s) Y + s 1 ybar' with s = min(1, lambda / lambda max): a lower
     * bound of P* that needs no scores. Rounding is taken off.
     */
    double nullModelDual() {
        RoundingErrors errors = new RoundingErrors(classes(), samples());
        double magnitude = Arrays.stream(design.magnitudes()).max().orElseThrow();
        double largest = lambdaMax() + errors.ofGradient(magnitude, Math.sqrt(samples()));
        double s = largest <= lambda ? 1 : lambda / largest * (1 - 4 * RoundingErrors.UNIT);
        double total = 0;
        for (int c = 0; c < classes(); c++) {
            double ofClass = 0;
            for (int l = 0; l < classes(); l++) {
                double q = s * classCounts[l] / samples() + (l == c ? 1 - s : 0);
                ofClass -= q > 0 ? q * Math.log(q) : 0;
            }
            total += ofClass * classCounts[c] / samples();
        }
        return Math.max(0, total - RoundingErrors.gamma(2 * classes() + 12.0) * (total + 1));
    }

    void requireShape(Coefficients coefficients) {
        if (coefficients.classes() != classes() || coefficients.features() != features()) {
            throw new IllegalArgumentException("coefficients of " + coefficients.features() + " features and "
                    + coefficients.classes() + " classes do not fit a problem of " + features() + " and " + classes());
        }
    }
}
