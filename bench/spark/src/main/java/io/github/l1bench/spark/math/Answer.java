package io.github.l1bench.spark.math;

/**
 * The sums of one round over rows; P is the softmax at the point asked for, R = Y - P, and {@code off} means where k is
 * not the row's label, h(q) = -q log q. Matrices K x K are row by row. The off-label probabilities, as doubles, define P exactly: on the
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
    /** Entry (l, k): the sum of p_l p_k over the rows of class k, and of p_l h(p_k) over all; for a {@link NewtonMove}. */
    final double[] ownJoint;

    final double[] jointEntropy;
    /** X'(p_k o p_l) of raw values, {@link #meetings} for each feature, l < k; none where it is not asked for. */
    final double[] meeting;
    /** The packed lower triangle of the curvature, pairs then intercepts, a sum over {@code curvatureRows} rows. */
    final double[] curvature;

    long curvatureRows;

    Answer(int features, int classes, int fractions, int curvatureSize, boolean hasDiagonal, boolean meets) {
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
        ownJoint = new double[meets ? classes * classes : 0];
        jointEntropy = new double[ownJoint.length];
        meeting = new double[meets ? features * meetings(classes) : 0];
        curvature = new double[curvatureSize];
    }

    /** Pairs of classes. */
    static int meetings(int classes) {
        return classes * (classes - 1) / 2;
    }

    /** The sum of h(s p_k) off the label. */
    double offEntropy(int k, double s) {
        return s * (offEntropy[k] - Math.log(s) * offMass[k]);
    }

    /** The sum of h(1 - s r) over the rows of class k, from below: q log q is convex in s, and below a chord. */
    double onEntropy(int k, double s) {
        int g = 0;
        while (g + 2 < GRID.length && GRID[g + 1] <= s) {
            g++;
        }
        double t = (s - GRID[g]) / (GRID[g + 1] - GRID[g]);
        int at = k * GRID.length + g;
        return -(1 - t) * own[at] - t * own[at + 1];
    }

    /** h(q) = -q log q. */
    static double entropyOf(double q) {
        return q > 0 ? -q * Math.log(q) : 0;
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
        add(ownJoint, other.ownJoint);
        add(jointEntropy, other.jointEntropy);
        add(meeting, other.meeting);
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
                        + ownJoint.length
                        + jointEntropy.length
                        + meeting.length
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
