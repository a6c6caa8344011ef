package io.github.l1bench.data.input;

import io.github.l1bench.data.DataException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.MemoryLimitException;

/**
 * The content of a file that may be packed. A small file does not become a huge one: the content is cut off where it is
 * more than 200 times as long as what is stored, which no file of numbers is. Whatever is wrong in it ends in one sentence.
 */
public final class UnpackedBytes extends InputStream {
    private static final int BUFFER = 1 << 16;
    private static final int ANY_EXPANSION = 1 << 20;
    private static final int LARGEST_EXPANSION = 200;

    private final String name;
    private final long size;
    private final StoredBytes stored;
    private final Packing packing;
    private final InputStream content;
    private long count;

    /**
     * @param name for messages
     * @param size of the file as it is stored, bytes; 0 where that is not known, as of a pipe
     * @param file from its beginning; closed with this
     * @throws IOException if {@code file} cannot be read
     * @throws DataException if it cannot be unpacked
     */
    public UnpackedBytes(String name, long size, InputStream file) throws IOException {
        this.name = name;
        this.size = size;
        this.stored = new StoredBytes(file);
        InputStream buffered = new BufferedInputStream(stored, BUFFER);
        this.packing = Packing.of(buffered);
        this.content = explained(() -> packing.unpacked(buffered));
    }

    private interface Action<T> {
        T get() throws IOException;
    }

    // Unpackers meet damage with whatever exception it causes in them.
    private <T> T explained(Action<T> action) throws IOException {
        try {
            return action.get();
        } catch (StoredBytes.Failure e) {
            throw e;
        } catch (Unsuitable e) {
            throw new DataException(name + " " + e.getMessage(), e);
        } catch (MemoryLimitException e) {
            throw new DataException(
                    name + " takes more than " + Packing.MOST_KILOBYTES / 1024 + " MB to be unpacked; unpack it first",
                    e);
        } catch (IOException | RuntimeException e) {
            if (packing == Packing.NONE) {
                throw e;
            }
            throw new DataException(
                    name + " is truncated or damaged " + packing + " (" + reason(e) + "); fetch it again", e);
        }
    }

    private static String reason(Exception e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.replaceAll("\\s+", " ");
    }

    /** How it is packed. */
    Packing packing() {
        return packing;
    }

    /** How many bytes of content were read so far. */
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
        int read = explained(() -> content.read(bytes, from, length));
        count += Math.max(0, read);
        long most = Math.max(ANY_EXPANSION, LARGEST_EXPANSION * Math.max(size, stored.count()));
        if (packing != Packing.NONE && count > most) {
            throw new DataException(
                    name + " expands more than " + LARGEST_EXPANSION + "-fold; if that is meant, unpack it first");
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
