package io.github.l1bench.page;

import io.github.l1bench.result.L2Fit;
import io.github.l1bench.result.PathPoint;
import io.github.l1bench.result.StoppedRun;
import io.github.l1bench.view.PenaltyWords;
import io.github.l1bench.view.Quantity;
import io.github.l1bench.view.StudyView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The numbers behind the figures of a study. */
final class StudyTables {
    private final StudyView view;

    StudyTables(StudyView view) {
        this.view = view;
    }

    private record Column<T>(String name, Function<T, String> text) {}

    void write(Html html) {
        html.open("details").element("summary", "The numbers of these figures");
        table(html, "Runs over seeds", view.study().stopped(), stoppedColumns());
        table(html, "Regularisation path", view.study().path(), pathColumns());
        if (!view.study().l2().isEmpty()) {
            table(html, "L2 penalty", view.study().l2(), l2Columns());
        }
        html.close("details");
    }

    private static List<Column<StoppedRun>> stoppedColumns() {
        return List.of(
                new Column<>("Seed", s -> Integer.toString(s.seed())),
                new Column<>("Epochs", s -> s.epochs() + (s.met() ? "" : " (not stopped)")),
                new Column<>("Zeros, %", s -> Quantity.fixed(s.fit().sparsityPercent(), 4)),
                new Column<>(
                        "Test accuracy, %", s -> Quantity.fixed(100 * s.fit().testAccuracy(), 2)),
                new Column<>("Objective P", s -> Quantity.fixed(s.fit().primal(), 9)),
                new Column<>("Relative gap", s -> Quantity.small(s.fit().relativeGap())));
    }

    private List<Column<PathPoint>> pathColumns() {
        return List.of(
                new Column<>("λ", p -> Quantity.digits(p.lambda(), 4)),
                new Column<>("λ / λmax", p -> PenaltyWords.ratio(view.penalty(p))),
                new Column<>("C", p -> PenaltyWords.c(view.penalty(p))),
                new Column<>("Solver", PathPoint::solver),
                new Column<>("Nonzeros", p -> Quantity.count(p.fit().nonzeros())),
                new Column<>("Zeros, %", p -> Quantity.fixed(p.fit().sparsityPercent(), 2)),
                new Column<>(
                        "Test accuracy, %", p -> Quantity.fixed(100 * p.fit().testAccuracy(), 2)),
                new Column<>(
                        "Training accuracy, %",
                        p -> Quantity.fixed(100 * p.fit().trainAccuracy(), 2)),
                new Column<>("Relative gap", p -> Quantity.small(p.fit().relativeGap())));
    }

    private static List<Column<L2Fit>> l2Columns() {
        return List.of(
                new Column<>("C", l -> Quantity.digits(l.c(), 1)),
                new Column<>("Test accuracy, %", l -> Quantity.fixed(100 * l.testAccuracy(), 2)),
                new Column<>("Training accuracy, %", l -> Quantity.fixed(100 * l.trainAccuracy(), 2)),
                new Column<>("Objective", l -> Quantity.fixed(l.objective(), 6)),
                new Column<>("Largest gradient entry", l -> Quantity.small(l.gradient())));
    }

    private static <T> void table(Html html, String caption, List<T> rows, List<Column<T>> columns) {
        html.element("h3", caption);
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", caption);
        html.open("table", "class", "plain").open("thead").open("tr");
        columns.forEach(column -> html.element("th", column.name(), "scope", "col", "class", "num"));
        html.close("tr").close("thead").open("tbody");
        for (T row : rows) {
            html.open("tr");
            List<Column<T>> rest = new ArrayList<>(columns);
            html.element("th", rest.remove(0).text().apply(row), "scope", "row", "class", "num");
            rest.forEach(column -> html.element("td", column.text().apply(row), "class", "num"));
            html.close("tr");
        }
        html.close("tbody").close("table").close("div");
    }
}
