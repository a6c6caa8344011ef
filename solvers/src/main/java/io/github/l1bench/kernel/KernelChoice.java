package io.github.l1bench.kernel;

import java.util.List;
import java.util.Optional;

/**
 * Which {@link Kernels} this process has: chosen once, when this class is first used, from the system property
 * {@value #PROPERTY}. A constant, so that C2 calls and inlines the one implementation directly.
 *
 * <p>Kernels by the Vector API need a virtual machine that was started with {@code --add-modules jdk.incubator.vector}, a
 * Java version that they were tested with, the optimising compiler, and registers of 256 bits or more. Where something
 * is missing the plain ones serve, and {@link #remark} says why.
 */
public final class KernelChoice {
    /** The system property that names the kernels. */
    public static final String PROPERTY = "l1bench.kernels";

    /** The module that the vector kernels are written with. */
    public static final String MODULE = "jdk.incubator.vector";

    /** The name of the kernels by the Vector API. */
    public static final String VECTOR_NAME = "vector";

    /** The kernels of this process. */
    public static final Kernels KERNELS;

    private static final String REMARK;

    private static final String CLASS = "io.github.l1bench.kernel.vector.VectorKernels";
    private static final int FIRST_TESTED = 17;
    private static final int LAST_TESTED = 25;

    static {
        Kernels chosen = Kernels.PLAIN;
        String remark = null;
        String wanted = asked();
        if (!wanted.equals(Kernels.PLAIN_NAME)) {
            try {
                require(wanted);
                requireFeature(Runtime.version().feature());
                requireCompiler(System.getProperty("java.vm.info", ""));
                requireModule();
                chosen = (Kernels) Class.forName(CLASS).getConstructor().newInstance();
            } catch (Throwable e) { // whatever is wrong with an incubating module, the plain kernels serve
                remark = "kernels '" + wanted + "' were asked for and plain ones run: " + reason(e);
            }
        }
        KERNELS = chosen;
        REMARK = remark;
    }

    private KernelChoice() {}

    /** The name that this virtual machine was started with, whether or not there are such kernels. */
    public static String asked() {
        return System.getProperty(PROPERTY, Kernels.PLAIN_NAME);
    }

    /** The names that the property may have. */
    public static List<String> names() {
        return List.of(Kernels.PLAIN_NAME, VECTOR_NAME);
    }

    /** Arguments of a virtual machine that has the kernels called {@code name}. */
    public static List<String> jvmArguments(String name) {
        String property = "-D" + PROPERTY + "=" + name;
        return name.equals(VECTOR_NAME) ? List.of("--add-modules=" + MODULE, property) : List.of(property);
    }

    /** Why the kernels are not those that were asked for; empty where they are. */
    public static Optional<String> remark() {
        return Optional.ofNullable(REMARK);
    }

    /**
     * Refuses what is not the name of a kernel.
     *
     * @throws IllegalArgumentException in one sentence
     */
    public static void require(String name) {
        if (!names().contains(name)) {
            throw new IllegalArgumentException(
                    "there are no kernels '" + name + "'; use one of: " + String.join(", ", names()));
        }
    }

    /**
     * The class of the kernels that are called so; it is not initialised, so that it need not be able to run here.
     *
     * @throws IllegalArgumentException in one sentence, if there are none
     */
    public static Class<?> type(String name) {
        require(name);
        try {
            return name.equals(Kernels.PLAIN_NAME)
                    ? PlainKernels.class
                    : Class.forName(CLASS, false, KernelChoice.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("a class of this program is missing: " + CLASS, e);
        }
    }

    /** Whether this virtual machine was started with the module of the vector kernels. */
    public static boolean hasModule() {
        return ModuleLayer.boot().findModule(MODULE).isPresent();
    }

    static void requireFeature(int feature) {
        if (feature < FIRST_TESTED || feature > LAST_TESTED) {
            throw new UnsupportedOperationException("they were tested with Java " + FIRST_TESTED + " to " + LAST_TESTED
                    + " and this is Java " + feature);
        }
    }

    // What the virtual machine says of itself without the optimising compiler; vectors would be objects.
    static void requireCompiler(String info) {
        if (info.contains("interpreted mode") || info.contains("emulated-client")) {
            throw new UnsupportedOperationException("the optimising compiler is off (" + info + ")");
        }
    }

    private static void requireModule() {
        if (!hasModule()) {
            throw new UnsupportedOperationException("start Java with --add-modules " + MODULE);
        }
    }

    private static String reason(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
