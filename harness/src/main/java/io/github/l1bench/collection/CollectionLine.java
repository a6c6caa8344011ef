package io.github.l1bench.collection;

import java.util.ArrayList;
import java.util.List;

/**
 * Parts a line of a collection into words. Blanks stand between words, quotes hold a word with blanks together whatever
 * stands before them, and what follows a # at the beginning of a word is a remark.
 */
final class CollectionLine {
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean within;
    private boolean quoted;

    private CollectionLine() {}

    /**
     * The words of {@code line}; none where it is blank or a remark.
     *
     * @throws IllegalArgumentException in one sentence, if a quote is not closed
     */
    static List<String> words(String line) {
        CollectionLine parted = new CollectionLine();
        for (int i = 0; i < line.length() && !parted.isRemark(line.charAt(i)); i++) {
            parted.take(line.charAt(i));
        }
        if (parted.quoted) {
            throw new IllegalArgumentException("a quote is opened and not closed; quotes go in pairs");
        }
        parted.end();
        return parted.words;
    }

    private boolean isRemark(char c) {
        return c == '#' && !within;
    }

    private void take(char c) {
        if (Character.isWhitespace(c) && !quoted) {
            end();
            return;
        }
        within = true;
        if (c == '"') {
            quoted = !quoted;
        } else {
            word.append(c);
        }
    }

    private void end() {
        if (within) {
            words.add(word.toString());
        }
        word.setLength(0);
        within = false;
    }
}
