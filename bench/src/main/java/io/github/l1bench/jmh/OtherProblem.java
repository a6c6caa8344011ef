package io.github.l1bench.jmh;

import io.github.l1bench.bench.TimeToTarget;
import io.github.l1bench.result.JmhNotes;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.run.JmhRow;
import io.github.l1bench.run.OwnRows;
import io.github.l1bench.run.RunFolder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Times that go into a run's folder and are of another problem than the run's, named while nothing is measured yet. */
final class OtherProblem {
    private OtherProblem() {}

    /**
     * Names them.
     *
     * @param parts what will be measured
     * @param data hashes of the data sets by name
     * @param say told of them in a sentence, if there are any
     * @throws IOException if the run cannot be read
     */
    static void say(RunFolder folder, List<Plan.Part> parts, Map<String, String> data, Consumer<String> say)
            throws IOException {
        RunResult run;
        try {
            run = folder.run();
        } catch (IllegalArgumentException e) {
            return; // what is damaged tells nothing
        }
        OwnRows own = new OwnRows(run);
        String others = parts.stream()
                .flatMap(part -> part.combinations().stream())
                .map(combination -> row(combination, data))
                .filter(row -> !own.isOfData(row) || isToTarget(row) && !own.isOfProblem(row))
                .map(row -> row.className() + " of " + row.params().get("data")
                        + (own.isOfData(row)
                                ? ", lambda " + row.params().get("lambda")
                                : " at its usual size and seed"))
                .distinct()
                .collect(Collectors.joining("; "));
        if (!others.isEmpty()) {
            say.accept("note: these are of another problem than the run in " + folder.path() + " ("
                    + run.data().name() + ", " + run.data().trainRows() + " x "
                    + run.data().features() + ", lambda " + run.lambda()
                    + ") and will not stand beside its results: " + others + "; another -rff keeps them apart");
        }
    }

    // Others take no penalty, or sweep over it.
    private static boolean isToTarget(JmhRow row) {
        return row.className().equals(TimeToTarget.class.getSimpleName());
    }

    private static JmhRow row(Combination combination, Map<String, String> data) {
        String hash = data.get(combination.params().get("data"));
        return JmhRow.failed(new JmhNotes.Failure(combination.benchmark(), combination.params(), "not measured yet"))
                .with(new JmhNotes.Row(null, hash, null, null));
    }
}
