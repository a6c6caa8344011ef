package io.github.l1bench.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;

/**
 * A study of the published example: what its figures of sparsity and accuracy depend on. The content of
 * {@code study.json}, which lies beside the {@code run.json} that it belongs to.
 *
 * @param schema version of this schema, {@link #SCHEMA}
 * @param quick whether seeds, penalties and epochs were cut, for a check
 * @param dataSha256 hash of the run's data set
 * @param seed of the run: split and sampler of the frames
 * @param lambda the penalty of published runs and frames
 * @param published the solver of published runs and of the frames before the last
 * @param tolerance the relative change of the weights over one epoch at which the published runs stop
 * @param stopped published runs on the splits of several seeds
 * @param frames one run after ever more epochs, then the certified optimum
 * @param path the regularisation path of the run's split, from lambda max down; one point has {@code lambda} itself
 * @param l2 L2-penalised models of the run's split; empty where left out
 * @param majorityAccuracy share of test rows in the class that most training rows have
 * @param leftOut what a shortened study leaves out, in sentences; empty where nothing is
 * @param seconds wall-clock seconds of the whole study
 * @param made with what code it was made, and in which run; null in results of versions that did not say
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record StudyResult(
        int schema,
        boolean quick,
        String dataSha256,
        long seed,
        double lambda,
        String published,
        double tolerance,
        List<StoppedRun> stopped,
        List<Frame> frames,
        List<PathPoint> path,
        List<L2Fit> l2,
        double majorityAccuracy,
        List<String> leftOut,
        double seconds,
        @JsonSetter(nulls = Nulls.SET) Made made) {
    /** The version of the schema that this program writes and reads. */
    public static final int SCHEMA = 1;

    /** Whether it is of the problem that {@code run} solved. */
    public boolean belongsTo(RunResult run) {
        return dataSha256.equals(run.data().sha256()) && lambda == run.lambda() && seed == run.seed();
    }

    /** The same, made so. */
    public StudyResult with(Made how) {
        return new StudyResult(
                schema,
                quick,
                dataSha256,
                seed,
                lambda,
                published,
                tolerance,
                stopped,
                frames,
                path,
                l2,
                majorityAccuracy,
                leftOut,
                seconds,
                how);
    }
}
