package io.github.l1bench.history;

import io.github.l1bench.result.Conditions;
import io.github.l1bench.result.Provenance;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.run.JmhRow;
import io.github.l1bench.run.JmhRows;
import io.github.l1bench.run.OwnRows;
import io.github.l1bench.run.RunFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A run with times of its own. */
record StoredRun(RunResult run, JmhRows times) {
    private static final String BENCHMARK = "TimeToTarget";

    /**
     * The run in {@code folder}.
     *
     * @throws IllegalArgumentException in one sentence, if it is damaged or of another version
     */
    static StoredRun read(RunFolder folder) throws IOException {
        RunResult run = folder.run();
        return new StoredRun(run, folder.jmh(run));
    }

    String id() {
        return run.id();
    }

    /** Where and with what its times were measured. */
    Provenance made() {
        return times.provenance();
    }

    /** Times to a target, warm and on one thread, that were measured in this run and reached it in every shot. */
    List<JmhRow> rows() {
        return times.rows().stream()
                .filter(row -> row.className().equals(BENCHMARK) && row.origin().isEmpty())
                .filter(row -> row.params().getOrDefault("start", "warm").equals("warm")
                        && row.params().getOrDefault("threads", "1").equals("1"))
                .filter(row -> row.kernels().equals(run.provenance().kernels()))
                .filter(row -> new OwnRows(run).isOfProblem(row) && row.counter("reached") >= 1)
                .toList();
    }

    /** What keeps its times from standing beside those of {@code newest}; empty where nothing does. */
    List<String> differences(StoredRun newest) {
        List<String> differences = new ArrayList<>(Conditions.of(newest.run).otherProblem(Conditions.of(run)));
        differences.addAll(Conditions.otherMachine(newest.made(), made()));
        return differences;
    }
}
