package io.github.l1bench.peers.liblinear;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.SolverType;
import io.github.l1bench.l1peer.L1Peer;
import io.github.l1bench.l1peer.PeerWorker;
import io.github.l1bench.l1peer.Problem;
import io.github.l1bench.l1peer.Setting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * liblinear-java: for each class against the rest, sum of losses log(1 + exp(-+(w x + b))) times C, plus ||w||_1. With
 * C = 1 / (n lambda) that is mean loss + lambda ||w||_1, the intercept free, as a constant feature that is not
 * regularised.
 */
final class Liblinear implements PeerWorker<Liblinear.Fitted> {
    private static final int MOST_ITERATIONS = 100_000;
    // Of the epsilon-insensitive loss, which is not used.
    private static final double P = 0.1;
    private static final Pattern ITERATIONS = Pattern.compile("#iter = (\\d+)");

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private de.bwaldvogel.liblinear.Problem data;

    /** A model, and what was printed on the way to it. */
    record Fitted(Model model, String said) {}

    public static void main(String[] args) throws IOException {
        L1Peer.serve(new Liblinear());
    }

    @Override
    public String version() {
        Linear.setDebugOutput(new PrintStream(said, false, StandardCharsets.UTF_8));
        return "liblinear-java " + L1Peer.version(Linear.class) + ", L1R_LR";
    }

    @Override
    public void load(Problem problem) {
        data = new de.bwaldvogel.liblinear.Problem();
        data.l = problem.samples();
        data.n = problem.features() + 1;
        data.bias = 1;
        data.x = new Feature[problem.samples()][];
        data.y = new double[problem.samples()];
        for (int i = 0; i < problem.samples(); i++) {
            Problem.Row row = problem.nonzeros(i);
            int count = row.features().length;
            data.x[i] = new Feature[count + 1];
            for (int at = 0; at < count; at++) {
                data.x[i][at] = new FeatureNode(row.features()[at] + 1, row.values()[at]);
            }
            data.x[i][count] = new FeatureNode(data.n, data.bias);
            data.y[i] = problem.labels()[i];
        }
    }

    @Override
    public Fitted fit(Problem problem, Setting setting, long seed) {
        double c = 1 / (problem.lambda() * problem.samples());
        Parameter parameter = new Parameter(SolverType.L1R_LR, c, setting.number("eps"), MOST_ITERATIONS, P);
        parameter.setRegularizeBias(false);
        parameter.setRandom(new Random(seed));
        said.reset();
        return new Fitted(Linear.train(data, parameter), said.toString(StandardCharsets.UTF_8));
    }

    @Override
    public Answer answer(Problem problem, Fitted fitted) {
        int p = problem.features();
        int[] labels = fitted.model().getLabels();
        double[] told = fitted.model().getFeatureWeights();
        // Of two classes it solves for the first that it met; the other's problem is the same with the sign turned.
        int solved = labels.length == 2 ? 1 : labels.length;
        double[][] weights = new double[problem.classes()][p];
        double[] intercept = new double[problem.classes()];
        for (int at = 0; at < labels.length; at++) {
            int column = Math.min(at, solved - 1);
            double sign = at < solved ? 1 : -1;
            for (int j = 0; j < p; j++) {
                weights[labels[at]][j] = sign * told[j * solved + column];
            }
            intercept[labels[at]] = sign * told[p * solved + column];
        }
        return new Answer(weights, intercept, note(fitted.said()));
    }

    private static String note(String said) {
        String iterations =
                ITERATIONS.matcher(said).results().map(match -> match.group(1)).collect(Collectors.joining(", "));
        String reached = said.contains("reaching max number of iterations") ? "reached the most iterations: " : "";
        return reached + iterations + " iterations, a class each";
    }
}
