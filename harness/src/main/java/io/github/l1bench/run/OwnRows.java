package io.github.l1bench.run;

import io.github.l1bench.result.RunResult;

/**
 * Which of JMH's rows are about the problem of a run, so that they stand beside its results.
 *
 * @param run the run in whose folder they lie
 */
public record OwnRows(RunResult run) {
    /**
     * Whether {@code row} is of the run's data: by their hash where it is known, by their name otherwise, and where it says
     * itself that it is foreign. One that names none is.
     */
    public boolean isOfData(JmhRow row) {
        String hash = row.notes().dataSha256();
        if (hash != null && !row.isForeign()) {
            return hash.equals(run.data().sha256());
        }
        String name = row.params().getOrDefault("data", "auto");
        return name.equals("auto") || name.equals(run.data().name());
    }

    /** Whether {@code row} is of the run's data and penalty; one that names none is. */
    public boolean isOfProblem(JmhRow row) {
        return isOfData(row) && isLambda(row.params().getOrDefault("lambda", Double.toString(run.lambda())));
    }

    private boolean isLambda(String text) {
        try {
            return Double.parseDouble(text) == run.lambda();
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
