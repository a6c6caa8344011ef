package io.github.l1bench.spark;

import io.github.l1bench.data.DataInfo;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.Fit;
import io.github.l1bench.result.Machine;
import io.github.l1bench.result.Made;
import io.github.l1bench.result.Provenance;
import io.github.l1bench.result.Rule;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.result.TracePoint;
import io.github.l1bench.spark.math.Outcome;
import io.github.l1bench.spark.math.Round;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an ordinary result file says of a solve on a cluster.
 *
 * @param method how it was solved
 * @param command that solves it again
 * @param rows the data
 * @param name of the data
 * @param gap that was asked for
 */
record ClusterRun(Method method, String command, SparkRows rows, String name, double gap) {
    // More weights than this are told in model.csv alone.
    private static final long MANY = 5_000_000;

    /** Ways to solve, each a command. */
    enum Method {
        ROUNDS(
                "newton-by-rounds",
                "proximal Newton by rounds, each a sum over all rows on a cluster",
                "Lee, Sun, Saunders (2014), SIAM J. Optim. 24(3)"),
        MLLIB(
                "spark-mllib",
                "OWL-QN of Spark MLlib's LogisticRegression, each evaluation a sum over all rows on a cluster",
                "Andrew, Gao (2007), ICML");

        private final String solver;
        private final String description;
        private final String reference;

        Method(String solver, String description, String reference) {
            this.solver = solver;
            this.description = description;
            this.reference = reference;
        }
    }

    /**
     * The run.
     *
     * @param id the name of its folder
     * @param earlier rounds of starts before this one
     */
    RunResult result(String id, Outcome outcome, double lambdaMax, int earlier, Usage.Spent spent) {
        return new RunResult(
                RunResult.SCHEMA,
                id,
                false,
                provenance(spent),
                info(),
                0,
                outcome.best().lambda(),
                lambdaMax,
                List.of(cell(outcome, earlier)));
    }

    // The machine is the driver's; where the work was done, the remark says.
    private Provenance provenance(Usage.Spent spent) {
        String master = rows.master();
        return Machine.provenance(command)
                .remarking(String.format(
                        Locale.ROOT,
                        "computed by executors of %s: %d jobs, %.1f s of their processors and %.1f s of the driver's",
                        master,
                        spent.jobs(),
                        spent.executorSeconds(),
                        spent.driverSeconds()));
    }

    private DataInfo info() {
        boolean drawn = name.equals(Input.DIGITS.toString());
        return new DataInfo(
                name,
                drawn ? "Procedural digits (not MNIST)" : name,
                drawn ? "These are procedural digits drawn by the program on the executors, not MNIST." : "",
                name,
                rows.fingerprint(),
                0,
                Math.toIntExact(rows.samples()),
                0,
                rows.features(),
                rows.classes().size(),
                rows.classes(),
                100 * rows.density(),
                "centred and scaled",
                drawn ? DrawnDigits.SIDE : 0,
                drawn ? DrawnDigits.SIDE : 0);
    }

    private CellResult cell(Outcome outcome, int earlier) {
        Round best = outcome.best();
        Coefficients model = best.coefficients();
        boolean told = (long) model.classes() * model.features() <= MANY;
        return new CellResult(
                method.solver,
                method.solver,
                method.description,
                method.reference,
                Map.of(),
                false,
                new Rule(gap, null, null, null),
                outcome.end().toString(),
                outcome.end() == Outcome.End.CERTIFIED,
                null,
                earlier + best.number(),
                earlier + best.number(),
                best.seconds(),
                fit(best),
                outcome.rounds().stream()
                        .map(round -> new TracePoint(
                                earlier + round.number(), earlier + round.number(), round.seconds(), fit(round)))
                        .toList(),
                told ? model.weights() : null,
                told ? model.intercept() : null,
                null,
                new Made(null, 0, null, null, null));
    }

    private static Fit fit(Round round) {
        return Fit.of(round.certificate(), round.coefficients(), round.accuracy(), null);
    }
}
