package io.github.l1bench.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.l1bench.problem.MultinomialProblem;
import org.junit.jupiter.api.Test;

class ThreadAccountTest {
    @Test
    void anArrayCountsWithItsSize() {
        ThreadAccount before = ThreadAccount.now();
        double[] array = new double[1 << 20];
        double taken = ThreadAccount.now().since(before).allocatedBytes();
        assertThat(array).hasSize(1 << 20);
        assertThat(taken).isBetween(8.0 * (1 << 20), 9.0 * (1 << 20));
    }

    @Test
    void workCountsOnTheProcessorAndWaitingDoesNot() throws InterruptedException {
        ThreadAccount before = ThreadAccount.now();
        Thread.sleep(100);
        double waiting = ThreadAccount.now().since(before).processorSeconds();
        long end = System.nanoTime() + 100_000_000;
        while (ThreadAccount.now().since(before).processorSeconds() < waiting + 0.02) {
            assertThat(System.nanoTime()).as("a thread that works for long").isLessThan(end + 60_000_000_000L);
        }
        assertThat(waiting).isLessThan(0.05);
    }

    @Test
    void whatHelpersDidThatHaveEndedIsNotGuessed() throws InterruptedException {
        ThreadAccount before = ThreadAccount.now();
        Thread helper = new Thread(() -> {});
        helper.start();
        helper.join();

        assertThat(ThreadAccount.now().since(before).processorSeconds()).isNaN();
    }

    /**
     * The work arrays of a warm solve (scores, residuals and probabilities of n x K, copies of the columns of the working
     * set, and those of a sample to start from) are less than the design would take entry by entry; and a solve that goes
     * on to a gap a thousand times smaller reuses them: it allocates at most a quarter more.
     */
    @Test
    void aWarmSolveAllocatesItsWorkArraysAndLittleElse() {
        MultinomialProblem problem = BenchmarkProblem.load("digits").problem(0.02);
        double dense = (double) Double.BYTES * problem.samples() * problem.features();
        double toThousandth = ofWarmSolve(problem, "1e-3");
        double toMillionth = ofWarmSolve(problem, "1e-6");
        assertThat(toMillionth).isBetween(1.0, dense);
        assertThat(toMillionth).isLessThan(1.25 * toThousandth);
    }

    private static double ofWarmSolve(MultinomialProblem problem, String target) {
        Shot shot = Shot.of(problem, "prox-newton", 1, target, 60);
        ShotCounters counters = new ShotCounters();
        for (int solve = 0; solve < 2; solve++) {
            shot.load();
            shot.fire(false);
            shot.certify(counters);
        }
        assertThat(counters.reached).isEqualTo(1);
        return counters.allocatedBytes;
    }
}
