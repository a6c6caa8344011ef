package io.github.l1bench.data.openml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.data.DataException;
import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.Dataset;
import io.github.l1bench.fuzz.Fuzz;
import io.github.l1bench.fuzz.Mutations;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A cache with damaged files; {@code -Dl1bench.fuzz=100000} says how many. */
@Tag("slow")
@Tag("fuzz")
@Timeout(3600)
class OpenmlFuzzTest {
    private static final String ARFF = "@attribute a real\n@attribute class {x,y}\n@data\n1,x\n2,y\n3,x\n";

    @TempDir
    private Path folder;

    @Test
    void descriptionsAreReadOrRefusedInOneSentence() throws Exception {
        try (LocalOpenml openml = new LocalOpenml(folder)) {
            byte[] good = openml.description(61, LocalOpenml.md5(ARFF.getBytes(StandardCharsets.UTF_8)))
                    .getBytes(StandardCharsets.UTF_8);
            Mutations mutations = new Mutations(81);
            new Fuzz("descriptions of OpenML", DataException.class, 1 << 20, 1_000)
                    .check(Fuzz.rounds(), () -> mutations.of(good), content -> {
                        assertThat(OpenmlDescription.parse(61, content).md5()).hasSize(32);
                    });
        }
    }

    @Test
    void filesInTheCacheAreTheRightOnesOrRefusedInOneSentence() throws Exception {
        try (LocalOpenml openml = new LocalOpenml(folder)) {
            byte[] arff = ARFF.getBytes(StandardCharsets.UTF_8);
            Path own = Files.createDirectories(openml.cache().resolve("61"));
            Files.write(
                    own.resolve("description.json.gz"),
                    Mutations.gzip(openml.description(61, LocalOpenml.md5(arff)).getBytes(StandardCharsets.UTF_8)));
            Mutations mutations = new Mutations(82);
            new Fuzz("files of OpenML", DataException.class, 8 << 20, 1_000)
                    .check(Fuzz.rounds(), () -> mutations.packed(arff), content -> {
                        Files.write(own.resolve("data.arff.gz"), content);
                        Dataset data =
                                openml.source().load(DataRequest.of("openml:61").withoutDownload());
                        assertThat(data.trainLabels()).containsExactly(0, 1, 0);
                    });
        }
    }
}
