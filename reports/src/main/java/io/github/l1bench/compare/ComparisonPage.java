package io.github.l1bench.compare;

import io.github.l1bench.page.Html;
import io.github.l1bench.page.Notices;
import io.github.l1bench.page.Page;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.Provenance;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.run.JmhRow;
import io.github.l1bench.statistics.Ratio;
import io.github.l1bench.view.ProvenanceWords;
import io.github.l1bench.view.Quantity;
import io.github.l1bench.view.RowNames;
import io.github.l1bench.view.TargetTime;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/** The page of two runs side by side. */
final class ComparisonPage {
    private final Comparison comparison;
    private final RunResult before;
    private final RunResult after;
    private final RowNames names;

    ComparisonPage(Comparison comparison) {
        this.comparison = comparison;
        this.before = comparison.before().run();
        this.after = comparison.after().run();
        this.names = comparison.names();
    }

    String render() {
        Html html = new Html().open("main");
        Notices.write(html, after);
        html.open("header", "class", "summary");
        html.element("p", "Comparison · " + before.id() + " → " + after.id(), "class", "eyebrow");
        html.open("h1").text(comparison.headline()).close("h1");
        html.element(
                "p",
                "Ratios are after / before, below 1 is faster. A change counts where it is significant at 5 % by a "
                        + "hierarchical bootstrap over forks and shots, corrected for the number of rows after Holm.",
                "class",
                "lede");
        comparison.remarks().forEach(remark -> html.element("p", remark, "class", "notice quiet"));
        html.close("header");
        times(html);
        results(html);
        provenance(html);
        html.close("main");
        return Page.sortable("Comparison of " + before.id() + " and " + after.id(), html);
    }

    private void times(Html html) {
        if (comparison.times().isEmpty()) {
            return;
        }
        html.open("section").element("h2", "Times");
        head(html, List.of("Time of"), List.of("Before", "After", "Ratio", "95 % interval", "p"), List.of("Verdict"));
        comparison.times().forEach(change -> row(html, change));
        html.close("tbody").close("table").close("div").close("section");
    }

    private static void head(Html html, List<String> names, List<String> numbers, List<String> words) {
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", names.get(0));
        html.open("table", "class", "plain sortable").open("thead").open("tr");
        names.forEach(name -> html.element("th", name, "scope", "col", "class", "text"));
        numbers.forEach(name -> html.element("th", name, "scope", "col", "class", "num"));
        words.forEach(name -> html.element("th", name, "scope", "col", "class", "text"));
        html.close("tr").close("thead").open("tbody");
    }

    private void row(Html html, TimeChange change) {
        Ratio ratio = change.ratio();
        html.open("tr").open("th", "scope", "row", "class", "text");
        html.text(names.name(change.pair().row())).close("th");
        time(html, change.pair().before());
        time(html, change.pair().after());
        number(html, ratio == null ? Double.NaN : ratio.value(), ratio == null ? "" : Quantity.fixed(ratio.value(), 3));
        boolean tested = ratio != null && ratio.tested();
        number(
                html,
                tested ? ratio.interval().low() : Double.NaN,
                tested ? Quantity.fixed(ratio.interval().low(), 3) + " to " + Quantity.fixed(ratio.interval().high(), 3) : "");
        number(html, tested ? ratio.pDifferent() : Double.NaN, tested ? Quantity.small(ratio.pDifferent()) : "");
        html.open("td", "class", "status " + kind(change.verdict()));
        html.element("strong", change.verdict().words).close("td").close("tr");
    }

    private static String kind(TimeChange.Verdict verdict) {
        return switch (verdict) {
            case SLOWER, UNTOLD, LOST, FAILED, MISSING -> "bad";
            case FASTER, GAINED, NEW -> "good";
            case UNKNOWN, TOLERATED -> "poor";
            case SAME, NEVER -> "nothing";
        };
    }

    private static void time(Html html, JmhRow score) {
        boolean counts = score != null && TargetTime.counts(score);
        number(html, counts ? score.seconds() : 1e300, ComparisonText.time(score));
    }

    private static void number(Html html, double value, String shown) {
        boolean known = Double.isFinite(value);
        html.element(
                "td",
                shown.isEmpty() ? Quantity.NONE : shown,
                "class",
                "num",
                "data-v",
                known ? "" + value : "",
                "title",
                known && value < 1e300 ? "" + value : null);
    }

    private void results(Html html) {
        html.open("section").element("h2", "Results");
        head(
                html,
                List.of("Solver", "Status"),
                List.of("Passes", "Objective P", "Rel. gap", "Nonzeros", "Zeros", "Test"),
                List.of());
        comparison.cells().forEach(change -> row(html, change));
        html.close("tbody").close("table").close("div");
        html.element("p", "Where a number changed, the earlier one stands below it.", "class", "note")
                .close("section");
    }

    private static void row(Html html, CellChange change) {
        CellResult a = change.before();
        CellResult b = change.after();
        html.open("tr").element("th", change.name(), "scope", "row", "class", "text");
        boolean good = b != null && b.met();
        html.open("td", "class", "status " + (change.isRegression() ? "bad" : good ? "good" : "poor"));
        html.element("strong", b == null ? "missing" : b.status());
        String before = a == null ? change.verdict().words : "before: " + a.status();
        boolean same = a != null && b != null && a.status().equals(b.status());
        html.element("small", b != null && b.failed() ? b.failure() : same ? "" : before);
        html.close("td");
        both(html, change, CellResult::passes, Quantity::passes);
        both(html, change, cell -> cell.fit().primal(), value -> Quantity.fixed(value, 7));
        both(html, change, cell -> cell.fit().relativeGap(), Quantity::small);
        both(html, change, cell -> cell.fit().nonzeros(), value -> Quantity.fixed(value, 0));
        both(html, change, cell -> cell.fit().sparsityPercent(), value -> Quantity.fixed(value, 2));
        both(html, change, ComparisonPage::accuracy, Quantity::percent);
        html.close("tr");
    }

    private static double accuracy(CellResult cell) {
        return cell.fit().testAccuracy() == null ? Double.NaN : cell.fit().testAccuracy();
    }

    private static void both(
            Html html, CellChange change, ToDoubleFunction<CellResult> number, DoubleFunction<String> words) {
        double a = number(change.before(), number);
        double b = number(change.after(), number);
        both(html, a, b, words.apply(a), words.apply(b));
    }

    private static double number(CellResult cell, ToDoubleFunction<CellResult> number) {
        return cell == null || cell.failed() ? Double.NaN : number.applyAsDouble(cell);
    }

    private static void both(Html html, double a, double b, String shownA, String shownB) {
        html.open(
                "td",
                "class",
                "num",
                "data-v",
                Double.isFinite(b) ? "" + b : "",
                "title",
                "before " + a + ", after " + b);
        html.text(shownB).element("small", shownA.equals(shownB) ? "" : shownA).closeInline("td");
    }

    private void provenance(Html html) {
        Provenance a = before.provenance();
        Provenance b = after.provenance();
        html.open("section").element("h2", "How they were made");
        html.open("div", "class", "scroll")
                .open("table", "class", "plain runs")
                .open("thead")
                .open("tr");
        for (String column : List.of("", "Before", "After")) {
            html.element("th", column, "scope", "col");
        }
        html.close("tr").close("thead").open("tbody");
        line(html, "Run", before.id(), after.id());
        line(html, "Date", a.created(), b.created());
        line(html, "Revision", ProvenanceWords.revision(a.revision()), ProvenanceWords.revision(b.revision()));
        line(html, "Java", a.java(), b.java());
        line(html, "JVM flags", String.join(" ", a.flags()), String.join(" ", b.flags()));
        line(html, "Processor", a.cpu() + ", cores: " + a.cores(), b.cpu() + ", cores: " + b.cores());
        line(html, "System", a.os(), b.os());
        line(html, "Load at start", "" + a.load(), "" + b.load());
        line(html, "Command", a.command(), b.command());
        html.close("tbody").close("table").close("div").close("section");
    }

    private static void line(Html html, String name, String a, String b) {
        html.open("tr")
                .element("th", name, "scope", "row")
                .element("td", a)
                .element("td", b)
                .close("tr");
    }
}
