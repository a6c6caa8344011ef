package io.github.l1bench.cli;

import io.github.l1bench.data.Dataset;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.result.StudyResult;
import io.github.l1bench.run.RunFolder;
import io.github.l1bench.study.Study;
import io.github.l1bench.study.StudyExtent;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import me.tongfei.progressbar.ProgressBar;

/**
 * The study of the published example that belongs to a run. The run is complete without it, so a study that fails is said
 * and costs nothing else.
 *
 * @param dataset that of the run
 * @param splits the same data under another seed
 * @param folder of the run; {@code study.json} is written there
 */
record RunStudy(Dataset dataset, IntFunction<Dataset> splits, RunFolder folder, PrintWriter terminal) {
    /**
     * Makes the study, or takes an old one, where the data are such that there is one.
     *
     * @param result of the run
     * @param old a study that this would only repeat
     */
    void make(RunResult result, Optional<StudyResult> old) throws IOException {
        if (!Study.appliesTo(dataset.info())) {
            return;
        }
        if (old.isPresent()) {
            folder.write(old.get());
            terminal.println("Study of the published example: that of run "
                    + old.get().made().origin().run());
            return;
        }
        Study task = new Study(
                dataset,
                splits,
                result.lambda(),
                (int) result.seed(),
                Study.mostPromising(result),
                result.quick() ? StudyExtent.QUICK : StudyExtent.FULL);
        try {
            StudyResult made = run(task);
            folder.write(made);
            terminal.printf(Locale.ROOT, "Study of the published example: %.1f s%n", made.seconds());
        } catch (RuntimeException | OutOfMemoryError e) {
            terminal.println("The study of the published example FAILED, the report will lack it: " + e.getMessage());
        }
    }

    private static StudyResult run(Study task) {
        try (ProgressBar bar = ConsoleProgress.bar("study", task.tasks())) {
            return task.run(done -> {
                if (bar != null) {
                    bar.step();
                }
            });
        }
    }
}
