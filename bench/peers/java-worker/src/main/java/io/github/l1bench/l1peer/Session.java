package io.github.l1bench.l1peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One conversation: a line in, a line out. */
final class Session<F> {
    /** The status of a worker that cannot start. */
    static final int NOT_STARTED = 3;

    private final PeerWorker<F> worker;
    private final PrintStream wire;
    private Problem problem;
    private F fitted;

    /** @param wire where answers go */
    Session(PeerWorker<F> worker, PrintStream wire) {
        this.worker = worker;
        this.wire = wire;
    }

    /** Says hello, obeys what is read, and bids farewell; returns the status that the process is to end with. */
    int serve(InputStream in) throws IOException {
        try {
            String java = "Java " + System.getProperty("java.version");
            say("hello", "protocol=1", "version=" + worker.version(), "runtime=" + java);
        } catch (Exception | LinkageError e) {
            fail(e);
            return NOT_STARTED;
        }
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null && !line.equals("quit"); line = lines.readLine()) {
            try {
                obey(List.of(line.split("\t")));
            } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
                fail(e);
            } catch (OutOfMemoryError e) {
                problem = null;
                fitted = null;
                fail(e);
            }
        }
        try {
            worker.close();
        } catch (Exception e) {
            e.printStackTrace();
        }
        say("bye");
        return 0;
    }

    private void obey(List<String> words) throws Exception {
        String command = words.get(0);
        if (command.equals("load") && words.size() == 2) {
            problem = null;
            fitted = null;
            Problem read = new Problem(Path.of(words.get(1)));
            worker.load(read);
            problem = read;
            say("loaded");
        } else if (command.equals("solve")) {
            solve(words.subList(1, words.size()));
        } else if (command.equals("write") && words.size() == 2) {
            write(Path.of(words.get(1)));
        } else {
            throw new IllegalArgumentException("there is no command " + String.join(" ", words));
        }
    }

    private void solve(List<String> words) throws Exception {
        if (problem == null) {
            throw new IllegalStateException("no problem is loaded");
        }
        fitted = null;
        Map<String, String> values = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("'" + word + "' is no parameter=value");
            }
            values.put(word.substring(0, equals), word.substring(equals + 1));
        }
        String seed = values.remove("seed");
        Setting setting = new Setting(values);
        long cpuStart = CpuClock.nanos();
        long start = System.nanoTime();
        F made = worker.fit(problem, setting, seed == null ? 0 : Long.parseLong(seed));
        double seconds = 1e-9 * (System.nanoTime() - start);
        double cpu = 1e-9 * (CpuClock.nanos() - cpuStart);
        fitted = made;
        say("solved", decimal("seconds", seconds), decimal("cpu", cpu));
    }

    private static String decimal(String key, double value) {
        return String.format(Locale.ROOT, "%s=%.9f", key, value);
    }

    private void write(Path folder) throws Exception {
        if (fitted == null) {
            throw new IllegalStateException("nothing is solved");
        }
        PeerWorker.Answer answer = worker.answer(problem, fitted);
        NumberFile.write(folder.resolve("coef.f64"), answer.weights());
        NumberFile.write(folder.resolve("intercept.f64"), answer.intercept());
        say("written", "note=" + answer.note());
    }

    private void fail(Throwable e) {
        e.printStackTrace();
        String message = e.getMessage();
        say("failed", "reason=" + e.getClass().getSimpleName() + (message == null ? "" : ": " + message));
    }

    private void say(String kind, String... fields) {
        StringBuilder line = new StringBuilder("l1peer\t").append(kind);
        Arrays.stream(fields)
                .forEach(field -> line.append('\t').append(field.strip().replaceAll("\\s+", " ")));
        wire.print(line.append('\n'));
        wire.flush();
    }
}
