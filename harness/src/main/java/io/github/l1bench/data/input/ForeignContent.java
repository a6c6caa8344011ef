package io.github.l1bench.data.input;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is often found where a text of numbers should be, told by how it begins; what it is, and the remedy. */
final class ForeignContent {
    private static final String FORMAT = "; save it as CSV or in LIBSVM's format";
    private static final int TAR_MARK = 257;
    private static final List<Beginning> BEGINNINGS = List.of(
            // Before UTF-16, whose mark begins it.
            new Beginning(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 0}, "is UTF-32 text; save it as UTF-8"),
            new Beginning(new byte[] {(byte) 0xff, (byte) 0xfe}, "is UTF-16 text; save it as UTF-8"),
            new Beginning(new byte[] {(byte) 0xfe, (byte) 0xff}, "is UTF-16 text; save it as UTF-8"),
            new Beginning(new byte[] {0, 0, (byte) 0xfe, (byte) 0xff}, "is UTF-32 text; save it as UTF-8"),
            new Beginning(new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd}, "is packed by zstd; unpack it first"),
            new Beginning(new byte[] {0x04, 0x22, 0x4d, 0x18}, "is packed by lz4; unpack it first"),
            new Beginning(new byte[] {0x1f, (byte) 0x9d}, "is packed by compress; unpack it first"),
            new Beginning("7z\u00bc\u00af\u0027\u001c", "is a 7-Zip archive; unpack it and name the file"),
            new Beginning("PK\u0005\u0006", "is a zip archive without a file; fetch it again or pack it again"),
            new Beginning("Rar!\u001a\u0007", "is a RAR archive; unpack it and name the file"),
            new Beginning("\u00d0\u00cf\u0011\u00e0", "is an office document; save its table as CSV"),
            new Beginning("%PDF-", "is a PDF document; name a file of numbers"),
            new Beginning("\u0093NUMPY", "is a NumPy array" + FORMAT),
            new Beginning("\u0089HDF", "is an HDF5 file" + FORMAT),
            new Beginning("PAR1", "is a Parquet file" + FORMAT),
            new Beginning("SQLite format 3", "is an SQLite database" + FORMAT),
            new Beginning(
                    "version https://git-lfs.github.com/",
                    "is a pointer that Git LFS left in place of the file; fetch the file with 'git lfs pull'"));

    private ForeignContent() {}

    private record Beginning(byte[] bytes, String phrase) {
        private Beginning(String bytes, String phrase) {
            this(bytes.getBytes(StandardCharsets.ISO_8859_1), phrase);
        }
    }

    /**
     * What a file that begins with {@code head} is, to be said after its name; empty where it may be text of numbers.
     *
     * @param packing how the file itself was packed
     */
    static Optional<String> phrase(byte[] head, Packing packing) {
        Packing inner = Packing.of(head);
        if (inner != Packing.NONE) {
            return Optional.of("is " + inner + " inside of " + packing + "; unpack it once and name the result");
        }
        if (startsWith(head, TAR_MARK, "ustar".getBytes(StandardCharsets.US_ASCII))) {
            return Optional.of("is a tar archive; unpack it and name the file");
        }
        return BEGINNINGS.stream()
                .filter(beginning -> startsWith(head, 0, beginning.bytes()))
                .map(Beginning::phrase)
                .findFirst()
                .or(() -> ofText(head))
                .or(() -> ofBytes(head));
    }

    /** Whether {@code bytes}, one or more, stand in {@code head} at index {@code at}. */
    static boolean startsWith(byte[] head, int at, byte[] bytes) {
        int end = at + bytes.length;
        return bytes.length > 0 && head.length >= end && Arrays.equals(head, at, end, bytes, 0, bytes.length);
    }

    private static Optional<String> ofText(byte[] head) {
        String text = new String(head, 0, Math.min(head.length, 1 << 10), StandardCharsets.UTF_8)
                .replace("\ufeff", "")
                .stripLeading();
        if (text.startsWith("<")) {
            return Optional.of("is a web page or XML instead of data; fetch the file itself");
        }
        return text.startsWith("{") || text.startsWith("[") ? Optional.of("is JSON" + FORMAT) : Optional.empty();
    }

    // Latin letters of UTF-16 have a zero in every other byte.
    private static Optional<String> ofBytes(byte[] head) {
        int[] zeros = new int[2];
        for (int i = 0; i < head.length; i++) {
            zeros[i % 2] += head[i] == 0 ? 1 : 0;
        }
        if (zeros[0] + zeros[1] == 0) {
            return Optional.empty();
        }
        boolean wide = Math.max(zeros[0], zeros[1]) > head.length / 3 && Math.min(zeros[0], zeros[1]) == 0;
        return Optional.of(
                wide ? "is UTF-16 text; save it as UTF-8" : "is a binary file; name a file of numbers as text");
    }
}
