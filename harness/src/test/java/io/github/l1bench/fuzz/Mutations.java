package io.github.l1bench.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/** Damages good files: bytes are changed, cut, moved and repeated, numbers become extreme, brackets pile up. */
public final class Mutations {
    private static final List<String> EXTREMES = List.of(
            "0",
            "-0",
            "-1",
            "999999",
            "2147483647",
            "2147483648",
            "-2147483648",
            "9223372036854775807",
            "99999999999999999999",
            "1e308",
            "-1e308",
            "1e999",
            "1e-320",
            "1e1000000000",
            "NaN",
            "\"NaN\"",
            "\"-Infinity\"",
            "null",
            "true",
            "\"\"",
            "[]",
            "{}",
            "[[]]",
            "\u0000",
            "\ud83d\ude00");
    private static final String MARKS = "{}[]\",:0123456789eE.+-# \t\r\nnulaif\\ux<>/@%?'";
    private static final int MOST_EDITS = 4;
    private static final int LONG = 3_000;
    private static final int BOMB = 1 << 22;

    private final Random random;
    // Packing them takes long, so it is done once.
    private final Map<String, byte[]> packed = new HashMap<>();

    public Mutations(long seed) {
        this.random = new Random(seed);
    }

    /** The source of chance. */
    public Random random() {
        return random;
    }

    /** A damaged copy of {@code good}. */
    public byte[] of(byte[] good) {
        byte[] bad = good;
        for (int edits = 1 + random.nextInt(MOST_EDITS); edits > 0; edits--) {
            bad = edit(bad);
        }
        return bad;
    }

    /** As {@link #of}, packed: damage before packing, behind it, or a small file that unpacks to a large one. */
    public byte[] packed(byte[] good) {
        return packed(good, "gzip", Mutations::gzip);
    }

    /**
     * The same for another way of packing.
     *
     * @param way its name
     * @param packing does it
     */
    public byte[] packed(byte[] good, String way, UnaryOperator<byte[]> packing) {
        return switch (random.nextInt(500)) {
            case 0 -> once("content " + way, () -> packing.apply(repeated(good, BOMB / good.length)));
            case 1 -> once("zeros " + way, () -> packing.apply(new byte[BOMB]));
            case 2 -> once("twice " + way, () -> packing.apply(packing.apply(new byte[BOMB])));
            default ->
                random.nextBoolean() ? packing.apply(of(good)) : of(once("good " + way, () -> packing.apply(good)));
        };
    }

    private byte[] once(String name, Supplier<byte[]> file) {
        return packed.computeIfAbsent(name, any -> file.get());
    }

    private byte[] edit(byte[] content) {
        int at = random.nextInt(content.length + 1);
        int end = at + random.nextInt(Math.min(40, content.length - at) + 1);
        return switch (random.nextInt(11)) {
            case 0 -> replaced(content, at, Math.min(at + 1, content.length), new byte[] {(byte) random.nextInt(256)});
            case 1, 2 -> replaced(content, at, Math.min(at + 1, content.length), bytes(mark()));
            case 3 -> replaced(content, at, at, bytes(mark()));
            case 4 -> replaced(content, at, end, new byte[0]);
            case 5 -> replaced(content, at, at, Arrays.copyOfRange(content, at, end));
            case 6 -> replaced(content, at, at, elsewhere(content));
            case 7, 8 -> withExtremeNumber(content, at);
            case 9 -> random.nextInt(4) > 0 ? content : Arrays.copyOf(content, at);
            default -> random.nextInt(20) > 0 ? content : replaced(content, at, at, bytes(mark().repeat(LONG)));
        };
    }

    private String mark() {
        int i = random.nextInt(MARKS.length());
        return MARKS.substring(i, i + 1);
    }

    private byte[] elsewhere(byte[] content) {
        int from = random.nextInt(content.length + 1);
        return Arrays.copyOfRange(content, from, from + random.nextInt(Math.min(40, content.length - from) + 1));
    }

    // The next word of digits after `at` becomes something else.
    private byte[] withExtremeNumber(byte[] content, int at) {
        int from = at;
        while (from < content.length && !isOfNumber(content[from])) {
            from++;
        }
        int to = from;
        while (to < content.length && isOfNumber(content[to])) {
            to++;
        }
        return replaced(content, from, to, bytes(EXTREMES.get(random.nextInt(EXTREMES.size()))));
    }

    private static boolean isOfNumber(byte b) {
        return b >= '0' && b <= '9' || b == '.' || b == '-' || b == 'E';
    }

    private static byte[] replaced(byte[] content, int from, int to, byte[] by) {
        byte[] result = Arrays.copyOf(content, content.length - (to - from) + by.length);
        System.arraycopy(by, 0, result, from, by.length);
        System.arraycopy(content, to, result, from + by.length, content.length - to);
        return result;
    }

    private static byte[] repeated(byte[] content, int times) {
        byte[] result = new byte[content.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(content, 0, result, i * content.length, content.length);
        }
        return result;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** {@code content} as gzip. */
    public static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes, 1 << 16)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
