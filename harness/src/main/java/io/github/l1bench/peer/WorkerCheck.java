package io.github.l1bench.peer;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.DenseDesign;
import io.github.l1bench.problem.Design;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.problem.SparseDesign;
import io.github.l1bench.problem.Standardization;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.ops.DConvertMatrixStruct;

/** Checks a worker against the protocol, claim by claim, on small problems that are made here. */
public final class WorkerCheck {
    private static final int SAMPLES = 60;
    private static final int FEATURES = 5;
    private static final double DENSITY = 0.3;
    private static final double SHARE_OF_LAMBDA_MAX = 0.2;

    private final Peer peer;
    private final Worker.Patience patience;
    private final double fitSeconds;
    private final List<Claim> claims = new ArrayList<>();

    /**
     * What was checked.
     *
     * @param words what a worker has to do
     * @param fault what it did instead; empty where it holds
     */
    public record Claim(String words, String fault) {
        /** Whether it holds. */
        public boolean holds() {
            return fault.isEmpty();
        }
    }

    @FunctionalInterface
    private interface Check {
        void run() throws PeerException, IOException;
    }

    /** @param fitSeconds that a fit of a small problem may take */
    public WorkerCheck(Peer peer, Worker.Patience patience, double fitSeconds) {
        this.peer = peer;
        this.patience = patience;
        this.fitSeconds = fitSeconds;
    }

    /** All claims that could be checked: of a worker whose process ends early, those up to there. */
    public List<Claim> run() {
        claims.clear();
        claim(
                "starts, and says hello with protocol, version and runtime",
                () -> Worker.start(peer, patience).close());
        if (!claims.get(0).holds()) {
            return List.copyOf(claims);
        }
        session("a dense design of three classes", problem(false, 3));
        session("a dense design of two classes", problem(false, 2));
        session("a sparse design (CSR)", problem(true, 3));
        claim("answers nonsense with 'failed' and lives on", this::livesOn);
        claim("ends when it is told to quit, with status 0 and a bye", this::quits);
        return List.copyOf(claims);
    }

    private void claim(String words, Check check) {
        try {
            check.run();
            claims.add(new Claim(words, ""));
        } catch (PeerException | IOException e) {
            claims.add(new Claim(words, "it " + e.getMessage()));
        }
    }

    private void session(String kind, MultinomialProblem problem) {
        try (ProblemFolder folder = ProblemFolder.of(problem);
                Worker worker = Worker.start(peer, patience)) {
            List<String> settings = peer.ladder().settings();
            double[] gaps = new double[2];
            claim("reads " + kind, () -> worker.load(folder));
            claim(
                    "solves it by the loosest rung, and writes finite coefficients of the right sizes",
                    () -> gaps[0] = gap(worker, problem, settings.get(0)));
            // Who penalises the intercept is certified by the question without: nearer to one optimum may be farther
            // from the other.
            boolean same = peer.question() != Question.PENALISED_INTERCEPT;
            claim("solves it by the rung in the middle" + (same ? ", no worse" : ""), () -> {
                gaps[1] = gap(worker, problem, settings.get(settings.size() / 2));
                if (same) {
                    requireNoWorse(gaps);
                }
            });
            claim("says the same when it is asked for the same", () -> requireRepeatable(worker, settings.get(0)));
        } catch (PeerException | IOException e) {
            claims.add(new Claim("starts once more, for " + kind, "it " + e.getMessage()));
        }
    }

    private double gap(Worker worker, MultinomialProblem problem, String setting) throws PeerException, IOException {
        worker.solve(setting, 0, fitSeconds);
        return peer.question()
                .certifier(problem)
                .apply(worker.answer().coefficients())
                .relativeGap();
    }

    private static void requireNoWorse(double[] gaps) throws PeerException {
        if (!(gaps[1] <= gaps[0])) {
            throw new PeerException(String.format(
                    Locale.ROOT, "has a relative gap of %.1e, and by the loosest rung one of %.1e", gaps[1], gaps[0]));
        }
    }

    private void requireRepeatable(Worker worker, String setting) throws PeerException, IOException {
        worker.solve(setting, 1, fitSeconds);
        Coefficients first = worker.answer().coefficients();
        worker.solve(setting, 1, fitSeconds);
        Coefficients second = worker.answer().coefficients();
        if (!Arrays.deepEquals(first.weights(), second.weights())
                || !Arrays.equals(first.intercept(), second.intercept())) {
            throw new PeerException("returns another answer when it is asked again with the same seed: a fit has to"
                    + " begin afresh, and chance has to come from the seed");
        }
    }

    private void livesOn() throws PeerException {
        try (Worker worker = Worker.start(peer, patience)) {
            requireFailed(worker, "nonsense");
            requireFailed(worker, "solve", peer.ladder().settings().get(0), "seed=0");
            requireFailed(worker, "nonsense");
        }
    }

    private void requireFailed(Worker worker, String... words) throws PeerException {
        try {
            worker.say(Message.FAILED, fitSeconds, words);
        } catch (PeerException e) {
            if (!worker.isAlive()) {
                throw e;
            }
        }
    }

    private void quits() throws PeerException {
        try (WorkerProcess process = new WorkerProcess(peer, patience.farewellSeconds())) {
            process.answer("hello", patience.startSeconds());
            process.ask("bye", fitSeconds, "quit");
            process.requireEnd(patience.farewellSeconds());
        }
    }

    // Clouds around a mean for each class; of the sparse one most entries are zero, and nothing is centred.
    private static MultinomialProblem problem(boolean sparse, int classes) {
        Random random = new Random(1);
        DMatrixRMaj raw = new DMatrixRMaj(SAMPLES, FEATURES);
        int[] labels = new int[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            labels[i] = i % classes;
            for (int j = 0; j < FEATURES; j++) {
                boolean zero = sparse && random.nextDouble() > DENSITY;
                raw.set(i, j, zero ? 0 : random.nextGaussian() + (labels[i] == j % classes ? 1 : 0));
            }
        }
        MultinomialProblem problem = new MultinomialProblem(design(raw, sparse), labels, classes, 1);
        return problem.withLambda(SHARE_OF_LAMBDA_MAX * problem.lambdaMax());
    }

    private static Design design(DMatrixRMaj raw, boolean sparse) {
        return sparse
                ? new SparseDesign(
                        DConvertMatrixStruct.convert(raw, (DMatrixSparseCSC) null, 0),
                        Standardization.none(raw.numCols))
                : new DenseDesign(raw);
    }
}
