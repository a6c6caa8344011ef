package io.github.l1bench.spark.math;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * A sum over numbered blocks whose bits do not depend on who adds up what first: block i is leaf i of a binary tree, and
 * nothing is added but the two halves of a node, left to right. What has no neighbour yet waits; at the end a left half
 * whose right one does not exist stands for both. Merging is associative and commutative, bit by bit.
 */
public final class TreeSum<T extends Addable<T>> implements Serializable {
    private static final long serialVersionUID = 1;

    /** A node of the tree: all blocks whose number, shifted by {@code level}, is {@code index}. */
    private record Node(int level, int index) implements Comparable<Node>, Serializable {
        @Override
        public int compareTo(Node other) {
            return level != other.level ? Integer.compare(level, other.level) : Integer.compare(index, other.index);
        }
    }

    private final TreeMap<Node, T> nodes = new TreeMap<>();

    /**
     * Adds the sums of block {@code number}.
     *
     * @throws IllegalStateException if that block has been added before
     */
    public TreeSum<T> add(int number, T sums) {
        put(new Node(0, number), sums);
        return this;
    }

    /** Adds what {@code other} holds, which must not be used again. */
    public TreeSum<T> plus(TreeSum<T> other) {
        other.nodes.forEach(this::put);
        return this;
    }

    private void put(Node node, T sums) {
        Node sibling = new Node(node.level, node.index ^ 1);
        T there = nodes.remove(sibling);
        if (there == null) {
            if (nodes.put(node, sums) != null) {
                throw new IllegalStateException("block " + node.index + " of level " + node.level + " is there twice");
            }
            return;
        }
        T both = node.index < sibling.index ? sums.plus(there) : there.plus(sums);
        put(new Node(node.level + 1, node.index >> 1), both);
    }

    /**
     * The sum; this must not be used again.
     *
     * @throws IllegalStateException if there is nothing to add up
     */
    public T total() {
        if (nodes.isEmpty()) {
            throw new IllegalStateException("there are no rows");
        }
        while (nodes.size() > 1) {
            Map.Entry<Node, T> lowest = nodes.pollFirstEntry();
            Node node = lowest.getKey();
            put(new Node(node.level + 1, node.index >> 1), lowest.getValue());
        }
        return nodes.firstEntry().getValue();
    }
}
