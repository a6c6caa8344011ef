package io.github.l1bench.spark.math;

import java.util.List;

/**
 * How a solve ended.
 *
 * @param end why
 * @param rounds what each round found, the best last
 * @param gradient X'R / n of the round that came last, K rows of p; not to be modified
 */
public record Outcome(End end, List<Round> rounds, double[][] gradient) {
    /** Why a solve ends. */
    public enum End {
        /** The gap asked for is certified. */
        CERTIFIED("converged"),
        /** All rounds are used up. */
        ROUNDS("limit"),
        /** No step makes the objective smaller any more. */
        STALLED("stalled");

        private final String word;

        End(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /** The round whose coefficients are the result. */
    public Round best() {
        return rounds.get(rounds.size() - 1);
    }
}
