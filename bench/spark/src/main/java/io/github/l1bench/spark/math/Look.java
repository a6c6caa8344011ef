package io.github.l1bench.spark.math;

import java.util.Arrays;

/** One block's part of a round. */
final class Look {
    // Below this a probability is taken as zero: it would be no normal double.
    private static final double SMALLEST_LOG = -690;
    // Values of a feature that are added at once: each sum is then read and written once for four of them.
    private static final int FOUR = 4;
    // Pairs of classes: their products are a megabyte for a block.
    private static final int TOGETHER = 64;

    private final Block block;
    private final Question question;
    private final int classes;
    private final Answer answer;
    private final double[] probabilities;
    private final double[] entropies;

    Look(Block block, Question question) {
        this.block = block;
        this.question = question;
        this.classes = block.classes();
        int size = CurvatureSums.size(question.pairs(), classes);
        this.answer = new Answer(
                block.features(),
                classes,
                question.fractions().length,
                size,
                question.center().length > 0,
                question.meets());
        this.probabilities = new double[classes];
        this.entropies = new double[classes];
    }

    Answer answer() {
        double[] scores = question.at().scores(block);
        if (question.fractions().length > 0) {
            fractions(scores, question.from().scores(block));
        }
        for (int i = 0; i < block.samples(); i++) {
            row(scores, i * classes, block.label(i));
        }
        answer.samples = block.samples();
        addColumns(scores, classes, answer.gradient, 0, classes);
        if (question.meets()) {
            meetings(scores);
        }
        if (question.center().length > 0) {
            diagonal(scores);
        }
        if (question.pairs().size() > 0) {
            new CurvatureSums(block, question, scores).into(answer);
        }
        return answer;
    }

    private void fractions(double[] scores, double[] before) {
        double[] z = new double[classes];
        for (int f = 0; f < question.fractions().length; f++) {
            double t = question.fractions()[f];
            double loss = 0;
            for (int i = 0; i < block.samples(); i++) {
                for (int k = 0; k < classes; k++) {
                    int at = i * classes + k;
                    z[k] = before[at] + t * (scores[at] - before[at]);
                }
                double largest = largest(z, 0);
                loss += largest - z[block.label(i)] + logSum(z, 0, largest);
            }
            answer.lossAt[f] = loss;
        }
    }

    private double largest(double[] z, int at) {
        double largest = z[at];
        for (int k = 1; k < classes; k++) {
            largest = Math.max(largest, z[at + k]);
        }
        return largest;
    }

    // log sum exp(z - largest), not negative.
    private double logSum(double[] z, int at, double largest) {
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            sum += Math.exp(z[at + k] - largest);
        }
        return Math.log(sum);
    }

    // Turns the scores of one row, from place `at`, into its residuals and adds up what depends on the row alone.
    private void row(double[] z, int at, int y) {
        double largest = largest(z, at);
        double logSum = logSum(z, at, largest);
        answer.loss += largest - z[at + y] + logSum;
        answer.correct += z[at + y] == largest ? 1 : 0;
        double rest = 0;
        for (int k = 0; k < classes; k++) {
            if (k != y) {
                double log = z[at + k] - largest - logSum;
                double p = log < SMALLEST_LOG ? 0 : Math.exp(log);
                probabilities[k] = p;
                rest += p;
                answer.offMass[k] += p;
                entropies[k] = -p * log;
                answer.offEntropy[k] += entropies[k];
                answer.residual[k] -= p;
                answer.squares[k] += p * p;
                z[at + k] = -p;
            }
        }
        probabilities[y] = Math.max(0, 1 - rest);
        z[at + y] = rest;
        answer.residual[y] += rest;
        answer.squares[y] += rest * rest;
        own(y, rest);
        products(y);
        if (question.meets()) {
            entropies[y] = Answer.entropyOf(probabilities[y]);
            entropies(y);
        }
    }

    private void own(int y, double rest) {
        for (int g = 0; g < Answer.GRID.length; g++) {
            double q = 1 - Answer.GRID[g] * rest;
            answer.own[y * Answer.GRID.length + g] += q > 0 ? q * Math.log(q) : 0;
        }
    }

    private void products(int y) {
        for (int l = 0; l < classes; l++) {
            double p = probabilities[l];
            answer.confusion[l * classes + y] += p;
            for (int k = 0; k < classes; k++) {
                answer.joint[l * classes + k] += p * probabilities[k];
            }
        }
    }

    private void entropies(int y) {
        for (int l = 0; l < classes; l++) {
            double p = probabilities[l];
            answer.ownJoint[l * classes + y] += p * probabilities[y];
            for (int k = 0; k < classes; k++) {
                answer.jointEntropy[l * classes + k] += p * entropies[k];
            }
        }
    }

    // X'(p_k o p_l), some pairs of classes at a time.
    private void meetings(double[] residuals) {
        int pairs = Answer.meetings(classes);
        for (int from = 0; from < pairs; from += TOGETHER) {
            int count = Math.min(TOGETHER, pairs - from);
            addColumns(products(residuals, from, count), count, answer.meeting, from, pairs);
        }
    }

    private double[] products(double[] residuals, int from, int count) {
        double[] products = new double[block.samples() * count];
        for (int i = 0; i < block.samples(); i++) {
            for (int k = 0; k < classes; k++) {
                probabilities[k] = (block.label(i) == k ? 1 : 0) - residuals[i * classes + k];
            }
            int pair = 0;
            for (int k = 1; k < classes; pair += k++) {
                int first = Math.max(0, from - pair);
                int end = Math.min(k, from + count - pair);
                for (int l = first; l < end; l++) {
                    products[i * count + pair + l - from] = probabilities[k] * probabilities[l];
                }
            }
        }
        return products;
    }

    // X'F for F with `width` numbers a row, to places `offset` and on of `stride` for each feature.
    private void addColumns(double[] f, int width, double[] sums, int offset, int stride) {
        double[] sum = new double[width];
        for (int j = 0; j < block.features(); j++) {
            Arrays.fill(sum, 0);
            int t = block.start(j);
            for (; t + FOUR <= block.start(j + 1); t += FOUR) {
                addFour(t, f, sum);
            }
            for (; t < block.start(j + 1); t++) {
                int row = block.row(t) * width;
                double v = block.value(t);
                for (int k = 0; k < width; k++) {
                    sum[k] += v * f[row + k];
                }
            }
            System.arraycopy(sum, 0, sums, j * stride + offset, width);
        }
    }

    private void addFour(int t, double[] f, double[] sum) {
        int width = sum.length;
        int r0 = block.row(t) * width;
        int r1 = block.row(t + 1) * width;
        int r2 = block.row(t + 2) * width;
        int r3 = block.row(t + 3) * width;
        double v0 = block.value(t);
        double v1 = block.value(t + 1);
        double v2 = block.value(t + 2);
        double v3 = block.value(t + 3);
        for (int k = 0; k < width; k++) {
            sum[k] += (v0 * f[r0 + k] + v1 * f[r1 + k]) + (v2 * f[r2 + k] + v3 * f[r3 + k]);
        }
    }

    // The square of v - center without center^2, which all rows have.
    private void diagonal(double[] residuals) {
        for (int j = 0; j < block.features(); j++) {
            double center = question.center()[j];
            for (int t = block.start(j); t < block.start(j + 1); t++) {
                int at = block.row(t) * classes;
                double square = block.value(t) * (block.value(t) - 2 * center);
                for (int k = 0; k < classes; k++) {
                    double p = Math.abs(residuals[at + k]);
                    answer.diagonal[j * classes + k] += square * p * (1 - p);
                }
            }
        }
    }
}
