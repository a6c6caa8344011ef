package io.github.l1bench.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CollectorTest {
    @Test
    void forksHaveTheSerialCollectorUnlessTheUserNamesOne() {
        assertThat(Collector.added(List.of("-Xmx2g", "-XX:-UseG1GC"))).containsExactly("-XX:+UseSerialGC");
        assertThat(Collector.added(List.of("-Xmx2g", "-XX:+UseParallelGC"))).isEmpty();
        assertThat(Collector.added(List.of("-XX:+UseZGC"))).isEmpty();
    }
}
