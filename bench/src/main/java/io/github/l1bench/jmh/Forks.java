package io.github.l1bench.jmh;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.WorkloadParams;

/** The forks of one combination so far, of each mode in which it is measured. */
final class Forks {
    private static final String REACHED = "reached";
    private static final String ASKED = "asked";
    private static final int FEWEST = 4;
    private static final double LONG_SHOT = 1;

    private final Map<Mode, List<BenchmarkResult>> byMode = new LinkedHashMap<>();
    private boolean failed;

    /** Adds what JMH measured in one fork; nothing where that failed. */
    void add(Iterable<RunResult> fork) {
        boolean empty = true;
        for (RunResult result : fork) {
            for (BenchmarkResult one : result.getBenchmarkResults()) {
                byMode.computeIfAbsent(result.getParams().getMode(), mode -> new ArrayList<>())
                        .add(withoutShotsNotAsked(one));
                empty = false;
            }
        }
        failed |= empty;
    }

    // A solver that missed its target in one shot is not asked for the others of that fork; what JMH timed there is
    // nothing.
    private static BenchmarkResult withoutShotsNotAsked(BenchmarkResult fork) {
        List<IterationResult> asked = fork.getIterationResults().stream()
                .filter(shot -> counter(shot.getSecondaryResults(), ASKED) != 0)
                .toList();
        return asked.size() == fork.getIterationResults().size()
                ? fork
                : new BenchmarkResult(fork.getParams(), asked, fork.getMetadata());
    }

    // 1 where it is not counted.
    @SuppressWarnings("rawtypes") // as JMH has it
    private static double counter(Map<String, Result> results, String name) {
        Result counter = results.get(name);
        return counter == null ? 1 : counter.getScore();
    }

    /** Whether no further fork can change what is known: a time counts only if every shot reaches its target. */
    boolean isDecided() {
        return failed || hasMissed();
    }

    /** Whether there are enough where nobody says how many: four, of shots that take more than a second. */
    boolean suffice() {
        return !byMode.isEmpty()
                && byMode.entrySet().stream()
                        .allMatch(mode -> mode.getKey() == Mode.SingleShotTime
                                && mode.getValue().size() >= FEWEST
                                && meanSeconds(mode.getValue()) > LONG_SHOT);
    }

    private static double meanSeconds(List<BenchmarkResult> forks) {
        return forks.stream()
                .flatMap(fork -> fork.getIterationResults().stream()
                        .map(shot -> shot.getPrimaryResult().getScore()
                                * fork.getParams().getTimeUnit().toNanos(1)))
                .mapToDouble(nanos -> 1e-9 * nanos)
                .average()
                .orElse(0);
    }

    /** Whether a shot has missed its target. */
    boolean hasMissed() {
        return byMode.values().stream()
                .flatMap(List::stream)
                .anyMatch(fork -> !misses(fork).isEmpty());
    }

    private static List<IterationResult> misses(BenchmarkResult fork) {
        return fork.getIterationResults().stream()
                .filter(shot -> counter(shot.getSecondaryResults(), REACHED) < 1)
                .toList();
    }

    /** The shots that missed, under the parameters of {@code other}, which they decide as well. */
    List<RunResult> missesAs(Combination other) {
        return byMode.values().stream()
                .map(forks -> forks.stream()
                        .filter(fork -> !misses(fork).isEmpty())
                        .map(fork -> new BenchmarkResult(
                                params(
                                        fork.getParams(),
                                        other.params(),
                                        fork.getParams().getForks()),
                                misses(fork),
                                fork.getMetadata()))
                        .toList())
                .filter(forks -> !forks.isEmpty())
                .map(forks -> new RunResult(forks.get(0).getParams(), forks))
                .toList();
    }

    /** One result for each mode; none where a fork failed. */
    List<RunResult> results() {
        return failed
                ? List.of()
                : byMode.values().stream()
                        .map(forks -> new RunResult(params(forks.get(0).getParams(), Map.of(), forks.size()), forks))
                        .toList();
    }

    /** The same with other values and as many forks as there were. */
    private static BenchmarkParams params(BenchmarkParams one, Map<String, String> values, int forks) {
        if (one.getForks() == 0 && values.isEmpty()) {
            return one;
        }
        WorkloadParams workload = new WorkloadParams();
        int position = 0;
        for (String name : one.getParamsKeys()) {
            workload.put(name, values.getOrDefault(name, one.getParam(name)), position++);
        }
        return new BenchmarkParams(
                one.getBenchmark(),
                one.generatedBenchmark(),
                one.shouldSynchIterations(),
                one.getThreads(),
                one.getThreadGroups(),
                one.getThreadGroupLabels(),
                one.getForks() == 0 ? 0 : forks,
                one.getWarmupForks(),
                one.getWarmup(),
                one.getMeasurement(),
                one.getMode(),
                workload,
                one.getTimeUnit(),
                one.getOpsPerInvocation(),
                one.getJvm(),
                one.getJvmArgs(),
                one.getJdkVersion(),
                one.getVmName(),
                one.getVmVersion(),
                one.getJmhVersion(),
                one.getTimeout());
    }
}
