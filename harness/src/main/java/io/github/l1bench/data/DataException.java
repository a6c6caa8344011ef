package io.github.l1bench.data;

/** Data that cannot be had or cannot be used. The message is one sentence that names the thing and the remedy. */
public final class DataException extends RuntimeException {
    public DataException(String message) {
        super(message);
    }

    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
