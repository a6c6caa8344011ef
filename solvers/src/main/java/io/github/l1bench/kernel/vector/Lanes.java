package io.github.l1bench.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The width of the kernels, which C2 has to see as a constant: registers of as many bits as the machine prefers, or as the
 * system property {@value #PROPERTY} says. Wider ones than the machine has are right, and very slow.
 */
final class Lanes {
    static final String PROPERTY = "l1bench.kernels.bits";

    private static final VectorShape SHAPE = shape();

    static final VectorSpecies<Double> DOUBLES = VectorSpecies.of(double.class, SHAPE);
    static final VectorSpecies<Float> FLOATS = VectorSpecies.of(float.class, SHAPE);

    /** Doubles in a register. */
    static final int D = DOUBLES.length();

    /** Floats in a register. */
    static final int F = FLOATS.length();

    private Lanes() {}

    private static VectorShape shape() {
        Integer bits = Integer.getInteger(PROPERTY);
        return bits == null ? DoubleVector.SPECIES_PREFERRED.vectorShape() : VectorShape.forBitSize(bits);
    }

    static int bits() {
        return SHAPE.vectorBitSize();
    }

    static int preferredBits() {
        return DoubleVector.SPECIES_PREFERRED.vectorBitSize();
    }

    static DoubleVector doubles(double[] a, int i) {
        return DoubleVector.fromArray(DOUBLES, a, i);
    }

    static DoubleVector doubles(double a) {
        return DoubleVector.broadcast(DOUBLES, a);
    }

    static FloatVector floats(float[] a, int i) {
        return FloatVector.fromArray(FLOATS, a, i);
    }
}
