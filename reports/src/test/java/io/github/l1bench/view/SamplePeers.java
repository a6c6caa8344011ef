package io.github.l1bench.view;

import io.github.l1bench.result.CellResult;
import io.github.l1bench.result.Fit;
import io.github.l1bench.result.PeerRun;
import io.github.l1bench.result.Rule;
import io.github.l1bench.result.Rung;
import io.github.l1bench.result.TracePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Made-up results of other people's programs, on two rungs. */
public final class SamplePeers {
    /** The lower bound that each of them found. */
    public static final double BOUND = 1.36;

    private static final CellResult SOLVER = Sample.cell("solver-0", 1);

    private SamplePeers() {}

    /** One rung leaves a gap of 0.1; the last one of 1e-7 where it certifies, else of 0.05. */
    public static CellResult peer(String name, String question, boolean certifies) {
        return peer(name, question, certifies, null);
    }

    /** The same, which also made the published run. */
    public static CellResult peer(String name, String question, boolean certifies, Fit published) {
        List<Rung> rungs = new ArrayList<>();
        rungs.add(rung("tol=1e-3", 0.002, false, fit(0.1)));
        rungs.add(rung("tol=1e-7", 0.004, certifies, fit(certifies ? 1e-7 : 0.05)));
        Rung last = rungs.get(1);
        return new CellResult(
                name,
                name,
                "other people's " + name,
                "https://example.org",
                Map.of("ladder", "tol from 1e-3 to 1e-7"),
                false,
                new Rule(1e-6, null, null, 20.0),
                certifies ? "certified" : "never certified",
                certifies,
                null,
                0,
                Double.NaN,
                last.medianSeconds(),
                last.fit(),
                rungs.stream()
                        .map(rung -> new TracePoint(Double.NaN, 0, rung.medianSeconds(), rung.fit()))
                        .toList(),
                SOLVER.coef(),
                SOLVER.intercept(),
                run(
                        question,
                        published == null ? null : rung("tol=0.1", 0.001, false, published),
                        rungs,
                        certifies
                                ? "tol=1e-7 is the loosest that certifies in every repeat"
                                : "the tightest rung leaves a gap"),
                null);
    }

    /** One that failed at once. */
    public static CellResult failed(String name, String failure) {
        return new CellResult(
                name,
                name,
                "other people's " + name,
                "https://example.org",
                Map.of(),
                false,
                new Rule(1e-6, null, null, 20.0),
                "failed",
                false,
                failure,
                0,
                Double.NaN,
                0,
                Fit.NONE,
                List.of(),
                null,
                null,
                run("multinomial", null, List.of(), failure),
                null);
    }

    private static PeerRun run(String question, Rung published, List<Rung> rungs, String end) {
        return new PeerRun(
                "glm 4.1",
                "R 4.2",
                "GPL-2",
                "https://example.org",
                question,
                "alpha is 1, lambda the suite's",
                published,
                rungs,
                end,
                List.of("it wrote this"));
    }

    private static Rung rung(String setting, double seconds, boolean certified, Fit fit) {
        return new Rung(
                setting,
                List.of(seconds),
                certified ? null : seconds,
                certified ? null : 20_000_000L,
                certified,
                "7 passes over all, by " + setting,
                fit);
    }

    /** Of that relative gap, with a bound that solvers' are above. */
    private static Fit fit(double gap) {
        return new Fit(1.3653868 * (1 + gap), BOUND, gap, gap, gap, 70, 99, 0.9, 0.8);
    }
}
