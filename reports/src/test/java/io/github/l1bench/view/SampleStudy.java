package io.github.l1bench.view;

import io.github.l1bench.result.Fit;
import io.github.l1bench.result.Frame;
import io.github.l1bench.result.L2Fit;
import io.github.l1bench.result.PathPoint;
import io.github.l1bench.result.StoppedRun;
import io.github.l1bench.result.StudyResult;
import java.util.List;
import java.util.stream.IntStream;

/** A made-up study, the same one each time. */
public final class SampleStudy {
    private SampleStudy() {}

    public static StudyResult of(String sha256, String solver) {
        return new StudyResult(
                StudyResult.SCHEMA,
                false,
                sha256,
                0,
                0.02,
                "saga-dense",
                0.1,
                List.of(
                        new StoppedRun(0, 5, true, fit(1.4535027, 0.32, 1568, 80, Double.NaN, 0.82)),
                        new StoppedRun(1, 6, true, fit(1.4533475, 0.33, 1725, 78, Double.NaN, 0.83))),
                List.of(frame(1, 46), frame(5, 80), frame(100, 93), frame(0, 95)),
                List.of(
                        new PathPoint(0.02, solver, fit(1.3653868, 1e-5, 349, 95.5, 0.84, 0.8215)),
                        new PathPoint(0.001, solver, fit(0.3328321, 5e-5, 1254, 84, 0.96, 0.89))),
                List.of(new L2Fit(0.01, 0.3190536, 9e-5, 0.95, 0.9025), new L2Fit(0.1, 0.1337283, 9e-5, 0.99, 0.8944)),
                0.11,
                List.of(),
                20,
                null);
    }

    public static Fit fit(double primal, double relativeGap, int nonzeros, double sparsity, double train, double test) {
        double nan = Double.NaN;
        return new Fit(primal, nan, nan, relativeGap, nan, nonzeros, sparsity, train, test);
    }

    public static Frame frame(int epochs, double sparsity) {
        double[][] coef = new double[10][Sample.SIDE * Sample.SIDE];
        IntStream.range(0, 10).forEach(k -> coef[k][300 + k] = 0.01 * (k + 1));
        return new Frame("solver", epochs, fit(1.4, 0.1, 10, sparsity, Double.NaN, 0.82), coef);
    }
}
