package org.throughline.erp.embedded.imports;

/** Why an import cannot go on, in a sentence for the person who started it. */
public final class ImportFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ImportFailure(String sentence) {
        super(sentence);
    }

    public ImportFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
