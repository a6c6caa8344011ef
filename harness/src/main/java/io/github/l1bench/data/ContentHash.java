package io.github.l1bench.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of rows and labels, so that equal data have equal hashes wherever they came from. */
final class ContentHash {
    private final MessageDigest digest = digest();

    /** A fresh SHA-256. */
    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    ContentHash add(byte[] bytes, int from, int length) {
        digest.update(bytes, from, length);
        return this;
    }

    ContentHash add(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES * values.length);
        buffer.asIntBuffer().put(values);
        digest.update(buffer.array());
        return this;
    }

    ContentHash add(double... values) {
        ByteBuffer buffer = ByteBuffer.allocate(Double.BYTES * values.length);
        buffer.asDoubleBuffer().put(values);
        digest.update(buffer.array());
        return this;
    }

    ContentHash add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** The hash of what was added; ends this object's use. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
