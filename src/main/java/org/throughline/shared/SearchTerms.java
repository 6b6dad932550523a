package org.throughline.shared;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How texts are cut into the terms that records are found by, so that what is written and what is searched for are cut alike.
 * Terms are upper-case and without accents.
 */
public final class SearchTerms {

    private static final int LONGEST = 100;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private SearchTerms() {}

    /** The words of a text, in their order, each once; none when the text is null. */
    public static Set<String> words(String text) {
        if (text == null) {
            return Set.of();
        }
        return Arrays.stream(NO_WORD.split(plain(text)))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, Math.min(word.length(), LONGEST)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The words of a text as they are written, in their order; none when the text is null. */
    public static List<String> written(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(NO_WORD.split(Normalizer.normalize(text, Normalizer.Form.NFC)))
                        .filter(word -> !word.isEmpty())
                        .toList();
    }

    /** Whether each of the words wanted begins a word of the text. */
    public static boolean begin(Set<String> wanted, String text) {
        Set<String> words = words(text);
        return wanted.stream().allMatch(word -> words.stream().anyMatch(each -> each.startsWith(word)));
    }

    /** One term without blanks, for tax ids, e-mail addresses and postcodes; empty when the text is null. */
    public static String compact(String text) {
        return text == null ? "" : BLANKS.matcher(plain(text)).replaceAll("");
    }

    private static String plain(String text) {
        String decomposed = Normalizer.normalize(text.toUpperCase(Locale.ROOT), Normalizer.Form.NFKD);
        return MARKS.matcher(decomposed).replaceAll("");
    }
}
