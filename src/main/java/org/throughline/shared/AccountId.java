package org.throughline.shared;

/**
 * A trading account in an ERP.
 *
 * @param dataset the ERP dataset that the id belongs to; never blank
 * @param value opaque, compared as it is; never blank
 */
public record AccountId(String dataset, String value) {

    public AccountId {
        Texts.requireText(dataset, "dataset");
        Texts.requireText(value, "value");
    }

    @Override
    public String toString() {
        return dataset + "/" + value;
    }
}
