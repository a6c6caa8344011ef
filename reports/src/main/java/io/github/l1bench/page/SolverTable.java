package io.github.l1bench.page;

import io.github.l1bench.figure.Mark;
import io.github.l1bench.figure.Marks;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.Fit;
import io.github.l1bench.result.Origin;
import io.github.l1bench.result.Provenance;
import io.github.l1bench.view.Headline;
import io.github.l1bench.view.Quantity;
import io.github.l1bench.view.RuleWords;
import io.github.l1bench.view.RunView;
import io.github.l1bench.view.Target;
import io.github.l1bench.view.TargetTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The table of solvers: what each one reached, in what time and with how much work. */
final class SolverTable {
    private final RunView view;
    private final Marks marks;
    private final List<Target> targets;
    private final Table<Line> table;

    /** A solver in the table; without a cell where JMH timed it and it was not watched. */
    private record Line(String solver, CellResult cell) {
        private boolean solved() {
            return cell != null && !cell.failed();
        }
    }

    SolverTable(RunView view) {
        this.view = view;
        this.marks = new Marks(view);
        this.targets = view.times().main();
        this.table = new Table<>("Table of solvers", "solvers sortable", columns());
    }

    void write(Html html) {
        List<Line> lines = new ArrayList<>(solvers());
        view.timedSolvers().stream()
                .filter(solver -> view.mainCell(solver).isEmpty())
                .forEach(solver -> lines.add(new Line(solver, null)));
        lines.sort(fastestFirst());
        table.write(
                html, lines, line -> line.cell() == null ? null : line.cell().label());
        html.element("p", caption(), "class", "note", "id", "solvers-note");
    }

    /** The same for files, one line for each cell. */
    String csv() {
        return table.csv(solvers());
    }

    private List<Line> solvers() {
        return view.cells().stream()
                .filter(cell -> !cell.isPeer())
                .map(cell -> new Line(cell.solver(), cell))
                .toList();
    }

    // Below the published example, which the others are held against. Where JMH has no time, the watched run's counts.
    private Comparator<Line> fastestFirst() {
        return Comparator.comparing(
                        (Line line) -> line.cell() == null || !line.cell().published())
                .thenComparing(Line::solver, view.times().fastestFirst())
                .thenComparingDouble(line ->
                        line.solved() && line.cell().met() && line.cell().compares()
                                ? line.cell().seconds()
                                : Double.POSITIVE_INFINITY);
    }

    private String caption() {
        String times = targets.isEmpty()
                ? "No JMH measurement stands beside this run: the only times are " + watched()
                : "Times to a target: JMH's mean and its 95 % confidence interval over forks; a time counts only where the "
                        + "target was certified on every measured solve.";
        return times + " Everything else comes from one watched run of each solver.";
    }

    private String watched() {
        int most = view.solved().stream().mapToInt(Headline::repeats).max().orElse(1);
        return most == 1 ? "those of one watched run each." : "medians of up to " + most + " watched runs each.";
    }

    private List<Column<Line>> columns() {
        List<Column<Line>> columns = new ArrayList<>();
        columns.add(Column.words("Solver", this::name)
                .filed("label", line -> line.cell().label()));
        columns.add(Column.data("solver", Line::solver));
        columns.add(Column.words("Status", SolverTable::status)
                .explained("which rule ended the watched run")
                .filed("status", line -> line.cell().status()));
        columns.add(Column.data("met", line -> line.cell().met()));
        columns.add(Column.data("failure", line -> line.cell().failure()));
        targets.forEach(target -> columns.add(Column.<Line>numbers(target.heading(), line -> time(line, target))
                .explained("time to " + target.phrase() + (target.manner().isEmpty() ? "" : ", " + target.manner()))));
        columns.add(Column.data("epochs", line -> line.cell().epochs()));
        columns.add(result(
                        "Passes",
                        "work in full gradients, 2 nnz(X) K multiply-adds each",
                        CellResult::passes,
                        c -> Quantity.passes(c.passes()),
                        "")
                .filed("passes", line -> line.cell().passes()));
        columns.add(result(
                        "Watched",
                        "seconds of the watched run, from start to its own rule to stop",
                        CellResult::seconds,
                        c -> Quantity.seconds(c.seconds()),
                        " s")
                .filed("seconds", line -> line.cell().seconds()));
        fit(columns);
        columns.add(Column.numbers("Allocated", this::allocated)
                .explained("bytes allocated in one solve to the tightest target that was measured"));
        columns.add(Column.data(
                "fromRun", line -> line.cell().origin().map(Origin::run).orElse("")));
        columns.add(Column.data(
                "foreign", line -> line.cell().origin().map(Origin::foreign).orElse("")));
        columns.add(Column.data(
                "disturbance",
                line -> line.cell().made() == null ? "" : line.cell().made().disturbance()));
        if (view.run().machines().size() > 1) {
            columns.add(Column.numbers("Host", this::host)
                    .filed("host", line -> made(line).where()));
            columns.add(Column.data("load", line -> made(line).load()));
        }
        return columns;
    }

    private Provenance made(Line line) {
        return view.run().provenance(line.cell());
    }

    private Cell host(Line line) {
        Provenance made = made(line);
        return Cell.text(made.host() == null ? "unknown" : made.host())
                .as("num", null)
                .titled(made.where())
                .small(made.load() < 0 ? "" : "load " + Quantity.fixed(made.load(), 1));
    }

    private void fit(List<Column<Line>> columns) {
        columns.add(fit("Objective P", "P(W, b)", Fit::primal, f -> Quantity.fixed(f.primal(), 7), "primal"));
        columns.add(Column.data("dual", line -> line.cell().fit().dual()));
        columns.add(Column.data("gap", line -> line.cell().fit().gap()));
        columns.add(fit(
                "Rel. gap",
                "(P − D) / P, certified",
                Fit::relativeGap,
                f -> Quantity.small(f.relativeGap()),
                "relativeGap"));
        if (view.hasPeers()) {
            columns.add(PeerColumns.aboveBound(
                    line -> line.solved() && line.cell().sameProblem()
                            ? line.cell().fit()
                            : null,
                    line -> view.bestBound()));
        }
        columns.add(fit(
                "KKT",
                "largest violation of the optimality conditions",
                Fit::kkt,
                f -> Quantity.small(f.kkt()),
                "kkt"));
        columns.add(fit("Nonzeros", "nonzero weights", Fit::nonzeros, f -> Quantity.count(f.nonzeros()), "nonzeros"));
        columns.add(fit(
                "Zeros",
                "zero weights in percent",
                Fit::sparsityPercent,
                f -> Quantity.fixed(f.sparsityPercent(), 2) + " %",
                "sparsityPercent"));
        columns.add(fit(
                "Train",
                "accuracy on the training rows",
                Fit::trainAccuracy,
                f -> Quantity.percent(f.trainAccuracy()),
                "trainAccuracy"));
        Column<Line> test = fit(
                "Test",
                "accuracy on the test rows",
                Fit::testAccuracy,
                f -> Quantity.percent(f.testAccuracy()),
                "testAccuracy");
        columns.add(view.run().data().testRows() > 0 ? test : Column.data(test.name(), test.value()));
    }

    private static Column<Line> fit(
            String heading, String words, Function<Fit, Number> value, Function<Fit, String> shown, String name) {
        return result(heading, words, c -> value.apply(c.fit()), c -> shown.apply(c.fit()), "")
                .filed(name, line -> value.apply(line.cell().fit()));
    }

    private static Column<Line> result(
            String heading,
            String explanation,
            Function<CellResult, Number> value,
            Function<CellResult, String> shown,
            String unit) {
        return Column.<Line>numbers(heading, line -> {
                    if (!line.solved()) {
                        return Cell.none(null);
                    }
                    Cell number = Cell.number(value.apply(line.cell()), shown.apply(line.cell()));
                    return number.title() == null ? number : number.titled(number.title() + unit);
                })
                .explained(explanation);
    }

    private Cell allocated(Line line) {
        if (!line.solved()) {
            return Cell.none(null);
        }
        Optional<TargetTime> measured = targets.stream()
                .flatMap(target -> view.times().of(line.solver(), target).stream())
                .filter(time -> Double.isFinite(time.bytes()))
                .reduce((looser, tighter) -> tighter);
        if (!view.isMain(line.cell())) {
            return Cell.none("measured in the row of " + line.solver());
        }
        return measured.map(time -> Cell.number(time.bytes(), Quantity.bytes(time.bytes()))
                        .titled(time.bytes() + " bytes to " + time.target().phrase()))
                .orElse(Cell.none("JMH's result does not say; measure again with 'jmh TimeToTarget'"));
    }

    private Cell name(Line line) {
        String name = line.cell() == null ? line.solver() : line.cell().label();
        Mark mark = line.cell() == null ? marks.of(name) : marks.of(line.cell());
        String page = line.cell() == null || view.isPart() ? null : Addresses.page(view, line.solver());
        return Cell.text("")
                .titled(
                        line.cell() == null
                                ? "timed by JMH, no watched run"
                                : line.cell().description())
                .then(html ->
                        html.swatch(mark).element(page == null ? "span" : "a", name, "class", "name", "href", page));
    }

    private static Cell status(Line line) {
        CellResult cell = line.cell();
        if (cell == null) {
            return Cell.text("").as("status", null).small("timed only");
        }
        if (cell.failed()) {
            return Cell.status("bad", "failed", cell.failure()).titled(cell.failure());
        }
        Cell status = !cell.met()
                ? Cell.status("poor", "not reached", missed(cell))
                : cell.published()
                        ? Cell.status(
                                "plain",
                                "stopped early",
                                "published rule, tol " + cell.rule().relativeChange())
                        : Cell.status("good", cell.status(), reached(cell));
        return status.titled(RuleWords.of(cell.rule()));
    }

    private static String reached(CellResult cell) {
        Double gap = cell.rule().relativeGap();
        return gap == null ? "" : "gap ≤ " + Quantity.power(gap);
    }

    private static String missed(CellResult cell) {
        Double gap = cell.rule().relativeGap();
        return cell.status()
                + RuleWords.limit(cell)
                + (gap == null ? "" : ", gap " + Quantity.power(gap) + " asked for");
    }

    private Cell time(Line line, Target target) {
        if (line.cell() != null && !view.isMain(line.cell())) {
            return Cell.none("timed in the row of " + line.solver());
        }
        return TimeCell.of(view, line.solver(), target);
    }
}
