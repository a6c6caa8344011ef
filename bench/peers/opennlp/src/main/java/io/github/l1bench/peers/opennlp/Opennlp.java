package io.github.l1bench.peers.opennlp;

import io.github.l1bench.l1peer.L1Peer;
import io.github.l1bench.l1peer.PeerWorker;
import io.github.l1bench.l1peer.Problem;
import io.github.l1bench.l1peer.Setting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.DataIndexer;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.OnePassRealValueDataIndexer;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/**
 * Apache OpenNLP's QNTrainer: sum of losses + L1Cost times the norm of all parameters. It knows no intercept, so a
 * constant feature of {@link #BIAS} is one, for a tenth of the penalty. Values are floats, its tolerance is fixed; only
 * its number of iterations can be asked for.
 */
final class Opennlp implements PeerWorker<AbstractModel> {
    private static final float BIAS = 10;
    private static final String CONSTANT = "bias";

    private DataIndexer data;

    public static void main(String[] args) throws IOException {
        L1Peer.serve(new Opennlp());
    }

    @Override
    public String version() {
        return "OpenNLP " + L1Peer.version(QNTrainer.class) + ", QNTrainer";
    }

    @Override
    public void load(Problem problem) throws IOException {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < problem.samples(); i++) {
            Problem.Row row = problem.nonzeros(i);
            int count = row.features().length;
            String[] names = new String[count + 1];
            float[] values = new float[count + 1];
            for (int at = 0; at < count; at++) {
                names[at] = name(row.features()[at]);
                values[at] = (float) row.values()[at];
            }
            names[count] = CONSTANT;
            values[count] = BIAS;
            events.add(new Event(Integer.toString(problem.labels()[i]), names, values));
        }
        data = new OnePassRealValueDataIndexer();
        data.init(parameters(problem, 1), new HashMap<>());
        data.index(ObjectStreamUtils.createObjectStream(events));
    }

    private static String name(int feature) {
        return "f" + feature;
    }

    private static TrainingParameters parameters(Problem problem, int iterations) {
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
        parameters.put(TrainingParameters.ITERATIONS_PARAM, iterations);
        parameters.put(TrainingParameters.CUTOFF_PARAM, 0);
        parameters.put(QNTrainer.L1COST_PARAM, problem.lambda() * problem.samples());
        parameters.put(QNTrainer.L2COST_PARAM, 0.0);
        return parameters;
    }

    @Override
    public AbstractModel fit(Problem problem, Setting setting, long seed) throws IOException {
        QNTrainer trainer = new QNTrainer();
        trainer.init(parameters(problem, setting.count("iterations")), new HashMap<>());
        return trainer.doTrain(data);
    }

    @Override
    public Answer answer(Problem problem, AbstractModel model) {
        Object[] parts = model.getDataStructures();
        @SuppressWarnings("unchecked")
        Map<String, Context> parameters = (Map<String, Context>) parts[1];
        // Outcomes are numbered as they appear in the data.
        int[] classes =
                Arrays.stream((String[]) parts[2]).mapToInt(Integer::parseInt).toArray();
        double[][] weights = new double[problem.classes()][problem.features()];
        double[] intercept = new double[problem.classes()];
        for (int j = 0; j <= problem.features(); j++) {
            Context context = parameters.get(j < problem.features() ? name(j) : CONSTANT);
            // A feature that is zero in every row has no parameters.
            for (int at = 0; context != null && at < context.getOutcomes().length; at++) {
                int k = classes[context.getOutcomes()[at]];
                if (j < problem.features()) {
                    weights[k][j] = context.getParameters()[at];
                } else {
                    intercept[k] = BIAS * context.getParameters()[at];
                }
            }
        }
        return new Answer(weights, intercept, "");
    }
}
