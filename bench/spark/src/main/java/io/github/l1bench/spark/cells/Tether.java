package io.github.l1bench.spark.cells;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs the main class named first with the other arguments, in a virtual machine that ends when its standard input does: so
 * that a child ends with the executor that started it, however that ends.
 */
public final class Tether {
    private static final int CUT = 137;

    private Tether() {}

    /** Runs {@code args[0]}. */
    public static void main(String[] args) throws ReflectiveOperationException {
        Thread watch = new Thread(Tether::watch, "tether");
        watch.setDaemon(true);
        watch.start();
        Class<?> main = Class.forName(args[0]);
        try {
            main.getMethod("main", String[].class).invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
        } catch (InvocationTargetException e) {
            e.getCause().printStackTrace();
            System.exit(1);
        }
    }

    private static void watch() {
        try {
            while (System.in.read() >= 0) {
                // Nobody writes.
            }
        } catch (IOException e) {
            // As good as the end.
        }
        Runtime.getRuntime().halt(CUT);
    }
}
