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

    /** The same, which began {@code seconds} after its rounds were counted from. */
    public Outcome after(double seconds) {
        List<Round> later = rounds.stream()
                .map(round -> round.after(round.number(), round.seconds() - seconds))
                .toList();
        return new Outcome(end, later, gradient);
    }

    /** The round whose coefficients are the result. */
    public Round best() {
        return rounds.get(rounds.size() - 1);
    }
}
