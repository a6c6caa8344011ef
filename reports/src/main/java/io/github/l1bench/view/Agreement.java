package io.github.l1bench.view;

/**
 * How far two results agree on which weights matter.
 *
 * @param shared weights that are nonzero in both
 * @param either weights that are nonzero in at least one
 * @param conflicts weights that are nonzero in both with opposite signs
 * @param largestDifference the largest absolute difference of two weights
 */
public record Agreement(int shared, int either, int conflicts, double largestDifference) {
    /** Compares two sets of weights of the same shape; neither is modified. */
    public static Agreement of(double[][] a, double[][] b) {
        if (a.length != b.length || a[0].length != b[0].length) {
            throw new IllegalArgumentException("weights of " + a.length + " x " + a[0].length + " and " + b.length
                    + " x " + b[0].length + " cannot be compared; they must be of the same problem");
        }
        int shared = 0;
        int either = 0;
        int conflicts = 0;
        double largest = 0;
        for (int k = 0; k < a.length; k++) {
            for (int j = 0; j < a[k].length; j++) {
                boolean both = a[k][j] != 0 && b[k][j] != 0;
                shared += both ? 1 : 0;
                either += a[k][j] != 0 || b[k][j] != 0 ? 1 : 0;
                conflicts += both && a[k][j] > 0 != b[k][j] > 0 ? 1 : 0;
                largest = Math.max(largest, Math.abs(a[k][j] - b[k][j]));
            }
        }
        return new Agreement(shared, either, conflicts, largest);
    }

    /** Jaccard's index of the supports, shared / either; 1 where both are empty. */
    public double overlap() {
        return either == 0 ? 1 : shared / (double) either;
    }
}
