package io.github.l1bench.page;

import io.github.l1bench.result.Replay;
import io.github.l1bench.view.ReplayWords;
import io.github.l1bench.view.RunView;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The published run as the user's own program makes it, digit by digit against the solver that repeats it. */
final class ReplaySection {
    static final String ID = "replay";

    private final List<Replay> replays;
    private final RunView view;

    private record Line(Replay replay, Replay.Quantity quantity) {}

    ReplaySection(RunView view) {
        this.view = view;
        this.replays = view.run().replays();
    }

    /** Whether a program was asked for it, and a solver repeats it. */
    boolean hasContent() {
        return !replays.isEmpty();
    }

    /** One line for each quantity of each replay. */
    String csv() {
        List<Column<Line>> columns = List.of(
                Column.data("peer", line -> line.replay().peer()),
                Column.data("version", line -> line.replay().version()),
                Column.data("setting", line -> line.replay().setting()),
                Column.data("solver", line -> line.replay().solver()),
                Column.data("follows", line -> line.replay().follows()),
                Column.data("quantity", line -> line.quantity().name()),
                Column.data("theirs", line -> line.quantity().theirs()),
                Column.data("ours", line -> line.quantity().ours()),
                Column.data("digits", line -> line.quantity().digits()));
        return new Table<>("Replays", "plain", columns)
                .csv(replays.stream()
                        .flatMap(replay -> replay.quantities().stream().map(quantity -> new Line(replay, quantity)))
                        .toList());
    }

    void write(Html html) {
        if (!hasContent()) {
            return;
        }
        html.open("section", "id", ID).element("h2", "The published run, theirs and ours");
        html.open("p", "class", "finding")
                .element("strong", ReplayWords.of(view.run()))
                .closeInline("p");
        replays.forEach(replay -> write(html, replay));
        html.close("section");
    }

    private static void write(Html html, Replay replay) {
        html.element(
                "p",
                replay.peer() + " was told " + replay.setting() + " and says: " + replay.note() + ". " + replay.solver()
                        + " ended after " + replay.epochs() + " epochs on the same rows with the same seed; it follows "
                        + replay.follows() + ". Digits are compared up to the " + Replay.DIGITS
                        + "th; what is beyond is the rounding of another order of additions.");
        List<Column<Replay.Quantity>> columns = List.of(
                Column.text("Quantity", Replay.Quantity::name),
                number(replay.version(), quantity -> written(quantity, quantity.theirs(), quantity.ours())),
                number(replay.solver(), quantity -> written(quantity, quantity.ours(), quantity.theirs())),
                Column.numbers("Digits that agree", ReplaySection::digits));
        new Table<>("The published run by " + replay.peer() + " and by " + replay.solver(), "plain digits", columns)
                .write(html, replay.quantities());
    }

    private static Column<Replay.Quantity> number(String heading, Function<Replay.Quantity, Cell> cell) {
        return Column.numbers(heading, cell);
    }

    // What is common to both stands out.
    private static Cell written(Replay.Quantity quantity, double own, double other) {
        String text = text(own);
        String beside = text(other);
        int same = 0;
        while (same < Math.min(text.length(), beside.length()) && text.charAt(same) == beside.charAt(same)) {
            same++;
        }
        String common = text.substring(0, same);
        String rest = text.substring(same);
        return Cell.text("")
                .as("num", Double.toString(own))
                .titled(Double.toString(own))
                .then(html -> html.element("b", common).text(rest));
    }

    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.10f", value);
    }

    private static Cell digits(Replay.Quantity quantity) {
        return Cell.text(quantity.same() ? "all" : Integer.toString(quantity.digits()))
                .as(quantity.same() ? "num good" : "num poor", Integer.toString(quantity.digits()));
    }
}
