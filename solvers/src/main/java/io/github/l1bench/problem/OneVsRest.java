package io.github.l1bench.problem;

import java.util.stream.IntStream;

/**
 * Certifies answers to another problem than the suite's: each class against the rest, K two-class problems on the same
 * design. With t_i = 1 where y_i = k and -1 elsewhere, problem k is to minimise over w and a free intercept b
 *
 * <pre>
 *   P_k(w, b) = (1/n) sum_i log(1 + exp(-t_i (w' x_i + b))) + lambda ||w||_1.
 * </pre>
 *
 * What is certified is P = sum_k P_k. Each problem has variables of its own, so P* = sum_k P_k*, and gaps, lower bounds
 * and rounding add up; the KKT residual is the largest. Sums are rounded outwards.
 *
 * <p><b>Why {@link Certifier} serves.</b> Let M(V, c) be the multinomial objective of the two classes rest and k. Its loss
 * in row i is log(1 + exp(-t_i ((v_1 - v_0)' x_i + c_1 - c_0))), a function of w = v_1 - v_0 and b = c_1 - c_0 alone, so
 *
 * <pre>
 *   M(V, c) = P_k(w, b) + lambda (||v_0||_1 + ||v_1||_1 - ||v_1 - v_0||_1) &gt;= P_k(w, b)
 * </pre>
 *
 * by the triangle inequality, with equality for v_0 = -w/2, v_1 = w/2. Every V thus has a w that is no worse, and every w
 * a V that is as good: M* = P_k*, and M - M* at (-w/2, w/2) is P_k - P_k* at w. There the gradient in v_1 is that of P_k
 * in w, the one in v_0 its negative, and signs alike, so KKT residuals are the same too. Halving changes no double but the
 * last bit of a subnormal one, which rounding outwards covers.
 */
public final class OneVsRest {
    private final MultinomialProblem problem;

    /** @param problem whose design, classes and penalty are taken */
    public OneVsRest(MultinomialProblem problem) {
        this.problem = problem;
    }

    /**
     * The certificate of the sum. Costs that of two multinomial ones, and work arrays of four rows of n at a time.
     *
     * @param coefficients row k is w of class k against the rest, intercept k its b; not modified
     */
    public Certificate certify(Coefficients coefficients) {
        problem.requireShape(coefficients);
        Certificate sum = certify(coefficients, 0);
        for (int k = 1; k < problem.classes(); k++) {
            Certificate next = certify(coefficients, k);
            sum = new Certificate(
                    sum.primal() + next.primal(),
                    Math.nextDown(sum.dual() + next.dual()),
                    Math.nextUp(sum.gap() + next.gap()),
                    Math.nextUp(sum.rounding() + next.rounding()),
                    Math.max(sum.kkt(), next.kkt()));
        }
        // What the additions themselves may have taken from P.
        double additions = problem.classes() * Math.ulp(sum.primal());
        return new Certificate(
                sum.primal(),
                sum.dual(),
                Math.nextUp(sum.gap() + additions),
                Math.nextUp(sum.rounding() + additions),
                sum.kkt());
    }

    private Certificate certify(Coefficients coefficients, int k) {
        int[] labels =
                IntStream.of(problem.labels()).map(label -> label == k ? 1 : 0).toArray();
        MultinomialProblem twoClasses = new MultinomialProblem(problem.design(), labels, 2, problem.lambda());
        double[] w = coefficients.weights()[k];
        double b = coefficients.intercept()[k];
        return new Certifier(twoClasses).certify(new Coefficients(halves(w), new double[] {-b / 2, b / 2}));
    }

    private static double[][] halves(double[] w) {
        double[][] halves = new double[2][w.length];
        for (int j = 0; j < w.length; j++) {
            halves[0][j] = -w[j] / 2;
            halves[1][j] = w[j] / 2;
        }
        return halves;
    }
}
