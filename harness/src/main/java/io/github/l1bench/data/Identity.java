package io.github.l1bench.data;

/**
 * What a data set is, apart from its numbers.
 *
 * @param name of the source, and of what it was given
 * @param title what people call it, for headings
 * @param notice what must be said wherever its results are shown, or empty
 * @param origin where it came from: a folder, a file, or the generator and its parameters
 * @param seed of the split or the generator
 * @param imageWidth width of the picture that a row is; 0 where it is none
 * @param imageHeight height of that picture; 0 where it is none
 */
public record Identity(
        String name, String title, String notice, String origin, long seed, int imageWidth, int imageHeight) {
    /** Of rows that are no pictures and need no notice. */
    public Identity(String name, String title, String origin, long seed) {
        this(name, title, "", origin, seed, 0, 0);
    }

    /** The same with something that must be said. */
    public Identity withNotice(String words) {
        return new Identity(name, title, words, origin, seed, imageWidth, imageHeight);
    }

    /** The same for rows that are pictures, stored row by row. */
    public Identity asImages(int width, int height) {
        return new Identity(name, title, notice, origin, seed, width, height);
    }
}
