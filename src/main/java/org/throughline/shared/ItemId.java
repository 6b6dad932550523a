package org.throughline.shared;

/**
 * An item, within the dataset of the account or connector at hand.
 *
 * @param value opaque, compared as it is; never blank
 */
public record ItemId(String value) {

    public ItemId {
        Texts.requireText(value, "value");
    }

    @Override
    public String toString() {
        return value;
    }
}
