package io.github.l1bench.cli;

import io.github.l1bench.data.ClassWords;
import io.github.l1bench.data.DataInfo;
import io.github.l1bench.problem.Penalty;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.solver.Status;
import java.io.PrintWriter;
import java.util.Locale;

/** What {@code solve} prints: a line for each thing to know of a result. */
final class SolveSummary {
    private final PrintWriter out;

    SolveSummary(PrintWriter out) {
        this.out = out;
    }

    void print(CellResult result, DataInfo info, int seed, Penalty penalty) {
        if (!info.notice().isEmpty()) {
            out.println(info.notice());
        }
        print(info, seed);
        print(penalty);
        print(result, info.features() * info.classes());
        out.flush();
    }

    private void print(DataInfo info, int seed) {
        line(
                "data",
                "%s: n = %d, p = %d, %d classes (%s), seed %d",
                info.title(),
                info.trainRows(),
                info.features(),
                info.classes(),
                ClassWords.list(info.labels()),
                seed);
    }

    private void print(Penalty penalty) {
        String end = penalty.ratio() >= 1 ? "; at lambda max and above every weight is zero" : "";
        line("lambda", "%s%s", penalty, end);
    }

    private void print(CellResult r, int weights) {
        line("solver", "%s", r.solver());
        line("status", "%s, %s", r.status(), r.met() ? "the rule asked for is met" : notMet(r.status()));
        if (r.isPeer()) {
            line("work", "%.3f s of the last rung: %s", r.seconds(), r.peer().end());
        } else {
            line("work", "%d epochs, %.1f passes, %.3f s", r.epochs(), r.passes(), r.seconds());
        }
        line(
                "objective",
                "P = %.10f, certified within %.3g of the optimum",
                r.fit().primal(),
                r.fit().gap());
        line(
                "relative gap",
                "%.3g, KKT residual %.3g",
                r.fit().relativeGap(),
                r.fit().kkt());
        line(
                "zeros",
                "%.2f %% (%d of %d weights are nonzero)",
                r.fit().sparsityPercent(),
                r.fit().nonzeros(),
                weights);
        String test = r.fit().testAccuracy() == null
                ? "no test rows"
                : String.format(Locale.ROOT, "test %.4f", r.fit().testAccuracy());
        line("accuracy", "%s, train %.4f", test, r.fit().trainAccuracy());
    }

    private static String notMet(String status) {
        return "the rule asked for is NOT met"
                + (status.equals(Status.PRECISION_LIMIT.label()) ? ": all that is left of the gap is rounding" : "");
    }

    private void line(String name, String format, Object... values) {
        out.printf(Locale.ROOT, "%-13s %s%n", name, String.format(Locale.ROOT, format, values));
    }
}
