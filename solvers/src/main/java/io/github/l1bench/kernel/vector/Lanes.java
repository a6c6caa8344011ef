package io.github.l1bench.kernel.vector;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
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

    /** Bytes for a register of floats, the first F of them: no register has fewer than 64 bits. */
    static final VectorSpecies<Byte> BYTES =
            VectorSpecies.of(byte.class, VectorShape.forBitSize(Math.max(64, SHAPE.vectorBitSize() / 4)));

    /** Doubles in a register. */
    static final int D = DOUBLES.length();

    /** Floats in a register. */
    static final int F = FLOATS.length();

    /** Elements that {@link #floats(byte[], int)} reads: F, or more. */
    static final int READ_BYTES = BYTES.length();

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

    /** F signed bytes as floats. */
    static FloatVector floats(byte[] a, int i) {
        return (FloatVector) ByteVector.fromArray(BYTES, a, i).convertShape(VectorOperators.B2F, FLOATS, 0);
    }

    static FloatVector floats(float a) {
        return FloatVector.broadcast(FLOATS, a);
    }
}
