package io.github.l1bench.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much of a {@link Study} is done.
 *
 * @param seeds published runs, with seeds from 0
 * @param epochs after which the weights of a run are kept, ascending
 * @param penalties points of the regularisation path
 * @param smallestShare the smallest penalty of the path as a share of the experiment's
 * @param c values of C for L2-penalised models, ascending; empty for no such model
 */
public record StudyExtent(int seeds, List<Integer> epochs, int penalties, double smallestShare, List<Double> c) {
    /** All of it. */
    public static final StudyExtent FULL =
            new StudyExtent(24, List.of(1, 2, 5, 20, 100), 25, 0.05, List.of(0.001, 0.003, 0.01, 0.03, 0.1));

    /** What a check in passing can afford. */
    public static final StudyExtent QUICK = new StudyExtent(3, List.of(1, 2, 5, 20), 8, 0.25, List.of());

    /** What this leaves out of {@link #FULL}, in sentences. */
    List<String> leftOut(double lambda) {
        List<String> sentences = new ArrayList<>();
        if (seeds < FULL.seeds) {
            sentences.add(seeds + " seeds were run instead of " + FULL.seeds + ".");
        }
        if (last(epochs) < last(FULL.epochs)) {
            sentences.add("The run was followed for " + last(epochs) + " epochs instead of " + last(FULL.epochs) + ".");
        }
        if (penalties < FULL.penalties || smallestShare > FULL.smallestShare) {
            sentences.add("The path has " + penalties + " penalties down to " + (float) (smallestShare * lambda)
                    + " instead of " + FULL.penalties + " down to " + (float) (FULL.smallestShare * lambda) + ".");
        }
        if (c.isEmpty()) {
            sentences.add("No L2-penalised model was fitted.");
        }
        return List.copyOf(sentences);
    }

    private static int last(List<Integer> epochs) {
        return IntStream.range(0, epochs.size()).map(epochs::get).max().orElse(0);
    }
}
