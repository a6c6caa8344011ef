package io.github.l1bench.result;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.github.l1bench.kernel.Kernels;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where and with what a result was made.
 *
 * @param created when, ISO 8601 with offset
 * @param command the command that makes it again
 * @param revision git revision, with {@code +} where the work tree differed from it; null outside a checkout
 * @param version of this program
 * @param java version and vendor of the Java runtime
 * @param flags arguments of the Java virtual machine
 * @param host name of the machine; null where unknown
 * @param os name and version of the operating system
 * @param cpu name of the processor
 * @param cores processors available
 * @param load one-minute load average at the start, negative where unknown
 * @param maxHeapBytes largest heap
 * @param remarks what around it may have spoilt times, a sentence each
 * @param kernels which ran, by the name that {@code --kernels} has for them; plain in results of versions that had none
 *     other
 */
public record Provenance(
        String created,
        String command,
        @JsonSetter(nulls = Nulls.SET) String revision,
        String version,
        String java,
        List<String> flags,
        @JsonSetter(nulls = Nulls.SET) String host,
        String os,
        String cpu,
        int cores,
        double load,
        long maxHeapBytes,
        List<String> remarks,
        String kernels) {
    /** Without remarks, and with plain kernels. */
    public Provenance(
            String created,
            String command,
            String revision,
            String version,
            String java,
            List<String> flags,
            String host,
            String os,
            String cpu,
            int cores,
            double load,
            long maxHeapBytes) {
        this(
                created,
                command,
                revision,
                version,
                java,
                flags,
                host,
                os,
                cpu,
                cores,
                load,
                maxHeapBytes,
                List.of(),
                Kernels.PLAIN_NAME);
    }

    /** When, for sorting; {@link Instant#MIN} where the text is no time. */
    public Instant instant() {
        try {
            return OffsetDateTime.parse(created).toInstant();
        } catch (DateTimeParseException e) {
            return Instant.MIN;
        }
    }

    /** The same machine and program at another time. */
    public Provenance at(String time, double loadThen) {
        return with(time, command, loadThen, remarks, kernels);
    }

    /** The same made again by another command. */
    public Provenance by(String otherCommand) {
        return with(created, otherCommand, load, remarks, kernels);
    }

    /** The same with one more remark. */
    public Provenance remarking(String remark) {
        List<String> all = new ArrayList<>(remarks);
        all.add(remark);
        return with(created, command, load, List.copyOf(all), kernels);
    }

    /** The same with other kernels. */
    public Provenance running(String otherKernels) {
        return with(created, command, load, remarks, otherKernels);
    }

    private Provenance with(
            String time, String newCommand, double newLoad, List<String> newRemarks, String newKernels) {
        return new Provenance(
                time,
                newCommand,
                revision,
                version,
                java,
                flags,
                host,
                os,
                cpu,
                cores,
                newLoad,
                maxHeapBytes,
                newRemarks,
                newKernels);
    }

    /** The machine in words: its host's name where that is known, its processor, and Java. */
    public String where() {
        return (host == null ? "" : host + ", ") + cpu + ", " + cores + (cores == 1 ? " core" : " cores") + ", Java "
                + java;
    }
}
