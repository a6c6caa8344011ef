package io.github.l1bench.solver.newton;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The table of docs/solvers.md; it is written anew with {@code -Dl1bench.ablation -Dmnist.dir=FOLDER}. */
class AblationTest {
    private static final Path PAGE = Path.of("../docs/solvers.md");

    @Test
    @EnabledIfSystemProperty(named = "l1bench.ablation", matches = ".*")
    void writesTheTable() throws IOException {
        Ablation.main(new String[] {PAGE.toString()});
    }

    @Test
    void theTableHasARowForEachRule() throws IOException {
        String text = Files.readString(PAGE);
        int begin = text.indexOf(Ablation.BEGIN);
        String table = text.substring(begin, text.indexOf(Ablation.END, begin));
        assertThat(table.lines().skip(4).map(line -> line.split(" \\| ")[0].substring(2)))
                .containsExactlyElementsOf(
                        Arrays.stream(Rule.values()).map(Rule::words).toList());
    }
}
