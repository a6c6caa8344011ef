package io.github.l1bench.page;

import io.github.l1bench.result.L2Fit;
import io.github.l1bench.result.PathPoint;
import io.github.l1bench.result.StoppedRun;
import io.github.l1bench.view.PenaltyWords;
import io.github.l1bench.view.Quantity;
import io.github.l1bench.view.StudyView;
import java.util.List;
import java.util.function.Function;

/** The numbers behind the figures of a study. */
final class StudyTables {
    private final StudyView view;

    StudyTables(StudyView view) {
        this.view = view;
    }

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
                column("Seed", s -> Integer.toString(s.seed())),
                column("Epochs", s -> s.epochs() + (s.met() ? "" : " (not stopped)")),
                column("Zeros, %", s -> Quantity.fixed(s.fit().sparsityPercent(), 4)),
                column("Test accuracy, %", s -> Quantity.fixed(100 * s.fit().testAccuracy(), 2)),
                column("Objective P", s -> Quantity.fixed(s.fit().primal(), 9)),
                column("Relative gap", s -> Quantity.small(s.fit().relativeGap())));
    }

    private List<Column<PathPoint>> pathColumns() {
        return List.of(
                column("λ", p -> Quantity.digits(p.lambda(), 4)),
                column("λ / λmax", p -> PenaltyWords.ratio(view.penalty(p))),
                column("C", p -> PenaltyWords.c(view.penalty(p))),
                column("Solver", PathPoint::solver),
                column("Nonzeros", p -> Quantity.count(p.fit().nonzeros())),
                column("Zeros, %", p -> Quantity.fixed(p.fit().sparsityPercent(), 2)),
                column("Test accuracy, %", p -> Quantity.fixed(100 * p.fit().testAccuracy(), 2)),
                column("Training accuracy, %", p -> Quantity.fixed(100 * p.fit().trainAccuracy(), 2)),
                column("Relative gap", p -> Quantity.small(p.fit().relativeGap())));
    }

    private static List<Column<L2Fit>> l2Columns() {
        return List.of(
                column("C", l -> Quantity.digits(l.c(), 1)),
                column("Test accuracy, %", l -> Quantity.fixed(100 * l.testAccuracy(), 2)),
                column("Training accuracy, %", l -> Quantity.fixed(100 * l.trainAccuracy(), 2)),
                column("Objective", l -> Quantity.fixed(l.objective(), 6)),
                column("Largest gradient entry", l -> Quantity.small(l.gradient())));
    }

    private static <T> void table(Html html, String caption, List<T> rows, List<Column<T>> columns) {
        html.element("h3", caption);
        new Table<>(caption, "plain", columns).write(html, rows);
    }

    private static <T> Column<T> column(String heading, Function<T, String> text) {
        return Column.numbers(heading, row -> Cell.text(text.apply(row)).as("num", null));
    }
}
