package io.github.l1bench.page;

import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.Fit;
import io.github.l1bench.result.Rung;
import io.github.l1bench.view.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Columns that tables of other people's programs share.
 *
 * @param <R> what a row is about
 * @param rung of a row; null where it has none
 * @param bound the largest certified lower bound of what a row's objective is of
 */
record PeerColumns<R>(Function<R, Rung> rung, ToDoubleFunction<R> bound) {
    /** What the program was told, which no line breaks. */
    Column<R> setting(String heading) {
        return Column.<R>words(heading, row -> word(told(row, Rung::setting)))
                .explained("its own tolerance or limit")
                .filed("setting", row -> told(row, Rung::setting));
    }

    private static Cell word(String text) {
        return Cell.text(Objects.requireNonNullElse(text, Quantity.NONE)).as("word", null);
    }

    /** What it took. */
    List<Column<R>> costs() {
        return List.of(
                cost("Fit", "seconds of its fit", "seconds", Rung::medianSeconds, Quantity::seconds),
                cost(
                        "CPU",
                        "CPU seconds of its fits at that setting",
                        "cpuSeconds",
                        Rung::cpuSeconds,
                        Quantity::seconds),
                cost(
                        "Memory",
                        "the most that its process and children had resident by then",
                        "peakBytes",
                        Rung::peakBytes,
                        Quantity::bytes));
    }

    private Column<R> cost(
            String heading,
            String explanation,
            String name,
            Function<Rung, ? extends Number> value,
            Function<Double, String> shown) {
        return Column.<R>numbers(heading, row -> {
                    Number number = told(row, value);
                    return number == null || !Double.isFinite(number.doubleValue())
                            ? Cell.none(null)
                            : Cell.number(number, shown.apply(number.doubleValue()));
                })
                .explained(explanation)
                .filed(name, row -> told(row, value));
    }

    /** What its answer is worth. */
    List<Column<R>> fits(boolean tested) {
        List<Column<R>> columns = new ArrayList<>();
        columns.add(fit("Objective P", "primal", Fit::primal, f -> Quantity.fixed(f.primal(), 7)));
        columns.add(data("dual", Fit::dual));
        columns.add(data("gap", Fit::gap));
        columns.add(fit("Rel. gap", "relativeGap", Fit::relativeGap, f -> Quantity.small(f.relativeGap())));
        columns.add(aboveBound(
                row -> rung.apply(row) == null ? null : rung.apply(row).fit(), bound));
        columns.add(fit("KKT", "kkt", Fit::kkt, f -> Quantity.small(f.kkt())));
        columns.add(fit("Nonzeros", "nonzeros", Fit::nonzeros, f -> Quantity.count(f.nonzeros())));
        columns.add(fit(
                "Zeros", "sparsityPercent", Fit::sparsityPercent, f -> Quantity.fixed(f.sparsityPercent(), 2) + " %"));
        columns.add(fit("Train", "trainAccuracy", Fit::trainAccuracy, f -> Quantity.percent(f.trainAccuracy())));
        Column<R> test = fit("Test", "testAccuracy", Fit::testAccuracy, f -> Quantity.percent(f.testAccuracy()));
        columns.add(tested ? test : Column.data(test.name(), test.value()));
        return columns;
    }

    /** What the program says of its answer. */
    Column<R> note() {
        return Column.<R>words(
                        "It says",
                        row -> Cell.text(Objects.requireNonNullElse(told(row, Rung::note), Quantity.NONE))
                                .as("words", null))
                .explained("the program's own word, beside the certificate")
                .filed("note", row -> told(row, Rung::note));
    }

    private <T> T told(R row, Function<Rung, T> what) {
        Rung own = rung.apply(row);
        return own == null ? null : what.apply(own);
    }

    private Column<R> data(String name, Function<Fit, Number> value) {
        return Column.data(name, row -> told(row, own -> value.apply(own.fit())));
    }

    private Column<R> fit(String heading, String name, Function<Fit, Number> value, Function<Fit, String> shown) {
        return Column.<R>numbers(heading, row -> {
                    Rung own = rung.apply(row);
                    return own == null ? Cell.none(null) : Cell.number(value.apply(own.fit()), shown.apply(own.fit()));
                })
                .filed(name, row -> told(row, own -> value.apply(own.fit())));
    }

    /**
     * P above the best bound: of second order in the violation of the optimality conditions, where the gap is of first.
     *
     * @param fit of a row; null where it has none
     */
    static <R> Column<R> aboveBound(Function<R, Fit> fit, ToDoubleFunction<R> bound) {
        Function<R, Double> excess = row -> {
            Fit own = fit.apply(row);
            double above = own == null ? Double.NaN : own.primal() - bound.applyAsDouble(row);
            return Double.isFinite(above) ? above : null;
        };
        return Column.<R>numbers("P above bound", row -> {
                    Double above = excess.apply(row);
                    return above == null ? Cell.none(null) : Cell.number(above, Quantity.small(above));
                })
                .explained(
                        "P less the largest certified lower bound of this page; no result is further from the optimum")
                .filed("aboveBound", excess);
    }

    /** The rung that the result of {@code cell} is of; null where it failed. */
    static Rung used(CellResult cell) {
        return cell.failed() ? null : cell.peer().last();
    }
}
