package io.github.l1bench.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.github.l1bench.data.DataInfo;
import io.github.l1bench.data.Dataset;
import io.github.l1bench.experiment.Evaluation;
import io.github.l1bench.experiment.Verdict;
import io.github.l1bench.kernel.KernelChoice;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.problem.Penalty;
import io.github.l1bench.result.Fit;
import io.github.l1bench.solver.SolutionPath;
import io.github.l1bench.solver.Stopping;
import java.util.List;
import java.util.Locale;

/**
 * The JSON of {@code path}.
 *
 * @param solver name or variant
 * @param data name of the data set
 * @param notice what must be said wherever this data set's results are shown, or empty
 * @param dataSha256 hash of the content
 * @param seed of the split
 * @param n training rows
 * @param p features
 * @param classes K
 * @param labels names of the K classes, in the order of their indices
 * @param lambdaMax the smallest penalty at which W = 0
 * @param seconds of all values together, certificates by the harness not counted
 * @param kernels those that ran
 * @param points the values, penalties descending
 */
record PathResult(
        String solver,
        String data,
        String notice,
        String dataSha256,
        int seed,
        int n,
        int p,
        int classes,
        List<String> labels,
        double lambdaMax,
        double seconds,
        String kernels,
        List<Row> points) {
    private static final String CSV_HEADER =
            "lambda,status,met,seconds,passes,primal,gap,relativeGap,nonzeros,sparsityPercent,trainAccuracy,testAccuracy,"
                    + "lambdaRatio,C";

    /** One value; the fields mean what they mean in {@link SolveResult}. */
    record Row(
            double lambda,
            String status,
            boolean met,
            double seconds,
            double passes,
            @JsonUnwrapped Fit fit,
            double lambdaRatio,
            @JsonProperty("C") double c) {
        /** Certifies a value by what was returned. */
        static Row of(SolutionPath.Point point, Dataset dataset, MultinomialProblem problem, Stopping stopping) {
            MultinomialProblem at = problem.withLambda(point.lambda());
            Fit fit = new Evaluation(dataset, at).of(point.solution().coefficients());
            Penalty penalty = Penalty.of(at);
            Verdict verdict = Verdict.of(stopping, point.solution(), fit.relativeGap());
            return new Row(
                    point.lambda(),
                    verdict.status(),
                    verdict.met(),
                    point.solution().seconds(),
                    point.solution().passes(),
                    fit,
                    penalty.ratio(),
                    penalty.c());
        }

        private String csv() {
            return String.join(
                    ",",
                    Double.toString(lambda),
                    status,
                    Boolean.toString(met),
                    Double.toString(seconds),
                    Double.toString(passes),
                    Double.toString(fit.primal()),
                    Double.toString(fit.gap()),
                    Double.toString(fit.relativeGap()),
                    Integer.toString(fit.nonzeros()),
                    Double.toString(fit.sparsityPercent()),
                    Double.toString(fit.trainAccuracy()),
                    fit.testAccuracy() == null ? "" : fit.testAccuracy().toString(),
                    Double.toString(lambdaRatio),
                    Double.toString(c));
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%-10.6g (ratio %-8.4g C %-8.4g) %-11s %8.1f ms  P %.8f  gap/P %8.1e  %6d nonzero  %6.2f %% zeros  test %s",
                    lambda,
                    lambdaRatio,
                    c,
                    status,
                    1e3 * seconds,
                    fit.primal(),
                    fit.relativeGap(),
                    fit.nonzeros(),
                    fit.sparsityPercent(),
                    fit.testAccuracy() == null ? "-" : String.format(Locale.ROOT, "%.4f", fit.testAccuracy()));
        }
    }

    static PathResult of(String solver, DataInfo info, int seed, double lambdaMax, List<Row> rows) {
        return new PathResult(
                solver,
                info.name(),
                info.notice(),
                info.sha256(),
                seed,
                info.trainRows(),
                info.features(),
                info.classes(),
                info.labels(),
                lambdaMax,
                rows.stream().mapToDouble(Row::seconds).sum(),
                KernelChoice.KERNELS.name(),
                rows);
    }

    /** A header and a line a value. */
    String csv() {
        StringBuilder text = new StringBuilder(CSV_HEADER).append('\n');
        points.forEach(row -> text.append(row.csv()).append('\n'));
        return text.toString();
    }
}
