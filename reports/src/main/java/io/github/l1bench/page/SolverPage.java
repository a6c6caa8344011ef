package io.github.l1bench.page;

import io.github.l1bench.figure.FigureFiles;
import io.github.l1bench.figure.Layout;
import io.github.l1bench.figure.Marks;
import io.github.l1bench.figure.RunFigures;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.run.JmhRow;
import io.github.l1bench.solver.Option;
import io.github.l1bench.solver.Solver;
import io.github.l1bench.view.Benchmarks;
import io.github.l1bench.view.Origins;
import io.github.l1bench.view.PenaltyWords;
import io.github.l1bench.view.Quantity;
import io.github.l1bench.view.RegisteredSolver;
import io.github.l1bench.view.RunView;
import io.github.l1bench.view.TargetTime;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.knowm.xchart.internal.chartpart.IChart;

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
    String render() throws IOException {
        Html html = new Html();
        html.open("main");
        header(html);
        new SolverTable(view).write(html);
        options(html);
        times(html);
        convergence(html);
        new WeightsSection(view, new RunFigures(view, Layout.WIDE), "../" + Addresses.FIGURES).write(html);
        others(html);
        html.close("main");
        String title = solver + ", run " + run.run().id();
        return Page.interactive(title, html, EmbeddedData.json(view));
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
        fact(html, "Follows", main.reference(), null);
        html.close("dl").close("header");
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
        html.open("div", "class", "scroll").open("table", "class", "plain").open("thead");
        html.open("tr");
        for (String column : List.of("Option", "Value", "Unless given", "Takes", "What it does")) {
            html.element("th", column, "scope", "col", "class", "text");
        }
        html.close("tr").close("thead").open("tbody");
        new TreeMap<>(main.options()).forEach((name, value) -> {
            Optional<Option> option = RegisteredSolver.option(solver, name);
            html.open("tr").open("th", "scope", "row").element("code", name).close("th");
            html.open("td").element("code", value).close("td");
            html.open("td")
                    .element("code", option.map(Option::initial).orElse(Quantity.NONE))
                    .close("td");
            html.element("td", option.map(Option::takes).orElse(Quantity.NONE));
            html.element("td", option.map(Option::description).orElse(Quantity.NONE));
            html.close("tr");
        });
        html.close("tbody").close("table").close("div").close("section");
    }

    private void times(Html html) {
        List<TargetTime> own = run.times().all().stream()
                .filter(t -> t.solver().equals(solver))
                .toList();
        if (own.isEmpty()) {
            return;
        }
        html.open("section", "id", "times").element("h2", "Times");
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Times to targets");
        html.open("table", "class", "plain sortable").open("thead").open("tr");
        html.element("th", "To", "scope", "col", "class", "text");
        html.element("th", "How", "scope", "col", "class", "text");
        for (String column : List.of("Time", "95 % interval", "Place", "× the fastest", "Passes", "Measured")) {
            html.element("th", column, "scope", "col", "class", "num");
        }
        html.close("tr").close("thead").open("tbody");
        run.times().byManner().values().stream()
                .flatMap(List::stream)
                .forEach(target -> run.times().of(solver, target).ifPresent(time -> row(html, time)));
        html.close("tbody").close("table").close("div");
        html.element(
                "p",
                "JMH's mean with its 95 % confidence interval, by a hierarchical bootstrap over forks and shots; a time counts only where the target was certified"
                        + " on every measured solve.",
                "class",
                "note");
        passCost(html);
        html.close("section");
    }

    private void row(Html html, TargetTime time) {
        List<TargetTime> ranking = run.times().ranking(time.target());
        boolean reached = time.reached();
        html.open("tr").element("th", time.target().phrase(), "scope", "row", "class", "text");
        html.element(
                "td",
                time.target().manner() + (time.reusedFrom().isEmpty() ? "" : ", reused from run " + time.reusedFrom()),
                "class",
                "text");
        cell(html, reached ? time.seconds() : 1e300, reached ? Quantity.seconds(time.seconds()) : time.shortfall());
        cell(html, time.low(), reached ? Quantity.interval(time.interval(), time.seconds()) : "");
        int place = ranking.indexOf(time) + 1;
        cell(html, place > 0 ? place : Double.NaN, place > 0 ? place + " of " + ranking.size() : "");
        double ratio = place > 0 ? time.seconds() / ranking.get(0).seconds() : Double.NaN;
        cell(html, ratio, place > 0 ? Quantity.digits(ratio, 3) : "");
        cell(html, time.passes(), Quantity.passes(time.passes()));
        cell(html, time.shots().forks(), Quantity.repetitions(time.shots()));
        html.close("tr");
    }

    private static void cell(Html html, double value, String shown) {
        html.element(
                "td",
                shown.isEmpty() ? Quantity.NONE : shown,
                "class",
                "num",
                "data-v",
                Double.isFinite(value) ? "" + value : "");
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

    private void convergence(Html html) throws IOException {
        Map<String, String> svgs = new LinkedHashMap<>();
        Map<String, IChart> charts = new RunFigures(view, Layout.WIDE).curves();
        for (Map.Entry<String, IChart> chart : charts.entrySet()) {
            svgs.put(chart.getKey(), FigureFiles.svg(chart.getValue()));
        }
        ConvergenceSection.write(html, new InlineFigures(svgs, Map.of(), null));
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
