package io.github.l1bench.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.github.l1bench.data.DataInfo;
import io.github.l1bench.problem.Penalty;
import java.util.List;
import java.util.stream.Stream;

/**
 * One experiment: one data set, one penalty, several cells. The content of {@code run.json}.
 *
 * @param schema version of this schema, {@link #SCHEMA}
 * @param id name of the run, also of its folder
 * @param quick whether this was a shortened run, good for a check and not for a comparison
 * @param provenance where and with what its last start was made, and those cells that do not say their own
 * @param data the data set
 * @param seed of split and samplers
 * @param lambda the penalty
 * @param lambdaMax the smallest penalty at which W = 0
 * @param cells one for each solver and rule, in the order of the tables
 * @param missingPeers other people's programs that were asked for and were not ready
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
        List<CellResult> cells,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.SET)
        List<MissingPeer> missingPeers) {
    /** The version of the schema that this program writes and reads. */
    public static final int SCHEMA = 1;

    /** What an earlier version did not say is nothing. */
    public RunResult {
        missingPeers = missingPeers == null ? List.of() : missingPeers;
    }

    /** One of which no program is missing. */
    public RunResult(
            int schema,
            String id,
            boolean quick,
            Provenance provenance,
            DataInfo data,
            long seed,
            double lambda,
            double lambdaMax,
            List<CellResult> cells) {
        this(schema, id, quick, provenance, data, seed, lambda, lambdaMax, cells, List.of());
    }

    /** The same with other cells. */
    public RunResult with(List<CellResult> others) {
        return new RunResult(schema, id, quick, provenance, data, seed, lambda, lambdaMax, others, missingPeers);
    }

    /** The same, in which {@code missing} were not ready. */
    public RunResult lacking(List<MissingPeer> missing) {
        return new RunResult(schema, id, quick, provenance, data, seed, lambda, lambdaMax, cells, missing);
    }

    /** Where and with what {@code cell} of this run was made; that of the run where it does not say. */
    public Provenance provenance(CellResult cell) {
        return cell.made() == null || cell.made().provenance() == null
                ? provenance
                : cell.made().provenance();
    }

    /** The machines that made its cells, in words, that of the run first; of old foreign results they are not known. */
    public List<String> machines() {
        Stream<Provenance> told = cells.stream()
                .filter(cell -> cell.compares() || cell.made().provenance() != null)
                .map(this::provenance);
        return Stream.concat(Stream.of(provenance), told)
                .map(Provenance::where)
                .distinct()
                .toList();
    }

    /** The same under another name. */
    public RunResult named(String name) {
        return new RunResult(schema, name, quick, provenance, data, seed, lambda, lambdaMax, cells, missingPeers);
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

    /**
     * The published run as programs of other people make it, held against the solver that repeats it; written for whoever
     * reads {@code run.json}, and not read.
     */
    @JsonProperty(value = "replays", access = JsonProperty.Access.READ_ONLY)
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public List<Replay> replays() {
        return Replay.of(this);
    }
}
