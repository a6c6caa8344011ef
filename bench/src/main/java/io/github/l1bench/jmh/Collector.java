package io.github.l1bench.jmh;

import java.util.List;

/**
 * The forks' garbage collector. The usual one, G1, hands a solver ever fresh memory, and the first touch of a page is dear on
 * virtual machines: where a solve takes 0.1 s, more than half of it can be that, in some forks and not in others. The serial
 * collector hands out the same few megabytes again and again.
 */
final class Collector {
    private static final String SERIAL = "-XX:+UseSerialGC";

    private Collector() {}

    /**
     * What to add to the arguments of a fork.
     *
     * @param arguments those that it has, of which a choice of the user's stands
     */
    static List<String> added(List<String> arguments) {
        return arguments.stream().anyMatch(argument -> argument.matches("-XX:\\+Use\\w+GC"))
                ? List.of()
                : List.of(SERIAL);
    }
}
