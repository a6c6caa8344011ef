package io.github.l1bench.exact;

import java.util.Arrays;

/**
 * What scores say about labels.
 *
 * @param mean (1/n) sum_i [ logsumexp_k(z_ik) - z_{i,y_i} ]
 * @param probabilities softmax of each row of scores, n rows of K
 */
record SoftmaxLoss(DoubleDouble mean, DoubleDouble[][] probabilities) {
    /**
     * @param scores n rows of K
     * @param labels n classes
     */
    static SoftmaxLoss of(DoubleDouble[][] scores, int[] labels) {
        DoubleDouble[][] probabilities = new DoubleDouble[labels.length][];
        DoubleDouble total = DoubleDouble.ZERO;
        for (int i = 0; i < labels.length; i++) {
            DoubleDouble largest =
                    Arrays.stream(scores[i]).reduce(DoubleDouble::max).orElseThrow();
            DoubleDouble[] powers = Arrays.stream(scores[i])
                    .map(z -> Exponential.of(z.minus(largest)))
                    .toArray(DoubleDouble[]::new);
            DoubleDouble sum = Arrays.stream(powers).reduce(DoubleDouble.ZERO, DoubleDouble::plus);
            probabilities[i] = Arrays.stream(powers).map(e -> e.dividedBy(sum)).toArray(DoubleDouble[]::new);
            total = total.plus(largest.minus(scores[i][labels[i]])).plus(Logarithm.of(sum));
        }
        return new SoftmaxLoss(total.dividedBy(labels.length), probabilities);
    }
}
