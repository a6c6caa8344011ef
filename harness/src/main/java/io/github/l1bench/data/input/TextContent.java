package io.github.l1bench.data.input;

import io.github.l1bench.data.DataException;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** A text that is being read: unpacked, known to be text, without a byte order mark. */
public final class TextContent implements Closeable {
    private static final int HEAD = 1 << 16;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final TextFile file;
    private final UnpackedBytes bytes;
    private final byte[] head;
    private final int begin;

    /**
     * Looks at how the file begins.
     *
     * @param file what this is the content of
     * @param size of the file as it is stored, bytes; 0 where that is not known, as of a pipe
     * @param stored its bytes from the beginning; closed with this
     * @throws IOException if {@code stored} cannot be read
     * @throws DataException if it cannot be unpacked or is no text of numbers
     */
    TextContent(TextFile file, long size, InputStream stored) throws IOException {
        this.file = file;
        this.bytes = new UnpackedBytes(file.name(), size, stored);
        this.head = bytes.readNBytes(HEAD);
        this.begin = ForeignContent.startsWith(head, 0, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
        ForeignContent.phrase(head, bytes.packing()).ifPresent(phrase -> {
            throw new DataException(name() + " " + phrase);
        });
    }

    /** The file's name, for messages. */
    public String name() {
        return file.name();
    }

    /** What names it after {@code libsvm:} or the like. */
    String argument() {
        return file.argument();
    }

    /** How many bytes of unpacked content were read so far. */
    public long bytesRead() {
        return bytes.count();
    }

    /** The first 64 KiB of the text, or all of it if it is shorter; what is no UTF-8 is replaced. */
    public String head() {
        return new String(head, begin, head.length - begin, StandardCharsets.UTF_8);
    }

    /** Whether {@link #head} is all there is. */
    public boolean endsWithHead() {
        return head.length < HEAD;
    }

    /**
     * The whole text, to be read once.
     *
     * @param malformed what happens to bytes that are no UTF-8
     */
    public Reader reader(CodingErrorAction malformed) {
        InputStream all = new SequenceInputStream(new ByteArrayInputStream(head, begin, head.length - begin), bytes);
        return new InputStreamReader(
                all,
                StandardCharsets.UTF_8.newDecoder().onMalformedInput(malformed).onUnmappableCharacter(malformed));
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
