package io.github.l1bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JmhRowTest {
    private static JmhRow row(String mode, String params, String unit, String values) throws IOException {
        String json = """
                [{"benchmark": "a.B.c", "mode": "%s", "params": {%s},
                  "primaryMetric": {"score": 4.0, "scoreError": "NaN", "scoreUnit": "%s", %s}}]
                """.formatted(mode, params, unit, values);
        return JmhRows.rows("test", json.getBytes(StandardCharsets.UTF_8)).get(0);
    }

    @Test
    void ofAHistogramCountsEachIterationsMean() throws IOException {
        JmhRow sampled = row("sample", "", "ms/op", "\"rawDataHistogram\": [[[[1.0, 3], [5.0, 1]]], [[[4.0, 2]]]]");

        assertThat(sampled.measured().shots()).isDeepEqualTo(new double[][] {{2}, {4}});
        assertThat(sampled.secondsPerOperation().shots()).isDeepEqualTo(new double[][] {{0.002}, {0.004}});
    }

    @ParameterizedTest
    @ValueSource(strings = {"[[-1.0]]", "[[\"NaN\"]]", "[[\"fast\", 2.0]]"})
    void valuesThatAreNoTimesAreRefused(String values) {
        assertThatThrownBy(() -> row("ss", "", "ms/op", "\"rawData\": " + values))
                .hasMessageContaining("a row of a.B.c has values that are no times");
    }

    @Test
    void aThroughputIsATimeTurnedRound() throws IOException {
        JmhRow row = row("thrpt", "", "ops/ms", "\"rawData\": [[2.0, 4.0]]");

        assertThat(row.seconds()).isNaN();
        assertThat(row.isThroughput()).isTrue();
        assertThat(row.secondsPerOperation().shots()).isDeepEqualTo(new double[][] {{0.0005, 0.00025}});
        assertThat(row("avgt", "", "hr/op", "\"rawData\": [[2.0]]")
                        .secondsPerOperation()
                        .shots())
                .isDeepEqualTo(new double[][] {{7200}});
    }

    @Test
    void whatMeasuresTheSameHasOneKeyAndWhatDoesNotHasAnother() throws IOException {
        String raw = "\"rawData\": [[2.0]]";
        JmhRow row = row("avgt", "\"solver\": \"x[b=1;a=2]\", \"n\": \"5\"", "s/op", raw);

        assertThat(row.solver()).isEqualTo("x[a=2,b=1]");
        assertThat(row("avgt", "\"n\": \"5\", \"solver\": \"x[a=2;b=1]\"", "s/op", raw)
                        .key())
                .isEqualTo(row.key());
        assertThat(row("ss", "\"solver\": \"x[b=1;a=2]\", \"n\": \"5\"", "s/op", raw)
                        .key())
                .isNotEqualTo(row.key());
        assertThat(row("avgt", "\"solver\": \"x[b=1;a=2]\", \"n\": \"6\"", "s/op", raw)
                        .key())
                .isNotEqualTo(row.key());
    }

    @Test
    void aRowOfOtherKernelsThanTheRunsIsThatOfAnotherSolver() throws IOException {
        String raw = "\"rawData\": [[1.0]]";
        JmhRow vector = row("avgt", "\"solver\": \"x\", \"kernels\": \"vector\"", "s/op", raw);
        JmhRow plain = row("avgt", "\"solver\": \"x\", \"kernels\": \"plain\"", "s/op", raw);
        JmhRow peak = row("avgt", "", "s/op", raw);

        assertThat(vector.kernels()).isEqualTo("vector");
        assertThat(plain.kernels()).isEqualTo("plain");
        assertThat(plain.params()).as("as older versions wrote it").doesNotContainKey("kernels");
        assertThat(vector.beside("plain").solver()).isEqualTo("x (vector kernels)");
        assertThat(plain.beside("vector").solver()).isEqualTo("x (plain kernels)");
        assertThat(vector.beside("vector").key())
                .isEqualTo(plain.beside("plain").key());
        assertThat(peak.beside("vector").params()).isEmpty();
    }
}
