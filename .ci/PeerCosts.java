import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSources;
import io.github.l1bench.data.Dataset;
import io.github.l1bench.peer.Peer;
import io.github.l1bench.peer.ProblemFolder;
import io.github.l1bench.peer.Solved;
import io.github.l1bench.peer.Worker;
import io.github.l1bench.problem.MultinomialProblem;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What it costs that a peer is another process: PeerCosts DATA ROWS PEER... Prints how long a problem of so many rows
 * takes to write and to be read by the first peer, and how much later than the worker's own clock tells answers come, at
 * the loosest rung of each peer on the digits. Exit status 1 where both take 2 s or more, a call 2 ms, or, of fits
 * beyond 100 ms, more than 1 % of the fit.
 */
final class PeerCosts {
    private static final int CALLS = 50;
    private static final double LONG_FIT = 0.1;

    public static void main(String[] args) throws Exception {
        boolean good = true;
        Dataset large = load(args[0], OptionalInt.of(Integer.parseInt(args[1])));
        MultinomialProblem problem = large.problem(0.02);
        problem.lambdaMax(); // a run knows it already
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            try (ProblemFolder folder = ProblemFolder.of(problem)) {
                double written = 1e-9 * (System.nanoTime() - start);
                double read = read(folder, args[2]);
                System.out.printf(
                        "%d x %d written in %.3f s, read by %s in %.3f s%n",
                        problem.samples(), problem.features(), written, args[2], read);
                good &= written + read < 2;
            }
        }
        MultinomialProblem digits = load("digits", OptionalInt.empty()).problem(0.02);
        for (String name : Arrays.copyOfRange(args, 2, args.length)) {
            good &= calls(Peer.read(Path.of(name)), digits);
        }
        System.exit(good ? 0 : 1);
    }

    private static double read(ProblemFolder folder, String peer) throws Exception {
        try (Worker worker = Worker.start(Peer.read(Path.of(peer)))) {
            long start = System.nanoTime();
            worker.load(folder);
            return 1e-9 * (System.nanoTime() - start);
        }
    }

    private static Dataset load(String name, OptionalInt rows) {
        return DataSources.load(new DataRequest(name, Map.of(), true, rows, OptionalInt.empty(), 0, true));
    }

    private static boolean calls(Peer peer, MultinomialProblem problem) throws Exception {
        double[] added = new double[CALLS];
        double[] share = new double[CALLS];
        double longest = 0;
        try (ProblemFolder folder = ProblemFolder.of(problem);
                Worker worker = Worker.start(peer)) {
            worker.load(folder);
            String setting = peer.ladder().settings().get(0);
            worker.solve(setting, 0, 600);
            for (int call = 0; call < CALLS; call++) {
                Solved solved = worker.solve(setting, 0, 600);
                added[call] = solved.roundTripSeconds() - solved.workerSeconds();
                share[call] = added[call] / solved.workerSeconds();
                longest = Math.max(longest, solved.workerSeconds());
            }
        }
        Arrays.sort(added);
        Arrays.sort(share);
        double call = added[CALLS / 2];
        System.out.printf(
                "%s: %.3f ms a call (median of %d; largest %.3f), fits of up to %.1f ms, of which that is %.2f %%%n",
                peer.name(), 1e3 * call, CALLS, 1e3 * added[CALLS - 1], 1e3 * longest, 100 * share[CALLS / 2]);
        return call < 2e-3 && (longest < LONG_FIT || share[CALLS / 2] < 0.01);
    }
}
