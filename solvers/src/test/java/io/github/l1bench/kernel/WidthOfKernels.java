package io.github.l1bench.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The vector kernels at a width that the machine need not have. The width is a constant of their classes, so each width has
 * classes of its own, by a loader of its own.
 */
final class WidthOfKernels extends ClassLoader {
    private static final String PACKAGE = "io.github.l1bench.kernel.vector.";
    private static final String PROPERTY = "l1bench.kernels.bits";

    private WidthOfKernels() {
        super(WidthOfKernels.class.getClassLoader());
    }

    /** The kernels with registers of {@code bits} bits. */
    static Kernels of(int bits) {
        System.setProperty(PROPERTY, Integer.toString(bits));
        try {
            return (Kernels) new WidthOfKernels()
                    .loadClass(PACKAGE + "VectorKernels")
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        } finally {
            System.clearProperty(PROPERTY);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(PACKAGE)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known != null ? known : define(name);
        }
    }

    private Class<?> define(String name) {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
