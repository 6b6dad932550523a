package org.throughline.shared;

/** Checks of text that value types share. */
final class Texts {

    private Texts() {}

    static void requireText(String text, String name) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException(name + " is blank");
        }
    }
}
