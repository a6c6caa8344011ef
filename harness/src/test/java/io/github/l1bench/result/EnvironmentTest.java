package io.github.l1bench.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {
    private static final String GOVERNOR = "sys/devices/system/cpu/cpu%d/cpufreq/scaling_governor";

    @TempDir
    private Path root;

    private void write(String file, String content) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    // Ticks that stand still: nobody is busy.
    private void quietMachine() throws IOException {
        write("proc/stat", "cpu  10 0 10 1000 0 0 0 0 0 0\n");
        write("proc/cpuinfo", "processor\t: 0\nflags\t: a\nprocessor\t: 1\n");
        write(GOVERNOR.formatted(0), "performance\n");
        write(GOVERNOR.formatted(1), "performance\n");
        write("sys/fs/cgroup/cpu.max", "max 100000\n");
    }

    private List<String> remarks(int cores, double load, long others) {
        return new Environment(root, cores, load, others).remarks();
    }

    @Test
    void aQuietMachineNeedsNoRemark() throws IOException {
        quietMachine();

        assertThat(remarks(2, 1.7, 0)).isEmpty();
    }

    @Test
    void everythingInTheWayIsNamed() throws IOException {
        quietMachine();
        write(GOVERNOR.formatted(1), "powersave\n");
        write("sys/fs/cgroup/cpu.max", "150000 100000\n");

        assertThat(remarks(1, 0, 2))
                .containsExactly(
                        "only 1 of 2 cores may be used",
                        "a limit of the control group allows 1.50 cores",
                        "there is one core, so that compiler and garbage collector took turns with what was timed",
                        "the frequency governor is performance and powersave, so that the clock follows the load;"
                                + " 'performance' is steady",
                        "2 other Java virtual machines were running");
    }

    @Test
    void whereLinuxTellsNothingTheLoadAverageHasToDo() {
        assertThat(remarks(2, 1.7, 1))
                .containsExactly(
                        "other programs may have been running (load average 1.70)",
                        "the frequency governor is not visible, as in a virtual machine",
                        "another Java virtual machine was running");
        assertThat(remarks(2, 0.4, 0)).doesNotContain("other programs");
    }

    @Test
    void coresThatAreBusyAreCountedFromTicksAndWaitingForTheDiskIsNot() {
        String before = "cpu  100 0 50 1000 10 1 2 0 0 0";

        assertThat(Environment.busyCores(before, "cpu  130 0 55 1100 99 1 2 5 0 0", 0.5))
                .isCloseTo(0.8, within(1e-12));
        assertThat(Environment.busyCores("", "", 1)).isNaN();
    }
}
