package io.github.l1bench.data.input;

import java.io.IOException;
import java.io.InputStream;

/** Tells gzip from plain files by their content (RFC 1952), whatever they are called. */
public final class Gzip {
    private static final int MAGIC = 0x1f8b;

    private Gzip() {}

    /** Whether a gzip member starts at the stream's position, where it is left; the stream must support marks. */
    public static boolean startsHere(InputStream in) throws IOException {
        in.mark(2);
        int start = in.read() << 8 | in.read();
        in.reset();
        return start == MAGIC;
    }
}
