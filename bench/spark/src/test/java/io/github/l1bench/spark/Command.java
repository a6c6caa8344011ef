package io.github.l1bench.spark;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A command that has run. */
record Command(int status, String out, String err) {
    static Command run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.execute(new PrintWriter(out), new PrintWriter(err), args);
        return new Command(status, out.toString(), err.toString());
    }
}
