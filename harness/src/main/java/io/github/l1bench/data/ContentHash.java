package io.github.l1bench.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of rows and labels, so that equal data have equal hashes wherever they came from. */
public final class ContentHash {
    private final MessageDigest digest = digest();

    /** A fresh SHA-256. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Adds {@code length} bytes from index {@code from} on. */
    public ContentHash add(byte[] bytes, int from, int length) {
        digest.update(bytes, from, length);
        return this;
    }

    /** Adds the four bytes of each value. */
    public ContentHash add(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES * values.length);
        buffer.asIntBuffer().put(values);
        digest.update(buffer.array());
        return this;
    }

    /** Adds the eight bytes of each value. */
    public ContentHash add(double... values) {
        ByteBuffer buffer = ByteBuffer.allocate(Double.BYTES * values.length);
        buffer.asDoubleBuffer().put(values);
        digest.update(buffer.array());
        return this;
    }

    /** Adds the bytes of {@code text} in UTF-8. */
    public ContentHash add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** The hash of what was added; ends this object's use. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
