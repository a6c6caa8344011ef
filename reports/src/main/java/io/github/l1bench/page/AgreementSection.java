package io.github.l1bench.page;

import io.github.l1bench.figure.Marks;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.Origin;
import io.github.l1bench.view.Agreement;
import io.github.l1bench.view.Quantity;
import io.github.l1bench.view.RunView;
import java.util.List;

/** Which solvers agree on the weights that are not zero. */
final class AgreementSection {
    private final RunView view;
    private final Marks marks;
    private final List<CellResult> cells;

    AgreementSection(RunView view) {
        this.view = view;
        this.marks = new Marks(view);
        this.cells = view.solved().stream()
                .filter(c ->
                        c.coef() != null && c.origin().map(Origin::sameProblem).orElse(true))
                .toList();
    }

    /** Whether there are two results to compare. */
    boolean hasContent() {
        return cells.size() > 1;
    }

    void write(Html html) {
        if (!hasContent()) {
            return;
        }
        html.open("section", "id", "agreement").element("h2", "Agreement");
        html.element(
                "p",
                "How many of the weights that are nonzero for either of two solvers are nonzero for both, and how many "
                        + "of those have opposite signs. The optimum is the same for all, so certified solvers agree.");
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Overlap of supports");
        html.open("table", "class", "matrix").open("thead").open("tr").element("td", "");
        cells.forEach(cell -> html.element("th", cell.label(), "scope", "col"));
        html.element(
                "th",
                "Support settled",
                "scope",
                "col",
                "title",
                "passes after which the same weights stayed nonzero as in the result");
        html.close("tr").close("thead").open("tbody");
        cells.forEach(cell -> row(html, cell));
        html.close("tbody").close("table").close("div").close("section");
    }

    private void row(Html html, CellResult row) {
        html.open("tr").open("th", "scope", "row");
        html.swatch(marks.of(row));
        html.text(row.label()).close("th");
        for (CellResult column : cells) {
            if (row == column) {
                html.element("td", Quantity.count(row.fit().nonzeros()), "class", "self", "title", "nonzero weights");
            } else {
                cell(html, Agreement.of(row.coef(), column.coef()));
            }
        }
        html.element("td", view.settling(row).words(), "class", "words").close("tr");
    }

    private static void cell(Html html, Agreement agreement) {
        int shade = (int) Math.round(34 * agreement.overlap());
        html.open(
                "td",
                "style",
                "background:color-mix(in srgb, var(--link) " + shade + "%, transparent)",
                "title",
                agreement.shared() + " of " + agreement.either() + " shared, " + agreement.conflicts()
                        + " with opposite signs, largest difference " + agreement.largestDifference());
        html.text(Quantity.fixed(100 * agreement.overlap(), 1) + " %");
        html.element("small", conflicts(agreement.conflicts())).close("td");
    }

    private static String conflicts(int count) {
        return count == 0 ? "" : count + (count == 1 ? " sign conflict" : " sign conflicts");
    }
}
