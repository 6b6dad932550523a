package org.throughline.database;

/**
 * A beginning of a text as a range that an index serves: {@code from <= column and column < to}. For columns that are
 * collated by code point.
 */
public record Prefix(String from, String to) {

    private static final int LAST_BEFORE_SURROGATES = 0xD7FF;
    private static final int FIRST_AFTER_SURROGATES = 0xE000;

    /** @param prefix not empty */
    public static Prefix of(String prefix) {
        int last = prefix.codePointBefore(prefix.length());
        String head = prefix.substring(0, prefix.length() - Character.charCount(last));
        return new Prefix(prefix, last == Character.MAX_CODE_POINT ? prefix + prefix : head + after(last));
    }

    private static String after(int codePoint) {
        return Character.toString(codePoint == LAST_BEFORE_SURROGATES ? FIRST_AFTER_SURROGATES : codePoint + 1);
    }
}
