package io.github.l1bench.peer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * What a worker writes. Lines of its standard output that begin with the protocol's mark are messages; all else, and
 * its standard error, is log, of which the end is kept. However much is written, little is held.
 */
final class WorkerOutput {
    /** More than that between two answers is a flood. */
    static final long MOST_BYTES = 16L << 20;

    private static final int LONGEST_LINE = 1 << 16;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\t]]");
    private static final int LONGEST_LOGGED = 300;
    private static final int MOST_LOGGED = 50;
    private static final int MOST_MESSAGES = 100;

    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>(MOST_MESSAGES);
    private final Deque<String> log = new ArrayDeque<>();
    private final Thread standardOutput;
    private final Thread standardError;
    private long unanswered;
    private volatile boolean flooded;

    WorkerOutput(Process process) {
        standardOutput = reading(process.getInputStream(), true);
        standardError = reading(process.getErrorStream(), false);
    }

    private Thread reading(InputStream in, boolean wire) {
        Thread thread = new Thread(() -> read(in, wire), "output of a peer");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    // A flooding worker is read no further, and waits.
    private void read(InputStream in, boolean wire) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] block = new byte[1 << 13];
        try {
            for (int count = in.read(block); count >= 0 && !flooded; count = in.read(block)) {
                count(count);
                int start = 0;
                for (int i = 0; i < count; i++) {
                    if (block[i] == '\n') {
                        append(line, block, start, i);
                        finish(line, wire);
                        start = i + 1;
                    }
                }
                append(line, block, start, count);
            }
        } catch (IOException e) {
            // the process has ended
        }
        finish(line, wire);
    }

    private static void append(ByteArrayOutputStream line, byte[] block, int start, int end) {
        line.write(block, start, Math.min(end - start, LONGEST_LINE - line.size()));
    }

    private void finish(ByteArrayOutputStream bytes, boolean wire) {
        // What moves a terminal's cursor, or stands in no file, is a blank; words are separated by tabs.
        String line = CONTROL.matcher(bytes.toString(StandardCharsets.UTF_8))
                .replaceAll(" ")
                .strip();
        bytes.reset();
        if (wire && (line + "\t").startsWith(Message.MARK)) {
            flooded |= !messages.offer(Message.of(line));
        } else if (!line.isEmpty()) {
            keep(line.length() > LONGEST_LOGGED ? line.substring(0, LONGEST_LOGGED) : line);
        }
    }

    private synchronized void count(long bytes) {
        unanswered += bytes;
        flooded |= unanswered > MOST_BYTES;
    }

    private synchronized void keep(String line) {
        log.addLast(line);
        if (log.size() > MOST_LOGGED) {
            log.removeFirst();
        }
    }

    /** The next message; null if there is none within {@code nanos}. */
    Message next(long nanos) throws InterruptedException {
        Message message = messages.poll(nanos, TimeUnit.NANOSECONDS);
        if (message != null) {
            synchronized (this) {
                unanswered = 0;
            }
        }
        return message;
    }

    /** Whether more was written than anybody reads. */
    boolean isFlooded() {
        return flooded;
    }

    /** Waits until all is read that a process has written that has ended; no longer than a moment. */
    void drain(long millis) throws InterruptedException {
        standardOutput.join(millis);
        standardError.join(millis);
    }

    /** The last lines that are no messages. */
    synchronized List<String> log() {
        return List.copyOf(log);
    }
}
