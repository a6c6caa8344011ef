package io.github.l1bench.data;

import java.lang.ref.SoftReference;
import java.util.function.Supplier;

/**
 * The last rows that a source read, as long as memory is not needed for something else: reading takes far longer than
 * splitting, and a study asks for the splits of many seeds.
 *
 * @param <K> says where the rows came from
 * @param <V> the rows
 */
public final class Remembered<K, V> {
    private SoftReference<Entry<K, V>> last = new SoftReference<>(null);

    /** What was read for {@code key}, if that was the last time, else what {@code reader} reads now. */
    public synchronized V get(K key, Supplier<V> reader) {
        Entry<K, V> entry = last.get();
        if (entry == null || !entry.key().equals(key)) {
            entry = new Entry<>(key, reader.get());
            last = new SoftReference<>(entry);
        }
        return entry.value();
    }

    private record Entry<K, V>(K key, V value) {}
}
