package org.throughline.erp.embedded;

import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The words that records are found by: written by whoever writes a record, searched by whoever looks for one. */
final class SearchTerms {

    private static final Pattern NOT_OF_A_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final int MAX_LENGTH = 100;

    private SearchTerms() {}

    /** Upper-case words of letters and digits, each once, cut to 100 characters. Null texts have none. */
    static Set<String> of(String... texts) {
        Set<String> terms = new TreeSet<>();
        for (String text : texts) {
            Collections.addAll(terms, words(text));
        }
        terms.remove("");
        return terms;
    }

    private static String[] words(String text) {
        if (text == null) {
            return new String[0];
        }
        String[] words = NOT_OF_A_WORD.split(text.toUpperCase(Locale.ROOT));
        for (int i = 0; i < words.length; i++) {
            words[i] = words[i].substring(0, Math.min(words[i].length(), MAX_LENGTH));
        }
        return words;
    }
}
