package io.github.l1bench.data.input;

import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes as they are stored, counted; when the store itself fails it says so, unlike what is wrong in its content. They are
 * read one after the other and in no other way: pipes can neither skip nor say what is available.
 */
final class StoredBytes extends InputStream {
    private final InputStream in;
    private long count;

    StoredBytes(InputStream in) {
        this.in = in;
    }

    /** How many were read so far. */
    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        try {
            int read = in.read(bytes, from, length);
            count += Math.max(0, read);
            return read;
        } catch (IOException e) {
            throw new Failure(e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** The store failed. */
    static final class Failure extends IOException {
        private Failure(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
