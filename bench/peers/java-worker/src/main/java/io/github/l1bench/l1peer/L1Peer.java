package io.github.l1bench.l1peer;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves the protocol on standard input and output. */
public final class L1Peer {
    private static final Pattern VERSION = Pattern.compile("-(\\d[\\w.]*)\\.jar$");

    private L1Peer() {}

    /** Serves {@code worker} until it is told to quit or its input ends, and then ends this process. */
    public static void serve(PeerWorker<?> worker) throws IOException {
        PrintStream wire = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        // Standard output belongs to the protocol; what a library prints is log.
        System.setOut(System.err);
        System.exit(new Session<>(worker, wire).serve(System.in));
    }

    /**
     * The version of the library that {@code member} is of, as the name of its jar tells.
     *
     * @throws IllegalStateException if it is in no jar whose name ends with a version
     */
    public static String version(Class<?> member) {
        String jar = String.valueOf(member.getProtectionDomain().getCodeSource().getLocation());
        Matcher version = VERSION.matcher(jar);
        if (!version.find()) {
            throw new IllegalStateException("no version is in the name of " + jar);
        }
        return version.group(1);
    }
}
