package io.github.l1bench.view;

import io.github.l1bench.data.PublishedExample;
import io.github.l1bench.result.Fit;
import io.github.l1bench.result.PeerRun;
import io.github.l1bench.result.Replay;
import io.github.l1bench.result.RunResult;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the published example prints when other people's program runs it on this machine, in sentences. */
public final class ReplayWords {
    private ReplayWords() {}

    /** What each of them printed here, and whether the suite's solver repeats it; empty where none was asked. */
    public static String of(RunResult run) {
        return run.replays().stream().map(replay -> sentence(run, replay)).collect(Collectors.joining(" "));
    }

    private static String sentence(RunResult run, Replay replay) {
        String what = PublishedExample.is(run.data(), run.lambda())
                ? "The published example"
                : "The published example's rule, on these data";
        return what + ", run by this machine's own " + replay.version() + ", prints " + printed(run, replay) + "; "
                + replay.solver() + " " + agreement(replay) + ".";
    }

    private static String printed(RunResult run, Replay replay) {
        PeerRun peer = run.cells().stream()
                .filter(cell -> cell.label().equals(replay.peer()))
                .findFirst()
                .orElseThrow()
                .peer();
        Fit fit = peer.published().fit();
        return Quantity.fixed(fit.sparsityPercent(), 2) + " % zeros"
                + (fit.testAccuracy() == null
                        ? ""
                        : String.format(Locale.ROOT, " and a test accuracy of %.4f", fit.testAccuracy()));
    }

    /** {@code repeats it in every digit}, or how it differs. */
    public static String agreement(Replay replay) {
        if (replay.same()) {
            return "repeats it in every digit";
        }
        String differing = replay.quantities().stream()
                .filter(quantity -> !quantity.same())
                .map(quantity -> quantity.name() + " after " + quantity.digits()
                        + (quantity.digits() == 1 ? " digit" : " digits"))
                .collect(Collectors.joining(", "));
        return "differs in " + differing + ", for it follows " + replay.follows();
    }
}
