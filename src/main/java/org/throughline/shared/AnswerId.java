package org.throughline.shared;

/**
 * An answer that was given and can be explained later.
 *
 * @param value opaque, compared as it is; never blank
 */
public record AnswerId(String value) {

    public AnswerId {
        Texts.requireText(value, "value");
    }

    @Override
    public String toString() {
        return value;
    }
}
