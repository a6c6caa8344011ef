package io.github.l1bench.data.input;

import java.io.IOException;

/** A file that is sound but not what is wanted. The message goes on after the file's name and ends with the remedy. */
final class Unsuitable extends IOException {
    Unsuitable(String message) {
        super(message);
    }
}
