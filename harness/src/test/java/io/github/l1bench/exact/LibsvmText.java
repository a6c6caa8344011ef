package io.github.l1bench.exact;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;

/**
 * A well-formed file in LIBSVM's format, read in the shortest way: what the project's own reader is compared with.
 *
 * @param raw n x p, p being the largest index
 * @param labels n classes, labels numbered in ascending order
 * @param classes K
 */
record LibsvmText(DMatrixRMaj raw, int[] labels, int classes) {
    static LibsvmText read(InputStream text) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(text, StandardCharsets.US_ASCII))) {
            return of(lines.lines().map(line -> line.trim().split("[ :]+")).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LibsvmText of(List<String[]> rows) {
        int p = rows.stream()
                .flatMap(row ->
                        Stream.iterate(1, t -> t + 1 < row.length, t -> t + 2).map(t -> row[t]))
                .mapToInt(Integer::parseInt)
                .max()
                .orElseThrow();
        DMatrixRMaj raw = new DMatrixRMaj(rows.size(), p);
        for (int i = 0; i < raw.numRows; i++) {
            String[] row = rows.get(i);
            for (int t = 1; t + 1 < row.length; t += 2) {
                raw.set(i, Integer.parseInt(row[t]) - 1, Double.parseDouble(row[t + 1]));
            }
        }
        double[] given =
                rows.stream().mapToDouble(row -> Double.parseDouble(row[0])).toArray();
        double[] distinct = Arrays.stream(given).sorted().distinct().toArray();
        int[] labels = Arrays.stream(given)
                .mapToInt(label -> Arrays.binarySearch(distinct, label))
                .toArray();
        return new LibsvmText(raw, labels, distinct.length);
    }
}
