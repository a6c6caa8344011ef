package io.github.l1bench.data.generated;

import io.github.l1bench.data.SparseRows;

/**
 * Answers to questions in one-hot encoding. The class is uniform; an answer is the one typical of class and question
 * with a given probability, and else any, the r-th with a probability as 1 / r. Rows depend on the seed and their own
 * number only.
 */
final class Questionnaire implements NumberedRows {
    private final int seed;
    private final double signal;
    private final int levels;
    private final int[][] typical;
    private final Discrete answers;

    Questionnaire(int seed, int questions, int levels, int classes, double signal) {
        this.seed = seed;
        this.signal = signal;
        this.levels = levels;
        RowRandom random = new RowRandom(seed, Long.MIN_VALUE);
        this.typical = new int[classes][questions];
        for (int[] row : typical) {
            for (int q = 0; q < questions; q++) {
                row[q] = random.below(levels);
            }
        }
        this.answers = new Discrete(levels, level -> 1.0 / (level + 1));
    }

    @Override
    public void write(long row, SparseRows out) {
        RowRandom random = new RowRandom(seed, row);
        int label = random.below(typical.length);
        out.startRow(label);
        for (int q = 0; q < typical[label].length; q++) {
            int answer = random.uniform() < signal ? typical[label][q] : answers.draw(random);
            out.add(q * levels + answer, 1);
        }
    }
}
