package io.github.l1bench.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.l1bench.data.DataInfo;
import io.github.l1bench.problem.Penalty;
import java.util.List;

/**
 * One experiment: one data set, one penalty, several cells. The content of {@code run.json}.
 *
 * @param schema version of this schema, {@link #SCHEMA}
 * @param id name of the run, also of its folder
 * @param quick whether this was a shortened run, good for a check and not for a comparison
 * @param provenance where and with what it was made
 * @param data the data set
 * @param seed of split and samplers
 * @param lambda the penalty
 * @param lambdaMax the smallest penalty at which W = 0
 * @param cells one for each solver and rule, in the order of the tables
 */
public record RunResult(
        int schema,
        String id,
        boolean quick,
        Provenance provenance,
        DataInfo data,
        long seed,
        double lambda,
        double lambdaMax,
        List<CellResult> cells) {
    /** The version of the schema that this program writes and reads. */
    public static final int SCHEMA = 1;

    /** The same with other cells. */
    public RunResult with(List<CellResult> others) {
        return new RunResult(schema, id, quick, provenance, data, seed, lambda, lambdaMax, others);
    }

    /** The same under another name. */
    public RunResult named(String name) {
        return new RunResult(schema, name, quick, provenance, data, seed, lambda, lambdaMax, cells);
    }

    /** The penalty on the three scales that people give it on. */
    public Penalty penalty() {
        return new Penalty(lambda, lambdaMax, data.trainRows());
    }

    /** lambda / lambda max; written for whoever reads {@code run.json}, and not read. */
    @JsonProperty(value = "lambdaRatio", access = JsonProperty.Access.READ_ONLY)
    public double lambdaRatio() {
        return penalty().ratio();
    }

    /** scikit-learn's C; written for whoever reads {@code run.json}, and not read. */
    @JsonProperty(value = "C", access = JsonProperty.Access.READ_ONLY)
    public double c() {
        return penalty().c();
    }
}
