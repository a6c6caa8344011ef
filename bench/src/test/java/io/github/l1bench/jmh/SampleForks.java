package io.github.l1bench.jmh;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.results.SingleShotResult;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.TimeValue;

/** What JMH says of a fork. */
final class SampleForks {
    private SampleForks() {}

    /** One of shots that took so long, and reached their target (1) or did not (0). */
    static RunResult fork(Combination combination, double seconds, double... reached) {
        BenchmarkParams params = params(combination);
        List<IterationResult> shots = new ArrayList<>();
        for (double one : reached) {
            IterationResult shot = new IterationResult(params, params.getMeasurement(), null);
            shot.addResult(new SingleShotResult(
                    ResultRole.PRIMARY, "solve", (long) (1e9 * seconds), 1, TimeUnit.MILLISECONDS));
            shot.addResult(new ScalarResult("reached", one, "#", AggregationPolicy.SUM));
            shots.add(shot);
        }
        return new RunResult(params, List.of(new BenchmarkResult(params, shots)));
    }

    private static BenchmarkParams params(Combination combination) {
        WorkloadParams workload = new WorkloadParams();
        int position = 0;
        for (Map.Entry<String, String> value : combination.params().entrySet()) {
            workload.put(value.getKey(), value.getValue(), position++);
        }
        IterationParams two = new IterationParams(IterationType.MEASUREMENT, 2, TimeValue.NONE, 1);
        return new BenchmarkParams(
                combination.benchmark(),
                combination.benchmark(),
                false,
                1,
                new int[] {1},
                List.of(),
                1,
                0,
                two,
                two,
                Mode.SingleShotTime,
                workload,
                TimeUnit.MILLISECONDS,
                1,
                "java",
                List.of(),
                "17",
                "vm",
                "17",
                "1.37",
                TimeValue.minutes(1));
    }
}
