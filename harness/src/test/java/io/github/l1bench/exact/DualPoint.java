package io.github.l1bench.exact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A feasible point of the dual problem, exactly feasible: q_ik in whole units of 2^-110, with
 *
 * <pre>
 *   q_ik >= 0,   sum_k q_ik = 1,   sum_i q_ik = sum_i y_ik,   |sum_i u_ij (q_ik - y_ik)| <= n penalty_j,
 * </pre>
 *
 * all of which is decided in whole numbers. By the inequality of Fenchel and Young, logsumexp(z) >= q'z - sum q log q for
 * any scores z, so that D = -(1/n) sum_ik q log q is a lower bound of every objective.
 */
final class DualPoint {
    private static final int BITS = 110;
    private static final BigInteger ONE = BigInteger.ONE.shiftLeft(BITS);
    // How far within its bounds the point is put at first, and how much farther at each new attempt.
    private static final double MARGIN = 0x1p-98;
    private static final double WIDER = 16;

    private final ScaledProblem problem;
    private final BigInteger[][] q;

    private DualPoint(ScaledProblem problem, BigInteger[][] q) {
        this.problem = problem;
        this.q = q;
    }

    /**
     * (1 - s) Y + s P with the largest s that is feasible, to the last digits.
     *
     * @param probabilities P, n rows of K, whose columns sum to those of Y as nearly as the arithmetic allows
     */
    static DualPoint of(ScaledProblem problem, DoubleDouble[][] probabilities) {
        DoubleDouble largest = largestShare(problem, problem.gradient(probabilities));
        for (double margin = MARGIN; margin < 1; margin *= WIDER) {
            DoubleDouble share = largest.minus(largest.times(margin));
            DualPoint point = new DualPoint(problem, rounded(problem, probabilities, share));
            point.balanceColumns();
            if (point.isFeasible()) {
                return point;
            }
        }
        throw new ArithmeticException("there is no feasible point on the way to the labels");
    }

    private static DoubleDouble largestShare(ScaledProblem problem, DoubleDouble[] gradient) {
        return IntStream.range(0, gradient.length)
                .filter(a -> problem.penalty(a).signum() > 0)
                .filter(a -> gradient[a].abs().exceeds(problem.penalty(a)))
                .mapToObj(a -> problem.penalty(a).dividedBy(gradient[a].abs()))
                .reduce(DoubleDouble.ONE, DoubleDouble::min);
    }

    // In whole units; the largest of a row takes what is missing to 1.
    private static BigInteger[][] rounded(ScaledProblem problem, DoubleDouble[][] probabilities, DoubleDouble share) {
        BigInteger[][] q = new BigInteger[problem.samples()][];
        for (int i = 0; i < q.length; i++) {
            DoubleDouble[] row =
                    Arrays.stream(probabilities[i]).map(share::times).toArray(DoubleDouble[]::new);
            int label = problem.labels()[i];
            row[label] = row[label].plus(DoubleDouble.ONE.minus(share));
            BigInteger[] units = Arrays.stream(row).map(DualPoint::units).toArray(BigInteger[]::new);
            int largest = indexOfLargest(units);
            units[largest] = units[largest].add(ONE).subtract(sum(Arrays.stream(units)));
            q[i] = units;
        }
        return q;
    }

    private static BigInteger units(DoubleDouble value) {
        return value.toBigDecimal().multiply(new BigDecimal(ONE)).toBigInteger();
    }

    private static int indexOfLargest(BigInteger[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .max(Comparator.comparing(k -> values[k]))
                .orElseThrow();
    }

    private static BigInteger sum(Stream<BigInteger> values) {
        return values.reduce(BigInteger.ZERO, BigInteger::add);
    }

    // Moves units within rows from classes that have too many to classes that have too few.
    private void balanceColumns() {
        BigInteger[] excess =
                IntStream.range(0, problem.classes()).mapToObj(this::excess).toArray(BigInteger[]::new);
        int from = indexOfLargest(excess);
        while (excess[from].signum() > 0) {
            int to =
                    indexOfLargest(Arrays.stream(excess).map(BigInteger::negate).toArray(BigInteger[]::new));
            int k = from;
            BigInteger[] row =
                    Arrays.stream(q).max(Comparator.comparing(r -> r[k])).orElseThrow();
            BigInteger moved = excess[from].min(excess[to].negate()).min(row[from]);
            row[from] = row[from].subtract(moved);
            row[to] = row[to].add(moved);
            excess[from] = excess[from].subtract(moved);
            excess[to] = excess[to].add(moved);
            from = indexOfLargest(excess);
        }
    }

    private BigInteger excess(int k) {
        BigInteger wanted = ONE.multiply(BigInteger.valueOf(problem.count(k)));
        return sum(Arrays.stream(q).map(row -> row[k])).subtract(wanted);
    }

    private boolean isFeasible() {
        boolean simplex = Arrays.stream(q)
                .allMatch(row -> Arrays.stream(row).allMatch(v -> v.signum() >= 0)
                        && sum(Arrays.stream(row)).equals(ONE));
        boolean columns =
                IntStream.range(0, problem.classes()).allMatch(k -> excess(k).signum() == 0);
        return simplex
                && columns
                && IntStream.range(0, problem.variables())
                        .filter(a -> problem.penalty(a).signum() > 0)
                        .allMatch(this::isWithinPenalty);
    }

    private boolean isWithinPenalty(int variable) {
        int k = variable / problem.width();
        int j = variable % problem.width();
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < q.length; i++) {
            BigInteger residual = problem.labels()[i] == k ? q[i][k].subtract(ONE) : q[i][k];
            sum = sum.add(problem.features()[i][j].toBigDecimal().multiply(new BigDecimal(residual)));
        }
        BigDecimal bound = problem.penalty(variable)
                .toBigDecimal()
                .multiply(new BigDecimal(ONE.multiply(BigInteger.valueOf(problem.samples()))));
        return sum.abs().compareTo(bound) <= 0;
    }

    /** D, a lower bound of P*; the sum is rounded, by less than 1e-29. */
    DoubleDouble objective() {
        DoubleDouble sum = Arrays.stream(q)
                .flatMap(Arrays::stream)
                .filter(units -> units.signum() > 0)
                .map(DualPoint::value)
                .map(v -> v.times(Logarithm.of(v)))
                .reduce(DoubleDouble.ZERO, DoubleDouble::plus);
        return sum.negated().dividedBy(problem.samples());
    }

    private static DoubleDouble value(BigInteger units) {
        double hi = units.doubleValue();
        double lo = new BigDecimal(units).subtract(new BigDecimal(hi)).doubleValue();
        return new DoubleDouble(hi, lo).scaled(-BITS);
    }
}
