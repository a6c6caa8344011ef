package io.github.l1bench.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptimaTest {
    private static final Path REAL = Path.of("..", "..", "shared", "data", "real");

    @Test
    void everyGeneratedInstanceHasOneAndItIsCertifiedOrSaysWhyNot() throws IOException {
        List<Instance> instances = OptimaTable.generated(CollectionFile.SHIPPED);
        List<Optimum> optima = Optima.shipped().optima();
        assertThat(optima).extracting(Optimum::instance).containsExactlyElementsOf(instances);
        assertThat(optima).allSatisfy(optimum -> {
            assertThat(optimum.relativeGap() <= OptimumSearch.GAP)
                    .as(optimum.toString())
                    .isEqualTo(optimum.note().isEmpty());
            assertThat(optimum.relativeGap()).isLessThan(1e-7);
            assertThat(optimum.lambda()).isCloseTo(optimum.instance().ratio() * optimum.lambdaMax(), within(1e-15));
        });
    }

    @Test
    void aPartOfThemIsFoundAnewByAnotherSolver() {
        Set<String> some = Set.of("rho-0-p50-0.1", "decades-3-p30-0.01", "margin-2-p40-0.001", "classes-2-p60-0.01");
        OptimaTable table = new OptimaTable(new OptimumSearch(1e-8, 20, List.of("newton")));
        List<Optimum> stored = Optima.shipped().optima().stream()
                .filter(optimum -> some.contains(optimum.instance().name()))
                .toList();
        assertThat(stored).hasSameSizeAs(some);
        assertThat(stored)
                .allSatisfy(optimum -> assertThat(table.check(optimum)).isEmpty());
    }

    @Test
    void anIntervalBesideTheOtherIsAContradiction() {
        Optimum stored = Optima.shipped().optima().get(0);
        Optimum beside = moved(stored, stored.primal() * (1 + 1e-6));
        assertThat(Optima.contradiction(stored, stored)).isEmpty();
        assertThat(Optima.contradiction(stored, beside)).get().asString().contains("the optimum lies in");
        assertThat(Optima.contradiction(beside, stored)).get().asString().contains("the optimum lies in");
    }

    private static Optimum moved(Optimum o, double primal) {
        return new Optimum(
                o.instance(),
                o.sha256(),
                o.samples(),
                o.features(),
                o.classes(),
                o.lambdaMax(),
                o.lambda(),
                primal,
                primal - (o.primal() - o.dual()),
                o.relativeGap(),
                o.rounding(),
                o.nonzeros(),
                o.solver(),
                o.note());
    }

    @Test
    void aLambdaThatIsRoundedOtherwiseIsTheSame() {
        Optimum stored = Optima.shipped().optima().get(0);
        assertThat(Optima.shipped().of(stored.sha256(), Math.nextUp(stored.lambda())))
                .contains(stored);
        assertThat(Optima.shipped().of(stored.sha256(), stored.lambda() * (1 + 1e-9)))
                .isEmpty();
    }

    @Test
    void aTableIsWrittenALineAnOptimumAndComesBack(@TempDir Path folder) throws IOException {
        Optima shipped = Optima.shipped();
        Path file = folder.resolve("optima.json");
        shipped.write(file);
        assertThat(Files.readString(file))
                .isEqualTo(Files.readString(
                        Path.of("src", "main", "resources", "io", "github", "l1bench", "collection", "optima.json")));
        assertThat(Files.readAllLines(file))
                .hasSizeBetween(shipped.optima().size(), shipped.optima().size() + 10);
    }

    @Test
    void whatIsKnownIsNotSearchedAgain() {
        Optimum stored = Optima.shipped().optima().get(0);
        OptimaTable table = new OptimaTable(new OptimumSearch(1e-10, 1, List.of()));
        List<Optimum> optima = table.make(List.of(stored.instance()), List.of(stored), so -> {
            throw new AssertionError(so.toString());
        });
        assertThat(optima).containsExactly(stored);
    }

    // Optima that another program certified, of tables that people measured.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "vowel-0.1", "vowel-0.01", "vowel-0.001",
                "glass-0.1", "glass-0.01", "glass-0.001",
                "tissue-0.1", "tissue-0.01", "tissue-0.001",
                "dna-0.1", "dna-0.01", "dna-0.001",
                "satellite-0.1", "satellite-0.01", "satellite-0.001"
            })
    @Tag("long")
    void realDataHaveTheOptimaThatOthersCertified(String name) throws IOException {
        assumeThat(REAL).as("the tables lie there").isDirectory();
        JsonNode known =
                new ObjectMapper().readTree(REAL.resolve(name + ".json").toFile());
        String file = REAL.resolve(known.get("name").asText() + ".svm.gz").toString();
        Instance instance = new Instance(
                name,
                "real",
                "libsvm:" + file,
                Map.of(),
                null,
                null,
                known.get("standardize").asBoolean(),
                known.get("ratio").asDouble(),
                0);
        Optimum own = new OptimaTable(OptimumSearch.usual()).find(instance);
        double lambda = known.get("lambda").asDouble();
        assertThat(own.lambdaMax()).isCloseTo(known.get("lambdaMax").asDouble(), within(1e-12));
        assertThat(own.relativeGap()).isLessThanOrEqualTo(OptimumSearch.GAP);
        // their lambda is rounded: P* is concave in it, with the norm of the weights, at most P / lambda, as its slope
        double slack = Math.abs(lambda - own.lambda()) * own.primal() / Math.min(lambda, own.lambda());
        assertThat(own.primal() * (1 - own.relativeGap()) - slack)
                .isLessThanOrEqualTo(known.get("objective").asDouble());
        assertThat(known.get("bound").asDouble()).isLessThanOrEqualTo(own.primal() + slack);
    }
}
