package io.github.l1bench.page;

import io.github.l1bench.data.DataInfo;
import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.RunResult;
import io.github.l1bench.view.Headline;
import io.github.l1bench.view.PenaltyWords;
import io.github.l1bench.view.Quantity;
import io.github.l1bench.view.ReplayWords;
import io.github.l1bench.view.RunView;
import java.util.List;

/** The first screen: the data, the answer in one sentence, the machine, and whether to trust it. */
final class Summary {
    private final RunView view;
    private final RunResult run;

    Summary(RunView view) {
        this.view = view;
        this.run = view.run();
    }

    void write(Html html) {
        Notices.write(html, run);
        html.open("header", "class", "summary");
        html.element("p", run.data().title() + " · L1 logistic regression · run " + run.id(), "class", "eyebrow");
        Headline headline = Headline.of(view);
        html.open("h1");
        if (!headline.winner().isEmpty()) {
            html.element("em", headline.winner());
        }
        html.text(headline.rest()).close("h1");
        html.element("p", trust(), "class", "lede");
        html.open("dl", "class", "facts");
        data(html, run.data());
        problem(html);
        Facts.made(html, run.provenance());
        html.close("dl").close("header");
    }

    private String trust() {
        long certified = run.cells().stream()
                .filter(c -> !c.failed() && !c.published() && c.met() && !c.isPeer())
                .count();
        long asked =
                run.cells().stream().filter(c -> !c.published() && !c.isPeer()).count();
        long published = run.cells().stream().filter(CellResult::published).count();
        StringBuilder text = new StringBuilder();
        text.append(certified).append(" of ").append(asked).append(asked == 1 ? " solver" : " solvers");
        text.append(" reached what was asked, judged by a duality gap computed from data and coefficients alone.");
        text.append(peers());
        if (published > 0) {
            text.append(published == 1 ? " One row replays" : " " + published + " rows replay");
            text.append(" the published example's early stop, which certifies nothing.");
        }
        long reused = run.cells().stream()
                .filter(c -> c.origin().isPresent() && c.compares())
                .count();
        if (reused > 0) {
            text.append(' ').append(reused).append(reused == 1 ? " row was" : " rows were");
            text.append(" computed before, by the same code on the same data and machine.");
        }
        long foreign = run.cells().stream().filter(CellResult::isForeign).count();
        if (foreign > 0) {
            text.append(' ').append(foreign).append(foreign == 1 ? " row is" : " rows are");
            text.append(" foreign: made under other conditions, as said there, and not to be compared.");
        }
        if (run.machines().size() > 1) {
            text.append(" Results of several machines stand here: ");
            text.append(String.join("; ", run.machines()));
            text.append(". Times of unlike machines are not compared.");
        }
        return text + failures(false, "solver") + failures(true, "program");
    }

    private String failures(boolean ofPeers, String one) {
        long failed = run.cells().stream()
                .filter(cell -> cell.failed() && cell.isPeer() == ofPeers)
                .count();
        return failed == 0 ? "" : " " + failed + " " + one + (failed == 1 ? "" : "s") + " failed.";
    }

    private String peers() {
        List<CellResult> peers = run.cells().stream().filter(CellResult::isPeer).toList();
        List<CellResult> same = peers.stream().filter(CellResult::asksTheSame).toList();
        int others = peers.size() - same.size();
        StringBuilder text = new StringBuilder();
        if (!same.isEmpty()) {
            long met = same.stream().filter(CellResult::met).count();
            text.append(" So did ")
                    .append(met == 0 ? "none" : met)
                    .append(" of ")
                    .append(same.size());
            text.append(same.size() == 1 ? " other people's program." : " other people's programs.");
        }
        if (others > 0) {
            text.append(' ').append(others).append(others == 1 ? " program answers" : " programs answer");
            text.append(" another question, as said there, and ").append(others == 1 ? "is" : "are");
            text.append(" not ranked.");
        }
        String replay = ReplayWords.of(run);
        return text.append(replay.isEmpty() ? "" : " " + replay).toString();
    }

    private static void data(Html html, DataInfo data) {
        Facts.fact(
                html,
                "Data",
                data.title(),
                Quantity.count(data.trainRows()) + " × " + Quantity.count(data.features()) + " training, "
                        + (data.testRows() > 0 ? Quantity.count(data.testRows()) + " test rows" : "no test rows") + ", "
                        + Quantity.digits(data.nonzeroPercent(), 3) + " % nonzero");
    }

    private void problem(Html html) {
        Facts.fact(
                html,
                "Problem",
                "λ = " + run.lambda() + ", " + run.data().classes() + " classes",
                PenaltyWords.others(run.penalty()) + ", seed " + run.seed() + ", "
                        + run.data().standardization() + "; best certified bound P* ≥ "
                        + Quantity.fixed(view.bestBound(), 9));
    }
}
