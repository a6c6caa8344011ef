package io.github.l1bench.data.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** How a file is packed, told by the bytes that it begins with, whatever it is called. */
public enum Packing {
    /** RFC 1952, of one member or several. */
    GZIP(0x1f, 0x8b) {
        // Unlike the JDK's stream this one also looks for a next member where a pipe has nothing ready.
        @Override
        InputStream unpacked(InputStream in) throws IOException {
            return new GzipCompressorInputStream(in, true);
        }
    },
    /** Of one stream or several. */
    BZIP2('B', 'Z', 'h') {
        @Override
        InputStream unpacked(InputStream in) throws IOException {
            return new BZip2CompressorInputStream(in, true);
        }
    },
    /** Of one stream or several. */
    XZ(0xfd, '7', 'z', 'X', 'Z', 0) {
        @Override
        InputStream unpacked(InputStream in) throws IOException {
            return new XZCompressorInputStream(in, true, MOST_KILOBYTES);
        }
    },
    /** An archive that has to hold one file. */
    ZIP('P', 'K', 3, 4) {
        @Override
        InputStream unpacked(InputStream in) throws IOException {
            return new ZippedFile(in);
        }
    },
    /** Not at all, or in no way that is known here. */
    NONE {
        @Override
        InputStream unpacked(InputStream in) {
            return in;
        }
    };

    /** What unpacking may take: xz's best preset needs 65 MiB. */
    static final int MOST_KILOBYTES = 80 << 10;

    private static final int LONGEST_BEGINNING = 6;

    private final byte[] beginning;

    Packing(int... beginning) {
        this.beginning = new byte[beginning.length];
        for (int i = 0; i < beginning.length; i++) {
            this.beginning[i] = (byte) beginning[i];
        }
    }

    /**
     * How the content of {@code in} is packed.
     *
     * @param in supports marks; is left where it is
     * @throws IOException if it cannot be read
     */
    public static Packing of(InputStream in) throws IOException {
        in.mark(LONGEST_BEGINNING);
        byte[] head = in.readNBytes(LONGEST_BEGINNING);
        in.reset();
        return of(head);
    }

    /** How what begins with {@code head} is packed. */
    static Packing of(byte[] head) {
        for (Packing packing : values()) {
            if (ForeignContent.startsWith(head, 0, packing.beginning)) {
                return packing;
            }
        }
        return NONE;
    }

    /** The content of {@code in}. */
    abstract InputStream unpacked(InputStream in) throws IOException;

    /** For messages. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
