package org.throughline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

/** What a fault must never tell a stranger. */
final class Leaks {

    private static final Pattern INSIDE = Pattern.compile(
            "(\\bat [\\w.$]+\\([\\w.]+:\\d+\\))|(\\b(java|jakarta|org|com)\\.[a-z]\\w*\\.[\\w.]+)|\\w+Exception\\b"
                    + "|(?i:\\bselect\\b.+\\bfrom\\b)|SQLSTATE");
    private static final Pattern NAMESPACES = Pattern.compile("(xmlns(:\\w+)?=)?[\"'](https?|urn):[^\"']*[\"']");
    private static final int LONGEST = 20_000;

    private Leaks() {}

    /** Fails when the answer shows a stack trace, a class name or SQL, or is so long that it must echo the request. */
    static void check(Reply reply) {
        String said = NAMESPACES.matcher(reply.body()).replaceAll("");
        assertThat(INSIDE.matcher(said).results().map(match -> match.group()).toList())
                .as("names from inside the service in %s", reply)
                .isEmpty();
        assertThat(reply.body().length()).as("length of the fault").isLessThan(LONGEST);
    }
}
