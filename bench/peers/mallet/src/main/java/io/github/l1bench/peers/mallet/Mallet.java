package io.github.l1bench.peers.mallet;

import cc.mallet.classify.MaxEnt;
import cc.mallet.classify.MaxEntL1Trainer;
import cc.mallet.types.Alphabet;
import cc.mallet.types.FeatureVector;
import cc.mallet.types.Instance;
import cc.mallet.types.InstanceList;
import cc.mallet.types.LabelAlphabet;
import io.github.l1bench.l1peer.L1Peer;
import io.github.l1bench.l1peer.PeerWorker;
import io.github.l1bench.l1peer.Problem;
import io.github.l1bench.l1peer.Setting;
import java.io.IOException;
import java.util.Arrays;
import java.util.logging.LogManager;

/**
 * Mallet's MaxEntL1Trainer: sum of losses + L1 weight times the norm of all parameters, its intercept among them. A
 * constant feature of {@link #BIAS} takes the intercept's place for a tenth of the penalty. Its tolerance is fixed; only
 * its number of iterations can be asked for.
 */
final class Mallet implements PeerWorker<Mallet.Fitted> {
    private static final double BIAS = 10;

    private InstanceList data;

    /** A model, and whether its training ended by itself. */
    record Fitted(MaxEnt model, boolean converged) {}

    public static void main(String[] args) throws IOException {
        L1Peer.serve(new Mallet());
    }

    @Override
    public String version() {
        LogManager.getLogManager().reset(); // it logs every parameter that it changes
        return "Mallet " + L1Peer.version(MaxEnt.class) + ", MaxEntL1Trainer";
    }

    @Override
    public void load(Problem problem) {
        int p = problem.features();
        Alphabet features = new Alphabet();
        for (int j = 0; j < p; j++) {
            features.lookupIndex("f" + j);
        }
        features.lookupIndex("bias");
        LabelAlphabet labels = new LabelAlphabet();
        for (int k = 0; k < problem.classes(); k++) {
            labels.lookupLabel(Integer.toString(k), true);
        }
        data = new InstanceList(features, labels);
        for (int i = 0; i < problem.samples(); i++) {
            Problem.Row row = problem.nonzeros(i);
            int count = row.features().length;
            int[] columns = Arrays.copyOf(row.features(), count + 1);
            double[] values = Arrays.copyOf(row.values(), count + 1);
            columns[count] = p;
            values[count] = BIAS;
            FeatureVector vector = new FeatureVector(features, columns, values);
            data.add(new Instance(vector, labels.lookupLabel(Integer.toString(problem.labels()[i])), i, null));
        }
    }

    @Override
    public Fitted fit(Problem problem, Setting setting, long seed) {
        MaxEntL1Trainer trainer = new MaxEntL1Trainer(problem.lambda() * problem.samples());
        MaxEnt model = trainer.train(data, setting.count("iterations"));
        return new Fitted(model, trainer.isFinishedTraining());
    }

    @Override
    public Answer answer(Problem problem, Fitted fitted) {
        int p = problem.features();
        int constant = fitted.model().getDefaultFeatureIndex();
        double[] parameters = fitted.model().getParameters();
        int length = parameters.length / problem.classes();
        double[][] weights = new double[problem.classes()][];
        double[] intercept = new double[problem.classes()];
        for (int k = 0; k < problem.classes(); k++) {
            weights[k] = Arrays.copyOfRange(parameters, k * length, k * length + p);
            intercept[k] = parameters[k * length + constant] + BIAS * parameters[k * length + p];
        }
        return new Answer(weights, intercept, fitted.converged() ? "converged" : "not converged");
    }
}
