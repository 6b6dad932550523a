package org.throughline.erp.embedded.imports;

/**
 * A row that cannot be imported.
 *
 * @param line of the file, the first is 1
 * @param reason for the person who made the file
 */
public record Problem(String file, long line, String reason) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + reason;
    }
}
