package io.github.l1bench.collection;

/**
 * What an instance turned out to be.
 *
 * @param instance as the collection lists it
 * @param title what people call its data
 * @param sha256 hash of its data, hexadecimal
 * @param samples training rows, n
 * @param features p
 * @param classes K
 * @param density share of nonzero raw values in the training rows, 0 to 1
 * @param image whether the weights of a class are a picture
 * @param lambdaMax the smallest penalty at which all weights are zero
 * @param lambda the penalty
 * @param nonzeros nonzero weights of the best answer known
 * @param primal its objective P, the smallest known; NaN where no solver gave any
 * @param dual the largest certified lower bound of P* known; NaN where there is none
 */
public record InstanceFacts(
        Instance instance,
        String title,
        String sha256,
        int samples,
        int features,
        int classes,
        double density,
        boolean image,
        double lambdaMax,
        double lambda,
        int nonzeros,
        double primal,
        double dual) {
    /** Its name. */
    public String name() {
        return instance.name();
    }

    /** Its family. */
    public String family() {
        return instance.family();
    }

    /** A bound on how far the best answer known is from the optimum, relative to P. */
    public double relativeGap() {
        return (primal - dual) / primal;
    }
}
