package io.github.l1bench.spark;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.OriginalScale;
import io.github.l1bench.spark.math.Rounds;
import java.util.List;

/** A model as a table of its nonzero weights; feature -1 is the intercept. */
final class ModelCsv {
    private ModelCsv() {}

    static String of(Coefficients model, List<String> classes, Rounds rounds) {
        Coefficients raw = OriginalScale.of(model, rounds.standardization());
        StringBuilder text = new StringBuilder("class,feature,standardized,raw\n");
        for (int k = 0; k < model.classes(); k++) {
            String name = '"' + classes.get(k).replace("\"", "\"\"") + '"';
            row(text, name, -1, model.intercept()[k], raw.intercept()[k]);
            for (int j = 0; j < model.features(); j++) {
                if (model.weights()[k][j] != 0) {
                    row(text, name, j, model.weights()[k][j], raw.weights()[k][j]);
                }
            }
        }
        return text.toString();
    }

    private static void row(StringBuilder text, String name, int feature, double standardized, double raw) {
        text.append(name)
                .append(',')
                .append(feature)
                .append(',')
                .append(standardized)
                .append(',')
                .append(raw)
                .append('\n');
    }
}
