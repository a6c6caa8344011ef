package io.github.l1bench.overview;

import io.github.l1bench.page.Cell;
import io.github.l1bench.page.Column;
import io.github.l1bench.page.Html;
import io.github.l1bench.page.Table;
import io.github.l1bench.view.Quantity;
import java.util.List;
import java.util.function.ToIntFunction;

/** The table of solvers: on how many instances each is how far behind the fastest. */
final class SolverRows {
    private final Standing standing;
    private final Table<Standing.Row> table;

    SolverRows(Standing standing) {
        this.standing = standing;
        this.table = new Table<>(
                "Solvers",
                "plain sortable standing",
                List.of(
                        Column.words("Solver", this::name).filed("solver", Standing.Row::solver),
                        count("First", "on how many instances it is the fastest", "first", Standing.Row::first),
                        count("Within 2×", "of the fastest", "within2", Standing.Row::within2),
                        count("Within 10×", "of the fastest", "within10", Standing.Row::within10),
                        count("Certified", "reaches the target within its time", "certified", Standing.Row::certified),
                        Column.<Standing.Row>number(
                                        "Mean rank", Standing.Row::meanRank, row -> Quantity.fixed(row.meanRank(), 2))
                                .explained("over the data sets")
                                .filed("meanRank", Standing.Row::meanRank)));
    }

    private Column<Standing.Row> count(String heading, String why, String name, ToIntFunction<Standing.Row> value) {
        return Column.<Standing.Row>numbers(heading, row -> share(value.applyAsInt(row)))
                .explained(why)
                .filed(name, value::applyAsInt);
    }

    private Cell share(int count) {
        double percent = 100.0 * count / standing.instances();
        return Cell.number(count, Integer.toString(count)).small(Quantity.fixed(percent, 0) + " %");
    }

    private Cell name(Standing.Row row) {
        return new Cell(
                null,
                null,
                null,
                "",
                html -> html.swatch(standing.view().mark(row.solver())).element("span", row.solver(), "class", "name"));
    }

    void write(Html html) {
        table.write(html, standing.rows(), Standing.Row::solver);
    }

    String csv() {
        return table.csv(standing.rows());
    }

    String latex() {
        return new Table<Standing.Row>(
                        "Solvers",
                        "plain",
                        List.of(
                                Column.text("Solver", Standing.Row::solver),
                                Column.number("First", Standing.Row::first, row -> "" + row.first()),
                                Column.number("Within 2×", Standing.Row::within2, row -> "" + row.within2()),
                                Column.number("Within 10×", Standing.Row::within10, row -> "" + row.within10()),
                                Column.number("Certified", Standing.Row::certified, row -> "" + row.certified()),
                                Column.number(
                                        "Mean rank", Standing.Row::meanRank, row -> Quantity.fixed(row.meanRank(), 2))))
                .latex(standing.rows());
    }
}
