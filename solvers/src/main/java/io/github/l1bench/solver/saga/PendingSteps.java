package io.github.l1bench.solver.saga;

/**
 * The steps since all weights were last up to date, as a weight needs them that has not been touched meanwhile: step t
 * takes w to soft(w - rate_t g, threshold), where g is the weight's entry of G, rate_t = gamma / seen_t and threshold =
 * gamma lambda. Rates never increase, for {@code seen} never falls.
 */
final class PendingSteps {
    private final double threshold;
    private final double[] rates;
    private final double[] sums;
    private int count;

    /** Room for {@code capacity} steps. */
    PendingSteps(int capacity, double threshold) {
        this.rates = new double[capacity];
        this.sums = new double[capacity + 1];
        this.threshold = threshold;
    }

    /** Appends a step. */
    void add(double rate) {
        rates[count] = rate;
        sums[count + 1] = sums[count] + rate;
        count++;
    }

    void clear() {
        count = 0;
    }

    boolean isFull() {
        return count == rates.length;
    }

    /** The number of steps, t = 0 to {@code count()} - 1. */
    int count() {
        return count;
    }

    /** gamma lambda. */
    double threshold() {
        return threshold;
    }

    /** rate_t. */
    double rate(int t) {
        return rates[t];
    }

    /** rate_from + ... + rate_{to - 1}. */
    double sum(int from, int to) {
        return sums[to] - sums[from];
    }

    /** Whether all steps from {@code from} on have one rate, as they do once every sample has been seen. */
    boolean isUniform(int from) {
        return rates[from] == rates[count - 1];
    }
}
