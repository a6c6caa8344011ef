package io.github.l1bench.peer;

import io.github.l1bench.io.TemporaryFolder;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * Ends a worker whose program is killed, which can do so no more itself: a worker that is in the midst of a fit does not
 * notice, and one that hangs never would. A shell waits at a pipe that closes when this program ends, however that
 * happens; then it kills the worker and what bears its mark, and deletes this program's temporary folders. Where there
 * is no such shell, as on Windows, nothing watches.
 */
final class DeathWatch implements AutoCloseable {
    private static final String SHELL = "/bin/sh";

    // $1 is the worker, $2 its mark, $3 what the paths of temporary folders begin with. What ends a group of processes
    // at the terminal must not end this one first.
    private static final String SCRIPT = """
            trap '' INT HUP TERM
            read -r never
            PATH=$PATH:/usr/bin:/bin
            kill -9 "$1"
            for environment in /proc/[0-9]*/environ; do
              if tr '\\0' '\\n' < "$environment" | grep -qxF "$2"; then
                process=${environment#/proc/}
                kill -9 "${process%/environ}"
              fi
            done
            case $3 in
              */l1bench.[0-9]*) rm -rf "$3".* ;;
            esac
            """;

    private final Process shell;

    /** Watches {@code worker}, whose environment has {@code mark}. */
    DeathWatch(Process worker, String mark) {
        this.shell = started(Long.toString(worker.pid()), Strays.VARIABLE + "=" + mark, TemporaryFolder.prefix());
    }

    private static Process started(String worker, String mark, String folders) {
        try {
            return new ProcessBuilder(SHELL, "-c", SCRIPT, "l1bench", worker, mark, folders)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return null;
        }
    }

    /** Watches no more. */
    @Override
    public void close() {
        if (shell == null) {
            return;
        }
        shell.destroyForcibly();
        try {
            shell.waitFor(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
