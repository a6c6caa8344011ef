import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSources;
import io.github.l1bench.data.Dataset;
import io.github.l1bench.problem.Coefficients;
import io.github.l1bench.problem.MultinomialProblem;
import io.github.l1bench.solver.Option;
import io.github.l1bench.solver.Options;
import io.github.l1bench.solver.Request;
import io.github.l1bench.solver.Solver;
import io.github.l1bench.solver.SolverRun;
import io.github.l1bench.solver.Solvers;
import io.github.l1bench.solver.Stopping;
import io.github.l1bench.solver.Variant;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs every registered solver for a fixed number of passes, with one thread and, where it can share its work, with two,
 * and writes its coefficients, bit by bit: SameBits FOLDER; exit status 1 when a thread changes a bit.
 * Compares two such folders: SameBits FOLDER FOLDER; exit status 1 when a bit differs.
 */
final class SameBits {
    private static final double PASSES = 30;
    private static final double LAMBDA = 0.01;

    public static void main(String[] args) throws IOException {
        if (args.length == 1) {
            System.exit(write(Path.of(args[0])) ? 0 : 1);
        } else {
            System.exit(same(Path.of(args[0]), Path.of(args[1])) ? 0 : 1);
        }
    }

    private static boolean write(Path folder) throws IOException {
        boolean same = true;
        for (String name : List.of("digits", "text")) {
            Dataset data = DataSources.load(DataRequest.of(name).withRows(1000, 100));
            MultinomialProblem problem = data.problem(LAMBDA);
            for (Solver solver : Solvers.all()) {
                Path alone = folder.resolve(name + " " + solver.name());
                write(alone, data, problem, new Variant(solver, Options.defaults()));
                if (solver.options().contains(Option.THREADS)) {
                    Variant two = new Variant(solver, Options.of(solver, Map.of(Option.THREADS.name(), "2")));
                    Path shared = folder.resolve(name + " " + two);
                    write(shared, data, problem, two);
                    if (Files.mismatch(alone, shared) >= 0) {
                        System.out.println(shared.getFileName() + ": two threads change the result");
                        same = false;
                    }
                }
            }
        }
        return same;
    }

    private static void write(Path file, Dataset data, MultinomialProblem problem, Variant variant) throws IOException {
        Request request = Request.until(Stopping.afterPasses(PASSES)).with(variant.options());
        Coefficients found = SolverRun.solve(variant.solver(), problem, request).coefficients();
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
            out.writeUTF(data.info().sha256());
            out.writeDouble(problem.objective(found));
            for (double[] row : found.weights()) {
                write(out, row);
            }
            write(out, found.intercept());
        }
    }

    private static void write(DataOutputStream out, double[] values) throws IOException {
        for (double value : values) {
            out.writeLong(Double.doubleToRawLongBits(value));
        }
    }

    private static boolean same(Path one, Path other) throws IOException {
        boolean same = true;
        try (var files = Files.list(one)) {
            for (Path file : files.sorted().toList()) {
                same &= same(file.getFileName().toString(), file, other.resolve(file.getFileName().toString()));
            }
        }
        return same;
    }

    private static boolean same(String name, Path one, Path other) throws IOException {
        try (DataInputStream a = new DataInputStream(Files.newInputStream(one));
                DataInputStream b = new DataInputStream(Files.newInputStream(other))) {
            boolean data = a.readUTF().equals(b.readUTF());
            double objective = Math.abs(a.readDouble() / b.readDouble() - 1);
            int count = 0;
            int differing = 0;
            double difference = 0;
            double largest = 0;
            for (; a.available() > 0; count++) {
                double x = a.readDouble();
                double y = b.readDouble();
                differing += Double.doubleToRawLongBits(x) == Double.doubleToRawLongBits(y) ? 0 : 1;
                difference = Math.max(difference, Math.abs(x - y));
                largest = Math.max(largest, Math.abs(x));
            }
            boolean same = data && differing == 0 && b.available() == 0;
            System.out.printf(
                    "%-36s %s%n",
                    name,
                    same
                            ? "the same " + count + " doubles"
                            : String.format(
                                    "%d of %d doubles differ, by at most %.1e of the largest; the objective by %.1e%s",
                                    differing, count, difference / largest, objective, data ? "" : "; the data differ"));
            return same;
        }
    }
}
