package org.throughline.app;

/** Why the service cannot start, in one sentence for the person who started it. */
final class StartupProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartupProblem(String sentence) {
        super(sentence);
    }

    StartupProblem(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
