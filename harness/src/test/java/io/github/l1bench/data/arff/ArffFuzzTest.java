package io.github.l1bench.data.arff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.data.DataException;
import io.github.l1bench.data.DataRequest;
import io.github.l1bench.data.DataSources;
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

/** Damaged ARFF files; {@code -Dl1bench.fuzz=100000} says how many. */
@Tag("slow")
@Tag("fuzz")
@Timeout(3600)
class ArffFuzzTest {
    private static final String HEADER = """
            % comment
            @relation 'r s'
            @attribute a numeric
            @attribute 'b c' {x, 'y z', "it\\'s"}
            @attribute d integer
            @attribute class {no,yes}
            @data
            """;
    private static final String DENSE =
            HEADER + "1.5,x,0,no\n-2e1,'y z',3,yes % more\n\n7 \"it\\'s\" 4\tno\r\n0,x,0,yes\n";
    private static final String SPARSE = HEADER + "{0 1.5, 3 yes}\n{}\n{1 'y z',2 3}\n{ 3 yes , 0 7 }\n";
    private static final String PIXELS = """
            @attribute pixel1 real
            @attribute pixel2 real
            @attribute pixel3 real
            @attribute pixel4 real
            @attribute class {0,1}
            @data
            0,255,3,0,1
            1,0,0,2,0
            {1 7,4 1}
            9,8,7,6,1
            """;

    @TempDir
    private Path folder;

    @Test
    void denseFilesAreReadOrRefusedInOneSentence() throws Exception {
        check("dense ARFF", 61, DENSE);
    }

    @Test
    void sparseFilesAreReadOrRefusedInOneSentence() throws Exception {
        check("sparse ARFF", 62, SPARSE);
    }

    @Test
    void imagesAreReadOrRefusedInOneSentence() throws Exception {
        check("ARFF of images", 63, PIXELS);
    }

    @Test
    void packedFilesAreReadOrRefusedInOneSentence() throws Exception {
        Mutations mutations = new Mutations(64);
        byte[] good = DENSE.getBytes(StandardCharsets.UTF_8);
        new Fuzz("packed ARFF", DataException.class, 4 << 20, 200 * 1_000)
                .check(Fuzz.rounds(), () -> mutations.packed(good), this::load);
    }

    private void check(String what, long seed, String text) throws Exception {
        Mutations mutations = new Mutations(seed);
        byte[] good = text.getBytes(StandardCharsets.UTF_8);
        new Fuzz(what, DataException.class, 4 << 20, 1_000).check(Fuzz.rounds(), () -> mutations.of(good), this::load);
    }

    private void load(byte[] content) throws Exception {
        Path path = folder.resolve("data.arff");
        Files.write(path, content);
        Dataset data = DataSources.load(DataRequest.of("arff:" + path));
        assertThat(data.trainLabels()).hasSize(data.train().rows());
    }
}
