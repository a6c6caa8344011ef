package io.github.l1bench.peers.h2o;

import hex.glm.GLM;
import hex.glm.GLMModel;
import hex.glm.GLMModel.GLMParameters;
import io.github.l1bench.l1peer.L1Peer;
import io.github.l1bench.l1peer.PeerWorker;
import io.github.l1bench.l1peer.Problem;
import io.github.l1bench.l1peer.Setting;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import water.DKV;
import water.H2O;
import water.Key;
import water.fvec.Frame;
import water.fvec.Vec;

/**
 * H2O's GLM: mean loss + lambda ||W||_1 with alpha 1, the intercept free. Given one lambda it screens features and does
 * not look again, so it is given a path of 20 from lambda max down, and the last is taken. Two classes are binomial to it:
 * the weights of the second, which have the norm of both where those of the first are zero.
 */
final class H2oGlm implements PeerWorker<GLMModel> {
    private static final int LAMBDAS = 20;
    private static final int START_MILLIS = 30_000;
    private static final String RESPONSE = "y";
    private static final String INTERCEPT = "Intercept";

    private Frame data;

    public static void main(String[] args) throws IOException {
        L1Peer.serve(new H2oGlm());
    }

    /** Starts a cluster of one node, with no web page, no company and its logs in its own folder. */
    @Override
    public String version() {
        System.setProperty("sys.ai.h2o.debug.allowJavaVersions", System.getProperty("java.specification.version"));
        H2O.main(new String[] {
            "-disable_web",
            "-disable_net",
            "-nthreads",
            "1",
            "-name",
            "l1peer" + ProcessHandle.current().pid(),
            "-ip",
            "127.0.0.1",
            "-log_level",
            "ERRR",
            "-ice_root",
            "target"
        });
        H2O.waitForCloudSize(1, START_MILLIS);
        return "H2O " + L1Peer.version(GLM.class) + ", GLM along a path of " + LAMBDAS;
    }

    @Override
    public void load(Problem problem) {
        if (data != null) {
            data.remove();
        }
        int n = problem.samples();
        int p = problem.features();
        double[][] columns = new double[p][n];
        for (int i = 0; i < n; i++) {
            Problem.Row row = problem.nonzeros(i);
            for (int at = 0; at < row.features().length; at++) {
                columns[row.features()[at]][i] = row.values()[at];
            }
        }
        String[] names = new String[p + 1];
        Vec[] vectors = new Vec[p + 1];
        for (int j = 0; j < p; j++) {
            names[j] = "f" + j;
            vectors[j] = Vec.makeVec(columns[j], Vec.newKey());
        }
        String[] classes = IntStream.range(0, problem.classes())
                .mapToObj(Integer::toString)
                .toArray(String[]::new);
        names[p] = RESPONSE;
        vectors[p] =
                Vec.makeVec(Arrays.stream(problem.labels()).asDoubleStream().toArray(), classes, Vec.newKey());
        data = new Frame(Key.make("problem"), names, vectors);
        DKV.put(data);
    }

    @Override
    public GLMModel fit(Problem problem, Setting setting, long seed) {
        GLMParameters parameters = new GLMParameters();
        parameters._train = data._key;
        parameters._response_column = RESPONSE;
        parameters._family = problem.classes() == 2 ? GLMParameters.Family.binomial : GLMParameters.Family.multinomial;
        parameters._solver = GLMParameters.Solver.IRLSM;
        parameters._alpha = new double[] {1};
        parameters._lambda = path(problem);
        parameters._standardize = false;
        parameters._ignore_const_cols = false;
        parameters._max_iterations = 100_000;
        parameters._max_active_predictors = 100_000;
        parameters._beta_epsilon = setting.number("epsilon");
        parameters._objective_epsilon = parameters._beta_epsilon;
        parameters._gradient_epsilon = parameters._beta_epsilon;
        parameters._seed = seed;
        return new GLM(parameters).trainModel().get();
    }

    private static double[] path(Problem problem) {
        double first = Math.max(problem.lambdaMax(), problem.lambda() * 1.001);
        double[] lambdas = IntStream.range(0, LAMBDAS)
                .mapToDouble(at -> first * Math.pow(problem.lambda() / first, at / (LAMBDAS - 1.0)))
                .toArray();
        lambdas[LAMBDAS - 1] = problem.lambda();
        return lambdas;
    }

    @Override
    public Answer answer(Problem problem, GLMModel model) {
        double[][] told =
                problem.classes() == 2 ? new double[][] {model.beta()} : model._output.get_global_beta_multinomial();
        String[] names = model._output.coefficientNames();
        double[][] weights = new double[problem.classes()][problem.features()];
        double[] intercept = new double[problem.classes()];
        int first = problem.classes() - told.length;
        for (int k = first; k < problem.classes(); k++) {
            for (int at = 0; at < names.length; at++) {
                double value = told[k - first][at];
                if (names[at].equals(INTERCEPT)) {
                    intercept[k] = value;
                } else {
                    weights[k][Integer.parseInt(names[at].substring(1))] = value;
                }
            }
        }
        return new Answer(weights, intercept, "lambda " + model._output.lambda_best());
    }
}
