package io.github.l1bench.solver.newton;

import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSources;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.DenseDesign;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.problem.Standardization;
import io.github.l1bench.solver.Progress;
import io.github.l1bench.solver.Request;
import io.github.l1bench.solver.Solution;
import io.github.l1bench.solver.Solver;
import io.github.l1bench.solver.SolverRun;
import io.github.l1bench.solver.Status;
import io.github.l1bench.solver.Stopping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.ejml.data.DMatrixRMaj;

/**
 * What each {@link Rule} of prox-newton is worth: passes to a certified relative gap of 1e-6 without it, relative to all
 * rules, and iterations in brackets. Writes the table into docs/solvers.md.
 */
final class Ablation {
    static final String BEGIN = "<!-- ablation -->";
    static final String END = "<!-- end -->";
    private static final double TARGET = 1e-6;
    // Where it takes more than this many times the passes, nobody needs to know how many.
    private static final double MOST = 5;

    private Ablation() {}

    /** The problems by the heads of their columns. */
    private static Map<String, Supplier<MultinomialProblem>> problems() {
        Map<String, Supplier<MultinomialProblem>> problems = new LinkedHashMap<>();
        problems.put("MNIST 0", () -> of("mnist", 0, 0.02));
        problems.put("MNIST 7", () -> of("mnist", 7, 0.02));
        problems.put("digits", () -> of("digits", 0, 0.02));
        problems.put("text", () -> of("text", 0, 0.02));
        problems.put("0.002", () -> of("mnist", 0, 0.002));
        problems.put("0.0003", () -> of("mnist", 0, 0.0003));
        problems.put(
                "60,000",
                () -> DataSources.load(DataRequest.of("mnist").withRows(60_000, 10_000))
                        .problem(0.02));
        problems.put("small table", () -> table(10_000, 10, 3, 0.001));
        problems.put("table", () -> table(10_000, 100, 3, 0.01));
        return problems;
    }

    private static MultinomialProblem of(String data, int seed, double lambda) {
        return DataSources.load(DataRequest.of(data).withSeed(seed)).problem(lambda);
    }

    /** Correlated normal features and labels drawn from a softmax in a third of them. */
    private static MultinomialProblem table(int n, int p, int classes, double share) {
        Random random = new Random(1);
        double[][] weights = new double[classes][p];
        for (double[] row : weights) {
            for (int j = 0; j < p; j++) {
                row[j] = random.nextInt(3) == 0 ? 1.5 * random.nextGaussian() / Math.sqrt(p / 10.0) : 0;
            }
        }
        DMatrixRMaj x = new DMatrixRMaj(n, p);
        int[] labels = new int[n];
        for (int i = 0; i < n; i++) {
            double common = 0.5 * random.nextGaussian();
            for (int j = 0; j < p; j++) {
                x.set(i, j, common + random.nextGaussian());
            }
            double best = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < classes; k++) {
                double score = -Math.log(-Math.log(random.nextDouble()));
                for (int j = 0; j < p; j++) {
                    score += weights[k][j] * x.get(i, j);
                }
                labels[i] = score > best ? k : labels[i];
                best = Math.max(best, score);
            }
        }
        MultinomialProblem any = new MultinomialProblem(new DenseDesign(x, Standardization.of(x)), labels, classes, 1);
        return any.withLambda(share * any.lambdaMax());
    }

    private static Solution solve(MultinomialProblem problem, Rules rules, double passes) {
        Solver solver = new Solver() {
            @Override
            public String name() {
                return "by-rules";
            }

            @Override
            public String description() {
                return "prox-newton by some of its rules";
            }

            @Override
            public String reference() {
                return "none";
            }

            @Override
            public Coefficients minimize(MultinomialProblem metered, Progress progress) {
                return Minimization.solve(metered, progress, rules);
            }
        };
        return SolverRun.solve(
                solver, problem, Request.until(Stopping.atRelativeGap(TARGET).withinPasses(passes)));
    }

    /** The table as Markdown; a rule is a row, a problem a column. */
    static String table() {
        List<StringBuilder> lines = new ArrayList<>();
        lines.add(new StringBuilder("| without |"));
        lines.add(new StringBuilder("|---|"));
        lines.add(new StringBuilder("| (nothing) |"));
        for (Rule rule : Rule.values()) {
            lines.add(new StringBuilder("| " + rule.words() + " |"));
        }
        problems().forEach((head, made) -> {
            MultinomialProblem problem = made.get();
            Solution whole = solve(problem, Rules.ALL, 1e6);
            lines.get(0).append(' ').append(head).append(" |");
            lines.get(1).append("---|");
            lines.get(2).append(String.format(Locale.ROOT, " %.1f (%d) |", whole.passes(), whole.iterations()));
            for (Rule rule : Rule.values()) {
                Solution without = solve(problem, Rules.ALL.without(rule), MOST * whole.passes());
                lines.get(3 + rule.ordinal()).append(cell(whole, without));
            }
            System.out.println(head + " is done");
        });
        return String.join("\n", lines) + "\n";
    }

    private static String cell(Solution whole, Solution without) {
        boolean same = without.passes() == whole.passes() && without.iterations() == whole.iterations();
        return same
                ? " = |"
                : without.status() != Status.CERTIFIED
                        ? String.format(Locale.ROOT, " > %.0f |", MOST)
                        : String.format(
                                Locale.ROOT, " %.2f (%d) |", without.passes() / whole.passes(), without.iterations());
    }

    /** Writes the table into {@code page} between its marks. */
    public static void main(String[] page) throws IOException {
        Path file = Path.of(page[0]);
        String text = Files.readString(file);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END, begin);
        String table = table();
        Files.writeString(file, text.substring(0, begin) + "\n" + table + text.substring(end));
        System.out.println(table);
    }
}
