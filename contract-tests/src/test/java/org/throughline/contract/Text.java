package org.throughline.contract;

/** Text for people who read a failure. */
final class Text {

    private static final int LONGEST = 4000;

    private Text() {}

    static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "… (" + text.length() + " characters)";
    }
}
