package io.github.l1bench.page;

import io.github.l1bench.figure.Marks;
import io.github.l1bench.figure.RunFigures;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.PeerRun;
import io.github.l1bench.run.JmhRow;
import io.github.l1bench.solver.Option;
import io.github.l1bench.solver.Solver;
import io.github.l1bench.view.Benchmarks;
import io.github.l1bench.view.Origins;
import io.github.l1bench.view.PeerWords;
import io.github.l1bench.view.PenaltyWords;
import io.github.l1bench.view.Quantity;
import io.github.l1bench.view.RegisteredSolver;
import io.github.l1bench.view.RunView;
import io.github.l1bench.view.TargetTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The page of one solver in one run: what it is, its options, its times, its curve and its maps. */
final class SolverPage {
    private static final String RUN_PAGE = "../" + Addresses.RUN_PAGE;

    private final RunView run;
    private final RunView view;
    private final String solver;
    private final CellResult main;

    SolverPage(RunView run, String solver) {
        this.run = run;
        this.view = run.only(solver);
        this.solver = solver;
        this.main = view.mainCell(solver).orElseThrow();
    }

    /** The whole page. */
    String render() {
        Html html = new Html();
        html.open("main");
        header(html);
        if (main.isPeer()) {
            new PeerTable(view).write(html);
            RungsSection.write(html, view, main);
        } else {
            new SolverTable(view).write(html);
        }
        options(html);
        times(html);
        ConvergenceSection.write(
                html, new PageFigures(new RunFigures(view).curves(), "../" + Addresses.FIGURES), main.isPeer());
        new WeightsSection(view, new RunFigures(view), "../" + Addresses.FIGURES).write(html);
        others(html);
        html.close("main");
        String title = solver + ", run " + run.run().id();
        return Page.interactive(title, html, EmbeddedData.json(view, Map.of()));
    }

    private void header(Html html) {
        Notices.write(html, run.run());
        html.open("header", "class", "summary").open("p", "class", "eyebrow");
        html.text(run.run().data().title() + " · L1 logistic regression, "
                + PenaltyWords.of(run.run().penalty()) + " · ");
        html.element("a", "run " + run.run().id(), "href", RUN_PAGE).close("p");
        html.open("h1");
        html.swatch(new Marks(run).of(solver));
        html.element("em", solver).close("h1");
        html.element("p", main.description(), "class", "lede").open("dl", "class", "told");
        RegisteredSolver.of(solver)
                .map(Solver::formula)
                .filter(formula -> !formula.isEmpty())
                .ifPresent(formula -> fact(html, "Step", RegisteredSolver.typeset(formula), "formula"));
        if (main.isPeer()) {
            peer(html, main.peer());
        } else {
            fact(html, "Follows", main.reference(), null);
        }
        html.close("dl").close("header");
    }

    private static void peer(Html html, PeerRun peer) {
        fact(html, "Version", peer.version(), null);
        fact(html, "Runs on", peer.runtime(), null);
        fact(html, "Licence", peer.licence(), null);
        html.open("div").element("dt", "Home").open("dd");
        boolean address = peer.home().matches("https?://\\S+");
        html.element(
                address ? "a" : "span",
                peer.home(),
                "href",
                address ? peer.home() : null,
                "rel",
                address ? "noreferrer" : null);
        html.closeInline("dd").close("div");
        fact(html, "Question", PeerWords.question(peer), null);
        if (!peer.mapping().isEmpty()) {
            fact(html, "Mapping", peer.mapping(), null);
        }
    }

    private static void fact(Html html, String name, String value, String kind) {
        html.open("div").element("dt", name).element("dd", value, "class", kind).close("div");
    }

    private void options(Html html) {
        html.open("section", "id", "options").element("h2", "Options");
        if (main.options().isEmpty()) {
            html.element("p", "It has none.").close("section");
            return;
        }
        List<Column<Map.Entry<String, String>>> columns = List.of(
                Column.words("Option", option -> code(option.getKey())),
                Column.words("Value", option -> code(option.getValue())),
                Column.words("Unless given", option -> code(told(option, Option::initial))),
                Column.text("Takes", option -> told(option, Option::takes)),
                Column.text("What it does", option -> told(option, Option::description)));
        new Table<>("Options", "plain", columns).write(html, new TreeMap<>(main.options()).entrySet());
        html.close("section");
    }

    private static Cell code(String text) {
        return Cell.text("").then(html -> html.element("code", text));
    }

    private String told(Map.Entry<String, String> option, Function<Option, String> what) {
        return RegisteredSolver.option(solver, option.getKey()).map(what).orElse(Quantity.NONE);
    }

    private void times(Html html) {
        List<TargetTime> own = run.times().all().stream()
                .filter(t -> t.solver().equals(solver))
                .toList();
        if (own.isEmpty()) {
            return;
        }
        html.open("section", "id", "times").element("h2", "Times");
        List<TargetTime> rows = run.times().byManner().values().stream()
                .flatMap(List::stream)
                .flatMap(target -> run.times().of(solver, target).stream())
                .toList();
        new Table<>("Times to targets", "plain sortable", timeColumns()).write(html, rows);
        html.element(
                "p",
                "JMH's mean with its 95 % confidence interval, by a hierarchical bootstrap over forks and shots; a time"
                        + " counts only where the target was certified"
                        + " on every measured solve.",
                "class",
                "note");
        passCost(html);
        html.close("section");
    }

    private List<Column<TargetTime>> timeColumns() {
        return List.of(
                Column.text("To", time -> time.target().phrase()),
                Column.text(
                        "How",
                        time -> time.target().manner()
                                + (time.reusedFrom().isEmpty() ? "" : ", reused from run " + time.reusedFrom())),
                Column.numbers(
                        "Time",
                        time -> time.reached()
                                ? Cell.number(time.seconds(), Quantity.seconds(time.seconds()))
                                : Cell.text(time.shortfall()).as("num", "1e300")),
                Column.number(
                        "95 % interval",
                        TargetTime::low,
                        time -> time.reached() ? Quantity.interval(time.interval(), time.seconds()) : ""),
                Column.number(
                        "Place",
                        this::place,
                        time -> place(time) == null
                                ? ""
                                : place(time) + " of "
                                        + run.times().ranking(time.target()).size()),
                Column.number(
                        "× the fastest",
                        this::ratio,
                        time -> ratio(time) == null ? "" : Quantity.digits(ratio(time), 3)),
                Column.number("Passes", TargetTime::passes, time -> Quantity.passes(time.passes())),
                Column.number("Measured", time -> time.shots().forks(), time -> Quantity.repetitions(time.shots())));
    }

    /** From 1 on; null where it is not ranked. */
    private Integer place(TargetTime time) {
        int index = run.times().ranking(time.target()).indexOf(time);
        return index < 0 ? null : index + 1;
    }

    private Double ratio(TargetTime time) {
        return place(time) == null
                ? null
                : time.seconds() / run.times().ranking(time.target()).get(0).seconds();
    }

    private void passCost(Html html) {
        run.scores().stream()
                .filter(s -> s.className().equals(Benchmarks.ONE_PASS)
                        && Origins.solver(s).equals(solver)
                        && Double.isFinite(s.seconds()))
                .map(JmhRow::perPass)
                .forEach(pass -> html.element(
                        "p",
                        "One pass of it takes " + Quantity.seconds(pass.seconds()) + " ("
                                + Quantity.interval(pass.secondsPerOperation().interval(), pass.seconds()) + "; "
                                + Quantity.repetitions(pass.secondsPerOperation()) + ")."));
    }

    private void others(Html html) {
        html.open("nav", "aria-label", "Solvers of this run");
        html.element("a", "All solvers of the run", "href", RUN_PAGE);
        for (String other : run.solvers()) {
            if (!other.equals(solver)) {
                html.element("a", other, "href", Addresses.fileOf(run, other));
            }
        }
        html.close("nav");
    }
}
