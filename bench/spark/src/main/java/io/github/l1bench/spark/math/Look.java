package io.github.l1bench.spark.math;

import java.util.Arrays;

/** One block's part of a round. */
final class Look {
    // Below this a probability is taken as zero: it would be no normal double.
    private static final double SMALLEST_LOG = -690;

    private final Block block;
    private final Question question;
    private final int classes;
    private final Answer answer;
    private final double[] probabilities;

    Look(Block block, Question question) {
        this.block = block;
        this.question = question;
        this.classes = block.classes();
        int size = CurvatureSums.size(question.pairs(), classes);
        this.answer =
                new Answer(block.features(), classes, question.fractions().length, size, question.center().length > 0);
        this.probabilities = new double[classes];
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
        gradient(scores);
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
                answer.offEntropy[k] -= p * log;
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

    private void gradient(double[] residuals) {
        double[] sums = new double[classes];
        for (int j = 0; j < block.features(); j++) {
            Arrays.fill(sums, 0);
            for (int t = block.start(j); t < block.start(j + 1); t++) {
                int at = block.row(t) * classes;
                double v = block.value(t);
                for (int k = 0; k < classes; k++) {
                    sums[k] += v * residuals[at + k];
                }
            }
            System.arraycopy(sums, 0, answer.gradient, j * classes, classes);
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
