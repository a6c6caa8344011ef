package io.github.l1bench.compare;

import io.github.l1bench.statistics.Ratio;
import io.github.l1bench.view.Quantity;
import io.github.l1bench.view.RowNames;
import java.util.List;

/** A comparison as the Markdown that GitHub shows as the summary of a job. */
final class ComparisonMarkdown {
    private final Comparison comparison;
    private final RowNames names;
    private final StringBuilder out = new StringBuilder();

    ComparisonMarkdown(Comparison comparison) {
        this.comparison = comparison;
        this.names = comparison.names();
    }

    @Override
    public String toString() {
        out.setLength(0);
        out.append("### ").append(comparison.isRegression() ? "❌ " : "✅ ");
        out.append(text(comparison.before().run().id() + " → "
                        + comparison.after().run().id()))
                .append("\n\n");
        out.append("**").append(text(comparison.headline())).append("**\n\n");
        comparison
                .remarks()
                .forEach(remark -> out.append("- ").append(text(remark)).append('\n'));
        List<TimeChange> worse = comparison.times().stream()
                .filter(c -> c.verdict().isRegression)
                .toList();
        times(worse);
        results(comparison.cells().stream().filter(CellChange::isRegression).toList());
        out.append("\n<details><summary>All times and results</summary>\n");
        times(comparison.times());
        results(comparison.cells());
        return out.append("\n</details>\n").toString();
    }

    private void times(List<TimeChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        out.append("\n| Time of | Before | After | Ratio | Verdict |\n|---|---:|---:|---:|---|\n");
        for (TimeChange change : changes) {
            Ratio ratio = change.ratio();
            RowPair pair = change.pair();
            row(
                    names.name(pair.row()),
                    ComparisonText.time(pair.before()),
                    ComparisonText.time(pair.after()),
                    ratio == null ? Quantity.NONE : Quantity.fixed(ratio.value(), 3),
                    change.verdict().words);
        }
    }

    private void results(List<CellChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        out.append("\n| Result | Before | After | Verdict |\n|---|---|---|---|\n");
        for (CellChange change : changes) {
            row(
                    change.name(),
                    change.before() == null ? Quantity.NONE : change.before().status(),
                    change.after() == null ? Quantity.NONE : change.after().status(),
                    ComparisonText.judgement(change));
        }
    }

    private void row(String... cells) {
        out.append('|');
        for (String cell : cells) {
            out.append(' ').append(text(cell)).append(" |");
        }
        out.append('\n');
    }

    // What Markdown or HTML would take for markup, and what would end a table's cell.
    private static String text(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replaceAll("([\\\\`*_\\[\\]|~])", "\\\\$1")
                .replaceAll("\\R", " ");
    }
}
