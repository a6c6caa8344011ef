package io.github.l1bench.view;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** How pages write when and from what a run was made. */
public final class ProvenanceWords {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm O", Locale.ENGLISH);

    private ProvenanceWords() {}

    /** A date as people read it; as it is where it is none. */
    public static String date(String created) {
        try {
            return OffsetDateTime.parse(created).format(DATE);
        } catch (DateTimeParseException e) {
            return created;
        }
    }

    /** A git revision as people read it. */
    public static String revision(String revision) {
        if (revision == null) {
            return "unknown (outside a checkout)";
        }
        boolean changed = revision.endsWith("+");
        String hash = changed ? revision.substring(0, revision.length() - 1) : revision;
        return hash.substring(0, Math.min(12, hash.length())) + (changed ? " with changes" : "");
    }
}
