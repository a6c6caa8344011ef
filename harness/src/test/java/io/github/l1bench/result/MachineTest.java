package io.github.l1bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MachineTest {
    @Test
    void flagsDoNotSayWhereTheImagesLie() {
        assertThat(Machine.flags(List.of("-Xmx2g", "-Dmnist.dir=/data/mnist", "-Dmnist.directory=/x")))
                .containsExactly("-Xmx2g", "-Dmnist.dir=", "-Dmnist.directory=/x");
    }
}
