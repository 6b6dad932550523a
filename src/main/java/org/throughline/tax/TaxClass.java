package org.throughline.tax;

import static java.util.Objects.requireNonNull;

/**
 * How an item counts for tax.
 *
 * @param code the ERP's code, such as STANDARD or REDUCED
 */
public record TaxClass(String code, SupplyKind kind) {

    public TaxClass {
        requireNonNull(code, "code");
        requireNonNull(kind, "kind");
    }

    /** @param service a service by the general rule rather than goods */
    public TaxClass(String code, boolean service) {
        this(code, service ? SupplyKind.SERVICE : SupplyKind.GOODS);
    }

    public boolean service() {
        return kind != SupplyKind.GOODS;
    }
}
