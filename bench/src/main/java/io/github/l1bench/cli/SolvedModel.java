package io.github.l1bench.cli;

import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.OriginalScale;
import io.github.l1bench.problem.Standardization;
import io.github.l1bench.result.CellResult;

/**
 * The coefficients in the JSON of {@code solve}, and what it takes to use them: the score of class k is intercept[k] plus
 * the sum of coef[k][j] times feature j.
 *
 * @param coefFeatures {@code standardised} or {@code raw}: of which features {@code coef} and {@code intercept} are
 * @param center p values; a standardised feature is (raw - center) / scale
 * @param scale p values
 * @param coef K rows of p
 * @param intercept K values
 */
record SolvedModel(String coefFeatures, double[] center, double[] scale, double[][] coef, double[] intercept) {
    /**
     * The coefficients of {@code cell}.
     *
     * @param standardization of the data that it was solved with
     * @param original whether the coefficients are to be those of the raw features
     * @throws IllegalArgumentException in one sentence, if these are no doubles
     */
    static SolvedModel of(CellResult cell, Standardization standardization, boolean original) {
        Coefficients standardized = new Coefficients(cell.coef(), cell.intercept());
        Coefficients shown = original ? OriginalScale.of(standardized, standardization) : standardized;
        return new SolvedModel(
                original ? "raw" : "standardised",
                standardization.center(),
                standardization.scale(),
                shown.weights(),
                shown.intercept());
    }
}
