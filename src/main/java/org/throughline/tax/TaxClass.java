package org.throughline.tax;

import static java.util.Objects.requireNonNull;

/**
 * How an item counts for tax.
 *
 * @param code the ERP's code, such as STANDARD or REDUCED
 * @param service a service rather than goods
 */
public record TaxClass(String code, boolean service) {

    public TaxClass {
        requireNonNull(code, "code");
    }
}
