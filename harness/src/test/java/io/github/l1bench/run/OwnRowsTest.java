package io.github.l1bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.result.JmhNotes;
import io.github.l1bench.result.Origin;
import io.github.l1bench.result.ResultFilesTest;
import io.github.l1bench.result.RunResult;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnRowsTest {
    private static final RunResult RUN = ResultFilesTest.run(ResultFilesTest.cell(1, null));
    private static final OwnRows OWN = new OwnRows(RUN);

    private static JmhRow row(Map<String, String> params, String hash, Origin origin) {
        return JmhRow.failed(new JmhNotes.Failure("a.TimeToTarget.solve", params, "no matter"))
                .with(new JmhNotes.Row(null, hash, null, origin));
    }

    @Test
    void dataAreTheRunsByTheirHashAndWhereThatIsUnknownByTheirName() {
        Map<String, String> named = Map.of("data", RUN.data().name());
        assertThat(OWN.isOfData(row(named, RUN.data().sha256(), null))).isTrue();
        assertThat(OWN.isOfData(row(named, null, null)))
                .as("of an earlier version")
                .isTrue();
        assertThat(OWN.isOfData(row(named, "another size", null))).isFalse();
        Map<String, String> other = Map.of("data", "other");
        assertThat(OWN.isOfData(row(other, null, null))).isFalse();
        assertThat(OWN.isOfData(row(other, RUN.data().sha256(), null)))
                .as("another way to write it")
                .isTrue();
    }

    @Test
    void aForeignRowSaysItselfWhoseItIs() {
        Origin foreign = new Origin("far", "long ago", "other data", null, false);
        assertThat(OWN.isOfData(row(Map.of("data", RUN.data().name()), "another size", foreign)))
                .isTrue();
    }

    @Test
    void aRowIsOfTheProblemWhereItsPenaltyIsTheRuns() {
        assertThat(OWN.isOfProblem(row(Map.of(), null, null))).isTrue();
        assertThat(OWN.isOfProblem(row(Map.of("lambda", Double.toString(RUN.lambda())), null, null)))
                .isTrue();
        assertThat(OWN.isOfProblem(row(Map.of("lambda", Double.toString(2 * RUN.lambda())), null, null)))
                .isFalse();
        assertThat(OWN.isOfProblem(row(Map.of("lambda", "no number"), null, null)))
                .isFalse();
    }
}
