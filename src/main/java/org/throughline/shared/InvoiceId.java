package org.throughline.shared;

/**
 * An invoice or credit note in an ERP.
 *
 * @param dataset the ERP dataset that the id belongs to; never blank
 * @param value opaque, compared as it is; never blank
 */
public record InvoiceId(String dataset, String value) {

    public InvoiceId {
        Texts.requireText(dataset, "dataset");
        Texts.requireText(value, "value");
    }

    @Override
    public String toString() {
        return dataset + "/" + value;
    }
}
