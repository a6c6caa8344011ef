package io.github.l1bench.kernel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that share loops too short for a thread pool: tens of microseconds. Between two loops the members spin for a
 * moment before they sleep. Each begins with blocks of a range of items that is its own from loop to loop, so that what
 * belongs to an item stays in one processor's cache, and then takes what others have left, so that the caller hardly
 * waits for a member that the machine has no processor for.
 *
 * <p>Results do not depend on the number of members where each item's result depends on the item alone.
 */
public final class Team implements AutoCloseable {
    /** The caller on its own. */
    public static final Team ALONE = new Team(1);

    /** More members than any machine of today has processors are a mistake of the caller's. */
    public static final int MOST_MEMBERS = 256;

    // Smaller blocks even out the load, larger ones cost less to deal.
    private static final int BLOCKS_OF_MEMBER = 4;
    private static final long SPIN_NANOS = 200_000;
    private static final int SPINS_BETWEEN_CLOCKS = 64;

    private final Helper[] helpers;
    private volatile Loop loop = new Loop(0, 1, 1, (from, to, member) -> {});
    private volatile boolean closed;

    private Team(int members) {
        this.helpers = new Helper[members - 1];
        for (int h = 0; h < helpers.length; h++) {
            helpers[h] = new Helper(h + 1);
        }
    }

    /**
     * A team of {@code members}, the caller among them. To be closed.
     *
     * @throws IllegalArgumentException if that is less than 1 or more than {@link #MOST_MEMBERS}
     */
    public static Team of(long members) {
        if (members < 1 || members > MOST_MEMBERS) {
            throw new IllegalArgumentException(
                    "the number of threads is " + members + "; it must be from 1 to " + MOST_MEMBERS);
        }
        if (members == 1) {
            return ALONE;
        }
        Team team = new Team((int) members);
        for (Helper helper : team.helpers) {
            helper.start();
        }
        return team;
    }

    /** How many members there are. */
    public int size() {
        return helpers.length + 1;
    }

    /** Some of the items of a loop. */
    @FunctionalInterface
    public interface Part {
        /**
         * Works on the items from {@code from} to {@code to - 1}.
         *
         * @param member who works, 0 to size - 1: whose work arrays to use
         */
        void run(int from, int to, int member);
    }

    /**
     * Works on {@code items} in blocks whose sizes are multiples of {@code grain}, the last one apart, and returns when
     * all are done. A team of one gets them in one block. What a part throws is thrown to the caller. Only the thread
     * that made the team may call this, and no part may.
     */
    public void run(int items, int grain, Part part) {
        if (helpers.length == 0 || items <= grain) {
            part.run(0, items, 0);
            return;
        }
        Loop now = new Loop(items, grain, size(), part);
        loop = now;
        for (Helper helper : helpers) {
            helper.wake();
        }
        now.work(0);
        now.await();
    }

    @Override
    public void close() {
        closed = true;
        for (Helper helper : helpers) {
            LockSupport.unpark(helper);
        }
    }

    /** One loop. A helper that comes late finds nothing left to take. */
    private static final class Loop {
        private final int items;
        private final int block;
        private final Part part;
        // The next item of each member's range, which ends where the next range begins.
        private final AtomicInteger[] next;
        private final int[] start;
        private final AtomicInteger done = new AtomicInteger();
        private volatile Throwable failure;

        Loop(int items, int grain, int members, Part part) {
            int grains = (items + grain - 1) / grain;
            int blocks = Math.max(1, Math.min(grains, BLOCKS_OF_MEMBER * members));
            this.items = items;
            this.block = (grains + blocks - 1) / blocks * grain;
            this.part = part;
            this.next = new AtomicInteger[members];
            this.start = new int[members + 1];
            for (int member = 0; member < members; member++) {
                start[member] = (int) ((long) grains * member / members) * grain;
                next[member] = new AtomicInteger(start[member]);
            }
            start[members] = items;
        }

        void work(int member) {
            for (int ahead = 0; ahead < next.length; ahead++) {
                workOnRange((member + ahead) % next.length, member);
            }
        }

        private void workOnRange(int range, int member) {
            int end = start[range + 1];
            for (int from = next[range].getAndAdd(block); from < end; from = next[range].getAndAdd(block)) {
                int to = Math.min(end, from + block);
                try {
                    part.run(from, to, member);
                } catch (RuntimeException | Error e) {
                    failure = e;
                }
                done.addAndGet(to - from);
            }
        }

        void await() {
            long end = System.nanoTime() + SPIN_NANOS;
            while (done.get() < items) {
                if (System.nanoTime() < end) {
                    Thread.onSpinWait();
                } else {
                    Thread.yield();
                }
            }
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure != null) {
                throw (RuntimeException) failure;
            }
        }
    }

    private final class Helper extends Thread {
        private final int member;
        private volatile boolean asleep;

        Helper(int member) {
            super("l1bench-team-" + member);
            this.member = member;
            setDaemon(true);
        }

        @Override
        public void run() {
            Loop last = null;
            while (!closed) {
                Loop next = loop;
                if (next == last) {
                    rest(last);
                } else {
                    next.work(member);
                    last = next;
                }
            }
        }

        // Until there is another loop than the last, or the team is closed: spinning, then asleep.
        private void rest(Loop last) {
            long end = System.nanoTime() + SPIN_NANOS;
            while (System.nanoTime() < end) {
                for (int spin = 0; spin < SPINS_BETWEEN_CLOCKS; spin++) {
                    if (loop != last || closed) {
                        return;
                    }
                    Thread.onSpinWait();
                }
            }
            asleep = true;
            while (loop == last && !closed) {
                LockSupport.park(Team.this);
            }
            asleep = false;
        }

        // The loop is published before `asleep` is read, and `asleep` before the loop: one of the two sees the other.
        void wake() {
            if (asleep) {
                LockSupport.unpark(this);
            }
        }
    }
}
