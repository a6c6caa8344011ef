package io.github.l1bench.page;

import io.github.l1bench.figure.Mark;
import io.github.l1bench.figure.Marks;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.solver.Status;
import io.github.l1bench.view.Quantity;
import io.github.l1bench.view.RuleWords;
import io.github.l1bench.view.RunView;
import io.github.l1bench.view.Target;
import io.github.l1bench.view.TargetTime;
import java.util.List;
import java.util.Optional;

/** The table of solvers: what each one reached, in what time and with how much work. */
final class SolverTable {
    private final RunView view;
    private final Marks marks;
    private final List<Target> targets;
    private final boolean tested;

    SolverTable(RunView view) {
        this.view = view;
        this.marks = new Marks(view);
        this.targets = view.times().main();
        this.tested = view.run().data().testRows() > 0;
    }

    void write(Html html) {
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Table of solvers");
        html.open("table", "class", "solvers sortable", "id", "solvers", "aria-describedby", "solvers-note");
        head(html);
        html.open("tbody");
        view.cells().forEach(cell -> row(html, cell));
        view.timedSolvers().stream()
                .filter(solver -> view.mainCell(solver).isEmpty())
                .forEach(solver -> timedOnly(html, solver));
        html.close("tbody").close("table").close("div");
        html.element("p", caption(), "class", "note", "id", "solvers-note");
    }

    private String caption() {
        String times = targets.isEmpty()
                ? "No JMH measurement stands beside this run: the only times are those of one watched run each."
                : "Times to a target: JMH's mean and its 95 % confidence interval over forks; a time counts only where the "
                        + "target was certified on every measured solve.";
        return times + " Everything else comes from one watched run of each solver.";
    }

    private void head(Html html) {
        html.open("thead").open("tr");
        column(html, "Solver", null, "text");
        column(html, "Status", "which rule ended the watched run", "text");
        for (Target target : targets) {
            column(
                    html,
                    target.heading(),
                    "time to " + target.phrase() + (target.manner().isEmpty() ? "" : ", " + target.manner()),
                    "num");
        }
        column(html, "Watched", "seconds of the watched run, from start to its own rule to stop", "num");
        column(html, "Passes", "work in full gradients, 2 nnz(X) K multiply-adds each", "num");
        column(html, "Objective P", "P(W, b)", "num");
        column(html, "Rel. gap", "(P − D) / P, certified", "num");
        column(html, "KKT", "largest violation of the optimality conditions", "num");
        column(html, "Nonzeros", "nonzero weights", "num");
        column(html, "Zeros", "zero weights in percent", "num");
        column(html, "Train", "accuracy on the training rows", "num");
        if (tested) {
            column(html, "Test", "accuracy on the test rows", "num");
        }
        column(html, "Allocated", "bytes allocated in one solve to the tightest target that was measured", "num");
        html.close("tr").close("thead");
    }

    private static void column(Html html, String name, String explanation, String kind) {
        html.element("th", name, "scope", "col", "class", kind, "title", explanation);
    }

    private void row(Html html, CellResult cell) {
        html.open("tr", "data-cell", cell.label());
        name(html, cell.label(), cell.description(), marks.of(cell), Addresses.page(view, cell.solver()));
        status(html, cell);
        targets.forEach(target -> time(html, cell, target));
        if (cell.failed()) {
            blank(html, 9 + (tested ? 1 : 0));
        } else {
            result(html, cell);
        }
        html.close("tr");
    }

    private void result(Html html, CellResult cell) {
        number(html, cell.seconds(), Quantity.seconds(cell.seconds()), " s");
        number(html, cell.passes(), Quantity.passes(cell.passes()), "");
        number(html, cell.fit().primal(), Quantity.fixed(cell.fit().primal(), 7), "");
        number(html, cell.fit().relativeGap(), Quantity.small(cell.fit().relativeGap()), "");
        number(html, cell.fit().kkt(), Quantity.small(cell.fit().kkt()), "");
        number(html, cell.fit().nonzeros(), Quantity.count(cell.fit().nonzeros()), "");
        number(html, cell.fit().sparsityPercent(), Quantity.fixed(cell.fit().sparsityPercent(), 2) + " %", " %");
        number(html, cell.fit().trainAccuracy(), Quantity.percent(cell.fit().trainAccuracy()), "");
        if (tested) {
            number(html, cell.fit().testAccuracy(), Quantity.percent(cell.fit().testAccuracy()), "");
        }
        allocated(html, cell);
    }

    private void allocated(Html html, CellResult cell) {
        Optional<TargetTime> measured = targets.stream()
                .flatMap(target -> view.times().of(cell.solver(), target).stream())
                .filter(time -> Double.isFinite(time.bytes()))
                .reduce((looser, tighter) -> tighter);
        if (!view.isMain(cell)) {
            none(html, "measured in the row of " + cell.solver());
        } else if (measured.isEmpty()) {
            none(html, "JMH's result does not say; measure again with 'jmh TimeToTarget'");
        } else {
            double bytes = measured.get().bytes();
            number(
                    html,
                    bytes,
                    Quantity.bytes(bytes),
                    " bytes to " + measured.get().target().phrase());
        }
    }

    private static void none(Html html, String why) {
        html.open("td", "class", "num none", "data-v", "", "title", why);
        html.text(Quantity.NONE).closeInline("td");
    }

    private void name(Html html, String name, String description, Mark mark, String page) {
        html.open("th", "scope", "row", "class", "text", "title", description);
        html.swatch(mark);
        boolean linked = page != null && !view.isPart();
        html.element(linked ? "a" : "span", name, "class", "name", "href", linked ? page : null)
                .close("th");
    }

    private static void status(Html html, CellResult cell) {
        String kind = cell.failed() ? "bad" : !cell.met() ? "poor" : cell.published() ? "plain" : "good";
        html.open(
                "td",
                "class",
                "text status " + kind,
                "title",
                cell.failed() ? cell.failure() : RuleWords.of(cell.rule()));
        if (cell.failed()) {
            html.element("strong", "failed").element("small", cell.failure());
        } else if (cell.met() && cell.published()) {
            html.element("strong", "stopped early")
                    .element("small", "published rule, tol " + cell.rule().relativeChange());
        } else if (cell.met()) {
            html.element("strong", cell.status()).element("small", reached(cell));
        } else {
            html.element("strong", "not reached").element("small", missed(cell));
        }
        html.close("td");
    }

    private static String reached(CellResult cell) {
        return cell.rule().relativeGap() == null
                ? ""
                : "gap ≤ " + Quantity.power(cell.rule().relativeGap());
    }

    private static String missed(CellResult cell) {
        String wanted = cell.rule().relativeGap() == null
                ? ""
                : ", gap " + Quantity.power(cell.rule().relativeGap()) + " asked for";
        return cell.status() + limit(cell) + wanted;
    }

    private static String limit(CellResult cell) {
        if (cell.status().equals(Status.PASS_LIMIT.label()) && cell.rule().maxPasses() != null) {
            return " of " + Quantity.passes(cell.rule().maxPasses());
        }
        if (cell.status().equals(Status.TIME_LIMIT.label()) && cell.rule().maxSeconds() != null) {
            return " of " + Quantity.seconds(cell.rule().maxSeconds());
        }
        return "";
    }

    private void time(Html html, CellResult cell, Target target) {
        if (view.isMain(cell)) {
            time(html, cell.solver(), target);
        } else {
            none(html, "timed in the row of " + cell.solver());
        }
    }

    private void time(Html html, String solver, Target target) {
        TargetTime time = view.times().of(solver, target).orElse(null);
        if (time == null) {
            none(html, "JMH did not time this");
        } else if (time.reached()) {
            boolean best = view.times().ranking(target).indexOf(time) == 0;
            html.open("td", "class", best ? "num best" : "num", "data-v", "" + time.seconds(), "title", interval(time));
            html.text(Quantity.seconds(time.seconds()));
            html.element("small", Quantity.interval(time.interval(), time.seconds()));
            html.element("small", " " + Quantity.repetitions(time.shots()));
            if (!time.reusedFrom().isEmpty()) {
                html.element("small", " reused", "title", "measured by run " + time.reusedFrom());
            }
            html.closeInline("td");
        } else {
            html.open("td", "class", "num poor", "data-v", "1e300", "title", time.shortfall());
            boolean failed = !time.failure().isEmpty();
            html.text(failed ? "failed" : "not reached");
            html.element("small", failed ? time.failure() : time.shortfall().replace("not reached ", ""));
            html.closeInline("td");
        }
    }

    private static String interval(TargetTime time) {
        String mean = time.seconds() + " s, mean of " + Quantity.repetitions(time.shots());
        return time.interval().isKnown()
                ? mean + "; 95 % confidence interval " + time.low() + " to " + time.high() + " s"
                : mean + "; too few forks for an interval";
    }

    private void timedOnly(Html html, String solver) {
        html.open("tr");
        name(html, solver, "timed by JMH, no watched run", marks.of(solver), null);
        html.open("td", "class", "text status").element("small", "timed only").closeInline("td");
        targets.forEach(target -> time(html, solver, target));
        blank(html, 9 + (tested ? 1 : 0));
        html.close("tr");
    }

    private static void number(Html html, Number value, String shown, String unit) {
        boolean none = value == null || !Double.isFinite(value.doubleValue());
        html.open(
                "td",
                "class",
                none ? "num none" : "num",
                "data-v",
                none ? "" : Quantity.exact(value),
                "title",
                none ? null : Quantity.exact(value) + unit);
        html.text(shown).closeInline("td");
    }

    private static void blank(Html html, int columns) {
        for (int i = 0; i < columns; i++) {
            html.element("td", Quantity.NONE, "class", "num none", "data-v", "");
        }
    }
}
