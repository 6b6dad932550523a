package org.throughline.erp.tryton;

import java.util.List;

/**
 * How Tryton's taxes are told as tax classes: an accounting category is a class, and for buyers whose tax rule replaces its
 * taxes, each tax is one.
 */
final class TaxClasses {

    /** Without an accounting category there are no taxes. */
    static final String NONE = TrytonItems.taxClass(null);

    private TaxClasses() {}

    /** @param category may be null */
    static String ofCategory(Long category) {
        return TrytonItems.taxClass(category);
    }

    static String ofTaxes(List<Long> taxes) {
        return taxes.isEmpty()
                ? NONE
                : "TAX-" + String.join("-", taxes.stream().map(Object::toString).toList());
    }
}
