package org.throughline.account;

import java.time.Duration;
import java.time.Instant;

/** An ERP in which a test makes accounts. */
public interface AccountsWorld {

    /** What an ERP may have no place for. */
    enum Place {
        BRANCHES("branch"),
        PRICE_GROUPS("priceGroup"),
        EXEMPTIONS("taxExemption"),
        JOBS("contact[0].job"),
        CONTACTS_THAT_CANNOT_BE_REACHED("contact[1]"),
        OTHERS_TO_INVOICE("billTo.id");

        private final String path;

        Place(String path) {
            this.path = path;
        }

        /** Where it stands in the details of an account. */
        String path() {
            return path;
        }
    }

    /**
     * Codes that the ERP has.
     *
     * @param branch not the one that it takes when none is named, where it has several
     * @param terms 30 days net
     * @param priceList in the currency
     */
    record Codes(String branch, String currency, String terms, String priceList) {}

    Accounts accounts();

    boolean keeps(Place place);

    Codes codes();

    /** The branch of accounts in pounds that name none. */
    String usualBranch();

    /** Whether names are found without regard to accents. */
    boolean ignoresAccents();

    /** Lets the ERP's clock move on, at least a little. */
    void pass(Duration time);

    /** What the ERP's clock shows. */
    Instant now();
}
