package io.github.l1bench.spark.math;

/**
 * The sums of one round over rows; P is the softmax at the point asked for, R = Y - P, and {@code off} means where k is
 * not the row's label. Matrices K x K are row by row. The off-label probabilities, as doubles, define P exactly: on the
 * label stands one minus their sum. {@link SumCertificate} says what each is for.
 */
final class Answer implements Addable<Answer> {
    private static final long serialVersionUID = 1;

    /** Scales s at which sum (1 - s r) log(1 - s r) is taken. */
    static final double[] GRID = {
        0,
        .25,
        .5,
        .7,
        .8,
        .9,
        .95,
        .98,
        .99,
        .995,
        .998,
        .999,
        .9995,
        .9999,
        .99997,
        .99999,
        .999997,
        .999999,
        .9999997,
        .9999999,
        .99999997,
        .99999999,
        .999999999,
        1
    };

    long samples;
    long correct;
    double loss;
    final double[] lossAt;
    /** X'R of raw values, K for each feature. */
    final double[] gradient;
    /** Sums of p (1 - p) times v (v - 2 center), K for each feature; none where it is not asked for. */
    final double[] diagonal;
    /** Column sums of R, and of r^2. */
    final double[] residual;

    final double[] squares;
    /** Column sums of p and of -p log p off the label. */
    final double[] offMass;

    final double[] offEntropy;
    /** For each class and scale s the sum of q log q, q = 1 - s r, over its own rows. */
    final double[] own;
    /** Sums of p_l p_k. */
    final double[] joint;
    /** Entry (l, k): the sum of p_l over the rows of class k. */
    final double[] confusion;
    /** The packed lower triangle of the curvature, pairs then intercepts, a sum over {@code curvatureRows} rows. */
    final double[] curvature;

    long curvatureRows;

    Answer(int features, int classes, int fractions, int curvatureSize, boolean hasDiagonal) {
        lossAt = new double[fractions];
        gradient = new double[features * classes];
        diagonal = new double[hasDiagonal ? features * classes : 0];
        residual = new double[classes];
        squares = new double[classes];
        offMass = new double[classes];
        offEntropy = new double[classes];
        own = new double[classes * GRID.length];
        joint = new double[classes * classes];
        confusion = new double[classes * classes];
        curvature = new double[curvatureSize];
    }

    @Override
    public Answer plus(Answer other) {
        samples += other.samples;
        correct += other.correct;
        curvatureRows += other.curvatureRows;
        loss += other.loss;
        add(lossAt, other.lossAt);
        add(gradient, other.gradient);
        add(diagonal, other.diagonal);
        add(residual, other.residual);
        add(squares, other.squares);
        add(offMass, other.offMass);
        add(offEntropy, other.offEntropy);
        add(own, other.own);
        add(joint, other.joint);
        add(confusion, other.confusion);
        add(curvature, other.curvature);
        return this;
    }

    /** About how many bytes it takes to send. */
    long bytes() {
        return 8L
                * (gradient.length
                        + diagonal.length
                        + curvature.length
                        + own.length
                        + joint.length
                        + confusion.length
                        + lossAt.length
                        + 4L * residual.length);
    }

    /** {@code sum += term}, element by element. */
    static void add(double[] sum, double[] term) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += term[i];
        }
    }
}
