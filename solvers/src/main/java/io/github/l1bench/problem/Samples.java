package io.github.l1bench.problem;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** The last few samples that have been taken of a design. */
final class Samples {
    private static final int MOST = 3;

    private final Deque<Sample> kept = new ArrayDeque<>();

    synchronized Design of(Design whole, int[] samples) {
        for (Sample sample : kept) {
            if (Arrays.equals(sample.samples, samples)) {
                return sample.design;
            }
        }
        if (kept.size() == MOST) {
            kept.removeFirst();
        }
        Sample taken = new Sample(samples.clone(), whole.select(samples));
        kept.addLast(taken);
        return taken.design;
    }

    private record Sample(int[] samples, Design design) {}
}
