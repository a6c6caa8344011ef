package io.github.l1bench.study;

import io.github.l1bench.result.Conditions;
import io.github.l1bench.result.Origin;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.result.StudyResult;
import io.github.l1bench.run.RunFolder;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Looks up studies that need not be made again. */
public final class StoredStudies {
    private StoredStudies() {}

    /**
     * The first study in {@code folders} that another one would only repeat, marked with the run that it was made in.
     *
     * @param conditions of the run that it is wanted for
     */
    public static Optional<StudyResult> find(List<RunFolder> folders, Conditions conditions) throws IOException {
        for (RunFolder folder : folders) {
            Optional<StudyResult> study = study(folder, conditions);
            if (study.isPresent()) {
                return study;
            }
        }
        return Optional.empty();
    }

    private static Optional<StudyResult> study(RunFolder folder, Conditions conditions) throws IOException {
        try {
            RunResult run = folder.run();
            return folder.study(run)
                    .filter(study -> holds(study, run, conditions))
                    .map(study -> {
                        Origin before = study.made().origin();
                        return study.with(
                                study.made().from(before == null ? Origin.reused(run) : before, run.provenance()));
                    });
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean holds(StudyResult study, RunResult run, Conditions conditions) {
        return conditions.differences(Conditions.of(run)).isEmpty()
                && study.quick() == run.quick()
                && study.made() != null
                && study.made().code() != null
                && study.made().code().equals(Study.code(study));
    }
}
