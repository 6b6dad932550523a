package org.throughline.shared;

/**
 * An offer of this service.
 *
 * @param dataset the ERP dataset that it was made for; never blank
 * @param value its reference: opaque, compared as it is; never blank
 */
public record OfferId(String dataset, String value) {

    public OfferId {
        Texts.requireText(dataset, "dataset");
        Texts.requireText(value, "value");
    }

    @Override
    public String toString() {
        return dataset + "/" + value;
    }
}
