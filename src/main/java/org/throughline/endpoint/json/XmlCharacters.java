package org.throughline.endpoint.json;

/** Characters that XML 1.0 can carry; JSON can carry more. */
final class XmlCharacters {

    private XmlCharacters() {}

    static boolean all(String text) {
        return text.codePoints().allMatch(XmlCharacters::isOne);
    }

    private static boolean isOne(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000;
    }
}
