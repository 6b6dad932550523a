package org.throughline.shared;

/**
 * A quotation in an ERP.
 *
 * @param dataset the ERP dataset that the id belongs to; never blank
 * @param value opaque, compared as it is; never blank
 */
public record QuotationId(String dataset, String value) {

    public QuotationId {
        Texts.requireText(dataset, "dataset");
        Texts.requireText(value, "value");
    }

    @Override
    public String toString() {
        return dataset + "/" + value;
    }
}
