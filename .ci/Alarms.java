import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.l1bench.compare.Comparison;
import io.github.l1bench.compare.Margins;
import io.github.l1bench.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * How often 'compare' errs: Alarms RUN COMPARISONS SLOWDOWN FORKS... RUN holds rows of many forks. Forks are drawn from
 * them without overlap, as those of a run before and a run after, and both are compared with margin 0, as files of two
 * runs are: as they were measured, and with the times after multiplied by 1 + SLOWDOWN. Exit status 1 where more than
 * 5 % of the first kind are called slower or faster, or, with the largest number of forks, where fewer than 90 % of the
 * second kind are called slower.
 */
final class Alarms {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Random RANDOM = new Random(1);

    public static void main(String[] args) throws IOException {
        RunFolder pool = new RunFolder(Path.of(args[0]));
        ArrayNode rows = (ArrayNode) JSON.readTree(Files.readAllBytes(pool.file(RunFolder.JMH)));
        int comparisons = Integer.parseInt(args[1]);
        double slowdown = Double.parseDouble(args[2]);
        RunFolder before = copy(pool);
        RunFolder after = copy(pool);
        System.out.printf("%d rows, %d comparisons of each kind, margin 0%n", rows.size(), comparisons);
        boolean good = true;
        for (int a = 3; a < args.length; a++) {
            int forks = Integer.parseInt(args[a]);
            int slower = 0;
            int faster = 0;
            int found = 0;
            int foundRows = 0;
            for (int i = 0; i < comparisons; i++) {
                List<JsonNode> first = new ArrayList<>();
                List<JsonNode> second = new ArrayList<>();
                for (JsonNode row : rows) {
                    List<Integer> drawn = shuffled(row.at("/primaryMetric/rawData").size(), 2 * forks);
                    first.add(part(row, drawn.subList(0, forks), 1));
                    second.add(part(row, drawn.subList(forks, 2 * forks), 1));
                }
                JsonNode equal = compare(before, first, after, second);
                slower += equal.get("regression").booleanValue() ? 1 : 0;
                faster += count(equal, "faster") > 0 ? 1 : 0;
                List<JsonNode> slowed = new ArrayList<>();
                for (JsonNode row : second) {
                    slowed.add(part(row, shuffled(forks, forks), 1 + slowdown));
                }
                JsonNode planted = compare(before, first, after, slowed);
                found += planted.get("regression").booleanValue() ? 1 : 0;
                foundRows += count(planted, "slower");
            }
            System.out.printf(
                    "%2d forks: false alarms %.1f %% (slower %d, faster %d of %d); a slowdown of %.0f %% found in %.1f %%"
                            + " (of single rows %.1f %%)%n",
                    forks,
                    100.0 * (slower + faster) / comparisons,
                    slower,
                    faster,
                    comparisons,
                    100 * slowdown,
                    100.0 * found / comparisons,
                    100.0 * foundRows / comparisons / rows.size());
            good &= slower + faster <= 0.05 * comparisons && (a < args.length - 1 || found >= 0.9 * comparisons);
        }
        System.exit(good ? 0 : 1);
    }

    private static RunFolder copy(RunFolder pool) throws IOException {
        RunFolder copy = new RunFolder(Files.createTempDirectory("alarms"));
        Files.copy(pool.file(RunFolder.RUN), copy.file(RunFolder.RUN));
        return copy;
    }

    private static List<Integer> shuffled(int count, int needed) {
        if (count < needed) {
            throw new IllegalArgumentException("a row has " + count + " forks; " + needed + " are needed");
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            order.add(i);
        }
        Collections.shuffle(order, RANDOM);
        return order;
    }

    private static JsonNode part(JsonNode row, List<Integer> forks, double factor) {
        ObjectNode part = row.deepCopy();
        part.put("forks", forks.size());
        draw((ObjectNode) part.get("primaryMetric"), forks, factor);
        if (part.at("/secondaryMetrics/processorSeconds") instanceof ObjectNode processor) {
            draw(processor, forks, factor);
        }
        return part;
    }

    private static void draw(ObjectNode metric, List<Integer> forks, double factor) {
        JsonNode all = metric.get("rawData");
        ArrayNode drawn = metric.putArray("rawData");
        for (int fork : forks) {
            ArrayNode shots = drawn.addArray();
            all.get(fork).forEach(shot -> shots.add(factor * shot.doubleValue()));
        }
    }

    private static JsonNode compare(RunFolder before, List<JsonNode> first, RunFolder after, List<JsonNode> second)
            throws IOException {
        JSON.writeValue(before.file(RunFolder.JMH).toFile(), first);
        JSON.writeValue(after.file(RunFolder.JMH).toFile(), second);
        Comparison.Terms terms = new Comparison.Terms(Margins.parse(List.of("0")), false, false);
        return JSON.readTree(Comparison.of(before.path(), after.path(), terms).json());
    }

    private static int count(JsonNode comparison, String verdict) {
        int count = 0;
        for (JsonNode time : comparison.get("times")) {
            count += time.get("verdict").textValue().equals(verdict) ? 1 : 0;
        }
        return count;
    }
}
