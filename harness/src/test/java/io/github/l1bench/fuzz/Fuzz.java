package io.github.l1bench.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Gives a reader many damaged files. Each is accepted or refused by the documented exception with one sentence, in
 * little time and with no more memory than the file's own size justifies.
 *
 * @param what is read, for messages
 * @param refusal the documented exception
 * @param baseBytes memory that reading the smallest file may allocate
 * @param bytesPerByte memory that each byte of the file may add to that
 */
public record Fuzz(String what, Class<? extends RuntimeException> refusal, long baseBytes, long bytesPerByte) {
    private static final long MOST_NANOSECONDS = 20_000_000_000L;
    // The first files load classes, which takes memory of its own.
    private static final int WARM_UP = 50;
    private static final int LONGEST_SENTENCE = 700;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Reads content. */
    @FunctionalInterface
    public interface Reader {
        /** Reads {@code content}; what it throws is judged. */
        void read(byte[] content) throws Exception;
    }

    /** How many damaged files each reader is given: the system property {@code l1bench.fuzz}, else 400. */
    public static int rounds() {
        return Integer.getInteger("l1bench.fuzz", 400);
    }

    /** Reads {@code rounds} files. Some are accepted and some refused, else the damage was too large or too small. */
    public void check(int rounds, Supplier<byte[]> files, Reader reader) throws Exception {
        long slowest = 0;
        double hungriest = 0;
        int refused = 0;
        for (int round = 0; round < rounds; round++) {
            byte[] file = files.get();
            long allocated = THREADS.getCurrentThreadAllocatedBytes();
            long begin = THREADS.getCurrentThreadCpuTime();
            refused += isRefused(file, reader) ? 1 : 0;
            slowest = Math.max(slowest, THREADS.getCurrentThreadCpuTime() - begin);
            allocated = round < WARM_UP ? 0 : THREADS.getCurrentThreadAllocatedBytes() - allocated;
            hungriest = Math.max(hungriest, (double) allocated / (baseBytes + bytesPerByte * file.length));
            assertThat(allocated)
                    .as("bytes allocated for file %d of %d bytes of %s", round, file.length, what)
                    .isLessThanOrEqualTo(baseBytes + bytesPerByte * file.length);
        }
        System.out.printf(
                Locale.ROOT,
                "fuzz %s: %d files, %d accepted, %d refused, slowest %.1f ms, most memory %.0f %% of the bound%n",
                what,
                rounds,
                rounds - refused,
                refused,
                slowest / 1e6,
                100 * hungriest);
        assertThat(refused).as("refused files of %s", what).isBetween(rounds / 10, rounds - rounds / 200);
        assertThat(slowest).as("processor time of the slowest file of %s", what).isLessThan(MOST_NANOSECONDS);
    }

    private boolean isRefused(byte[] file, Reader reader) throws Exception {
        try {
            reader.read(file);
            return false;
        } catch (RuntimeException e) {
            if (!refusal.isInstance(e)) {
                throw new AssertionError(what + " gave way to this file: " + quoted(file), e);
            }
            assertThat(e.getMessage())
                    .as("the sentence")
                    .isNotBlank()
                    .doesNotContain("\n")
                    .hasSizeLessThan(LONGEST_SENTENCE);
            return true;
        } catch (StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError(what + " gave way to this file: " + quoted(file), e);
        }
    }

    private static String quoted(byte[] file) {
        String text = new String(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        return text.length() < 5_000 ? text : text.substring(0, 5_000) + "...";
    }
}
