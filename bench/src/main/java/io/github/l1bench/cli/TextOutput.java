package io.github.l1bench.cli;

import io.github.l1bench.io.WholeFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;

/**
 * Where a result goes as text: a file, standard output, or nowhere.
 *
 * @param target as users write it: a file, {@code -} for standard output, or null for nowhere
 */
record TextOutput(Path target) {
    boolean isStandardOutput() {
        return target != null && target.toString().equals("-");
    }

    /** Tries the file's folder, where there is a file, before the work starts. */
    void require() {
        if (target != null && !isStandardOutput()) {
            WritableFolder.requireFor(target);
        }
    }

    /** Writes {@code text}; a file is written whole or not at all. */
    void write(PrintWriter standardOutput, String text) throws IOException {
        if (isStandardOutput()) {
            standardOutput.print(text);
            standardOutput.flush();
        } else if (target != null) {
            WholeFile.write(target, text);
        }
    }
}
