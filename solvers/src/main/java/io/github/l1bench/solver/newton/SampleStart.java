package io.github.l1bench.solver.newton;

import io.github.l1bench.problem.MultinomialProblem;
import java.util.Arrays;

/**
 * A smaller problem whose solution is a good start: the same one on a sample of the rows, spread evenly, under the
 * standardisation of all rows. Every class is in it.
 */
final class SampleStart {
    /** Rows that are enough for sweeps. */
    static final int SAMPLES = 1000;
    // A sample that is not much smaller than the whole is not worth its own cost.
    private static final double MAX_SHARE = 0.5;

    private SampleStart() {}

    /** Whether {@code problem} has rows enough for a sample of {@code count}, and enough in each: few rows tell nothing of features that are rare. */
    static boolean pays(MultinomialProblem problem, int count) {
        return count <= MAX_SHARE * problem.samples() && !SparseColumns.suit(problem.design());
    }

    /** The problem on a sample of {@code count} rows, and one more for each class that is not in it. */
    static MultinomialProblem sample(MultinomialProblem problem, int count) {
        int[] rows = withEveryClass(RowOrder.spread(problem.samples()).first(count), problem);
        Arrays.sort(rows);
        int[] labels = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            labels[i] = problem.labels()[rows[i]];
        }
        return new MultinomialProblem(problem.design().sample(rows), labels, problem.classes(), problem.lambda());
    }

    private static int[] withEveryClass(int[] rows, MultinomialProblem problem) {
        boolean[] present = new boolean[problem.classes()];
        for (int i : rows) {
            present[problem.labels()[i]] = true;
        }
        int[] all = rows;
        for (int i = 0; i < problem.samples(); i++) {
            int label = problem.labels()[i];
            if (!present[label]) {
                present[label] = true;
                all = Arrays.copyOf(all, all.length + 1);
                all[all.length - 1] = i;
            }
        }
        return all;
    }
}
