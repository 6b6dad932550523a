package org.throughline.shared;

/** Tells from a tax number alone whether it can be right. Asks nobody: a number that passes need not be registered. */
public interface TaxIds {

    enum Finding {
        /** Form and check digits are right. */
        RIGHT,
        /** The form or the check digits are wrong. */
        WRONG,
        /** The number is right, but of another country. */
        OF_OTHER_COUNTRY,
        /** Nothing is known about such numbers. */
        NOT_CHECKED
    }

    /** Knows nothing about any number. */
    TaxIds UNKNOWN = (country, taxId) -> Finding.NOT_CHECKED;

    /**
     * @param country ISO 3166-1 alpha-2; where the number should be of
     * @param taxId as people write it, with blanks and points; null is not checked
     */
    Finding check(String country, String taxId);

    /** Adds INVALID_TAX_ID or CONTRADICTORY_PARTIES at the path when the number is wrong. */
    default void check(String country, String taxId, String path, Violations violations) {
        switch (check(country, taxId)) {
            case WRONG ->
                violations.add(ErrorCode.INVALID_TAX_ID
                        .at(path)
                        .withRemedy(Remedy.of("Correct it, or leave it out for somebody who is not registered.")));
            case OF_OTHER_COUNTRY ->
                violations.add(ErrorCode.CONTRADICTORY_PARTIES
                        .at(path, "The tax number is of another country than its holder.")
                        .withRemedy(Remedy.of("Give the country in which the holder is registered.")));
            case RIGHT, NOT_CHECKED -> {}
        }
    }
}
