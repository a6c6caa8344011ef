package io.github.l1bench.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Stands for benchmarks.jar where cells are tested: does what the solver's name says. */
public final class Main {
    private static final String ROW = """
            [{"benchmark": "a.TimeToTarget.solve", "mode": "ss", "forks": 1, "params": {"solver": "%s"},
              "primaryMetric": {"score": 1, "scoreUnit": "s/op", "rawData": [[1]]}}]
            """;

    private Main() {}

    /** {@code run --solvers NAME --data D ... --out DIR TEMPLATE}. */
    public static void main(String[] args) throws Exception {
        List<String> words = Arrays.asList(args);
        String solver = words.get(words.indexOf("--solvers") + 1);
        if (words.get(0).equals("jmh")) {
            Files.writeString(Path.of(words.get(words.indexOf("-rff") + 1)), ROW.formatted(solver));
            return;
        }
        Path out = Path.of(words.get(words.indexOf("--out") + 1));
        switch (solver) {
            case "crashes" -> {
                System.out.println("the heap is full");
                System.exit(3);
            }
            case "hangs" -> Thread.sleep(1_000_000);
            default -> {
                Files.createDirectories(out);
                String template = Files.readString(Path.of(words.get(words.size() - 1)));
                Files.writeString(out.resolve("run.json"), template.replace("newton-by-rounds", solver));
            }
        }
    }
}
